package hillock.doctor;

import static hillock.doctor.Severity.NOTE;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// D4: how far a step moves the weights, as a share of their size. About a thousandth is usual; a tenth
/// throws away what was learnt, a millionth gets nowhere. What it means for the learning rate is told by
/// [LearningRate].
final class StepSizes implements Detector {
    static final double LARGE = 0.2;
    static final double SMALL = 1e-6;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        double large = typical(e, Update::largest);
        double small = typical(e, Update::largest);
        if (large > LARGE) findings.add(finding(Cause.STEPS_TOO_LARGE, large, e));
        if (small < SMALL) findings.add(finding(Cause.STEPS_TOO_SMALL, small, e));
        return findings;
    }

    private static Finding finding(Cause cause, double ratio, Evidence e) {
        return Finding.of(cause, NOTE, new Place.Network(), ratio, SMALL, LARGE, e.lr());
    }

    /// The median over the steps that were looked at after the first, in which optimizers that divide by
    /// running averages always go far; NaN if there was none.
    static double typical(Evidence e, ToDoubleFunction<Update> measure) {
        double[] sorted = e.updates().stream()
                .skip(e.updates().size() > 1 ? 1 : 0)
                .mapToDouble(measure)
                .filter(r -> !Double.isNaN(r))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
