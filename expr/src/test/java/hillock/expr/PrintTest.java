package hillock.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class PrintTest {
    private static final Expr X = Expr.input(0);
    private static final Expr Y = Expr.input(1);
    private static final Expr P = Expr.param(0);
    private static final List<Un> UNARY = List.of(Un.values());
    private static final List<Bin> BINARY = List.of(Bin.values());

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
                Arguments.of(X.plus(Y.plus(P)), "x + (x1 + p0)"),
                Arguments.of(X.plus(Y.minus(P)), "x + (x1 - p0)"),
                Arguments.of(X.times(Y.times(P)), "x * (x1 * p0)"),
                Arguments.of(X.times(Y.div(P)), "x * (x1 / p0)"),
                Arguments.of(X.unaryMinus().unaryMinus(), "-(-x)"),
                Arguments.of(X.times(-2), "x * -2"),
                Arguments.of(X.minus(-2), "x - -2"),
                Arguments.of(Expr.constant(-2).unaryMinus(), "-(-2)"),
                Arguments.of(Expr.constant(2).unaryMinus(), "-(2)"),
                Arguments.of(Expr.constant(2).pow(X).unaryMinus(), "-2 ^ x"),
                Arguments.of(Expr.constant(-0.0).times(X), "-0 * x"),
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

    @ParameterizedTest
    @MethodSource("formulas")
    void readsBackAsTheSameFormula(Expr e, String text) {
        assertThat(read(text)).isEqualTo(e);
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4})
    void readsBackAsTheSameFormulaWhateverItIs(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 500; i++) {
            Expr e = formula(random, 5);
            String text = Print.text(e);
            assertThat(read(text)).as("%s of seed %s, number %s", text, seed, i).isEqualTo(e);
        }
    }

    private static Expr formula(Random random, int depth) {
        if (depth == 0 || random.nextInt(6) == 0) {
            return switch (random.nextInt(4)) {
                case 0 -> Expr.input(random.nextInt(3));
                case 1 -> Expr.param(random.nextInt(3));
                case 2 -> Expr.constant(random.nextInt(-3, 4));
                default -> Expr.constant(Math.scalb(random.nextGaussian(), random.nextInt(-90, 90)));
            };
        }
        Expr a = formula(random, depth - 1);
        return switch (random.nextInt(8)) {
            case 0, 1 -> new Expr.Unary(UNARY.get(random.nextInt(UNARY.size())), a);
            case 2 -> a.unaryMinus();
            case 3 -> a.gt(formula(random, depth - 1), formula(random, depth - 1), formula(random, depth - 1));
            default -> new Expr.Binary(BINARY.get(random.nextInt(BINARY.size())), a, formula(random, depth - 1));
        };
    }

    @Test
    void takesTheNamesItIsGiven() {
        Expr leaky = X.gt(0, X, X.times(P).plus(Y));
        assertThat(Print.text(leaky, List.of("u", "v"), List.of("slope"))).isEqualTo("u > 0 ? u : u * slope + v");
    }

    /// Parameters are read as inputs with their names, since their numbers count and their values do not.
    private static Expr read(String text) {
        List<String> names = List.of("x", "x1", "x2", "p0", "p1", "p2");
        Expr e = new FormulaParser(text, names, _ -> Optional.empty()).parse().expr();
        for (int i = 0; i < 3; i++) e = e.replace(Expr.input(3 + i), Expr.param(i));
        return e;
    }
}
