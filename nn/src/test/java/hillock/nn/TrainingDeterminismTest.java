package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Dataset;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import hillock.tensor.backend.Workers;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same seed gives the same bits, twice and on any number of threads.
class TrainingDeterminismTest {
    @AfterEach
    void allThreads() {
        Workers.useThreads(Runtime.getRuntime().availableProcessors());
    }

    /// Wide enough that the work is shared out: 512 rows of 96 numbers are more than a thread's share.
    private static Map<String, List<Integer>> weightsAfterTraining(long seed) {
        Rng rng = Rng.of(seed);
        Tensor x = Tensor.normal(Rng.of(9), 1024, 96);
        Dataset data = new Dataset(x, x.slice(1, 0, 1).times(x.slice(1, 1, 2)));
        Sequential net = Sequential.mlp(96, List.of(128), 1, Activations.TANH, Init.XAVIER_UNIFORM, rng);
        Trainer.of(Loss.MSE).epochs(2).batch(512).validation(data).train(net, data, rng, _ -> {});
        return Parameters.of(net).entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, e -> bits(e.getValue())));
    }

    private static List<Integer> bits(Parameter p) {
        float[] values = p.value().toArray();
        return IntStream.range(0, values.length)
                .mapToObj(i -> Float.floatToRawIntBits(values[i]))
                .toList();
    }

    @Test
    void sameSeedSameBits() {
        assertThat(weightsAfterTraining(1)).isEqualTo(weightsAfterTraining(1)).isNotEqualTo(weightsAfterTraining(2));
    }

    @ParameterizedTest
    @ValueSource(ints = {2, 3, 8})
    void anyNumberOfThreadsSameBits(int threads) {
        Workers.useThreads(1);
        Map<String, List<Integer>> alone = weightsAfterTraining(1);
        Workers.useThreads(threads);
        assertThat(weightsAfterTraining(1)).isEqualTo(alone);
    }
}
