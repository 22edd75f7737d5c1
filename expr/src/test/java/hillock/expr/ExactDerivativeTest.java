package hillock.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExactDerivativeTest {
    private static final Expr X = Expr.input(0);

    @ParameterizedTest
    @ValueSource(doubles = {-100, -40, -1, 0, 1, 17, 40, 100})
    void keepsItsDigitsInTheTails(double x) {
        double far = Math.exp(-Math.abs(x));
        assertThat(slope(Expr::sigmoid, x)).isCloseTo(far / ((1 + far) * (1 + far)), withinPercentage(1e-12));
        double farther = far * far;
        assertThat(slope(Expr::tanh, x))
                .isCloseTo(4 * farther / ((1 + farther) * (1 + farther)), withinPercentage(1e-12));
    }

    @Test
    void followsTheChainRule() {
        assertThat(slope(x -> x.times(2).sigmoid().times(x), 50)).isCloseTo(1, withinPercentage(1e-12));
        assertThat(slope(x -> x.exp().plus(x.square()), 1)).isCloseTo(Math.E + 2, withinPercentage(1e-12));
        assertThat(Print.text(Derivative.exactOf(X.sigmoid(), 0))).isEqualTo("sigmoid(x) * sigmoid(-x)");
    }

    private static double slope(UnaryOperator<Expr> f, double x) {
        return Derivative.exactOf(f.apply(X), 0).evaluate(x);
    }
}
