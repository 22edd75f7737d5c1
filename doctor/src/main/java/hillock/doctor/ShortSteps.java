package hillock.doctor;

import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.nn.Rate;
import java.util.ArrayList;
import java.util.List;

/// D4, D10: what keeps steps short whatever the learning rate: gradients that are clipped to a small part
/// of what they are, a schedule that is over long before training is, and an average of the
/// weights that takes longer than training.
final class ShortSteps implements Detector {
    /// Of the gradient's norm that clipping leaves.
    static final double LEFT = 0.01;
    /// Of the epochs in which the schedule lets steps be made.
    static final double AWAKE = 0.2;
    /// Of the first weights in the average that is kept.
    static final double FIRST = 0.05;
    private static final double MOSTLY = 0.5;
    private static final double ASLEEP = 1e-3;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        slowAverage(e, findings);
        if (e.diverged() || !e.isBehind() || e.updates().isEmpty()) return findings;
        Severity severity = e.learnt() ? WARNING : SERIOUS;
        double left = e.probes().stream().mapToDouble(p -> left(e, p)).max().orElse(1);
        // An optimizer that divides by the size of gradients makes good for it.
        boolean slow = StepSizes.typical(e, Update::largest) < LearningRate.SLOW;
        if (left < LEFT && slow)
            findings.add(Finding.of(
                    Cause.GRADIENTS_CLIPPED,
                    severity,
                    new Place.Network(),
                    left,
                    LEFT,
                    1,
                    limit(e.trainer().clipNorm()),
                    left,
                    limit(e.trainer().clipValue())));
        double awake =
                awake(e.trainer().rate().begun(e.trainer().epochs()), e.epochs().size());
        if (awake < AWAKE)
            findings.add(Finding.of(
                    Cause.RATE_ENDS_EARLY,
                    severity,
                    new Place.Network(),
                    awake,
                    AWAKE,
                    1,
                    Math.round(awake * e.epochs().size()),
                    e.epochs().size()));
        return findings;
    }

    /// Where what is kept, an average over 1 / (1 - decay) steps, has hardly left the first
    /// weights: decay^steps of them are still in it.
    private static void slowAverage(Evidence e, List<Finding> findings) {
        double steps = Math.ceil((double) e.data().rows() / e.trainer().batch())
                * e.epochs().size();
        double first = Math.pow(e.trainer().averaging(), steps);
        if (!(first > FIRST) || steps == 0) return;
        Severity severity = first > MOSTLY ? SERIOUS : WARNING;
        double decay = e.trainer().averaging();
        findings.add(Finding.of(
                Cause.AVERAGE_TOO_SLOW, severity, new Place.Network(), first, 0, FIRST, decay, first, steps));
    }

    /// At most what clipping leaves of the norm of all gradients together: of single numbers the
    /// root mean squares of each parameter are known.
    private static double left(Evidence e, Probe probe) {
        double value = e.trainer().clipValue();
        double all = 0;
        double cut = 0;
        for (var g : probe.gradients().entrySet()) {
            double rms = g.getValue();
            int size = e.start().get(g.getKey()).shape().size();
            all += rms * rms * size;
            cut += Math.min(rms, value) * Math.min(rms, value) * size;
        }
        return Math.min(Math.sqrt(cut), e.trainer().clipNorm()) / Math.sqrt(all);
    }

    private static String limit(double most) {
        return Double.isInfinite(most) ? "∞" : Texts.number(most);
    }

    /// The share of epochs that begin with more than a thousandth of the largest rate.
    private static double awake(Rate rate, int epochs) {
        if (epochs < 5) return 1;
        double[] factors = new double[epochs];
        double largest = 0;
        for (int i = 0; i < epochs; i++) {
            factors[i] = rate.factor((double) i / epochs, i);
            largest = Math.max(largest, factors[i]);
        }
        int count = 0;
        for (double f : factors) if (f > ASLEEP * largest) count++;
        return (double) count / epochs;
    }
}
