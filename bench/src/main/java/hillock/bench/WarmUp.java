package hillock.bench;

import hillock.bench.worker.Job.Turn;

/// How a racer gets warm: turns are taken until it does not get faster any more.
///
/// A just-in-time compiler may be at it for seconds. Warm is who worked for the given time and whose last three turns
/// brought nothing that is 3 % better than the best before; who still gets faster after eight times that time is
/// taken as it is.
final class WarmUp {
    private static final int LAST = 3;
    private static final double BETTER = 0.97;
    private static final int PATIENCE = 8;

    private final long nanos;
    private double worked;
    private double best = Double.POSITIVE_INFINITY;
    private int sinceBetter;

    WarmUp(long nanos) {
        this.nanos = nanos;
    }

    void took(Turn turn) {
        worked += turn.seconds();
        double each = turn.seconds() / turn.repetitions();
        sinceBetter = each < best * BETTER ? 0 : sinceBetter + 1;
        best = Math.min(best, each);
    }

    boolean isDone() {
        double passed = worked * 1e9;
        return passed >= nanos && (sinceBetter >= LAST || passed >= nanos * (double) PATIENCE);
    }
}
