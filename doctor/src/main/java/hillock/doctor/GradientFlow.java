package hillock.doctor;

import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// D3: gradients that shrink or grow from layer to layer on their way back. The measure is the root mean
/// square gradient of the first layer's sums as a share of the last hidden one's; the product of root
/// mean square slopes between them predicts what the activations alone take away.
final class GradientFlow implements Detector {
    static final double LOW = 0.02;
    static final double VANISHED = 0.001;
    static final double HIGH = 50;
    static final double EXPLODED = 1000;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        List<LayerState> hidden = first(e).hidden();
        if (hidden.size() < 2) return findings;
        double ratio = ratio(hidden);
        if (ratio < LOW && ratio > 0) {
            double slopes = slopes(hidden);
            boolean curve = isFlat(e) && Math.sqrt(slopes) * 0.5 < Math.sqrt(LOW);
            boolean weights = found.stream().anyMatch(f -> f.cause() == Cause.WEIGHTS_TOO_SMALL);
            Severity severity = e.symptom(ratio < VANISHED ? SERIOUS : WARNING);
            Cause cause = curve && !weights ? Cause.SATURATING_DEPTH : Cause.VANISHING_GRADIENTS;
            findings.add(finding(cause, severity, hidden, ratio, slopes));
        }
        if (ratio > HIGH) {
            Severity severity = e.symptom(ratio > EXPLODED ? SERIOUS : WARNING);
            findings.add(finding(Cause.EXPLODING_GRADIENTS, severity, hidden, ratio, slopes(hidden)));
        }
        return findings;
    }

    /// The first look at which gradients reach the hidden layers: where the last layer begins at 0, none do before
    /// training.
    private static Probe first(Evidence e) {
        return e.probes().stream()
                .filter(p -> p.hidden().stream().anyMatch(l -> l.gradient() > 0))
                .findFirst()
                .orElse(e.before());
    }

    private static Finding finding(
            Cause cause, Severity severity, List<LayerState> hidden, double ratio, double slopes) {
        int first = hidden.getFirst().number();
        int last = hidden.getLast().number();
        String activation = hidden.getFirst().activation().orElse("-");
        return Finding.of(
                cause, severity, Place.layer(first), ratio, LOW, HIGH, first, last, slopes, activation, hidden.size());
    }

    static double ratio(List<LayerState> hidden) {
        return hidden.getFirst().gradient() / hidden.getLast().gradient();
    }

    /// What the slopes of the layers before the last hidden one let through.
    private static double slopes(List<LayerState> hidden) {
        return hidden.subList(0, hidden.size() - 1).stream()
                .mapToDouble(LayerState::slopeRms)
                .reduce(1, (a, b) -> a * b);
    }

    private static boolean isFlat(Evidence e) {
        return curve(e).map(Curve::saturates).orElse(false);
    }

    /// The first that there is: before the first weights there may be a layer that only scales.
    static Optional<Curve> curve(Evidence e) {
        return e.blocks().stream().flatMap(b -> b.curve().stream()).findFirst();
    }
}
