package hillock.bench;

import hillock.bench.worker.Job.Turn;
import java.util.List;

/// A turn of each.
///
/// @param seconds for one repetition, by racer
/// @param waited the largest share of a turn that a racer spent waiting for a processor which others had
record Round(double[] seconds, double waited) {
    static Round of(List<Racer> racers, long nanos) {
        double[] seconds = new double[racers.size()];
        double waited = 0;
        for (int i = 0; i < seconds.length; i++) {
            Racer racer = racers.get(i);
            double before = racer.waited();
            Turn turn = racer.turn(nanos);
            waited = Math.max(waited, (racer.waited() - before) / turn.seconds());
            seconds[i] = turn.seconds() / turn.repetitions();
        }
        return new Round(seconds, waited);
    }
}
