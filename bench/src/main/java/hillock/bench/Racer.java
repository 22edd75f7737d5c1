package hillock.bench;

import hillock.bench.worker.Job.Turn;

/// One that takes turns: a library with a task made ready.
interface Racer {
    /// As which it appears in the results.
    String label();

    /// What came out of the work.
    float[] output();

    /// Works for about so many nanoseconds, at least once.
    Turn turn(long nanos);

    /// For how many seconds its threads have been ready to run but found no free processor, since the beginning; 0
    /// where
    /// that cannot be known.
    default double waited() {
        return 0;
    }

    /// That one cannot take part, and why.
    final class Absent extends RuntimeException {
        private static final long serialVersionUID = 1;

        Absent(String reason) {
            super(reason);
        }
    }
}
