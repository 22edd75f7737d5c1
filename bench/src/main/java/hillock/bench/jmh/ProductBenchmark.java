package hillock.bench.jmh;

import hillock.bench.task.Product;
import hillock.bench.task.Task;
import hillock.tensor.Threads;
import hillock.tensor.backend.Gemm;
import hillock.tensor.backend.Matrix;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// Matrix products, of code that has seen no other shape, or another one before: HotSpot compiles
/// a loop for the lengths that it has seen.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ProductBenchmark {
    private static final long BEFORE_NANOS = 1_000_000_000;

    @Param({"32", "128", "512", "128x784x256", "128x784x256-dx", "128x784x256-dw", "1x784x256"})
    public String shape;

    @Param("none")
    public String before;

    private Matrix a;
    private Matrix b;
    private float[] c;

    @Setup
    public void setUp() {
        Threads.use(1);
        if (!before.equals("none")) {
            prepare(before);
            long begin = System.nanoTime();
            while (System.nanoTime() - begin < BEFORE_NANOS) multiply();
        }
        prepare(shape);
    }

    private void prepare(String shape) {
        Product p = (Product) Task.parse("gemm-" + shape);
        a = new Matrix(p.left(), 0, p.rows(), p.inner(), p.leftTransposed());
        b = new Matrix(p.right(), 0, p.inner(), p.columns(), p.rightTransposed());
        c = new float[p.rows() * p.columns()];
    }

    @Benchmark
    public float[] multiply() {
        Gemm.multiply(1, a, b, c, 0, null);
        return c;
    }
}
