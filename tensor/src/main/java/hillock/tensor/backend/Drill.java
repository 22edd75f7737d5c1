package hillock.tensor.backend;

import java.util.List;

/// Runs code on made-up numbers until the JIT compiler has made vector instructions of it: before that each vector is
/// an object, and real work would take a hundred times as long.
final class Drill {
    /// What compiled vector code never takes for one number or term, and interpreted code always does.
    private static final double SLOW_NANOS_PER_TERM = 0.4;

    /// Fast runs in a row that show that the code is compiled.
    private static final int FAST_ENOUGH = 20;

    private final List<Exercise> exercises;
    private int hot;
    private int fastRuns;

    /// Something to practise.
    ///
    /// @param terms how many numbers it goes through, or terms it adds up
    record Exercise(double terms, Runnable code) {}

    Drill(List<Exercise> exercises) {
        this.exercises = List.copyOf(exercises);
    }

    /// Practises for about so long; tells whether all of it is compiled.
    synchronized boolean run(long nanos) {
        long end = System.nanoTime() + nanos;
        for (int round = 0; hot < exercises.size(); round++) {
            long begin = System.nanoTime();
            if (begin > end && round > 0) return false;
            Exercise exercise = exercises.get(hot);
            exercise.code.run();
            long took = System.nanoTime() - begin;
            fastRuns = took < 60 + exercise.terms * SLOW_NANOS_PER_TERM ? fastRuns + 1 : 0;
            if (fastRuns >= FAST_ENOUGH) {
                hot++;
                fastRuns = 0;
            }
        }
        return true;
    }
}
