package hillock.doctor;

import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;

/// D3: an activation whose slope is 0 wherever it has one, as that of a step, of rounding, or of a
/// constant: no gradient comes through, and what lies before it stays as it began.
final class NoSlope implements Detector {
    private static final double LEAST = 0.01;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        for (Block block : e.blocks()) {
            if (block.curve().isEmpty() || !block.curve().get().isLevel()) continue;
            findings.add(Finding.of(
                    Cause.NO_SLOPE,
                    e.learnt() && !e.isBehind() ? WARNING : SERIOUS,
                    Place.layer(block.number()),
                    0,
                    LEAST,
                    Double.POSITIVE_INFINITY,
                    block.curve().get().name(),
                    block.number()));
        }
        return findings;
    }
}
