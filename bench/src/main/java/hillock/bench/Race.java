package hillock.bench;

import hillock.bench.worker.Job.Turn;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// Turns A B C A B C … after warming up, of racers whose results agree.
///
/// @param rounds how many turns each takes
/// @param turnNanos how long a turn is
/// @param warmUpNanos for how long each works before, at least
record Race(int rounds, long turnNanos, long warmUpNanos) {
    Race {
        if (rounds < 1) throw new IllegalArgumentException("At least one turn is needed, not " + rounds);
    }

    /// The times of each, by the rounds.
    double[][] seconds(List<Racer> racers) {
        List<WarmUp> warmUps = racers.stream().map(_ -> new WarmUp(warmUpNanos)).toList();
        while (!warmUps.stream().allMatch(WarmUp::isDone)) {
            for (int i = 0; i < racers.size(); i++) {
                if (!warmUps.get(i).isDone()) warmUps.get(i).took(racers.get(i).turn(turnNanos));
            }
        }
        double[][] seconds = new double[racers.size()][rounds];
        for (int round = 0; round < rounds; round++) {
            for (int i = 0; i < seconds.length; i++) {
                Turn turn = racers.get(i).turn(turnNanos);
                seconds[i][round] = turn.seconds() / turn.repetitions();
            }
        }
        return seconds;
    }

    /// The standings of those who were timed, the first being the one that the others are compared with.
    List<Standing> standings(List<Racer> racers, List<String> notes, DoubleFunction<String> rate) {
        double[][] seconds = seconds(racers);
        List<Standing> standings = new ArrayList<>();
        for (int i = 0; i < seconds.length; i++) {
            Spread times = Spread.of(seconds[i]);
            Spread ratio = i == 0 ? null : Spread.of(ratios(seconds[i], seconds[0]));
            String label = racers.get(i).label();
            standings.add(new Standing(label, "", false, notes.get(i), times, ratio, rate.apply(times.median())));
        }
        return standings;
    }

    private static double[] ratios(double[] theirs, double[] ours) {
        double[] ratios = new double[ours.length];
        for (int i = 0; i < ratios.length; i++) ratios[i] = theirs[i] / ours[i];
        return ratios;
    }
}
