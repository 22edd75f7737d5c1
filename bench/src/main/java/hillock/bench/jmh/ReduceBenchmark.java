package hillock.bench.jmh;

import hillock.bench.task.Noise;
import hillock.nn.Activations;
import hillock.tensor.Tensor;
import hillock.tensor.Threads;
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

/// Reductions of a matrix.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReduceBenchmark {
    @Param({"100x10", "1000x1000"})
    public String shape;

    private Tensor x;

    @Setup
    public void setUp() {
        Threads.use(1);
        String[] dims = shape.split("x", -1);
        int rows = Integer.parseInt(dims[0]);
        int columns = Integer.parseInt(dims[1]);
        x = Tensor.of(Noise.uniform(1, rows * columns, -5, 5), rows, columns);
    }

    @Benchmark
    public Tensor sumOfAll() {
        return x.sum();
    }

    @Benchmark
    public Tensor sumOfRows() {
        return x.sum(1);
    }

    @Benchmark
    public Tensor sumOfColumns() {
        return x.sum(0);
    }

    @Benchmark
    public Tensor maxOfRows() {
        return x.max(1);
    }

    @Benchmark
    public Tensor softmax() {
        return Activations.SOFTMAX.apply(x);
    }
}
