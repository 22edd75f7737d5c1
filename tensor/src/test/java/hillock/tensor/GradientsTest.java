package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import org.junit.jupiter.api.Test;

class GradientsTest {
    @Test
    void theExampleOfTheDocumentationHolds() {
        Tensor w = Tensor.of(1, 2, 3).requiresGradient();
        assertThat(w.times(w).sum().gradients().of(w).toArray()).containsExactly(2, 4, 6);
    }

    @Test
    void aDeepGraphDoesNotNeedADeepStack() {
        Tensor x = Tensor.of(0.5).requiresGradient();
        Tensor y = x;
        for (int i = 0; i < 100_000; i++) y = y.times(1.00001);
        assertThat(y.sum().gradients().of(x).item()).isBetween(2.7f, 2.75f);
        assertThat(y.sum().differentiableGradients().of(x).item()).isBetween(2.7f, 2.75f);
    }

    @Test
    void aResultThatNobodyAskedForKeepsNoGraph() {
        Tensor y = Tensor.ones(3).map(Expr::exp).sum();
        assertThat(y.isTracked()).isFalse();
        assertThat(y.node().inputs()).isEmpty();
    }

    @Test
    void plainGradientsKeepNoGraphAndDifferentiableOnesDo() {
        Tensor x = Tensor.of(2).requiresGradient();
        Tensor y = x.map(v -> v.pow(3)).sum();
        assertThat(y.gradients().of(x).isTracked()).isFalse();
        Tensor slope = y.differentiableGradients().of(x);
        assertThat(slope.isTracked()).isTrue();
        assertThat(slope.sum().gradients().of(x).item()).isEqualTo(12);
    }

    @Test
    void aDetachedTensorLetsNoGradientThrough() {
        Tensor x = Tensor.of(3).requiresGradient();
        assertThat(x.times(x.detach()).sum().gradients().of(x).item()).isEqualTo(3);
    }

    @Test
    void aLeafThatTheResultDoesNotDependOnGetsZeros() {
        Tensor x = Tensor.ones(2).requiresGradient();
        Tensor y = Tensor.ones(2, 3).requiresGradient();
        assertThat(x.sum().gradients().of(y).toArray()).isEqualTo(new float[6]);
    }

    @Test
    void aLeafIsItsOwnResult() {
        Tensor x = Tensor.scalar(3).requiresGradient();
        assertThat(x.gradients().of(x).item()).isEqualTo(1);
    }

    @Test
    void tiesOfAMaximumShareTheGradient() {
        Tensor x = Tensor.of(1, 5, 5, 2).requiresGradient();
        assertThat(x.max().gradients().of(x).toArray()).containsExactly(0, 0.5f, 0.5f, 0);
        Tensor y = Tensor.of(1, 1, 2).requiresGradient();
        assertThat(y.min().gradients().of(y).toArray()).containsExactly(0.5f, 0.5f, 0);
    }

    @Test
    void reluHasNoSlopeAtZeroAndNoGradientBelowEvenOfAnInfiniteLoss() {
        Tensor x = Tensor.of(-1, 0, 1).requiresGradient();
        Tensor upstream = Tensor.of(Double.NaN, Double.POSITIVE_INFINITY, 2);
        assertThat(x.map(v -> v.max(0)).times(upstream).sum().gradients().of(x).toArray())
                .containsExactly(0, 0, 2);
    }
}
