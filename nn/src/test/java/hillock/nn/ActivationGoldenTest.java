package hillock.nn;

import static hillock.nn.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.reference.Golden;
import hillock.reference.Golden.Case;
import hillock.tensor.Gradients;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Activations at the special points, the neighbours of kinks and the random numbers of the golden values, against
/// results of 120 digits; softmax and its kin against PyTorch's float64.
class ActivationGoldenTest {
    /// The text of the activation that a case is about.
    private static String text(Case c) {
        JsonNode p = c.params();
        return switch (c.op()) {
            case "LeakyReLU" -> "leaky_relu(negative_slope=" + p.get("negative_slope") + ")";
            case "ELU", "CELU" -> c.op() + "(alpha=" + p.get("alpha") + ")";
            case "GELU" -> p.get("approximate").asString().equals("tanh") ? "gelu_tanh" : "gelu";
            case "Softplus" -> "softplus(beta=" + p.get("beta") + ", threshold=" + p.get("threshold") + ")";
            case "Softshrink", "Hardshrink" -> c.op() + "(lambd=" + p.get("lambda") + ")";
            case "Hardtanh" -> "hardtanh(min_val=" + p.get("min_val") + ", max_val=" + p.get("max_val") + ")";
            case "Threshold" -> "threshold(threshold=" + p.get("threshold") + ", value=" + p.get("value") + ")";
            case "exp", "expm1", "erf", "log", "log1p", "sqrt", "sin", "cos", "abs", "atan", "sinh", "cosh", "erfc" ->
                c.op() + "(x)";
            case "rsqrt" -> "1 / sqrt(x)";
            case "square" -> "x ^ 2";
            case "reciprocal" -> "1 / x";
            default -> c.op();
        };
    }

    /// Those above 4 ulp, and why: the rounding of the polynomial in front of gelu_tanh's sigmoid counts as often as
    /// that is steep.
    private static final Map<String, Double> LESS_EXACT = Map.of("gelu_tanh", 500.0);

    /// The largest error among some numbers may be that much more than among others.
    private static double atMost(double stated) {
        return 1.03 * stated + 0.1;
    }

