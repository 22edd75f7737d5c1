package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import org.junit.jupiter.api.Test;

/// The same numbers whatever form code takes: the build runs this with vectors of each length, without any, and hot.
class FormsTest {
    /// Depends on every bit of a few steps of training, as computed by scalar code.
    private static final int EXPECTED = -38502482;

    @Test
    void everyFormGivesTheSameBits() {
        Rng rng = Rng.of(5);
        Tensor x = Tensor.normal(rng, 45, 33);
        Variable w = Variable.of(Tensor.normal(rng, 37, 33));
        Variable b = Variable.of(Tensor.normal(rng, 37));
        int hash = 1;
        for (int round = 0; round < 3; round++) {
            Tensor h = x.matmulTransposed(w.value()).plus(b.value());
            Tensor y = h.map(v -> v.tanh()
                    .plus(v.sigmoid())
                    .plus(v.erf())
                    .plus(v.sin())
                    .times(v.gt(0, v.expm1().min(9), v.exp())));
            Tensor e = y.matmul(y.transpose()).map(Expr::abs).map(Expr::log1p);
            Gradients g = e.mean().gradients();
            for (Variable v : new Variable[] {w, b}) {
                Tensor gradient = g.of(v.value());
                for (float f : gradient.toArray()) hash = 31 * hash + Float.floatToIntBits(f);
                v.set(v.value().minus(gradient.times(0.01)).detach());
            }
        }
        assertThat(hash).isEqualTo(EXPECTED);
    }
}
