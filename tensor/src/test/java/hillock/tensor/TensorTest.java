package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import org.junit.jupiter.api.Test;

class TensorTest {
    @Test
    void isMadeOfNumbersInRows() {
        Tensor x = Tensor.of(new double[][] {{1, 2, 3}, {4, 5, 6}});
        assertThat(x.shape()).isEqualTo(Shape.of(2, 3));
        assertThat(x.get(1).toArray()).containsExactly(4, 5, 6);
        assertThat(x).hasToString("Tensor[2, 3] [1.0, 2.0, 3.0, 4.0, 5.0, 6.0]");
        assertThat(Tensor.zeros(20).toString()).endsWith("0.0, …]");
    }

    @Test
    void doesNotChangeWhenWhatItWasMadeOfDoes() {
        float[] numbers = {1, 2};
        Tensor x = Tensor.of(numbers, 2);
        numbers[0] = 9;
        x.toArray()[1] = 9;
        assertThat(x.toArray()).containsExactly(1, 2);
    }

    @Test
    void linspaceHitsBothEnds() {
        float[] x = Tensor.linspace(-20, 20, 1000).toArray();
        assertThat(x[0]).isEqualTo(-20);
        assertThat(x[999]).isEqualTo(20);
        assertThat(x).isSorted();
        for (int i = 0; i < 1000; i++) assertThat(x[i]).as("symmetric").isEqualTo(-x[999 - i]);
        assertThat(Tensor.linspace(3, 7, 1).item()).isEqualTo(3);
        assertThat(Tensor.linspace(0, 0.3, 4).toArray()).containsExactly(0, 0.1f, 0.2f, 0.3f);
    }

    @Test
    void argmaxIsTheFirstOfTheLargest() {
        Tensor x = Tensor.of(new double[][] {{1, 7, 7}, {-0.0, 0, -1}, {0, Double.NaN, 9}});
        assertThat(x.argmax(1).toArray()).containsExactly(1, 0, 1);
        assertThat(x.argmax(0).toArray()).containsExactly(0, 2, 2);
    }

    @Test
    void nanShowsInEveryReduction() {
        Tensor x = Tensor.of(1, Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(x.sum().item()).isNaN();
        assertThat(x.max().item()).isNaN();
        assertThat(x.min().item()).isNaN();
        assertThat(Tensor.zeros(0).mean().item()).isNaN();
        assertThat(Tensor.zeros(0).sum().item()).isZero();
    }

    @Test
    void aLongSumDoesNotDrift() {
        assertThat(Tensor.full(0.1, 10_000_000).sum().item()).isEqualTo((float) (0.1f * 1e7));
        assertThat(Tensor.full(0.1, 1_000_000, 3).sum(0).toArray()).containsOnly((float) (0.1f * 1e6));
    }

    @Test
    void aFormulaWithoutInputsIsANumber() {
        Tensor y = Tensor.pointwise(Expr.constant(2).exp());
        assertThat(y.shape()).isEqualTo(Shape.SCALAR);
        assertThat(y.item()).isEqualTo((float) StrictMath.exp(2));
    }
}
