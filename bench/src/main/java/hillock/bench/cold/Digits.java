package hillock.bench.cold;

import hillock.data.Dataset;
import hillock.nn.Activations;
import hillock.nn.History;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import hillock.tensor.Threads;
import java.util.List;

/// A small program as a user writes it: 300 steps of a 784-256-128-10 network on 3,840 rows of noise, in batches of
/// 128;
/// the class is the largest of the first ten inputs. cold_digits.py is the same in Python.
public final class Digits {
    private Digits() {}

    /// Prints the last loss. The argument is the number of threads.
    public static void main(String... args) {
        Threads.use(Integer.parseInt(args[0]));
        Rng rng = Rng.of(1);
        Tensor x = Tensor.uniform(rng, 0, 1, 30 * 128, 784);
        Dataset rows = new Dataset(x, x.slice(1, 0, 10).argmax(1));
        Sequential net = Sequential.mlp(784, List.of(256, 128), 10, Activations.RELU, Init.TORCH, rng);
        History history = Trainer.of(Loss.CROSS_ENTROPY).epochs(10).batch(128).train(net, rows, rng, event -> {});
        System.out.println("loss " + history.epochs().getLast().trainLoss());
    }
}
