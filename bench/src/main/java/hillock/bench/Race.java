package hillock.bench;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/// Turns A B C A B C … after warming up, of racers whose results agree.
///
/// On a busy machine rounds are lost in which somebody was kept waiting for a processor: up to three times as many are
/// made, and those with the least waiting count. The times themselves choose nothing.
///
/// @param rounds how many turns of each count
/// @param turnNanos how long a turn is
/// @param warmUpNanos for how long each works before, at least
record Race(int rounds, long turnNanos, long warmUpNanos) {
    private static final int AT_MOST = 3;
    private static final double UNDISTURBED = 0.02;

    Race {
        if (rounds < 1) throw new IllegalArgumentException("At least one turn is needed, not " + rounds);
    }

    /// The rounds that count, in the order in which they were made.
    List<Round> run(List<Racer> racers) {
        warmUp(racers);
        List<Round> all = new ArrayList<>();
        while (all.stream().filter(r -> r.waited() <= UNDISTURBED).count() < rounds && all.size() < AT_MOST * rounds) {
            all.add(Round.of(racers, turnNanos));
        }
        List<Round> best = all.stream()
                .sorted(Comparator.comparingDouble(Round::waited))
                .limit(rounds)
                .toList();
        return all.stream().filter(best::contains).toList();
    }

    private void warmUp(List<Racer> racers) {
        List<WarmUp> warmUps = racers.stream().map(_ -> new WarmUp(warmUpNanos)).toList();
        while (!warmUps.stream().allMatch(WarmUp::isDone)) {
            for (int i = 0; i < racers.size(); i++) {
                if (!warmUps.get(i).isDone()) warmUps.get(i).took(racers.get(i).turn(turnNanos));
            }
        }
    }
}
