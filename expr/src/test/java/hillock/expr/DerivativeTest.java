package hillock.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class DerivativeTest {
    private static final Expr X = Expr.input(0);
    private static final Expr Y = Expr.input(1);
    private static final Expr P = Expr.param(0);
    private static final Expr SIX = Expr.constant(6);
    private static final Expr RELU6 = X.gt(0, X.gt(SIX, SIX, X), Expr.constant(0));

    static Stream<Arguments> texts() {
        return Stream.of(
                Arguments.of(Expr.constant(3), "0"),
                Arguments.of(X, "1"),
                Arguments.of(Y, "0"),
                Arguments.of(X.times(3), "3"),
                Arguments.of(X.times(Y), "x1"),
                Arguments.of(X.plus(Y).minus(X), "0"),
                Arguments.of(X.square(), "x + x"),
                Arguments.of(X.pow(3), "3 * x ^ 2"),
                Arguments.of(X.pow(2), "2 * x"),
                Arguments.of(X.exp(), "exp(x)"),
                Arguments.of(X.expm1(), "expm1(x) + 1"),
                Arguments.of(X.log(), "1 / x"),
                Arguments.of(X.log1p(), "1 / (x + 1)"),
                Arguments.of(X.sqrt(), "0.5 / sqrt(x)"),
                Arguments.of(X.sin(), "cos(x)"),
                Arguments.of(X.cos(), "-sin(x)"),
                Arguments.of(X.tanh(), "1 - tanh(x) * tanh(x)"),
                Arguments.of(X.sigmoid(), "sigmoid(x) * (1 - sigmoid(x))"),
                Arguments.of(X.abs(), "sign(x)"),
                Arguments.of(X.sign(), "0"),
                Arguments.of(X.max(0), "x > 0 ? 1 : 0"),
                Arguments.of(X.min(P), "p0 > x ? 1 : 0"),
                Arguments.of(X.max(Y), "x > x1 ? 1 : x1 > x ? 0 : 0.5"),
                Arguments.of(X.gt(0, X, X.times(P)), "x > 0 ? 1 : p0"),
                Arguments.of(X.times(2).sin(), "cos(x * 2) * 2"),
                Arguments.of(Y.div(X), "-(x1 / x / x)"));
    }

    @ParameterizedTest
    @MethodSource("texts")
    void isThisFormula(Expr e, String text) {
        assertThat(Print.text(Derivative.of(e, 0))).isEqualTo(text);
    }

    /// PyTorch's choice where the slope jumps or the formula of the derivative breaks down.
    static Stream<Arguments> kinks() {
        double inf = Double.POSITIVE_INFINITY;
        return Stream.of(
                Arguments.of(X.max(0), 0, 0),
                Arguments.of(X.max(0), -0.0, 0),
                Arguments.of(Expr.constant(0).max(X), 0, 0),
                Arguments.of(X.min(0), 0, 0),
                Arguments.of(X.max(X.times(0.01)), 0, 0.505),
                Arguments.of(X.max(X.unaryMinus()), 0, 0),
                Arguments.of(X.abs(), 0, 0),
                Arguments.of(X.abs(), -0.0, 0),
                Arguments.of(X.sign(), 0, 0),
                Arguments.of(X.gt(0, X, X.times(0.01)), 0, 0.01),
                Arguments.of(X.gt(1, Expr.constant(1), Expr.constant(-1).gt(X, Expr.constant(-1), X)), 1, 1),
                Arguments.of(RELU6, 0, 0),
                Arguments.of(RELU6, 6, 1),
                Arguments.of(X.sqrt(), 0, inf),
                Arguments.of(X.log(), 0, inf),
                Arguments.of(X.pow(0), 0, 0),
                Arguments.of(X.pow(1), 0, 1),
                Arguments.of(X.pow(2), 0, 0),
                Arguments.of(X.pow(0.5), 0, inf),
                Arguments.of(X.pow(-1), 0, -inf),
                // A branch that is not taken does not poison the one that is.
                Arguments.of(X.gt(0, X.log(), Expr.constant(0)), 0, 0),
                Arguments.of(X.gt(0, X.sqrt(), Expr.constant(0)), 0, 0),
                Arguments.of(X.max(0), -inf, 0),
                Arguments.of(X.tanh(), inf, 0),
                Arguments.of(X.sigmoid(), -inf, 0));
    }

    @ParameterizedTest
    @MethodSource("kinks")
    void hasThisValueAtTheKink(Expr e, double x, double slope) {
        assertThat(Derivative.of(e, 0).evaluate(x)).isEqualTo(slope);
    }

    @Test
    void aTieGivesEachHalf() {
        for (Expr e : new Expr[] {X.max(Y), X.min(Y)}) {
            assertThat(Derivative.of(e, 0).evaluate(2, 2)).isEqualTo(0.5);
            assertThat(Derivative.of(e, 1).evaluate(2, 2)).isEqualTo(0.5);
        }
    }

    @Test
    void aPowerOfZeroHasTheDerivativesThatTorchGives() {
        Expr power = X.pow(Y);
        assertThat(Derivative.of(power, 1).evaluate(0, 2)).isZero();
        assertThat(Derivative.of(power, 0).evaluate(0, 0)).isZero();
        assertThat(Derivative.of(power, 0).evaluate(0, 1)).isEqualTo(1);
        assertThat(Derivative.of(power, 0).evaluate(0, Double.NaN)).isNaN();
    }

    @Test
    void canBeTakenByAParameter() {
        assertThat(Print.text(Derivative.by(P.times(X).plus(P), P))).isEqualTo("x + 1");
    }

    @Test
    void whatFlowsBackIsZeroWhereTheSlopeIs() {
        Expr back = Derivative.pullback(X.max(0), 0, Y);
        assertThat(Print.text(back)).isEqualTo("x > 0 ? x1 : 0");
        assertThat(back.evaluate(-1, Double.NaN)).isZero();
    }
}
