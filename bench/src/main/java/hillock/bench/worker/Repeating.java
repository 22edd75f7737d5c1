package hillock.bench.worker;

import java.util.function.Function;
import java.util.function.Supplier;

/// Work that is done again and again, with a look at the clock about every half millisecond.
final class Repeating<T> implements Job {
    private static final double BETWEEN_LOOKS = 5e5;

    private final Supplier<T> work;
    private final Function<T, float[]> output;
    private int together = 1;

    /// Results go here, so that no compiler finds them useless.
    @SuppressWarnings("UnusedVariable")
    private volatile T last;

    Repeating(Supplier<T> work, Function<T, float[]> output) {
        this.work = work;
        this.output = output;
    }

    @Override
    public float[] output() {
        return output.apply(work.get());
    }

    @Override
    public Turn turn(long nanos) {
        long begun = System.nanoTime();
        long repetitions = 0;
        long passed;
        do {
            for (int i = 0; i < together; i++) last = work.get();
            repetitions += together;
            passed = System.nanoTime() - begun;
        } while (passed < nanos);
        last = null;
        together = (int) Math.max(1, Math.min(1_000_000, BETWEEN_LOOKS * repetitions / passed));
        return new Turn(repetitions, passed / 1e9);
    }
}
