package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.data.Dataset;
import hillock.nn.solve.Lbfgs;
import hillock.nn.solve.LbfgsRun;
import hillock.reference.Golden;
import hillock.reference.Golden.Case;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import tools.jackson.databind.JsonNode;

/// Twenty steps of [Lbfgs] on three problems beside PyTorch's float64 trajectories. Both are in double
/// precision: in float32 the paths part after some steps, PyTorch's own, too.
class LbfgsGoldenTest {
    private static final int STEADY_STEPS = 17;
    private static final double STEADY = 1e-7;
    /// After some hundred evaluations a start that is moved by one rounding ends 8e-6 away.
    private static final double LATE = 2e-5;

    @TestFactory
    List<DynamicTest> trajectories() {
        Golden golden = Golden.open("optimizers");
        return golden.cases().stream()
                .filter(c -> c.op().equals("LBFGS"))
                .map(c -> DynamicTest.dynamicTest(c.name(), () -> check(golden, c)))
                .toList();
    }

    private static void check(Golden golden, Case c) {
        double[] trajectory = golden.values(c.key("trajectory64"));
        double[] losses = golden.values(c.key("losses64"));
        int width = trajectory.length / (losses.length + 1);
        double[] x = new double[width];
        System.arraycopy(trajectory, 0, x, 0, width);
        LbfgsRun run = method(c.params()).start(problem(c.name().replaceAll(".*\\.", ""), golden), x);
        for (int step = 0; step < losses.length; step++) {
            double loss = run.step();
            assertThat(loss).as("loss before step " + step).isCloseTo(losses[step], near(losses[step], step));
            for (int i = 0; i < width; i++) {
                double expected = trajectory[(step + 1) * width + i];
                assertThat(x[i]).as("number " + i + " after step " + step).isCloseTo(expected, near(expected, step));
            }
        }
    }

    private static Offset<Double> near(double expected, int step) {
        return within((step < STEADY_STEPS ? STEADY : LATE) * Math.max(1, Math.abs(expected)));
    }

    private static Lbfgs method(JsonNode p) {
        return new Lbfgs(
                p.get("lr").asDouble(),
                p.get("max_iter").asInt(),
                p.get("max_eval").asInt(),
                p.get("tolerance_grad").asDouble(),
                p.get("tolerance_change").asDouble(),
                p.get("history_size").asInt(),
                !p.get("line_search_fn").isNull());
    }

    private static Lbfgs.Objective problem(String name, Golden golden) {
        return switch (name) {
            case "lsq" -> leastSquares(golden.values("problem/lsq.A"), golden.values("problem/lsq.b"));
            case "rosen" -> LbfgsGoldenTest::rosenbrock;
            case "mlp" -> network(golden);
            default -> throw new IllegalArgumentException("no problem " + name);
        };
    }

    /// mean((A w - b)²)
    private static Lbfgs.Objective leastSquares(double[] a, double[] b) {
        return (w, gradient) -> {
            Arrays.fill(gradient, 0);
            double sum = 0;
            for (int i = 0; i < b.length; i++) {
                double r = -b[i];
                for (int j = 0; j < w.length; j++) r += a[i * w.length + j] * w[j];
                for (int j = 0; j < w.length; j++) gradient[j] += 2 * r * a[i * w.length + j] / b.length;
                sum += r * r;
            }
            return sum / b.length;
        };
    }

    /// (1 - x)² + 100 (y - x²)²
    private static double rosenbrock(double[] p, double[] gradient) {
        double a = 1 - p[0];
        double b = p[1] - p[0] * p[0];
        gradient[0] = -2 * a - 400 * p[0] * b;
        gradient[1] = 200 * b;
        return a * a + 100 * b * b;
    }

    private static Lbfgs.Objective network(Golden golden) {
        List<Parameter> p = Stream.of("W1", "b1", "W2", "b2")
                .map(name -> Parameter.of(golden.tensor("problem/mlp." + name)))
                .toList();
        Sequential net =
                Sequential.of(new Linear(p.get(0), p.get(1)), Activations.TANH, new Linear(p.get(2), p.get(3)));
        Tensor x = golden.tensor("problem/mlp.X");
        DoubleNetwork exact = DoubleNetwork.of(net, x).orElseThrow();
        return new NetworkResiduals(exact, new Dataset(x, golden.tensor("problem/mlp.Y")))::meanSquare;
    }
}
