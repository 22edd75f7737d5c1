package hillock.doctor;

import static hillock.doctor.Severity.SERIOUS;

import java.util.List;

/// D9: what the trial with one batch says, where it was made.
final class Trials implements Detector {
    static final double ENOUGH = 0.5;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        return e.oneBatch()
                .filter(trial -> trial.explained() < ENOUGH)
                .map(trial -> List.of(Finding.of(
                        Cause.CANNOT_OVERFIT,
                        SERIOUS,
                        new Place.Network(),
                        trial.explained(),
                        ENOUGH,
                        1,
                        trial.rows())))
                .orElse(List.of());
    }
}
