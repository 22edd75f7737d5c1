package hillock.nn;

import static hillock.nn.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.nn.Loss.Reduction;
import hillock.reference.Golden;
import hillock.reference.Golden.Case;
import hillock.tensor.Gradients;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Values and gradients of the losses against PyTorch's float64 results.
class LossGoldenTest {
    /// Some dozens of float32 operations, relative from 1 on.
    private static final double TOLERANCE = 2e-6;

    private static final Map<String, Loss> LOSSES = Map.of(
            "MSELoss", Loss.MSE,
            "BCEWithLogitsLoss", Loss.BCE_WITH_LOGITS,
            "CrossEntropyLoss", Loss.CROSS_ENTROPY);

    /// Cases of these losses that need what they do not have: weights, label smoothing, ignored rows, images.
    private static final Set<String> NOT_EXPRESSIBLE = Set.of(
            "bce_logits_pos_weight",
            "bce_logits_weight",
            "cross_entropy_weight",
            "cross_entropy_smooth",
            "cross_entropy_weight_smooth",
            "cross_entropy_ignore",
            "cross_entropy_ignore2_weight_smooth",
            "cross_entropy_prob_ws",
            "cross_entropy_2d");

    private static boolean isExpressible(Case c) {
        return LOSSES.containsKey(c.op()) && !NOT_EXPRESSIBLE.contains(family(c));
    }

    private static String family(Case c) {
        return c.name().substring(0, c.name().lastIndexOf('_'));
    }

    @Test
    void whatHasNoCounterpartIsKnown() {
        Set<String> losses = new TreeSet<>();
        Set<String> variants = new TreeSet<>();
        int covered = 0;
        for (Case c : Golden.open("losses").cases()) {
            if (isExpressible(c)) covered++;
            else if (LOSSES.containsKey(c.op())) variants.add(family(c));
            else losses.add(c.op());
        }
        IO.println("torch-golden losses: " + covered + " cases checked; no counterpart for " + losses + " and "
                + variants);
        assertThat(covered).isEqualTo(15);
        assertThat(variants).isEqualTo(NOT_EXPRESSIBLE);
    }

    @TestFactory
    List<DynamicTest> cases() {
        Golden golden = Golden.open("losses");
        return golden.cases().stream()
                .filter(LossGoldenTest::isExpressible)
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(golden, c)))
                .toList();
    }

    private static void check(Golden golden, Case c) {
        String reduction = c.params().get("reduction").asString();
        Loss loss = LOSSES.get(c.op()).with(Reduction.valueOf(reduction.toUpperCase(Locale.ROOT)));
        List<Tensor> inputs = new ArrayList<>();
        for (String in : c.inputs()) {
            Tensor x = golden.tensor(c.key("in." + in));
            inputs.add(c.grads().contains(in) ? x.requiresGradient() : x);
        }
        Tensor y = loss.apply(inputs.get(0), inputs.get(1));
        assertThat(y.shape().dims()).isEqualTo(golden.dims(c.key("out.y")));
        assertClose(y, Close.exact(golden, c, "out", "y"), TOLERANCE, "value");
        Gradients g = y.times(golden.tensor(c.key("up.y"))).sum().gradients();
        for (String in : c.grads()) {
            Tensor gradient = g.of(inputs.get(c.inputs().indexOf(in)));
            assertClose(gradient, Close.exact(golden, c, "grad", in), TOLERANCE, "gradient of " + in);
        }
    }
}
