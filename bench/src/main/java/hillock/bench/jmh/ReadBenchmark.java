package hillock.bench.jmh;

import hillock.bench.task.Noise;
import java.util.concurrent.TimeUnit;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;
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

/// What it takes just to read so many numbers again and again: no network answers a row faster than its weights are
/// read.
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(value = 1, jvmArgsAppend = "--add-modules=jdk.incubator.vector")
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class ReadBenchmark {
    private static final VectorSpecies<Float> SPECIES = FloatVector.SPECIES_PREFERRED;

    /// Numbers: 128 KB, 940 KB as in 784-256-128-10, 4 MB.
    @Param({"32768", "235000", "1048576"})
    public int size;

    private float[] numbers;

    @Setup
    public void setUp() {
        numbers = Noise.uniform(1, size, -1, 1);
    }

    /// Four sums at a time, so that none has to wait for its last addition.
    @Benchmark
    public float sum() {
        int lanes = SPECIES.length();
        FloatVector a = FloatVector.zero(SPECIES);
        FloatVector b = a;
        FloatVector c = a;
        FloatVector d = a;
        for (int i = 0; i + 4 * lanes <= numbers.length; i += 4 * lanes) {
            a = a.add(FloatVector.fromArray(SPECIES, numbers, i));
            b = b.add(FloatVector.fromArray(SPECIES, numbers, i + lanes));
            c = c.add(FloatVector.fromArray(SPECIES, numbers, i + 2 * lanes));
            d = d.add(FloatVector.fromArray(SPECIES, numbers, i + 3 * lanes));
        }
        return a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
    }
}
