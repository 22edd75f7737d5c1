package hillock.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class PrintTest {
    private static final Expr X = Expr.input(0);
    private static final Expr Y = Expr.input(1);
    private static final Expr P = Expr.param(0);

    static Stream<Arguments> formulas() {
        return Stream.of(
                Arguments.of(X.max(0), "max(x, 0)"),
                Arguments.of(X.gt(0, X, P.times(X)), "x > 0 ? x : p0 * x"),
                Arguments.of(X.times(X.plus(1)), "x * (x + 1)"),
                Arguments.of(X.times(X).plus(1), "x * x + 1"),
                Arguments.of(X.minus(Y).minus(P), "x - x1 - p0"),
                Arguments.of(X.minus(Y.minus(P)), "x - (x1 - p0)"),
                Arguments.of(X.div(Y).div(P), "x / x1 / p0"),
                Arguments.of(X.div(Y.times(P)), "x / (x1 * p0)"),
                Arguments.of(X.pow(2), "x ^ 2"),
                Arguments.of(X.pow(-0.5), "x ^ -0.5"),
                Arguments.of(X.pow(Y).pow(P), "(x ^ x1) ^ p0"),
                Arguments.of(X.pow(Y.pow(P)), "x ^ x1 ^ p0"),
                Arguments.of(Expr.constant(-2).pow(X), "(-2) ^ x"),
                Arguments.of(X.pow(2).unaryMinus(), "-x ^ 2"),
                Arguments.of(X.unaryMinus().pow(2), "(-x) ^ 2"),
                Arguments.of(X.plus(Y).unaryMinus(), "-(x + x1)"),
                Arguments.of(X.minus(Y.unaryMinus()), "x - -x1"),
                Arguments.of(X.sigmoid().tanh(), "tanh(sigmoid(x))"),
                Arguments.of(X.gt(0, X, X.exp()).plus(1), "(x > 0 ? x : exp(x)) + 1"),
                Arguments.of(X.gt(1, Expr.constant(1), X.gt(-1, X, Expr.constant(-1))), "x > 1 ? 1 : x > -1 ? x : -1"),
                Arguments.of(X.gt(1, X.gt(2, X, Y), P), "x > 1 ? (x > 2 ? x : x1) : p0"),
                Arguments.of(Expr.constant(0.044715), "0.044715"),
                Arguments.of(Expr.constant(1e20), "1.0E20"));
    }

    @ParameterizedTest
    @MethodSource("formulas")
    void writesAFormula(Expr e, String text) {
        assertThat(Print.text(e)).isEqualTo(text);
    }

    @ParameterizedTest
    @MethodSource("hillock.expr.OperatorsTest#unary")
    void writesEachOperatorByItsSymbol(Un op) {
        String expected = op == Un.NEG ? "-x" : op.symbol() + "(x)";
        assertThat(Print.text(new Expr.Unary(op, X))).isEqualTo(expected);
    }

    @Test
    void takesTheNamesItIsGiven() {
        Expr leaky = X.gt(0, X, X.times(P).plus(Y));
        assertThat(Print.text(leaky, List.of("u", "v"), List.of("slope"))).isEqualTo("u > 0 ? u : u * slope + v");
    }
}
