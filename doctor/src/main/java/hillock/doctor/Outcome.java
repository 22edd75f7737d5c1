package hillock.doctor;

import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.data.Dataset;
import hillock.nn.Event;
import java.util.ArrayList;
import java.util.List;

/// D12: what came of it. Nothing learnt; learnt by heart, so that nothing carries over to other rows; too
/// small for what the rows hold; or stopped while the loss was still falling.
final class Outcome implements Detector {
    static final double NO_BETTER = 0.02;
    /// Of what a constant leaves open on validation rows.
    static final double CARRIES = 0.05;
    /// Of what a constant leaves open on training rows.
    static final double BY_HEART = 0.3;
    private static final double ENOUGH = 0.97;
    private static final double FALLS = 0.02;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        if (e.diverged() || e.epochs().isEmpty() || Double.isNaN(e.constant())) return findings;
        double explained = e.explained();
        if (explained < NO_BETTER) {
            findings.add(finding(Cause.NOTHING_LEARNT, SERIOUS, explained, NO_BETTER, e));
        }
        byHeart(e, findings);
        if (!e.isBehind() || explained >= ENOUGH) return findings;
        if (isFalling(e)) findings.add(finding(Cause.STILL_FALLING, WARNING, explained, ENOUGH, e));
        else if (explained >= NO_BETTER && e.network() > 1.5 * e.neighbours())
            findings.add(Finding.of(
                    Cause.TOO_SMALL,
                    WARNING,
                    new Place.Network(),
                    e.network(),
                    0,
                    1.5 * e.neighbours(),
                    e.network(),
                    e.neighbours(),
                    hillock.nn.Parameters.count(e.module())));
        return findings;
    }

    private static Finding finding(Cause cause, Severity severity, double measure, double from, Evidence e) {
        return Finding.of(
                cause,
                severity,
                new Place.Network(),
                measure,
                from,
                1,
                measure,
                e.epochs().size(),
                e.lastTraining());
    }

    /// Whether validation rows show that nothing carries over. Of the best of many epochs a share of about three in as
    /// many rows may be chance, if the last is worse than a constant.
    static boolean nothingCarries(Evidence e) {
        boolean endsWorse = e.epochs().getLast().validationLoss() > e.heldConstant();
        int rows = e.trainer().validation().map(Dataset::rows).orElse(0);
        return e.carried() < (endsWorse && rows > 0 ? Math.max(CARRIES, 3.0 / rows) : CARRIES);
    }

    private static void byHeart(Evidence e, List<Finding> findings) {
        double carried = e.carried();
        if (Double.isNaN(carried)) return;
        double explained = 1 - e.lastTraining() / e.constant();
        if (explained < BY_HEART) return;
        if (nothingCarries(e)) {
            findings.add(Finding.of(
                    Cause.LEARNT_BY_HEART, WARNING, new Place.Network(), carried, CARRIES, 1, explained, carried));
        }
    }

    /// Whether the training loss was still on its way down when training ended for want of epochs.
    static boolean isFalling(Evidence e) {
        List<Event.EpochDone> epochs = e.epochs();
        if (epochs.size() < 2) return true;
        if (e.end().reason() == Event.Reason.NO_IMPROVEMENT) return false;
        int tenth = Math.max(1, epochs.size() / 10);
        double late = mean(epochs, epochs.size() - tenth, epochs.size());
        double before = mean(epochs, Math.max(0, epochs.size() - 2 * tenth), epochs.size() - tenth);
        return before - late > FALLS * Math.max(Math.abs(before), 0);
    }

    private static double mean(List<Event.EpochDone> epochs, int from, int to) {
        return epochs.subList(from, Math.max(from + 1, to)).stream()
                .mapToDouble(Event.EpochDone::trainLoss)
                .average()
                .orElse(Double.NaN);
    }
}
