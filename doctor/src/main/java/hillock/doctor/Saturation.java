package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// D2: units that sit where their curve is flat (sigmoid, tanh): the mean slope is a small share of the
/// largest, and gradients shrink by as much. Also a softmax or sigmoid that is sure of its answers before
/// it has learnt anything.
final class Saturation implements Detector {
    static final double HEALTHY = 0.15;
    static final double FLAT = 0.05;
    private static final double SURE = 0.9;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        for (int i = 0; i < e.blocks().size() - 1; i++) {
            Block block = e.blocks().get(i);
            boolean suited = block.curve().map(c -> c.saturates() && !c.dies()).orElse(false);
            double after = e.after().layers().get(i).meanSlope();
            double before = e.before().layers().get(i).meanSlope();
            double slope = Math.min(after, before);
            if (!suited || !(slope < HEALTHY)) continue;
            Severity worst = after < HEALTHY ? (slope < FLAT ? SERIOUS : WARNING) : NOTE;
            int epoch = e.probes().stream()
                    .filter(p -> p.layers()
                                    .get(block.number() == 0 ? 0 : e.blocks().indexOf(block))
                                    .meanSlope()
                            < HEALTHY)
                    .findFirst()
                    .map(Probe::epoch)
                    .orElse(0);
            Place place = Place.layer(block.number());
            String name = block.curve().get().name();
            Cause cause = e.watched() ? Cause.SATURATED_UNITS : Cause.FLAT_UNITS;
            findings.add(Finding.of(cause, e.symptom(worst), place, slope, HEALTHY, 1, name, epoch));
        }
        // A network that is examined after its training has every right to be sure.
        double sure = e.watched() ? sureness(e) : 0;
        if (sure > SURE)
            findings.add(
                    Finding.of(Cause.CONFIDENT_TOO_EARLY, e.symptom(WARNING), Place.layer(last(e)), sure, 0, SURE));
        return findings;
    }

    private static int last(Evidence e) {
        return e.blocks().getLast().number();
    }

    /// The mean probability of the answer before training, in the range from none to certain.
    private static double sureness(Evidence e) {
        Columns outputs = e.before().outputs();
        Tensor logits = Tensor.of(floats(outputs.values()), outputs.rows(), outputs.columns());
        return switch (e.trainer().loss().name()) {
            case "cross_entropy" -> {
                double even = 1.0 / outputs.columns();
                yield outputs.columns() < 2
                        ? 0
                        : (logits.softmax(1).max(1).mean().item() - even) / (1 - even);
            }
            case "bce_with_logits" ->
                logits.map(z -> z.sigmoid().minus(0.5).abs().times(2)).mean().item();
            default -> 0;
        };
    }

    private static float[] floats(double[] x) {
        float[] y = new float[x.length];
        for (int i = 0; i < x.length; i++) y[i] = (float) x[i];
        return y;
    }
}
