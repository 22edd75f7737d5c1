package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import org.junit.jupiter.api.Test;

/// The whole library in a moment: a network of two layers, written out by hand, learns xor.
class SmokeTest {
    private static final Expr LOGIT = Expr.input(0);
    private static final Expr TARGET = Expr.input(1);

    /// Binary cross-entropy on logits: max(z, 0) - z t + log(1 + exp(-|z|)).
    private static final Expr LOSS = LOGIT.max(0)
            .minus(LOGIT.times(TARGET))
            .plus(LOGIT.abs().unaryMinus().exp().log1p());

    private Tensor w1;
    private Tensor b1;
    private Tensor w2;
    private Tensor b2;

    @Test
    void aTinyNetworkLearnsXor() {
        Tensor x = Tensor.of(new double[][] {{0, 0}, {0, 1}, {1, 0}, {1, 1}});
        Tensor target = Tensor.of(0, 1, 1, 0).reshape(4, 1);
        Rng rng = Rng.of(1);
        w1 = Tensor.normal(rng, 8, 2);
        b1 = Tensor.zeros(8);
        w2 = Tensor.normal(rng, 1, 8);
        b2 = Tensor.zeros(1);
        for (int step = 0; step < 500; step++) train(x, target);
        float[] logits = forward(x).toArray();
        for (int i = 0; i < 4; i++) {
            float probability = (float) Expr.input(0).sigmoid().evaluate(logits[i]);
            assertThat(Math.abs(probability - target.toArray()[i]))
                    .as("row %s", i)
                    .isLessThan(0.1f);
        }
    }

    private Tensor forward(Tensor x) {
        return x.matmulTransposed(w1)
                .plus(b1)
                .map(Expr::tanh)
                .matmulTransposed(w2)
                .plus(b2);
    }

    private void train(Tensor x, Tensor target) {
        w1 = w1.requiresGradient();
        b1 = b1.requiresGradient();
        w2 = w2.requiresGradient();
        b2 = b2.requiresGradient();
        Gradients g = Tensor.pointwise(LOSS, forward(x), target).mean().gradients();
        w1 = w1.detach().minus(g.of(w1).times(0.5));
        b1 = b1.detach().minus(g.of(b1).times(0.5));
        w2 = w2.detach().minus(g.of(w2).times(0.5));
        b2 = b2.detach().minus(g.of(b2).times(0.5));
    }
}
