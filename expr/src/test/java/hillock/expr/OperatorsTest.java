package hillock.expr;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The rows of both operator tables, one by one: what a value is outside the domain, that NaN goes through, and that
/// the derivative is what finite differences say.
class OperatorsTest {
    private static final double STEP = 1e-6;

    static Stream<Un> unary() {
        return Stream.of(Un.values());
    }

    static Stream<Bin> binary() {
        return Stream.of(Bin.values());
    }

    /// Points inside the operator's domain, away from its kinks.
    static double[] points(Un op) {
        return switch (op) {
            case SQRT, LOG -> new double[] {0.01, 0.5, 1, 3, 40};
            case LOG1P -> new double[] {-0.9, -0.01, 0, 0.5, 40};
            case NEG, ABS, SIGN, EXP, EXPM1, SIN, COS, ATAN, SINH, COSH, TANH, ERF, ERFC, NDTR, SIGMOID ->
                new double[] {-5, -0.7, 0.003, 0.9, 6};
        };
    }

    @ParameterizedTest
    @MethodSource("unary")
    void unaryDerivativeIsTheSlope(Un op) {
        Expr slope = Derivative.of(new Expr.Unary(op, Expr.input(0)), 0);
        for (double x : points(op)) {
            double difference = (op.apply(x + STEP) - op.apply(x - STEP)) / (2 * STEP);
            assertThat(slope.evaluate(x)).as("%s at %s", op, x).isCloseTo(difference, near(difference));
        }
    }

    @ParameterizedTest
    @MethodSource("binary")
    void binaryDerivativesAreTheSlopes(Bin op) {
        Expr e = new Expr.Binary(op, Expr.input(0), Expr.input(1));
        Expr byA = Derivative.of(e, 0);
        Expr byB = Derivative.of(e, 1);
        for (double a : new double[] {0.2, 1, 3.5}) {
            for (double b : new double[] {-2, -0.3, 0.7, 2.5}) {
                double slopeA = (op.apply(a + STEP, b) - op.apply(a - STEP, b)) / (2 * STEP);
                double slopeB = (op.apply(a, b + STEP) - op.apply(a, b - STEP)) / (2 * STEP);
                assertThat(byA.evaluate(a, b)).as("%s by a at %s, %s", op, a, b).isCloseTo(slopeA, near(slopeA));
                assertThat(byB.evaluate(a, b)).as("%s by b at %s, %s", op, a, b).isCloseTo(slopeB, near(slopeB));
            }
        }
    }

    @ParameterizedTest
    @MethodSource("unary")
    void nanStaysNan(Un op) {
        assertThat(op.apply(Double.NaN)).isNaN();
    }

    @ParameterizedTest
    @MethodSource("binary")
    void nanOnEitherSideIsNan(Bin op) {
        assertThat(op.apply(Double.NaN, 2)).isNaN();
        assertThat(op.apply(2, Double.NaN)).isNaN();
    }

    private static Offset<Double> near(double expected) {
        return Offset.offset(1e-7 * (1 + Math.abs(expected)));
    }
}
