package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.nn.Activation;
import hillock.nn.Interval;
import hillock.nn.Module;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/// D7: an output and a loss that do not belong together. All of it shows before training: in what the
/// last module is, in what it puts out, and in the targets.
final class OutputAndLoss implements Detector {
    private static final Set<String> OF_LOGITS = Set.of("bce_with_logits", "focal");
    private static final Set<String> OF_NUMBERS = Set.of("mse", "l1", "smooth_l1", "huber", "quantile");
    private static final double ROUNDING = 1e-4;
    private static final double FEW = 0.01;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        String loss = e.trainer().loss().name();
        Columns outputs = e.before().outputs();
        Columns y = Columns.of(e.data().y());
        Place place = Place.layer(e.blocks().getLast().number());
        boolean distribution = outputs.columns() > 1 && sumToOne(outputs);
        boolean probabilities = within(outputs, 0, 1);
        String last = name(e.blocks().getLast().last());
        if (loss.equals("cross_entropy") && outputs.columns() == 1)
            findings.add(Finding.of(Cause.SOFTMAX_OF_ONE, SERIOUS, place, 1, 2, Double.POSITIVE_INFINITY, loss));
        else if (outputs.columns() == 1 && last.startsWith("softmax"))
            findings.add(Finding.of(Cause.SOFTMAX_OF_ONE, SERIOUS, place, 1, 2, Double.POSITIVE_INFINITY, last));
        else if (loss.equals("cross_entropy") && distribution && probabilities)
            findings.add(Finding.of(Cause.SOFTMAX_TWICE, SERIOUS, place, 2, 1, 1, loss, last));
        if (OF_LOGITS.contains(loss) && (squashes(e.blocks().getLast().last()) || (distribution && probabilities)))
            findings.add(Finding.of(Cause.SIGMOID_TWICE, SERIOUS, place, 2, 1, 1, loss, last));
        noProbability(e, loss, outputs, place, probabilities, findings);
        range(e, loss, y, place, findings);
        exclusive(loss, y, place, findings);
        return findings;
    }

    private static void noProbability(
            Evidence e, String loss, Columns outputs, Place place, boolean probabilities, List<Finding> findings) {
        if (loss.equals("bce")
                && !probabilities
                && !squashes(e.blocks().getLast().last()))
            findings.add(
                    Finding.of(Cause.NO_PROBABILITY, SERIOUS, place, outside(outputs, 0, 1), 0, 0, loss, "sigmoid"));
        if (loss.equals("nll") && !logsOfDistribution(outputs))
            findings.add(Finding.of(Cause.NO_PROBABILITY, SERIOUS, place, 1, 0, 0, loss, "log_softmax"));
        if (Set.of("bce", "bce_with_logits", "focal").contains(loss)) {
            double wrong = outside(Columns.of(e.data().y()), 0, 1);
            if (wrong > 0)
                findings.add(Finding.of(Cause.TARGET_NO_PROBABILITY, SERIOUS, new Place.Targets(), wrong, 0, 0, loss));
        }
    }

    /// Targets that the last activation can never give.
    private static void range(Evidence e, String loss, Columns y, Place place, List<Finding> findings) {
        Module last = e.blocks().getLast().last();
        var curve = Curve.of(last);
        if (!OF_NUMBERS.contains(loss) || curve.isEmpty()) return;
        Interval range = curve.get().traits().range();
        double reach = Math.max(1e-9, 1e-3 * y.size());
        double missed = outside(y, range.low() - reach, range.high() + reach);
        if (missed == 0) return;
        Finding finding = Finding.of(
                Cause.OUTPUT_RANGE, missed > FEW ? SERIOUS : WARNING, place, missed, 0, 0, name(last), range);
        findings.add(finding);
    }

    /// Targets of several numbers of which always exactly one is 1: classes that exclude one another.
    private static void exclusive(String loss, Columns y, Place place, List<Finding> findings) {
        if (!Set.of("bce", "bce_with_logits", "focal", "mse").contains(loss) || y.columns() < 2) return;
        boolean zeroOne = Arrays.stream(y.values()).allMatch(v -> v == 0 || v == 1);
        if (!zeroOne || !sumToOne(y)) return;
        Severity severity = loss.equals("mse") ? NOTE : WARNING;
        findings.add(Finding.of(Cause.EXCLUSIVE_CLASSES, severity, place, 1, 0, 0.99, loss, y.columns()));
    }

    /// Whether a module brings every number into [0, 1], as sigmoid does.
    private static boolean squashes(Module module) {
        return Curve.of(module)
                .map(c -> c.traits().range().low() >= 0 && c.traits().range().high() <= 1)
                .orElse(false);
    }

    private static boolean sumToOne(Columns x) {
        for (int r = 0; r < x.rows(); r++) {
            double sum = 0;
            for (int c = 0; c < x.columns(); c++) sum += x.at(r, c);
            if (!(Math.abs(sum - 1) < ROUNDING)) return false;
        }
        return true;
    }

    private static boolean logsOfDistribution(Columns x) {
        double[] exp = Arrays.stream(x.values()).map(Math::exp).toArray();
        return sumToOne(new Columns(exp, x.rows(), x.columns()));
    }

    private static boolean within(Columns x, double low, double high) {
        return outside(x, low, high) == 0;
    }

    /// The share of numbers below `low` or above `high`.
    private static double outside(Columns x, double low, double high) {
        return (double) Arrays.stream(x.values())
                        .filter(v -> v < low || v > high)
                        .count()
                / x.values().length;
    }

    private static String name(Module module) {
        return module instanceof Activation a ? a.text() : module.getClass().getSimpleName();
    }
}
