package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import hillock.tensor.backend.Workers;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The same seed gives the same bits, run twice and on any number of threads.
class DeterminismTest {
    @AfterEach
    void allThreads() {
        Workers.useThreads(Runtime.getRuntime().availableProcessors());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 4})
    void forwardAndBackwardHaveTheSameBits(int threads) {
        Workers.useThreads(1);
        List<float[]> expected = step();
        Workers.useThreads(threads);
        List<float[]> actual = step();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(Arrays.equals(actual.get(i), expected.get(i)))
                    .as("result %s", i)
                    .isTrue();
        }
    }

    /// Large enough that products and pointwise work are shared between threads (over 2²⁰ multiplications and 2¹⁵
    /// elements).
    private static List<float[]> step() {
        Rng rng = Rng.of(9);
        Tensor x = Tensor.normal(rng, 300, 150);
        Tensor w1 = Tensor.normal(rng, 260, 150).times(0.1).requiresGradient();
        Tensor b1 = Tensor.normal(rng, 260).requiresGradient();
        Tensor w2 = Tensor.normal(rng, 10, 260).times(0.1).requiresGradient();
        Tensor hidden = x.matmulTransposed(w1).plus(b1).map(v -> v.times(v.sigmoid()));
        Tensor logits = hidden.matmulTransposed(w2);
        Tensor shifted = logits.minus(logits.maxKeepingDims(1));
        Tensor loss = shifted.map(Expr::exp)
                .sum(1)
                .map(Expr::log)
                .minus(shifted.get(0).sum())
                .mean();
        Gradients g = loss.gradients();
        return List.of(
                loss.toArray(),
                hidden.toArray(),
                g.of(w1).toArray(),
                g.of(b1).toArray(),
                g.of(w2).toArray());
    }

    @Test
    void aPiecewiseSplitDoesNotShowInTheResult() {
        Tensor x = Tensor.normal(Rng.of(2), (1 << 15) + 7);
        Tensor whole = x.map(Expr::tanh);
        Tensor parts = Tensor.concat(
                0,
                x.slice(0, 0, 1000).map(Expr::tanh),
                x.slice(0, 1000, (1 << 15) + 7).map(Expr::tanh));
        assertThat(parts.toArray()).isEqualTo(whole.toArray());
    }
}
