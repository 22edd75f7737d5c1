package hillock.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Everybody's part in one work: results are compared first, and only those who agree with Hillock are timed.
final class Contest {
    /// Makes one ready for a work.
    interface Start {
        /// The racer of this entrant.
        ///
        /// @throws Racer.Absent if it is not here, or cannot do it
        Racer racer(Entrant entrant, Work work);
    }

    private final Work work;
    private final List<Racer> racers = new ArrayList<>();
    private final List<String> notes = new ArrayList<>();
    private final List<Standing> left = new ArrayList<>();
    private float[] expected;

    private Contest(Work work) {
        this.work = work;
    }

    static Outcome run(Work work, Start start, Race race) {
        Contest contest = new Contest(work);
        for (Entrant entrant : work.entrants()) {
            contest.admit(entrant, start);
            if (contest.expected == null) break; // without Hillock there is nothing to compare with
        }
        return contest.outcome(race);
    }

    private void admit(Entrant entrant, Start start) {
        try {
            Racer racer = start.racer(entrant, work);
            float[] output = racer.output();
            Optional<String> complaint = expected == null ? Optional.empty() : complaint(entrant, output);
            if (expected == null) expected = output;
            if (complaint.isPresent()) {
                left.add(Standing.wrong(entrant.label(), "its results are others, " + complaint.get()));
            } else {
                racers.add(racer);
                notes.add(entrant.different());
            }
        } catch (Racer.Absent e) {
            left.add(Standing.absent(entrant.label(), e.getMessage()));
        } catch (IllegalStateException e) {
            left.add(Standing.wrong(entrant.label(), "it failed, " + e.getMessage()));
        }
    }

    /// Hillock's own bits do not depend on the number of threads.
    private Optional<String> complaint(Entrant entrant, float[] output) {
        if (!entrant.different().isEmpty()) return Optional.empty();
        Tolerance tolerance = entrant.peer() == Peer.HILLOCK ? Tolerance.NONE : work.tolerance();
        return tolerance.complaint(output, expected);
    }

    private Outcome outcome(Race race) {
        List<Standing> all = new ArrayList<>();
        double waited = 0;
        try {
            List<Round> rounds = racers.isEmpty() ? List.of() : race.run(racers);
            for (int i = 0; i < racers.size(); i++) all.add(standing(i, rounds));
            waited = rounds.stream().mapToDouble(Round::waited).max().orElse(0);
        } catch (IllegalStateException e) {
            for (Racer racer : racers) all.add(Standing.wrong(racer.label(), "the race broke off, " + e.getMessage()));
        }
        all.addAll(left);
        return new Outcome(work.name(), work.group(), all, waited);
    }

    private Standing standing(int who, List<Round> rounds) {
        Spread times =
                Spread.of(rounds.stream().mapToDouble(r -> r.seconds()[who]).toArray());
        Spread ratio = Spread.of(rounds.stream()
                .mapToDouble(r -> r.seconds()[who] / r.seconds()[0])
                .toArray());
        String rate = work.task().unit().rate(work.task().amount(), times.median());
        return new Standing(racers.get(who).label(), "", false, notes.get(who), times, who == 0 ? null : ratio, rate);
    }
}
