package hillock.nn;

import static hillock.nn.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.reference.Golden;
import hillock.reference.Golden.Case;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
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

    private static final Map<String, Optimizer> OPTIMIZERS = Map.of("SGD", Optimizer.SGD, "Adam", Optimizer.ADAM);

    private static final Set<String> NOT_EXPRESSIBLE = Set.of("sgd_maximize", "adam_maximize", "adam_amsgrad");

    private static boolean isExpressible(Case c) {
        return OPTIMIZERS.containsKey(c.op()) && !NOT_EXPRESSIBLE.contains(variant(c));
    }

    private static String variant(Case c) {
        return c.name().substring(0, c.name().indexOf('.'));
    }

    @Test
    void whatHasNoCounterpartIsKnown() {
        Set<String> missing = new TreeSet<>();
        Set<String> covered = new TreeSet<>();
        for (Case c : Golden.open("optimizers").cases()) (isExpressible(c) ? covered : missing).add(variant(c));
        IO.println("torch-golden optimizers: checked " + covered + "; no counterpart for " + missing);
        assertThat(covered)
                .containsExactlyInAnyOrder(
                        "sgd",
                        "sgd_momentum",
                        "sgd_nesterov",
                        "sgd_dampening",
                        "sgd_wd",
                        "sgd_nesterov_wd",
                        "adam",
                        "adam_default",
                        "adam_betas",
                        "adam_wd");
        assertThat(missing).containsAll(NOT_EXPRESSIBLE);
    }

    @TestFactory
    List<DynamicTest> trajectories() {
        Golden golden = Golden.open("optimizers");
        return golden.cases().stream()
                .filter(OptimizerGoldenTest::isExpressible)
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(golden, c)))
                .toList();
    }

    private static void check(Golden golden, Case c) {
        Problem problem = Problem.of(c.name().substring(c.name().indexOf('.') + 1), golden);
        OptimizerRun run = OPTIMIZERS.get(c.op()).with(settings(c.params())).start(problem.parameters());
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
                case "nesterov" -> settings.put("nesterov", value.asBoolean() ? 1.0 : 0.0);
                case "maximize", "amsgrad" -> assertThat(value.asBoolean()).isFalse();
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
