package hillock.doctor;

import static hillock.doctor.Severity.SERIOUS;

import java.util.List;

/// D12 for a network whose training nobody watched: is it better than always giving the same answer?
final class AsItIs implements Detector {
    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        if (e.watched() || !(e.explained() < Outcome.NO_BETTER)) return List.of();
        return List.of(Finding.of(
                Cause.NO_BETTER,
                SERIOUS,
                new Place.Network(),
                e.explained(),
                Outcome.NO_BETTER,
                1,
                e.data().rows()));
    }
}
