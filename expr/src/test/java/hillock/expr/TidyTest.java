package hillock.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TidyTest {
    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "x*sigmoid(1.7*x) => sigmoid(1.7 * x) * (1 + 1.7 * x * (1 - sigmoid(1.7 * x)))",
                "tanh(x) => 1 - tanh(x) ^ 2",
                "x^3 => 3 * x ^ 2",
                "exp(-x^2) => -(2 * exp(-x ^ 2) * x)",
                "max(0.1*x, sin(x)) => 0.1 * x > sin(x) ? 0.1 : cos(x)",
                "where(x > 0, x, a*(exp(x)-1)), a=1 => x > 0 ? 1 : a * exp(x)",
                "log(1+exp(x)) => exp(x) / (1 + exp(x))",
                "(x+sin(x))^2 => 2 * (x + sin(x)) * (1 + cos(x))",
                "where(x > 0, x * where(x > 0, x, 3), 0) => x > 0 ? 2 * x : 0",
                "min(max(x, 0), 6) => 6 > x ? (x > 0 ? 1 : 0) : 0",
                "x + x + x => 3",
                "7 => 0"
            })
    void writesDerivativesAsAPersonWould(String text, String derivative) {
        Formula f = Formula.parse(text);
        assertThat(Print.text(Tidy.derivative(f.expr()), List.of("x"), f.params()))
                .isEqualTo(derivative);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x*tanh(log1p(exp(x)))",
                "x/(1+abs(x))",
                "0.5*x*(1+erf(x/sqrt(2)))",
                "x^3/(1+x^2) - 2*(x - 3)/(x^2 + 1)^2",
                "-(-x)*x*2/4 - x^2/2 + 1",
                "min(max(x, -1), 1)*exp(x)*exp(x)",
                "max(x, 0)^3 * min(max(x, -1), 2)",
                "sin(x)^2 + cos(x)^2 - 1/(2 + sin(x))"
            })
    void changesNoValue(String text) {
        Expr e = Formula.parse(text).expr();
        Expr slope = Tidy.derivative(e);
        Expr bend = Tidy.derivative(slope);
        for (double x = -3.13; x < 3; x += 0.17) {
            assertThat(Tidy.of(e).evaluate(x)).isCloseTo(e.evaluate(x), within(1e-10));
            assertThat(slope.evaluate(x)).isCloseTo(Derivative.exactOf(e, 0).evaluate(x), within(1e-9));
            double h = 1e-6;
            double difference = (slope.evaluate(x + h) - slope.evaluate(x - h)) / (2 * h);
            assertThat(bend.evaluate(x)).isCloseTo(difference, within(1e-4));
        }
    }
}