    @TestFactory
    List<DynamicTest> valuesAreWithinUlps() {
        Golden golden = Golden.open("activations");
        return golden.cases().stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> values(golden, c)))
                .toList();
    }

    private static void values(Golden golden, Case c) {
        Tensor x = golden.tensor("x");
        float[] y = Activation.parse(text(c)).apply(x).toArray();
        double[] exact = golden.values(c.key("ref.y"));
        double ulps = LESS_EXACT.getOrDefault(c.name(), 4.0);
        for (int i = 0; i < y.length; i++) {
            float rounded = (float) exact[i];
            String what = c + " at " + x.toArray()[i] + ": " + y[i] + ", exact " + exact[i];
            if (!Float.isFinite(rounded)) assertThat(y[i]).as(what).isEqualTo(Float.valueOf(rounded));
            // Where a gate is subnormal it has few bits: so small a difference counts as none.
            else if (Math.abs(y[i] - exact[i]) > 2e-43) {
                assertThat(Math.abs(y[i] - exact[i]) / Math.ulp(rounded))
                        .as(what)
                        .isLessThanOrEqualTo(ulps);
            }
        }
    }

    /// At NaN PyTorch has a finite slope for the piecewise linear ones, where the reference says NaN: not compared.
    /// Slopes of functions that flow from the result, such as sigmoid', are exact to a rounding of 1.
    @TestFactory
    List<DynamicTest> derivativesByAutogradAgree() {
        Golden golden = Golden.open("activations");
        return golden.cases().stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> slopes(golden, c)))
                .toList();
    }

    private static void slopes(Golden golden, Case c) {
        Tensor x = golden.tensor("x").requiresGradient();
        float[] slopes =
                Activation.parse(text(c)).apply(x).sum().gradients().of(x).toArray();
        double[] exact = golden.values(c.key("ref.dydx"));
        float[] numbers = x.toArray();
        double tolerance = c.name().equals("gelu_tanh") || c.name().equals("mish") ? 5e-6 : 1e-6;
        for (int i = 0; i < slopes.length; i++) {
            if (Float.isNaN(numbers[i])) continue;
            // PyTorch 1.13 had -0.5 and 1.5 here; since 2.7 it has 0 and 1.
            if (c.op().equals("Hardswish") && Math.abs(numbers[i]) == 3) {
                assertThat(slopes[i]).isEqualTo(numbers[i] > 0 ? 1f : 0f);
                continue;
            }
            String what = c + "' at " + numbers[i] + ": " + slopes[i] + ", exact " + exact[i];
            if (!Float.isFinite((float) exact[i]))
                assertThat(slopes[i]).as(what).isEqualTo(Float.valueOf((float) exact[i]));
            else
                assertThat((double) slopes[i])
                        .as(what)
                        .isCloseTo(exact[i], within(tolerance * Math.max(1, Math.abs(exact[i]))));
        }
    }

    /// What [Exactness] finds out in double precision, against results of 120 digits at other numbers.
    @TestFactory
    List<DynamicTest> statedErrorsHold() {
        Golden golden = Golden.open("activations");
        return golden.cases().stream()
                .filter(c -> !Activation.parse(text(c)).isTyped())
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> stated(golden, c)))
                .toList();
    }

    private static void stated(Golden golden, Case c) {
        Activation activation = Activation.parse(text(c));
        Tensor x = golden.tensor("x").requiresGradient();
        Tensor y = activation.apply(x);
        float[] slopes = y.sum().gradients().of(x).toArray();
        double[] exactSlopes = golden.values(c.key("ref.dydx"));
        for (int i = 0; i < slopes.length; i++) {
            // Elsewhere the slope at this kink is another one.
            if (c.op().equals("Hardswish") && Math.abs(x.toArray()[i]) == 3) exactSlopes[i] = slopes[i];
        }
        Exactness stated = Exactness.of(activation);
        double[] exact = golden.values(c.key("ref.y"));
        assertThat(Exactness.worst(y.toArray(), exact, 0)).as("value").isLessThanOrEqualTo(atMost(stated.value()));
        assertThat(Exactness.worst(slopes, exactSlopes, 0)).as("slope").isLessThanOrEqualTo(atMost(stated.slope()));
        assertThat(Exactness.worst(slopes, exactSlopes, 1))
                .as("slope, in ulp of 1")
                .isLessThanOrEqualTo(atMost(stated.slopeOfOne()));
    }

    @TestFactory
    List<DynamicTest> thoseWithParametersOrHalves() {
        Golden golden = Golden.open("activations2");
        return golden.cases().stream()
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> parametersOrHalves(golden, c)))
                .toList();
    }

    private static void parametersOrHalves(Golden golden, Case c) {
        Tensor x = golden.tensor(c.key("in.x")).requiresGradient();
        JsonNode dim = c.params().get("dim");
        JsonNode count = c.params().get("num_parameters");
        String settings = dim != null ? "(dim=" + dim + ")" : count != null ? "(num_parameters=" + count + ")" : "";
        Module layer = Activation.parse(c.op() + settings).layer();
        if (layer instanceof Learned learned) learned.weight().set(golden.tensor(c.key("in.weight")));
        Tensor y = layer.apply(x);
        assertClose(y, Close.exact(golden, c, "out", "y"), 1e-6, "value");
        Gradients gradients = y.times(golden.tensor(c.key("up.y"))).sum().gradients();
        assertClose(gradients.of(x), Close.exact(golden, c, "grad", "x"), 1e-6, "gradient");
        if (layer instanceof Learned learned) {
            Tensor weight = learned.weight().value();
            assertClose(gradients.of(weight), Close.exact(golden, c, "grad", "weight"), 2e-6, "gradient of the slope");
        }
    }

    private static final Set<String> SOFTMAX = Set.of("Softmax", "Softmin", "LogSoftmax", "Softmax2d");

    /// The logarithm of softmax's divisor: an operation of tensors, no activation.
    @TestFactory
    List<DynamicTest> logSumExps() {
        Golden golden = Golden.open("softmax");
        return golden.cases().stream()
                .filter(c -> c.op().equals("LogSumExp"))
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> {
                    Tensor x = golden.tensor(c.key("in.x")).requiresGradient();
                    softmax(golden, c, x, x.logSumExp(c.params().get("dim").asInt()));
                }))
                .toList();
    }

    @Test
    void everyCaseOfSoftmaxIsChecked() {
        assertThat(Golden.open("softmax").cases().stream().map(Case::op))
                .allMatch(op -> SOFTMAX.contains(op) || op.equals("LogSumExp"));
    }

    @TestFactory
    List<DynamicTest> softmaxes() {
        Golden golden = Golden.open("softmax");
        return golden.cases().stream()
                .filter(c -> SOFTMAX.contains(c.op()))
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> softmax(golden, c)))
                .toList();
    }

    private static void softmax(Golden golden, Case c) {
        // Softmax2d is softmax over the channels of pictures.
        boolean pictures = c.op().equals("Softmax2d");
        int dim = pictures ? -3 : c.params().get("dim").asInt();
        Tensor x = golden.tensor(c.key("in.x")).requiresGradient();
        Tensor y = Activation.parse((pictures ? "softmax" : c.op()) + "(dim=" + dim + ")")
                .apply(x);
        softmax(golden, c, x, y);
    }

    private static void softmax(Golden golden, Case c, Tensor x, Tensor y) {
        assertClose(y, Close.exact(golden, c, "out", "y"), 2e-6, "value");
        Tensor gradient =
                y.times(golden.tensor(c.key("up.y"))).sum().gradients().of(x);
        assertClose(gradient, Close.exact(golden, c, "grad", "x"), 3e-6, "gradient");
    }

    @Test
    void theTutorialsSoftmax() {
        Tensor x = Tensor.of(0.2, 0.02, 0.15, 0.15, 1.3, 0.5, 0.06, 1.1, 0.05, 3.75);
        double[] expected = {0.0212, 0.0177, 0.0202, 0.0202, 0.0638, 0.0287, 0.0185, 0.0522, 0.0183, 0.7392};
        assertClose(Activations.SOFTMAX.apply(x), expected, 5e-5, "softmax");
    }
}
