package hillock.reference;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import hillock.tensor.Tensor;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// The elementary functions at the special points, the neighbours of kinks and the random numbers of the golden values,
/// against results of 120 digits.
class TorchActivationsTest {
    static Stream<Arguments> functions() {
        return Stream.of(
                row("exp", Expr::exp),
                row("expm1", Expr::expm1),
                row("log", Expr::log),
                row("log1p", Expr::log1p),
                row("sqrt", Expr::sqrt),
                row("sin", Expr::sin),
                row("cos", Expr::cos),
                row("atan", Expr::atan),
                row("sinh", Expr::sinh),
                row("cosh", Expr::cosh),
                row("erfc", Expr::erfc),
                row("tanh", Expr::tanh),
                row("sigmoid", Expr::sigmoid),
                row("abs", Expr::abs),
                row("square", Expr::square),
                row("relu", x -> x.max(0)),
                row("reciprocal", x -> Expr.constant(1).div(x)));
    }

    private static Arguments row(String name, UnaryOperator<Expr> f) {
        return Arguments.of(name, f);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void isWithinTwoUnits(String name, UnaryOperator<Expr> f) {
        Golden golden = Golden.open("activations");
        float[] x = golden.tensor("x").toArray();
        float[] y = Tensor.of(x, x.length).map(f).toArray();
        double[] exact = golden.values(name + "/ref.y");
        for (int i = 0; i < x.length; i++) assertWithin(2, y[i], exact[i], name + "(" + x[i] + ")");
    }

    private static void assertWithin(double ulps, float actual, double exact, String what) {
        float rounded = (float) exact;
        if (!Float.isFinite(rounded)) {
            assertThat(actual).as(what).isEqualTo(Float.valueOf(rounded));
        } else {
            double error = Math.abs(actual - exact) / Math.ulp(rounded);
            assertThat(error).as("%s = %s, exact %s", what, actual, exact).isLessThanOrEqualTo(ulps);
        }
    }

    /// The formulas of tanh' and sigmoid' in terms of their result lose all digits where that is nearly 1,
    /// but never more than a rounding of 1: the error is measured against the larger of 1 and the exact
    /// slope.
    @ParameterizedTest(name = "{0}")
    @MethodSource("functions")
    void hasTheGradient(String name, UnaryOperator<Expr> f) {
        Golden golden = Golden.open("activations");
        Tensor x = golden.tensor("x").requiresGradient();
        float[] values = x.toArray();
        float[] gradient = x.map(f).sum().gradients().of(x).toArray();
        double[] exact = golden.values(name + "/ref.dydx");
        for (int i = 0; i < values.length; i++) {
            String what = name + "'(" + values[i] + ")";
            if (!Float.isFinite((float) exact[i])) {
                // At NaN a comparison chooses the other branch: relu' is 0 there, while relu itself is NaN.
                if (!name.equals("relu")) assertThat(gradient[i]).as(what).isEqualTo(Float.valueOf((float) exact[i]));
            } else {
                double error = Math.abs(gradient[i] - exact[i]) / Math.max(1, Math.abs(exact[i]));
                assertThat(error)
                        .as("%s = %s, exact %s", what, gradient[i], exact[i])
                        .isLessThan(3e-7);
            }
        }
    }
}
