package hillock.bench.nd4j;

import hillock.bench.task.Pointwise;
import hillock.bench.task.Product;
import hillock.bench.task.Step;
import hillock.bench.task.Task;
import hillock.bench.worker.Job;
import hillock.bench.worker.Server;
import java.io.IOException;
import java.util.Map;
import java.util.Properties;
import java.util.function.UnaryOperator;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.ops.transforms.Transforms;

/// ND4J on its processor backend. The number of threads comes from the environment.
public final class Nd4jWorker implements Server.Library {
    private static final Map<String, UnaryOperator<INDArray>> FUNCTIONS = Map.of(
            "relu", Transforms::relu,
            "leaky_relu", x -> Transforms.leakyRelu(x, 0.01),
            "sigmoid", Transforms::sigmoid,
            "tanh", Transforms::tanh,
            "elu", Transforms::elu,
            "softplus", Transforms::softPlus,
            "softmax", x -> Nd4j.nn().softmax(x, 1));

    private Nd4jWorker() {}

    /// Serves.
    public static void main(String... args) throws IOException {
        Nd4j.getExecutioner();
        Server.serve(new Nd4jWorker());
    }

    @Override
    public String conditions() {
        Properties facts = Nd4j.getExecutioner().getEnvironmentInformation();
        return Server.jarOf(Nd4j.class) + ", " + facts.get("blas.vendor") + ", OMP_NUM_THREADS="
                + facts.get("omp.threads");
    }

    @Override
    public Job prepare(Task task, String variant) {
        return switch (task) {
            case Product p -> product(p);
            case Pointwise p when !p.gradient() && !p.into() && FUNCTIONS.containsKey(p.function()) -> pointwise(p);
            case Step step -> new Nd4jStep(step);
            default -> throw new Job.Impossible("ND4J was not asked for " + task.name());
        };
    }

    private static Job product(Product p) {
        INDArray a = p.leftTransposed() ? matrix(p.left(), p.inner(), p.rows()) : matrix(p.left(), p.rows(), p.inner());
        INDArray b = p.rightTransposed()
                ? matrix(p.right(), p.columns(), p.inner())
                : matrix(p.right(), p.inner(), p.columns());
        INDArray c = Nd4j.create(new long[] {p.rows(), p.columns()}, 'c');
        return Job.repeating(
                () -> Nd4j.matmul(a, b, c, p.leftTransposed(), p.rightTransposed(), false), Nd4jWorker::numbers);
    }

    private static Job pointwise(Pointwise p) {
        boolean rows = p.function().equals("softmax");
        INDArray x = rows ? matrix(p.x(), p.rows(), p.columns()) : Nd4j.createFromArray(p.x());
        UnaryOperator<INDArray> f = FUNCTIONS.get(p.function());
        return Job.repeating(
                () -> {
                    INDArray y = f.apply(x);
                    y.close();
                    return y;
                },
                _ -> numbers(f.apply(x)));
    }

    private static INDArray matrix(float[] numbers, int rows, int columns) {
        return Nd4j.createFromArray(numbers).reshape('c', rows, columns);
    }

    private static float[] numbers(INDArray x) {
        return x.dup('c').data().asFloat();
    }
}
