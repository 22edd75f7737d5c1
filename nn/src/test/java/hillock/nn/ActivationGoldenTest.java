package hillock.nn;

import static hillock.nn.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.reference.Golden;
import hillock.reference.Golden.Case;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Activations at the special points, the neighbours of kinks and the random numbers of the golden values, against
/// results of 120 digits; softmax and its logarithm against PyTorch's float64.
class ActivationGoldenTest {
    /// What the kernels state of themselves; leaky ReLU's slope is a float32 in the kernel, which costs up to
    /// 0.84 in PyTorch too.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sigmoid, sigmoid, 2",
        "tanh, tanh, 2",
        "relu, relu, 0",
        "leaky_relu, leaky_relu_0.01, 1",
        "leaky_relu(negative_slope=0.2), leaky_relu_0.2, 1"
    })
    void valuesAreWithinUlps(String text, String name, double ulps) {
        Golden golden = Golden.open("activations");
        Tensor x = golden.tensor("x");
        float[] y = Activation.parse(text).apply(x).toArray();
        double[] exact = golden.values(name + "/ref.y");
        for (int i = 0; i < y.length; i++) {
            float rounded = (float) exact[i];
            String what = text + " at " + x.toArray()[i];
            if (!Float.isFinite(rounded)) assertThat(y[i]).as(what).isEqualTo(Float.valueOf(rounded));
            else
                assertThat(Math.abs(y[i] - exact[i]) / Math.ulp(rounded))
                        .as(what)
                        .isLessThanOrEqualTo(ulps);
        }
    }

    /// sigmoid' and tanh' are computed from the result, which is exact to a rounding of 1, not of the slope. At NaN
    /// PyTorch has a finite slope for the piecewise linear ones, where the reference says NaN: not compared.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "sigmoid, sigmoid",
        "tanh, tanh",
        "relu, relu",
        "leaky_relu, leaky_relu_0.01",
        "leaky_relu(negative_slope=0.2), leaky_relu_0.2"
    })
    void derivativesByAutogradAgree(String text, String name) {
        Golden golden = Golden.open("activations");
        Tensor x = golden.tensor("x").requiresGradient();
        float[] slopes = Activation.parse(text).apply(x).sum().gradients().of(x).toArray();
        double[] exact = golden.values(name + "/ref.dydx");
        int[] numbers = IntStream.range(0, slopes.length)
                .filter(i -> !Float.isNaN(x.toArray()[i]))
                .toArray();
        float[] actual = new float[numbers.length];
        double[] expected = new double[numbers.length];
        for (int i = 0; i < numbers.length; i++) {
            actual[i] = slopes[numbers[i]];
            expected[i] = exact[numbers[i]];
        }
        assertClose(actual, expected, 3e-7, text + "'");
    }

    private static final Set<String> SOFTMAX = Set.of("Softmax", "LogSoftmax");

    @Test
    void whatOfSoftmaxHasNoCounterpartIsKnown() {
        List<String> missing = Golden.open("softmax").cases().stream()
                .map(Case::op)
                .filter(op -> !SOFTMAX.contains(op))
                .distinct()
                .toList();
        IO.println("torch-golden softmax: no counterpart for " + missing);
        assertThat(missing).containsExactlyInAnyOrder("Softmin", "LogSumExp", "Softmax2d");
    }

    /// They work along the last dimension; for the cases along another one the dimensions are swapped before and after.
    @TestFactory
    List<DynamicTest> softmaxes() {
        Golden golden = Golden.open("softmax");
        return golden.cases().stream()
                .filter(c -> SOFTMAX.contains(c.op()))
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> softmax(golden, c)))
                .toList();
    }

    private static void softmax(Golden golden, Case c) {
        Activation activation = c.op().equals("Softmax") ? Activations.SOFTMAX : Activations.LOG_SOFTMAX;
        Tensor x = golden.tensor(c.key("in.x")).requiresGradient();
        int[] swap = swapWithLast(c.params().get("dim").asInt(), x.shape().rank());
        Tensor y = activation.apply(x.permute(swap)).permute(swap);
        assertClose(y, Close.exact(golden, c, "out", "y"), 2e-6, "value");
        Tensor gradient =
                y.times(golden.tensor(c.key("up.y"))).sum().gradients().of(x);
        assertClose(gradient, Close.exact(golden, c, "grad", "x"), 3e-6, "gradient");
    }

    private static int[] swapWithLast(int dim, int rank) {
        int[] order = IntStream.range(0, rank).toArray();
        int axis = dim < 0 ? dim + rank : dim;
        order[axis] = rank - 1;
        order[rank - 1] = axis;
        return order;
    }

    @Test
    void theTutorialsSoftmax() {
        Tensor x = Tensor.of(0.2, 0.02, 0.15, 0.15, 1.3, 0.5, 0.06, 1.1, 0.05, 3.75);
        double[] expected = {0.0212, 0.0177, 0.0202, 0.0202, 0.0638, 0.0287, 0.0185, 0.0522, 0.0183, 0.7392};
        assertClose(Activations.SOFTMAX.apply(x), expected, 5e-5, "softmax");
    }
}
