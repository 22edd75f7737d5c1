package hillock.bench.djl;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDArray;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.Shape;
import ai.djl.nn.Activation;
import ai.djl.training.ParameterStore;
import hillock.bench.task.Inference;
import hillock.bench.task.Pointwise;
import hillock.bench.task.Product;
import hillock.bench.task.Step;
import hillock.bench.task.Task;
import hillock.bench.worker.Job;
import hillock.bench.worker.Server;
import java.io.IOException;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// DJL with PyTorch. The number of threads comes from the environment and from system properties.
public final class DjlWorker implements Server.Library {
    private static final Map<String, UnaryOperator<NDArray>> FUNCTIONS = Map.of(
            "relu", Activation::relu,
            "leaky_relu", x -> Activation.leakyRelu(x, 0.01f),
            "sigmoid", Activation::sigmoid,
            "tanh", Activation::tanh,
            "elu", x -> Activation.elu(x, 1),
            "gelu", Activation::gelu,
            "silu", x -> Activation.swish(x, 1),
            "mish", Activation::mish,
            "softplus", Activation::softPlus,
            "softmax", x -> x.softmax(-1));

    private final NDManager manager = NDManager.newBaseManager("PyTorch");

    private DjlWorker() {}

    /// Serves.
    public static void main(String... args) throws IOException {
        Server.serve(new DjlWorker());
    }

    @Override
    public String conditions() {
        Engine engine = manager.getEngine();
        return "DJL " + Engine.getDjlVersion() + " with PyTorch " + engine.getVersion() + ", OMP_NUM_THREADS="
                + System.getenv("OMP_NUM_THREADS");
    }

    @Override
    public Job prepare(Task task, String variant) {
        return switch (task) {
            case Product p -> product(p);
            case Pointwise p when !p.gradient() && !p.into() && FUNCTIONS.containsKey(p.function()) -> pointwise(p);
            case Step step -> new DjlStep(step, manager);
            case Inference inference -> inference(inference);
            default -> throw new Job.Impossible("DJL was not asked for " + task.name());
        };
    }

    private Job product(Product p) {
        NDArray a = p.leftTransposed()
                ? matrix(p.left(), p.inner(), p.rows()).transpose()
                : matrix(p.left(), p.rows(), p.inner());
        NDArray b = p.rightTransposed()
                ? matrix(p.right(), p.columns(), p.inner()).transpose()
                : matrix(p.right(), p.inner(), p.columns());
        return repeating(() -> a.matMul(b));
    }

    private Job pointwise(Pointwise p) {
        boolean rows = p.function().equals("softmax");
        NDArray x = rows ? matrix(p.x(), p.rows(), p.columns()) : manager.create(p.x());
        UnaryOperator<NDArray> f = FUNCTIONS.get(p.function());
        return repeating(() -> f.apply(x));
    }

    private Job inference(Inference task) {
        var net = DjlStep.network(task, manager);
        NDArray x = matrix(task.x(), 1, task.in(0));
        ParameterStore parameters = new ParameterStore(manager, false);
        return Job.repeating(
                () -> {
                    try (NDManager scope = manager.newSubManager()) {
                        NDArray row = x.duplicate();
                        row.attach(scope);
                        return net.forward(parameters, new NDList(row), false)
                                .singletonOrThrow()
                                .toFloatArray();
                    }
                },
                y -> y);
    }

    private NDArray matrix(float[] numbers, long rows, long columns) {
        return manager.create(numbers, new Shape(rows, columns));
    }

    /// Results are closed at once, or memory would run out.
    private static Job repeating(Supplier<NDArray> work) {
        return Job.repeating(
                () -> {
                    NDArray y = work.get();
                    y.close();
                    return y;
                },
                _ -> {
                    try (NDArray y = work.get()) {
                        return y.toFloatArray();
                    }
                });
    }
}
