package hillock.expr.kernel;

import java.util.List;

/// Runs code on made-up numbers until the JIT compiler has made vector instructions of it: before that each vector is
/// an object, and real work would take a hundred times as long.
///
/// HotSpot compiles a method when it was called some 600 times and its loops have turned 15,000 times, whatever they
/// did. So an exercise does little at a time, and turns an empty loop as often as it takes ([#TURNS]).
public final class Drill {
    /// Turns of a loop that, one exercise after the other, make its method hot at the least number of calls.
    public static final int TURNS = 30;

    /// What compiled vector code never takes for one number or term, and interpreted code always does.
    private static final double SLOW_NANOS_PER_TERM = 0.4;

    /// What the clock and the call take.
    private static final double CALL_NANOS = 60;

    /// Fast runs in a row that show that the code is compiled.
    private static final int FAST_ENOUGH = 20;

    private final List<Exercise> exercises;

    /// Something to practise.
    ///
    /// @param terms how many numbers it goes through, or terms it adds up
    public record Exercise(double terms, Runnable code) {
        private boolean isFast(long nanos) {
            return nanos < CALL_NANOS + terms * SLOW_NANOS_PER_TERM;
        }
    }

    public Drill(List<Exercise> exercises) {
        this.exercises = List.copyOf(exercises);
    }

    /// Practises until all of it is fast, for about so long at most; tells whether it is.
    boolean run(long nanos) {
        long end = System.nanoTime() + nanos;
        for (Exercise exercise : exercises) {
            for (int fast = 0; fast < FAST_ENOUGH; ) {
                long begin = System.nanoTime();
                if (begin > end) return false;
                exercise.code.run();
                fast = exercise.isFast(System.nanoTime() - begin) ? fast + 1 : 0;
            }
        }
        return true;
    }
}
