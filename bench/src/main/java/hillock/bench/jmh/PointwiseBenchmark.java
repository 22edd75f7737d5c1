package hillock.bench.jmh;

import hillock.bench.task.Noise;
import hillock.nn.Activation;
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

/// Activations, forward and with what flows back.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class PointwiseBenchmark {
    @Param({"relu", "sigmoid", "tanh"})
    public String function;

    @Param({"1000", "100000"})
    public int size;

    private Activation activation;
    private Tensor x;
    private Tensor leaf;

    @Setup
    public void setUp() {
        Threads.use(1);
        activation = Activations.named(function);
        x = Tensor.of(Noise.uniform(1, size, -5, 5), size);
        leaf = x.requiresGradient();
    }

    @Benchmark
    public Tensor forward() {
        return activation.apply(x);
    }

    @Benchmark
    public Tensor gradient() {
        return activation.apply(leaf).sum().gradients().of(leaf);
    }
}
