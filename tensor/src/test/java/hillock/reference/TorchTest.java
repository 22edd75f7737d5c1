package hillock.reference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.reference.Golden.Case;
import hillock.tensor.Gradients;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Values and gradients of PyTorch's operations against its float64 results.
class TorchTest {
    /// A float is 6·10⁻⁸ from the exact value after one operation; sums and chains of some dozens of terms
    /// lose a few of these. Relative from 1 on.
    private static final double TOLERANCE = 2e-6;

    /// The mean is 1000 and the deviation 10⁻²: float32 has lost the digits before anything is computed
    /// (torch itself is 10⁻² off).
    private static final Set<String> ILL_CONDITIONED = Set.of("var_offset");

    /// Operations that Hillock has no counterpart for yet.
    private static final Set<String> NOT_COVERED = Set.of(
            "atan2",
            "ceil",
            "cumprod",
            "cumsum",
            "diagonal",
            "floor",
            "floor_divide",
            "fmod",
            "masked_select",
            "pad",
            "prod",
            "remainder",
            "round",
            "sort",
            "topk",
            "trunc",
            "unfold");

    /// log(0) in a branch that is not taken: torch gives NaN, Hillock the slope of the branch that is.
    private static final Set<String> BETTER_THAN_TORCH = Set.of("where_log_trap");

    @Test
    void whatHasNoCounterpartIsKnown() {
        Set<String> missing = new TreeSet<>();
        int covered = 0;
        for (Case c : Golden.open("tensorops").cases()) {
            if (TorchOps.has(c)) covered++;
            else missing.add(c.op());
        }
        System.out.println("torch-golden tensorops: " + covered + " cases checked; no counterpart for " + missing);
        assertThat(missing).isEqualTo(NOT_COVERED);
    }

    @TestFactory
    List<DynamicTest> tensorOperations() {
        return tests("tensorops");
    }

    @TestFactory
    List<DynamicTest> softmaxes() {
        return tests("softmax");
    }

    private static List<DynamicTest> tests(String group) {
        Golden golden = Golden.open(group);
        return golden.cases().stream()
                .filter(TorchOps::has)
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(golden, c)))
                .toList();
    }

    private static void check(Golden golden, Case c) {
        List<Tensor> inputs = new ArrayList<>();
        for (String in : c.inputs()) {
            Tensor x = golden.tensor(c.key("in." + in));
            inputs.add(c.grads().contains(in) ? x.requiresGradient() : x);
        }
        List<Tensor> outputs = TorchOps.apply(c, inputs);
        Tensor loss = Tensor.scalar(0);
        for (int k = 0; k < outputs.size(); k++) {
            Tensor y = outputs.get(k);
            String out = c.outputs().get(k);
            assertThat(y.shape().dims()).as("shape").isEqualTo(golden.dims(c.key("out." + out)));
            assertClose(y, expected(golden, c, "out", out), c, out);
            if (!c.grads().isEmpty())
                loss = loss.plus(y.times(golden.tensor(c.key("up." + out))).sum());
        }
        Gradients gradients = loss.gradients();
        for (String grad : c.grads()) {
            Tensor actual = gradients.of(inputs.get(c.inputs().indexOf(grad)));
            assertClose(actual, expected(golden, c, "grad", grad), c, "gradient for " + grad);
        }
    }

    private static double[] expected(Golden golden, Case c, String kind, String name) {
        String exact = c.key(kind + "64." + name);
        return golden.values(golden.has(exact) ? exact : c.key(kind + "." + name));
    }

    private static void assertClose(Tensor actual, double[] expected, Case c, String what) {
        float[] floats = actual.toArray();
        double tolerance = ILL_CONDITIONED.contains(c.name()) ? 0.02 : TOLERANCE;
        assertThat(floats).as(what).hasSize(expected.length);
        for (int i = 0; i < floats.length; i++) {
            String where = what + " at element " + i;
            if (Float.isFinite((float) expected[i])) {
                assertThat((double) floats[i])
                        .as(where)
                        .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
            } else if (!(Double.isNaN(expected[i]) && BETTER_THAN_TORCH.contains(c.name()))) {
                assertThat(floats[i]).as(where).isEqualTo(Float.valueOf((float) expected[i]));
            }
        }
    }
}
