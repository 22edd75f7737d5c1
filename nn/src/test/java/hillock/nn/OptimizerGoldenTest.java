package hillock.nn;

import static hillock.nn.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.reference.Golden;
import hillock.reference.Golden.Case;
import hillock.tensor.Tensor;
import hillock.tensor.Update;
import hillock.tensor.Variable;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Twenty steps on three problems beside PyTorch's float64 trajectories.
class OptimizerGoldenTest {
    /// What 20 steps of float32 may be off: five times what PyTorch's own float32 is, and at least some roundings of
    /// the largest value, 1.6.
    private static final double TIMES_TORCH = 5;

    private static final double AT_LEAST = 1e-6;

    /// There is no `maximize`: negate the loss. L-BFGS has [LbfgsGoldenTest]. The NAdam of PyTorch 1.13
    /// multiplies by mu once too often, which 2.0 mended: [OptimizerTest] has steps by hand.
    private static boolean hasNoCounterpart(Case c) {
        return c.params().path("maximize").asBoolean()
                || List.of("LBFGS", "NAdam").contains(c.op());
    }

    private static Optimizer optimizer(Case c) {
        String suffix = c.op().equals("AdamW") ? "w" : "";
        boolean largest = c.params().path("amsgrad").asBoolean();
        return Optimizer.parse(largest ? "amsgrad" + suffix : c.op().toLowerCase(Locale.ROOT));
    }

    @Test
    void whatHasNoCounterpartIsKnown() {
        Set<String> missing = new TreeSet<>();
        for (Case c : Golden.open("optimizers").cases()) {
            if (hasNoCounterpart(c)) missing.add(c.name().replaceAll("\\.[a-z]+$|_[0-9].*", ""));
        }
        IO.println("torch-golden optimizers: no counterpart for " + missing);
        assertThat(missing)
                .containsExactlyInAnyOrder(
                        "adam_maximize", "lbfgs", "lbfgs_wolfe", "nadam", "nadam_wd", "sgd_maximize");
    }

    @TestFactory
    List<DynamicTest> trajectories() {
        Golden golden = Golden.open("optimizers");
        return golden.cases().stream()
                .filter(c -> !hasNoCounterpart(c) && !c.op().equals("clip_grad_norm_"))
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(golden, c)))
                .toList();
    }

    private static void check(Golden golden, Case c) {
        Problem problem = Problem.of(c.name().substring(c.name().indexOf('.') + 1), golden);
        OptimizerRun run = optimizer(c).with(settings(c.params())).start(problem.parameters());
        double[] trajectory = golden.values(c.key("trajectory64"));
        double[] losses = golden.values(c.key("losses64"));
        double tolerance = tolerance(c.name());
        int width = trajectory.length / (losses.length + 1);
        for (int step = 0; step < losses.length; step++) {
            assertAt(problem, trajectory, step, width, tolerance);
            Tensor loss = problem.loss().get();
            assertClose(loss, new double[] {losses[step]}, 10 * tolerance, "loss before step " + step);
            run.step(loss.gradients());
        }
        assertAt(problem, trajectory, losses.length, width, tolerance);
    }

    private static void assertAt(Problem problem, double[] trajectory, int step, int width, double tolerance) {
        double[] expected = Arrays.copyOfRange(trajectory, step * width, (step + 1) * width);
        assertClose(problem.position(), expected, tolerance, "after " + step + " steps");
    }

    /// A step of descent with rate 1 from 0 moves by minus the clipped gradient.
    @TestFactory
    List<DynamicTest> clippedGradients() {
        Golden golden = Golden.open("optimizers");
        return golden.cases().stream()
                .filter(c -> c.op().equals("clip_grad_norm_"))
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> clipped(golden, c)))
                .toList();
    }

    private static void clipped(Golden golden, Case c) {
        Tensor g0 = golden.tensor(c.key("in.g0"));
        Tensor g1 = golden.tensor(c.key("in.g1"));
        Variable p0 = Variable.of(Tensor.zeros(g0.shape().dims()));
        Variable p1 = Variable.of(Tensor.zeros(g1.shape().dims()));
        Update descent = Update.of(Kernel.of(Expr.input(0).minus(Expr.input(1))), List.of(p0, p1), 0);
        String order = c.params().get("norm_type").asString();
        descent.clipNorm(
                c.params().get("max_norm").asDouble(),
                order.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(order));
        descent.step(p0.value().times(g0).sum().plus(p1.value().times(g1).sum()).gradients());
        assertClose(p0.value().unaryMinus(), golden.tensor(c.key("out.g0")).toDoubles(), 1e-6, "first");
        assertClose(p1.value().unaryMinus(), golden.tensor(c.key("out.g1")).toDoubles(), 1e-6, "second");
    }

    private static double tolerance(String name) {
        JsonNode torch = Golden.json("torch_error.json")
                .get("optimizers_float32_vs_float64")
                .get(name);
        return Math.max(AT_LEAST, TIMES_TORCH * torch.get("max_abs_gap").asDouble());
    }

    /// PyTorch's arguments by our names: a pair of betas is two numbers, `nesterov` 0 or 1.
    private static Map<String, Double> settings(JsonNode params) {
        Map<String, Double> settings = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> p : params.properties()) {
            JsonNode value = p.getValue();
            switch (p.getKey()) {
                case "betas" -> {
                    settings.put("beta1", value.get(0).asDouble());
                    settings.put("beta2", value.get(1).asDouble());
                }
                case "etas" -> {
                    settings.put("etaminus", value.get(0).asDouble());
                    settings.put("etaplus", value.get(1).asDouble());
                }
                case "step_sizes" -> {
                    settings.put("step_size_min", value.get(0).asDouble());
                    settings.put("step_size_max", value.get(1).asDouble());
                }
                case "nesterov", "centered" -> settings.put(p.getKey(), value.asBoolean() ? 1.0 : 0.0);
                case "maximize", "amsgrad" -> {}
                default -> settings.put(p.getKey(), value.asDouble());
            }
        }
        return settings;
    }

    @Test
    void settingsAreRead() {
        assertThat(Optimizer.parse("sgd(lr=0.1, momentum=0.9)").settings().stream()
                        .collect(Collectors.toMap(Activation.Setting::name, Activation.Setting::value)))
                .containsEntry("lr", 0.1)
                .containsEntry("momentum", 0.9)
                .containsEntry("weight_decay", 0.0);
    }
}
