package hillock.bench.cold;

import hillock.data.Dataset;
import hillock.nn.Activations;
import hillock.nn.History;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import hillock.tensor.Threads;
import java.util.List;
import java.util.Map;

/// A small program as a user writes it: fits a sine to 200 points in 1,000 steps. cold_sine.py is the same in Python.
public final class Sine {
    private Sine() {}

    /// Prints the last loss. The argument is the number of threads.
    public static void main(String... args) {
        Threads.use(Integer.parseInt(args[0]));
        Tensor x = Tensor.linspace(-3, 3, 200).reshape(200, 1);
        Dataset points = new Dataset(x, x.map(v -> v.times(2).sin()));
        Rng rng = Rng.of(1);
        Sequential net = Sequential.mlp(1, List.of(32, 32), 1, Activations.TANH, Init.TORCH, rng);
        History history = Trainer.of(Loss.MSE)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", 0.01)))
                .epochs(1000)
                .batch(200)
                .train(net, points, rng, event -> {});
        System.out.println("loss " + history.epochs().getLast().trainLoss());
    }
}
