package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Softmax and what flows back through it are one operation each; of operations put together they
/// have the same bits.
class SoftmaxTest {
    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 31, 32, 33, 64, 100, 1000, 2047, 2048, 2049, 5000})
    void gradientsHaveTheBitsOfSumsOfProducts(int length) {
        Rng rng = Rng.of(length);
        Tensor x = Tensor.normal(rng, 5, length).times(3).detach().requiresGradient();
        Tensor gy = Tensor.normal(rng, 5, length);
        Tensor y = x.softmax(-1);
        Tensor sum = gy.times(y).sumKeepingDims(-1);
        assertThat(y.gradients(gy).of(x).toArray())
                .isEqualTo(y.times(gy.minus(sum)).toArray());
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 7, 31, 32, 33, 64, 100, 1000, 2047, 2048, 2049, 5000})
    void gradientsOfTheLogarithmHaveTheBitsOfSums(int length) {
        Rng rng = Rng.of(length);
        Tensor x = Tensor.normal(rng, 5, length).times(3).detach().requiresGradient();
        Tensor gy = Tensor.normal(rng, 5, length);
        Tensor y = x.logSoftmax(-1);
        Tensor share = y.map(Expr::exp).times(gy.sumKeepingDims(-1));
        assertThat(y.gradients(gy).of(x).toArray()).isEqualTo(gy.minus(share).toArray());
    }
}
