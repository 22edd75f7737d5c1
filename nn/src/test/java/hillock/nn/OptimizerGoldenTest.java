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

    /// [LbfgsGoldenTest] has the others.
    private static boolean isStepwise(Case c) {
        return !List.of("LBFGS", "clip_grad_norm_").contains(c.op());
    }

    private static Optimizer optimizer(Case c) {
        if (c.op().equals("NAdam")) return nadamOf113();
        String suffix = c.op().equals("AdamW") ? "w" : "";
        boolean largest = c.params().path("amsgrad").asBoolean();
        return Optimizer.parse(largest ? "amsgrad" + suffix : c.op().toLowerCase(Locale.ROOT));
    }

    /// [Optimizer#NADAM] with the fault of PyTorch 1.13, which 2.0 mended: in the divisor of the step ahead the product
    /// of the momenta has the present one twice. [OptimizerTest] has steps of the right one.
    private static Optimizer nadamOf113() {
        return Optimizer.of("nadam", Optimizer.NADAM.slots(), Optimizer.NADAM.settings(), (p, g, slots, step, s) -> {
            List<Expr> right = Rules.nadam(p, g, slots, step, s);
            Expr one = Expr.constant(1);
            Expr mu = Rules.rising(s.get(1), step, s.get(5));
            Expr next = Rules.rising(s.get(1), step.plus(1), s.get(5));
            Expr product = right.get(3);
            Expr scale = right.get(2).div(one.minus(s.get(2).pow(step))).sqrt().plus(s.get(3));
            Expr ahead = s.get(0).times(next).times(right.get(1)).div(scale);
            Expr fault =
                    one.div(one.minus(product.times(mu).times(next))).minus(one.div(one.minus(product.times(next))));
            return List.of(right.get(0).minus(ahead.times(fault)), right.get(1), right.get(2), product);
        });
    }

    @TestFactory
    List<DynamicTest> trajectories() {
        Golden golden = Golden.open("optimizers");
        return golden.cases().stream()
                .filter(OptimizerGoldenTest::isStepwise)
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
                case "nesterov", "centered", "maximize" -> settings.put(p.getKey(), value.asBoolean() ? 1.0 : 0.0);
                case "amsgrad" -> {}
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
