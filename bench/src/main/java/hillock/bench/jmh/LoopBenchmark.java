package hillock.bench.jmh;

import hillock.bench.task.Noise;
import hillock.expr.Formula;
import hillock.expr.Kernel;
import hillock.expr.kernel.Loop;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/// What one element of a formula takes, in memory that is there and near.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
@Fork(
        value = 1,
        jvmArgsAppend = {"--add-modules=jdk.incubator.vector", "-Dhillock.simd=always"})
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class LoopBenchmark {
    private static final int SIZE = 8192;
    private static final int[] STRIDES = new int[2];

    @Param({
        "x * x",
        "1 / (1 + x * x)",
        "1 / (1 + x * x) / (2 + x * x)",
        "exp(x)",
        "sigmoid(x)",
        "x * sigmoid(x)",
        "erf(x)",
        "ndtr(x)",
        "x * ndtr(x)"
    })
    public String formula;

    private Loop loop;
    private float[] uniforms;
    private float[][] arrays;

    @Setup
    public void setUp() {
        loop = Loop.of(Kernel.of(Formula.parse(formula).expr()), 0);
        uniforms = new float[loop.uniforms()];
        loop.uniforms(new double[0], uniforms);
        arrays = new float[][] {Noise.uniform(1, SIZE, -5, 5), new float[SIZE]};
    }

    @Benchmark
    @OperationsPerInvocation(SIZE)
    public float[] run() {
        loop.run(arrays, STRIDES, STRIDES, uniforms, 1, SIZE);
        return arrays[1];
    }
}
