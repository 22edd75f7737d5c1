package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.BadInput;
import hillock.expr.Expr;
import hillock.reference.Golden;
import hillock.reference.GradientCheck;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What holds for every row of the catalogue, and what a person may write for one.
class ActivationTest {
    static List<Activation> all() {
        return Activations.all();
    }

    static Stream<Activation> pointwise() {
        return all().stream().filter(a -> a.form() instanceof Activation.Pointwise);
    }

    /// In double precision, by the double reference of the graph; the points are away from every kink.
    @ParameterizedTest
    @MethodSource("all")
    void firstAndSecondDerivativesAreFiniteDifferences(Activation activation) {
        GradientCheck.of(t -> activation.apply(t.getFirst()), Tensor.of(-4.1, -1.3, -0.2, 0.1, 0.8, 3.2));
        GradientCheck.of(
                t -> activation.apply(t.getFirst()),
                Tensor.normal(Rng.of(3), 3, 5).plus(0.01));
    }

    /// The kernel in float32 is the formula in double precision, rounded; at odd sizes, cold and when compiled.
    @ParameterizedTest
    @MethodSource("pointwise")
    void theKernelIsTheFormula(Activation activation) {
        for (int size : new int[] {1, 3, 17, 511, 513, 5000}) {
            Tensor x = Tensor.normal(Rng.of(size), size).times(4);
            float[] y = activation.apply(x).toArray();
            for (int repeat = 0; repeat < 5000 / size; repeat++) {
                assertThat(activation.apply(x).toArray()).isEqualTo(y);
            }
            for (int i = 0; i < size; i++) {
                double exact = activation.evaluate(x.toArray()[i]);
                assertThat((double) y[i]).isCloseTo(exact, within(2e-7 * (1 + Math.abs(exact))));
            }
        }
    }

    /// PyTorch's choice of value and slope where there is more than one.
    @ParameterizedTest
    @CsvSource({
        "identity, 0, 0, 1",
        "sigmoid, 0, 0.5, 0.25",
        "tanh, 0, 0, 1",
        "relu, 0, 0, 0",
        "relu, -0.0, 0, 0",
        "leaky_relu, 0, 0, 0.01",
        "leaky_relu(negative_slope=0.2), 0, 0, 0.2"
    })
    void valueAndSlopeAtZero(String text, double x, double value, double slope) {
        Activation activation = Activation.parse(text);
        Tensor at = Tensor.scalar(x).requiresGradient();
        Tensor y = activation.apply(at);
        assertThat((double) y.item()).isEqualTo(value, within(0.0));
        assertThat(y.gradients().of(at).item()).isEqualTo((float) slope);
        assertThat(activation.evaluate(x)).isEqualTo(value, within(0.0));
        assertThat(activation.derivative(x)).isEqualTo(slope);
    }

    @ParameterizedTest
    @MethodSource("all")
    void nanStaysNan(Activation activation) {
        assertThat(activation.apply(Tensor.of(Double.NaN, 1)).toArray()[0]).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "identity, -Infinity, Infinity",
        "sigmoid, 0, 1",
        "tanh, -1, 1",
        "relu, 0, Infinity",
        "leaky_relu, -Infinity, Infinity"
    })
    void valuesAtInfinity(String name, float below, float above) {
        Tensor x = Tensor.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertThat(Activations.named(name).apply(x).toArray()).containsExactly(below, above);
    }

    @ParameterizedTest
    @CsvSource({
        "linear, identity",
        "sigmoid, sigmoid",
        "tanh, tanh",
        "relu, relu",
        "leaky_relu(0.0), leaky_relu(negative_slope=0)",
        "leaky_relu(0.01), leaky_relu",
        "leaky_relu(0.2), leaky_relu(negative_slope=0.2)",
        "leaky_relu(2.23606797749979), leaky_relu(negative_slope=2.23606797749979)"
    })
    void gainIsPyTorchs(String torch, String text) {
        double gain = Golden.json("init.json").get("gains").get(torch).asDouble();
        assertThat(Activation.parse(text).gain()).isCloseTo(gain, within(1e-6));
    }

    @ParameterizedTest
    @MethodSource("all")
    void isReadFromItsOwnText(Activation activation) {
        assertThat(Activation.parse(activation.text())).isEqualTo(activation);
    }

    @Test
    void settingsAreWrittenAsInACall() {
        Activation steep = Activation.parse(" leaky_relu( negative_slope = 0.2 ) ");
        assertThat(steep).hasToString("leaky_relu(negative_slope=0.2)");
        assertThat(steep.settings()).containsExactly(new Activation.Setting("negative_slope", 0.2));
        assertThat(steep).isEqualTo(Activations.LEAKY_RELU.with(Map.of("negative_slope", 0.2)));
        assertThat(Activation.parse("relu()")).isEqualTo(Activations.RELU);
        assertThat(steep.formula().evaluate(-10)).isEqualTo(-2);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '\'', textBlock = """
            rleu | There is no activation "rleu": choose one of identity, sigmoid, tanh, relu, leaky_relu, softmax, log_softmax.
            '' | "" is not a name, or a name with settings such as leaky_relu(negative_slope=0.2).
            leaky_relu( | "leaky_relu(" is not a name, or a name with settings such as leaky_relu(negative_slope=0.2).
            leaky_relu(0.2) | In "leaky_relu(0.2)", "0.2" is not a setting: write name=number.
            leaky_relu(negative_slope=) | In "leaky_relu(negative_slope=)", "negative_slope=" is not a setting: write name=number.
            leaky_relu(negative_slope=a) | In "leaky_relu(negative_slope=a)", "negative_slope=a" is not a setting: write name=number.
            leaky_relu(negative_slope=NaN) | In "leaky_relu(negative_slope=NaN)", "negative_slope=NaN" is not a setting: write name=number.
            leaky_relu(negative_slope=0.1,) | In "leaky_relu(negative_slope=0.1,)", "" is not a setting: write name=number.
            leaky_relu(slope=0.2) | leaky_relu has no setting "slope": it has negative_slope.
            relu(slope=0.2) | relu has no setting "slope": it has none.
            """)
    void aBadTextGetsOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> Activation.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }

    @Test
    void aPersonsOwnFormulaHasTheSameRights() {
        Activation swish =
                Activation.pointwise("swish", (x, beta) -> x.times(x.times(beta).sigmoid()), "beta", 1);
        assertThat(swish.evaluate(1)).isCloseTo(0.7310585786300049, within(1e-15));
        assertThat(swish.derivative(1)).isCloseTo(0.9276705118714867, within(1e-15));
        assertThat(swish.definition()).isEqualTo("x * sigmoid(x * beta)");
        assertThat(swish.with(Map.of("beta", 0.0)).evaluate(3)).isEqualTo(1.5);
        assertThat(swish.isRectifier()).isTrue();
        GradientCheck.of(t -> swish.apply(t.getFirst()), Tensor.of(-2, 0, 1.5));
    }

    @Test
    void aFunctionOfRowsHasNoFormulaOfOneNumber() {
        assertThatThrownBy(Activations.SOFTMAX::formula)
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("softmax is computed from whole rows: it has no formula of one number");
        assertThat(Activations.SOFTMAX.evaluate(3)).isEqualTo(1);
        assertThat(Activations.SOFTMAX.derivative(3)).isZero();
        assertThat(Activations.RELU.formula()).isEqualTo(Expr.input(0).max(0));
    }
}
