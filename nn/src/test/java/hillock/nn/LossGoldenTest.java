package hillock.nn;

import static hillock.nn.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.nn.Loss.Reduction;
import hillock.reference.Golden;
import hillock.reference.Golden.Case;
import hillock.tensor.Gradients;
import hillock.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Values and gradients of the losses against PyTorch's float64 results.
class LossGoldenTest {
    /// Some dozens of float32 operations, relative from 1 on.
    private static final double TOLERANCE = 2e-6;

    /// All but CTC, which is of sequences: Hillock has no network that makes them.
    private static boolean hasCounterpart(Case c) {
        return !c.op().equals("CTCLoss");
    }

    @Test
    void onlyThatOfSequencesHasNoCounterpart() {
        assertThat(Golden.open("losses").cases().stream().filter(c -> !hasCounterpart(c)))
                .hasSize(3);
    }

    private static String reduction(Case c) {
        return c.params().get("reduction").asString();
    }

    @TestFactory
    List<DynamicTest> cases() {
        Golden golden = Golden.open("losses");
        return golden.cases().stream()
                .filter(LossGoldenTest::hasCounterpart)
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(golden, c)))
                .toList();
    }

    private static double number(Case c, String name) {
        JsonNode value = c.params().get(name);
        return value.isBoolean() ? value.asBoolean() ? 1 : 0 : value.asDouble();
    }

    private static boolean is(Case c, String name) {
        return c.params().path(name).asBoolean();
    }

    private static Loss loss(Case c, Map<String, Tensor> in) {
        JsonNode p = c.params();
        Tensor weight = in.get("weight");
        return switch (c.op()) {
            case "MSELoss" -> Losses.parse("mse");
            case "L1Loss" -> Losses.parse("l1");
            case "SmoothL1Loss" -> Losses.parse("smooth_l1(beta=" + p.get("beta") + ")");
            case "HuberLoss" -> Losses.parse("huber(delta=" + p.get("delta") + ")");
            case "CrossEntropyLoss" ->
                Losses.crossEntropy(
                        weight,
                        p.path("label_smoothing").asDouble(0),
                        p.path("ignore_index").asInt(-100));
            case "NLLLoss" -> Losses.nll(weight, p.path("ignore_index").asInt(-100));
            case "BCELoss" -> weighing(weight, Losses.parse("bce"));
            case "MultiLabelSoftMarginLoss" ->
                new Loss(
                        "rows",
                        (z, t) -> Loss.BCE_WITH_LOGITS.each().apply(z, t).mean(-1),
                        Reduction.MEAN);
            case "BCEWithLogitsLoss" ->
                in.containsKey("pos_weight")
                        ? Losses.bceWithLogits(in.get("pos_weight"))
                        : weighing(weight, Losses.parse("bce_with_logits"));
            case "KLDivLoss" -> Losses.klDiv(is(c, "log_target"));
            case "HingeEmbeddingLoss" -> Losses.parse("hinge_embedding(margin=" + p.get("margin") + ")");
            case "PoissonNLLLoss" -> Losses.poissonNll(is(c, "log_input"), is(c, "full"), number(c, "eps"));
            case "SoftMarginLoss" -> Losses.parse("soft_margin");
            case "MultiMarginLoss" -> Losses.multiMargin(number(c, "p"), number(c, "margin"), weight);
            default -> throw new IllegalArgumentException(c.op());
        };
    }

    /// A weight of each number is a product before the reduction.
    private static Loss weighing(Tensor weight, Loss loss) {
        if (weight == null) return loss;
        return new Loss(loss.name(), (a, t) -> loss.each().apply(a, t).times(weight), Reduction.MEAN);
    }

    /// Those of three tensors, before the reduction.
    private static Tensor ofThree(Case c, List<Tensor> in) {
        Tensor a = in.get(0);
        Tensor b = in.get(1);
        Tensor d = in.get(2);
        return switch (c.op()) {
            case "GaussianNLLLoss" -> Losses.gaussianNll(a, b, d, is(c, "full"), number(c, "eps"));
            case "CosineEmbeddingLoss" -> Losses.cosineEmbedding(a, b, d, number(c, "margin"));
            case "MarginRankingLoss" -> Losses.marginRanking(a, b, d, number(c, "margin"));
            case "TripletMarginLoss" ->
                Losses.tripletMargin(a, b, d, number(c, "margin"), number(c, "p"), is(c, "swap"));
            default -> null;
        };
    }

    private static void check(Golden golden, Case c) {
        Map<String, Tensor> inputs = new LinkedHashMap<>();
        for (String in : c.inputs()) {
            Tensor x = golden.tensor(c.key("in." + in));
            inputs.put(in, c.grads().contains(in) ? x.requiresGradient() : x);
        }
        List<Tensor> in = List.copyOf(inputs.values());
        // The sum by the rows.
        boolean batchMean = reduction(c).equals("batchmean");
        Reduction reduction =
                batchMean ? Reduction.SUM : Reduction.valueOf(reduction(c).toUpperCase(Locale.ROOT));
        Tensor three = in.size() == 3 ? ofThree(c, in) : null;
        Tensor y = three == null
                ? loss(c, inputs).with(reduction).apply(in.get(0), in.get(1))
                : switch (reduction) {
                    case NONE -> three;
                    case SUM -> three.sum();
                    case MEAN -> three.mean();
                };
        if (batchMean) y = y.div(in.get(0).shape().dim(0));
        assertThat(y.shape().dims()).isEqualTo(golden.dims(c.key("out.y")));
        assertClose(y, Close.exact(golden, c, "out", "y"), TOLERANCE, "value");
        // Slope 0 where a logarithm is cut off at -100, and where |a - t| is 0 for beta 0, too: PyTorch has -1 there.
        if (c.name().startsWith("bce_edge") || c.name().startsWith("smooth_l1_0.0")) return;
        Gradients g = y.times(golden.tensor(c.key("up.y"))).sum().gradients();
        for (String name : c.grads()) {
            assertClose(g.of(inputs.get(name)), Close.exact(golden, c, "grad", name), TOLERANCE, "gradient of " + name);
        }
    }
}
