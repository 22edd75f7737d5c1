package hillock.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class SimplifyTest {
    private static final Expr X = Expr.input(0);
    private static final Expr Y = Expr.input(1);
    private static final double[] TELLING = {
        Double.NaN, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, 0, -0.0, 1, -1, 2.5, -3.25, 1e300, 1e-300
    };

    static Stream<Arguments> rules() {
        Expr zero = Expr.constant(0);
        Expr one = Expr.constant(1);
        return Stream.of(
                Arguments.of(X.plus(0), "x"),
                Arguments.of(zero.plus(X), "x"),
                Arguments.of(X.minus(0), "x"),
                Arguments.of(zero.minus(X), "-x"),
                Arguments.of(X.times(1), "x"),
                Arguments.of(one.times(X), "x"),
                Arguments.of(X.times(-1), "-x"),
                Arguments.of(Expr.constant(-1).times(X), "-x"),
                Arguments.of(X.div(1), "x"),
                Arguments.of(X.pow(1), "x"),
                Arguments.of(X.unaryMinus().unaryMinus(), "x"),
                Arguments.of(X.plus(Y.unaryMinus()), "x - x1"),
                Arguments.of(X.minus(Y.unaryMinus()), "x + x1"),
                Arguments.of(one.plus(2).times(X), "3 * x"),
                Arguments.of(zero.exp().plus(X), "1 + x"),
                Arguments.of(X.gt(Y, X.times(1), X), "x"),
                Arguments.of(one.gt(0, X, Y), "x"),
                Arguments.of(zero.gt(0, X, Y), "x1"),
                Arguments.of(X.plus(0).times(one).sigmoid(), "sigmoid(x)"),
                // What would lose a NaN or an infinity stays.
                Arguments.of(X.times(0), "x * 0"),
                Arguments.of(X.minus(X), "x - x"),
                Arguments.of(X.div(X), "x / x"),
                Arguments.of(zero.div(X), "0 / x"),
                Arguments.of(X.max(0), "max(x, 0)"));
    }

    @ParameterizedTest
    @MethodSource("rules")
    void rewrites(Expr e, String text) {
        assertThat(Print.text(Simplify.of(e))).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("rules")
    void keepsTheValueEvenOfNanAndInfinity(Expr e, String text) {
        Expr simple = Simplify.of(e);
        for (double x : TELLING) {
            for (double y : TELLING) {
                // Adding +0 makes the two zeros one: only a zero's sign may differ. Boxed, NaN equals NaN.
                Double expected = e.evaluate(x, y) + 0.0;
                assertThat(simple.evaluate(x, y) + 0.0)
                        .as("%s at %s, %s", text, x, y)
                        .isEqualTo(expected);
            }
        }
    }

    @ParameterizedTest
    @MethodSource("rules")
    void isDoneInOnePass(Expr e, String text) {
        Expr simple = Simplify.of(e);
        assertThat(Simplify.of(simple)).isEqualTo(simple);
    }
}
