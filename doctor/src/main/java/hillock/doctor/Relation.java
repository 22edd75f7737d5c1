package hillock.doctor;

import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.data.Dataset;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// D8: what rows tell of their targets, where little that the network learnt carries over to other rows. If
/// nothing does, and the nearest training rows do not tell a row's target either, inputs and targets do not
/// belong together: shuffled, joined wrongly, or moved by some rows, which is tried. If they tell it much
/// better among the training rows than of the validation rows, these follow another rule: columns in
/// another order, other codes, targets of something else.
final class Relation implements Detector {
    /// From here on, less what is chance on few rows, the nearest are no better than a constant.
    private static final double TELLS_NOTHING = 0.9;

    /// Up to here they tell a good part.
    private static final double TELLS = 0.7;

    /// How much more wrong they are about validation rows of another rule: so many times, and by so much.
    private static final double WORSE = 1.5;

    private static final double WORSE_BY = 0.25;

    /// Of what was explained on training rows that carries over where the rule is the same.
    private static final double MOST = 0.7;

    private static final int FEWEST = 40;

    private static final int FARTHEST_MOVE = 3;

    /// With the targets of rows so far behind, or before where it is negative, neighbours err by so much; 0 rows if
    /// that helps nowhere.
    record Moved(int by, double error) {}

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        if (e.diverged() || e.epochs().isEmpty() || !e.inputs().isFinite()) return List.of();
        Optional<Dataset> held = e.trainer().validation();
        boolean differs = held.isPresent() && held.get().rows() >= FEWEST && littleCarries(e);
        if (!differs && !nothingCarries(e)) return List.of();
        double own = Double.isNaN(e.neighbours()) ? Neighbours.error(e.data()) : e.neighbours();
        if (differs) {
            double other = Neighbours.error(e.data(), held.get());
            double most = Math.max(WORSE * own, own + WORSE_BY);
            if (other > most)
                return List.of(Finding.of(Cause.OTHER_RULE, WARNING, new Place.Network(), other, 0, most, other, own));
        }
        double most =
                TELLS_NOTHING - 1 / Math.sqrt(Math.min(Neighbours.ROWS, e.data().rows()));
        return own > most && nothingCarries(e) ? List.of(unrelated(e, own, most)) : List.of();
    }

    private static boolean littleCarries(Evidence e) {
        return e.explained() > Outcome.BY_HEART && e.carried() < MOST * e.explained();
    }

    /// Measured on the validation rows; without them on the training rows.
    private static boolean nothingCarries(Evidence e) {
        double carried = e.carried();
        return Double.isNaN(carried) ? e.explained() < Outcome.NO_BETTER : Outcome.nothingCarries(e);
    }

    private static Finding unrelated(Evidence e, double own, double most) {
        int best = 0;
        double least = own;
        for (int move = -FARTHEST_MOVE; move <= FARTHEST_MOVE; move++) {
            double error = move == 0 ? own : Neighbours.error(moved(e.data(), move));
            if (error < least) {
                least = error;
                best = move;
            }
        }
        return Finding.of(
                Cause.UNRELATED_TARGETS,
                e.learnt() ? WARNING : SERIOUS,
                new Place.Targets(),
                own,
                0,
                most,
                own,
                new Moved(least < TELLS ? best : 0, least));
    }

    /// Each row with the target of the row so far behind it.
    private static Dataset moved(Dataset data, int by) {
        int rows = data.rows() - Math.abs(by);
        int[] inputs = IntStream.range(0, rows).map(i -> i + Math.max(0, -by)).toArray();
        int[] targets = IntStream.range(0, rows).map(i -> i + Math.max(0, by)).toArray();
        return new Dataset(data.select(inputs).x(), data.select(targets).y());
    }
}
