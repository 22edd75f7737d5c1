package hillock.nn;

import static hillock.nn.Close.assertClose;
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
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// What holds for every row of the catalogue, and what a person may write for one.
class ActivationTest {
    private static final Set<Activation> SORTING = Set.of(Activations.SPARSEMAX, Activations.ENTMAX15);

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
        for (Tensor x : List.of(
                Tensor.of(-4.1, -1.3, -0.2, 0.1, 0.8, 3.2),
                Tensor.normal(Rng.of(3), 3, 6).plus(0.01))) {
            if (SORTING.contains(activation)) GradientCheck.withoutPlan(t -> activation.apply(t.getFirst()), x);
            else GradientCheck.of(t -> activation.apply(t.getFirst()), x);
        }
    }

    /// What a function tends to, or infinity where it grows on and on; a sine tends to nothing.
    @ParameterizedTest
    @MethodSource("pointwise")
    void infinityGivesTheLimit(Activation activation) {
        for (int sign : new int[] {-1, 1}) {
            double near = activation.evaluate(sign * 1e3);
            double far = activation.evaluate(sign * 1e5);
            double farther = activation.evaluate(sign * 1e7);
            boolean rises = Math.abs(farther) > Math.abs(far) + 1 && Math.abs(far) > Math.abs(near) + 1;
            boolean grows = rises || Double.isInfinite(farther);
            float y = activation
                    .apply(Tensor.scalar(sign * Double.POSITIVE_INFINITY))
                    .item();
            if (grows) assertThat(y).isEqualTo((float) (Math.signum(farther) * Double.POSITIVE_INFINITY));
            else if (Math.abs(farther - far) < 1e-4) assertThat((double) y).isCloseTo(farther, within(1e-4));
            else assertThat(activation).isEqualTo(Activations.SINE);
        }
    }

    /// The slope at a kink is one from left to right, the value one of those beside, and
    /// autograd's the same.
    @ParameterizedTest
    @MethodSource("pointwise")
    void kinksHaveASlopeOfTheirSides(Activation activation) {
        for (Traits.Kink kink : Traits.of(activation).kinks()) {
            String what = activation + " at " + kink;
            assertThat(kink.slope())
                    .as(what)
                    .isBetween(Math.min(kink.left(), kink.right()) - 1e-6, Math.max(kink.left(), kink.right()) + 1e-6);
            Tensor x = Tensor.scalar(kink.x()).requiresGradient();
            Tensor y = activation.apply(x);
            assertThat((double) y.gradients().of(x).item()).as(what).isCloseTo(kink.slope(), within(1e-6));
            double value = activation.evaluate(kink.x());
            assertThat((double) y.item()).as(what).isCloseTo(value, within(1e-6));
            double off = Math.min(
                    Math.abs(value - activation.evaluate(kink.x() - 1e-9)),
                    Math.abs(value - activation.evaluate(kink.x() + 1e-9)));
            assertThat(off).as(what).isLessThan(1e-7);
        }
    }

    /// Also at the numbers at which a formula changes over from one form to another: slopes
    /// between those on both sides.
    @ParameterizedTest
    @MethodSource("pointwise")
    void derivativesDoNotLeapAtRoundNumbers(Activation activation) {
        List<Double> kinks =
                Traits.of(activation).kinks().stream().map(Traits.Kink::x).toList();
        for (double at = -24; at <= 24; at += 0.125) {
            double x = at;
            if (kinks.stream().anyMatch(k -> Math.abs(k - x) < 1e-6)) continue;
            double left = activation.derivative(x - 1e-6);
            double right = activation.derivative(x + 1e-6);
            double near = 1e-5 * (1 + Math.abs(left));
            assertThat(activation.derivative(x))
                    .as("%s' at %s", activation, x)
                    .isBetween(Math.min(left, right) - near, Math.max(left, right) + near);
            Tensor point = Tensor.scalar(x).requiresGradient();
            assertThat((double) activation.apply(point).gradients().of(point).item())
                    .as("%s' at %s by autograd", activation, x)
                    .isCloseTo(activation.derivative(x), within(1e-5 * (1 + Math.abs(left))));
        }
    }

    /// The kernel in float32 is the formula in double precision, rounded; at odd sizes, cold and
    /// when compiled.
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
        "leaky_relu(negative_slope=0.2), 0, 0, 0.2",
        "prelu, 0, 0, 0.25",
        "relu6, 0, 0, 0",
        "relu6, 6, 6, 0",
        "threshold, 1, 0, 0",
        "elu(alpha=0.5), 0, 0, 0.5",
        "selu, 0, 0, 1.7580993408473766",
        "celu(alpha=0.5), 0, 0, 1",
        "gelu, 0, 0, 0.5",
        "silu, 0, 0, 0.5",
        "mish, 0, 0, 0.6",
        "hardswish, -3, 0, 0",
        "hardswish, 3, 3, 1",
        "hardsigmoid, -3, 0, 0",
        "hardsigmoid, 3, 1, 0",
        "hardtanh, -1, -1, 0",
        "hardtanh, 1, 1, 0",
        "softsign, 0, 0, 1",
        "hardshrink, 0.5, 0, 0",
        "hardshrink, -0.5, 0, 0",
        "softshrink, 0.5, 0, 0",
        "softshrink, -0.5, 0, 0",
        "sparse_plus, -1, 0, 0",
        "sparse_plus, 1, 1, 1",
        "sparse_sigmoid, 1, 1, 0",
        "log_sigmoid, 0, -0.6931471805599453, 0.5",
        "logcosh, 0, 0, 0",
        "gaussian, 0, 1, 0",
        "relu_squared, 0, 0, 0"
    })
    void valueAndSlopeAtZero(String text, double x, double value, double slope) {
        Activation activation = Activation.parse(text);
        Tensor at = Tensor.scalar(x).requiresGradient();
        Tensor y = activation.apply(at);
        assertThat(y.item()).isEqualTo((float) value, within(0f));
        assertThat((double) y.gradients().of(at).item()).isEqualTo(slope, within(1e-7));
        assertThat(activation.evaluate(x)).isEqualTo(value, within(1e-16));
        assertThat(activation.derivative(x)).isEqualTo(slope, within(1e-15));
    }

    @Test
    void sparseProbabilitiesSumToOneAndLeaveOutTheUnlikely() {
        Tensor x = Tensor.of(new double[][] {{3, 2.5, -1, 0}, {0, 0, 0, 0}, {9, 0, 0, 0}, {-1, -1.2, -1.4, -1.3}});
        float[] sparse = Activations.SPARSEMAX.apply(x).toArray();
        assertClose(
                sparse,
                new double[] {0.75, 0.25, 0, 0, 0.25, 0.25, 0.25, 0.25, 1, 0, 0, 0, 0.475, 0.275, 0.075, 0.175},
                1e-6,
                "sparsemax");
        Tensor entmax = Activations.ENTMAX15.apply(x);
        assertClose(entmax.sum(-1), new double[] {1, 1, 1, 1}, 1e-6, "sums");
        assertThat(entmax.toArray()[2]).isZero();
        assertThat(entmax.toArray()[8]).isEqualTo(1);
        assertThat(entmax.toArray()[0]).isBetween(Activations.SOFTMAX.apply(x).toArray()[0], sparse[0]);
    }

    @Test
    void rreluIsRandomInTrainingAlone() {
        Tensor x = Tensor.of(-6, -6, -6, -6, 2);
        float[] usual = Activations.RRELU.apply(x).toArray();
        assertThat(usual).containsExactly(-1.375f, -1.375f, -1.375f, -1.375f, 2);
        float[] random =
                Activations.RRELU.forward(x, new Pass.Training(Rng.of(1))).toArray();
        assertThat(random[4]).isEqualTo(2);
        assertThat(random[0]).isNotEqualTo(random[1]);
        for (int i = 0; i < 4; i++) assertThat(random[i]).isBetween(-2f, -0.75f);
    }

    @Test
    void learnedSettingsAreParametersOfTheirLayer() {
        Sequential net = Sequential.mlp(2, List.of(3, 4), 1, Activations.PRELU, Init.HE_UNIFORM, Rng.of(1));
        assertThat(Parameters.of(net).keySet()).contains("1.weight", "3.weight");
        assertThat(net.apply(Tensor.ones(5, 2)).shape().dims()).containsExactly(5, 1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"glu", "crelu"})
    void layersFitToWhatChangesTheWidth(String name) {
        Sequential net = Sequential.mlp(2, List.of(6, 4), 1, Activation.parse(name), Init.HE_UNIFORM, Rng.of(1));
        assertThat(net.apply(Tensor.ones(5, 2)).shape().dims()).containsExactly(5, 1);
    }

    @ParameterizedTest
    @CsvSource({"LeakyReLU, leaky_relu", "swish, silu", "linear, identity", "logistic, sigmoid", "Hard-Swish, hardswish"
    })
    void otherNamesAreKnown(String other, String name) {
        assertThat(Activations.named(other).name()).isEqualTo(name);
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
        "leaky_relu, -Infinity, Infinity",
        "relu6, 0, 6",
        "threshold, 0, Infinity",
        "elu, -1, Infinity",
        "selu, -1.7580993, Infinity",
        "celu, -1, Infinity",
        "gelu, 0, Infinity",
        "gelu_tanh, 0, Infinity",
        "quick_gelu, 0, Infinity",
        "silu, 0, Infinity",
        "mish, 0, Infinity",
        "hardswish, 0, Infinity",
        "softplus, 0, Infinity",
        "squareplus, 0, Infinity",
        "sparse_plus, 0, Infinity",
        "log_sigmoid, -Infinity, 0",
        "hardsigmoid, 0, 1",
        "hardtanh, -1, 1",
        "tanhshrink, -Infinity, Infinity",
        "softsign, -1, 1",
        "elliott, 0, 1",
        "hardshrink, -Infinity, Infinity",
        "softshrink, -Infinity, Infinity",
        "lisht, Infinity, Infinity",
        "logcosh, Infinity, Infinity",
        "gaussian, 0, 0",
        "exponential, 0, Infinity"
    })
    void valuesAtInfinity(String name, float below, float above) {
        Tensor x = Tensor.of(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        float[] y = Activations.named(name).apply(x).toArray();
        assertThat(y[0] == below && y[1] == above).as("%s, %s", y[0], y[1]).isTrue();
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
            rleu | There is no activation "rleu": did you mean "relu"?
            '' | An activation is a name such as relu, or a formula such as x * sigmoid(x), not an empty text.
            leaky_relu(0.2) | In "leaky_relu(0.2)" the number needs its name: negative_slope=0.2.
            hardtanh(2) | In "hardtanh(2)", "2" is not a setting: write name=number.
            relu(2) | The formula "relu(2)" does not contain x: it would be the same number for every input.
            elu(alpha=2 | In "elu(alpha=2" the ")" behind the settings is missing.
            1 / 0 * x | The formula "1 / 0 * x" has no value at any x from -5 to 5.
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
    void aBadFormulaGetsACaret() {
        assertThatThrownBy(() -> Activation.parse("x * sigmiod(x)"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("There is no function \"sigmiod\"")
                .hasMessageEndingWith("\n  x * sigmiod(x)\n      ^");
    }

    @Test
    void aFunctionOfRowsIsNoPartOfAFormula() {
        assertThatThrownBy(() -> Activation.parse("2 * softmax(x)"))
                .isInstanceOf(BadInput.class)
                .hasMessage("softmax is computed from a whole row of numbers: it stands alone, not in a formula."
                        + "\n  2 * softmax(x)\n      ^");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x*sigmoid(1.7*x)",
                "max(a*x, sin(x)), a=0.1",
                "x",
                "gelu(x) + 0.1*LeakyReLU(x)",
                "where(x > c, x, c*exp(x)), c=-0.5",
                "swish",
                "x^3"
            })
    void aTypedFormulaHasTheSameRights(String text) {
        Activation typed = Activation.parse(text);
        assertThat(Activation.parse(typed.text())).isEqualTo(typed).hasSameHashCodeAs(typed);
        GradientCheck.of(t -> typed.apply(t.getFirst()), Tensor.of(-2.1, -0.3, 0.2, 1.5));
        Tensor x = Tensor.of(-2.1, 0.2, 1.5);
        for (int i = 0; i < 3; i++) {
            double exact = typed.evaluate(x.toArray()[i]);
            assertThat((double) typed.apply(x).toArray()[i]).isCloseTo(exact, within(1e-6));
        }
        assertThat(typed.gain()).isFinite().isPositive();
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
