package hillock.bench.jmh;

import hillock.bench.task.Step;
import hillock.bench.task.Task;
import hillock.bench.worker.HillockNetwork;
import hillock.nn.Loss;
import hillock.nn.Optimizer;
import hillock.nn.OptimizerRun;
import hillock.nn.Parameters;
import hillock.nn.Sequential;
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

/// A step of training written out: forward, gradients, Adam, on one and the same batch.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 5, time = 1)
@Measurement(iterations = 5, time = 1)
public class StepBenchmark {
    @Param({"1-32-32-1", "784-256-128-10", "64-512-512-512-1"})
    public String widths;

    private Sequential net;
    private OptimizerRun adam;
    private Loss loss;
    private Tensor x;
    private Tensor y;

    @Setup
    public void setUp() {
        Threads.use(1);
        Step step = (Step) Task.parse("step-" + widths);
        int rows = step.batch();
        net = HillockNetwork.of(step);
        adam = Optimizer.ADAM.start(Parameters.of(net).values());
        loss = step.classifies() ? Loss.CROSS_ENTROPY : Loss.MSE;
        x = Tensor.of(step.x(rows), rows, step.in(0));
        y = step.classifies() ? Tensor.of(step.y(rows), rows) : Tensor.of(step.y(rows), rows, 1);
    }

    @Benchmark
    public Tensor step() {
        Tensor value = loss.apply(net.apply(x), y);
        adam.step(value.gradients());
        return value;
    }
}
