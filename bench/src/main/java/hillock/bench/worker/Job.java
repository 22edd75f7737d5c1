package hillock.bench.worker;

import java.util.function.Function;
import java.util.function.Supplier;

/// A task made ready, of which turns are taken.
public interface Job {
    /// What came out, for comparison with others.
    float[] output();

    /// Works for about so many nanoseconds, at least once.
    Turn turn(long nanos);

    /// That a library cannot do a task, and why.
    final class Impossible extends RuntimeException {
        private static final long serialVersionUID = 1;

        public Impossible(String reason) {
            super(reason);
        }
    }

    /// How often the work was done, and how long that took altogether.
    record Turn(long repetitions, double seconds) {}

    /// Work that is done again and again.
    static <T> Job repeating(Supplier<T> work, Function<T, float[]> output) {
        return new Repeating<>(work, output);
    }
}
