package hillock.reference;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import hillock.expr.Print;
import hillock.expr.Simplify;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Formulas that nobody thought of: the seed is in the name of a failing case.
class RandomExprTest {
    private static final int INPUTS = 3;
    private static final double SMOOTH_WITHIN = 0.02;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void valueGradientAndSecondDerivativesAreRight(long seed) {
        Rng rng = Rng.of(seed);
        Expr e = RandomExpr.of(rng, INPUTS, 3);
        Tensor[] leaves = smoothPlaces(rng, e);
        GradientCheck.of(t -> Tensor.pointwise(e, t.toArray(Tensor[]::new)), leaves);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void theSimplifiedFormulaHasTheSameValue(long seed) {
        Rng rng = Rng.of(seed);
        Expr e = RandomExpr.of(rng, INPUTS, 4);
        Expr simple = Simplify.of(e);
        for (int i = 0; i < 20; i++) {
            double[] x = {rng.normal(), rng.normal(), rng.normal()};
            assertThat(simple.evaluate(x)).as(Print.text(e)).isEqualTo(e.evaluate(x));
        }
    }

    /// Four places, each away from every kink of the formula.
    private static Tensor[] smoothPlaces(Rng rng, Expr e) {
        int places = 4;
        float[][] x = new float[INPUTS][places];
        for (int p = 0; p < places; p++) {
            double[] at = new double[INPUTS];
            for (int tries = 0; tries == 0 || RandomExpr.distanceToKink(e, at) < SMOOTH_WITHIN; tries++) {
                // A formula such as max(x, x) has a kink everywhere: no place will do, and a tie is right there.
                if (tries == 1000) break;
                for (int i = 0; i < INPUTS; i++) at[i] = x[i][p] = (float) rng.normal();
            }
        }
        return List.of(x).stream().map(row -> Tensor.of(row, row.length)).toArray(Tensor[]::new);
    }
}
