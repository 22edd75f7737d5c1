package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// D8: data that no network learns well from: numbers that are none, unscaled columns, constants, an
/// input that gives the answer away, rare classes, wild values.
final class InputData implements Detector {
    static final double LARGE = 30;
    static final double HUGE = 300;
    static final double TINY = 0.003;
    private static final double WILD = 1000;
    private static final double RARE = 0.05;
    private static final double COPY = 0.99999;
    private static final int FEWEST = 20;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        Columns x = e.inputs();
        Columns y = Columns.of(e.data().y());
        if (finite(e, findings)) {
            scale(e, x, findings);
            targets(e, y, findings);
            constants(e, x, findings);
            copied(e, x, findings);
            leak(e, x, y, findings);
            outliers(e, x, findings);
            imbalance(e, y, findings);
        }
        return findings;
    }

    private static boolean finite(Evidence e, List<Finding> findings) {
        int[] counts = new int[2];
        int[] rows = new int[2];
        int[] columns = new int[2];
        double[] values = new double[2];
        int inputs = e.inputs().columns();
        Rows.each(e.data(), (r, row) -> {
            for (int c = 0; c < row.length; c++) {
                if (Float.isFinite(row[c])) continue;
                int which = c < inputs ? 0 : 1;
                if (counts[which]++ > 0) continue;
                rows[which] = r;
                columns[which] = c;
                values[which] = row[c];
            }
        });
        for (int which = 0; which < 2; which++) {
            if (counts[which] == 0) continue;
            Cause cause = which == 0 ? Cause.INPUT_NOT_FINITE : Cause.TARGET_NOT_FINITE;
            Place place = which == 0 ? new Place.Input(e.input(columns[0])) : new Place.Targets();
            int n = counts[which];
            findings.add(Finding.of(cause, SERIOUS, place, n, 0, 0, n, rows[which] + 1, values[which]));
        }
        return findings.isEmpty();
    }

    /// How large the columns are, and how unequal.
    private static void scale(Evidence e, Columns x, List<Finding> findings) {
        double largest = 0;
        double smallest = Double.POSITIVE_INFINITY;
        int at = 0;
        int faint = 0;
        double shifted = 0;
        for (int c = 0; c < x.columns(); c++) {
            double deviation = x.deviation(c);
            double size = Columns.rms(x.column(c));
            if (deviation == 0) continue;
            if (size > largest) {
                largest = size;
                at = c;
            }
            if (deviation < smallest) {
                smallest = deviation;
                faint = c;
            }
            shifted = Math.max(shifted, Math.abs(x.mean(c)) / deviation);
        }
        if (largest == 0) return;
        boolean large = largest > LARGE;
        boolean tiny = largest < TINY;
        // One that is beside the others as good as constant is not heard.
        boolean uneven = smallest < TINY;
        if (!large && !tiny && !uneven) return;
        Severity severity = e.symptom(largest > HUGE || tiny ? SERIOUS : WARNING);
        boolean loud = large || tiny;
        Place place = new Place.Input(e.input(loud ? at : faint));
        double size = loud ? largest : smallest;
        findings.add(Finding.of(Cause.UNSCALED_INPUTS, severity, place, size, TINY, LARGE, largest, smallest, shifted));
    }

    /// Numbers that are all the same, of an unusual size, or that one is far beyond.
    private static void targets(Evidence e, Columns y, List<Finding> findings) {
        if (Neighbours.isClasses(e.data())) return;
        if (y.spread() == 0) {
            findings.add(
                    Finding.of(Cause.CONSTANT_TARGETS, SERIOUS, new Place.Targets(), 0, TINY, LARGE, y.values()[0]));
            return;
        }
        double size = y.size();
        // Wild values alone may make up the size.
        double most = IntStream.range(0, y.columns())
                .mapToDouble(c -> farthest(y.column(c)))
                .max()
                .orElse(0);
        Severity severity = e.symptom(size > HUGE || size < TINY ? SERIOUS : WARNING);
        if (most > WILD) findings.add(Finding.of(Cause.OUTLIERS, severity, new Place.Targets(), most, 0, WILD, most));
        else if (size > LARGE || size < TINY)
            findings.add(Finding.of(Cause.UNSCALED_TARGETS, severity, new Place.Targets(), size, TINY, LARGE, size));
    }

    private static void constants(Evidence e, Columns x, List<Finding> findings) {
        boolean[] varies = new boolean[x.columns()];
        for (int c = 0; c < varies.length; c++) varies[c] = x.deviation(c) > 0;
        // What some rows have in common all must.
        if (x.rows() < e.data().rows())
            Rows.each(e.data(), (_, row) -> {
                for (int c = 0; c < varies.length; c++) varies[c] |= row[c] != (float) x.at(0, c);
            });
        List<String> constant = IntStream.range(0, varies.length)
                .filter(c -> !varies[c])
                .mapToObj(e::input)
                .toList();
        if (constant.isEmpty()) return;
        double share = (double) constant.size() / x.columns();
        Severity severity = share == 1 ? SERIOUS : NOTE;
        Place place = new Place.Input(constant.getFirst());
        findings.add(Finding.of(Cause.CONSTANT_INPUTS, severity, place, share, 0, 0, constant.size(), x.columns()));
    }

    /// Inputs that are all the same one, but for scale.
    private static void copied(Evidence e, Columns x, List<Finding> findings) {
        int[] varying =
                IntStream.range(0, x.columns()).filter(c -> x.deviation(c) > 0).toArray();
        if (varying.length < 2 || x.rows() < FEWEST) return;
        Columns first = new Columns(x.column(varying[0]), x.rows(), 1);
        for (int i = 1; i < varying.length; i++) if (Math.abs(correlation(x, varying[i], first)) <= COPY) return;
        Place place = new Place.Input(e.input(varying[0]));
        findings.add(Finding.of(Cause.COPIED_INPUTS, e.symptom(WARNING), place, 1, 0, 0.5, varying.length));
    }

    /// An input that is the target, but for scale: among several inputs that is hardly what is to be
    /// learnt.
    private static void leak(Evidence e, Columns x, Columns y, List<Finding> findings) {
        if (x.columns() < 2 || y.columns() != 1 || y.rows() < FEWEST) return;
        Columns same = x.rows() == y.rows() ? y : Sample.numbers(e.data().y(), x.rows());
        for (int c = 0; c < x.columns(); c++) {
            double r = Math.abs(correlation(x, c, same));
            if (r > COPY) findings.add(Finding.of(Cause.LEAK, WARNING, new Place.Input(e.input(c)), r, 0, COPY));
        }
    }

    /// Whether that column is the target, but for scale.
    static boolean isTarget(Columns x, int column, Columns y) {
        return y.columns() == 1 && Math.abs(correlation(x, column, y)) > COPY;
    }

    private static double correlation(Columns x, int column, Columns y) {
        double mx = x.mean(column);
        double my = y.mean(0);
        double sum = 0;
        for (int r = 0; r < x.rows(); r++) sum += (x.at(r, column) - mx) * (y.at(r, 0) - my);
        double scale = x.deviation(column) * y.deviation(0) * x.rows();
        return scale > 0 ? sum / scale : 0;
    }

    /// Values that are very far out, in median deviations from the median.
    private static void outliers(Evidence e, Columns x, List<Finding> findings) {
        double farthest = 0;
        int at = 0;
        for (int c = 0; c < x.columns(); c++) {
            double far = farthest(x.column(c));
            if (far > farthest) {
                farthest = far;
                at = c;
            }
        }
        if (farthest > WILD)
            findings.add(Finding.of(
                    Cause.OUTLIERS, e.symptom(WARNING), new Place.Input(e.input(at)), farthest, 0, WILD, farthest));
    }

    private static double farthest(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        double median = sorted[sorted.length / 2];
        double[] away = Arrays.stream(x).map(v -> Math.abs(v - median)).sorted().toArray();
        double typical = away[away.length / 2];
        return typical > 0 ? away[away.length - 1] / typical : 0;
    }

    private static void imbalance(Evidence e, Columns y, List<Finding> findings) {
        if (!Neighbours.isClasses(e.data()) || y.rows() < FEWEST) return;
        double[] sorted = y.values().clone();
        Arrays.sort(sorted);
        int least = sorted.length;
        int run = 1;
        for (int i = 1; i <= sorted.length; i++) {
            if (i < sorted.length && sorted[i] == sorted[i - 1]) {
                run++;
                continue;
            }
            least = Math.min(least, run);
            run = 1;
        }
        double share = (double) least / sorted.length;
        if (share == 1)
            findings.add(Finding.of(Cause.IMBALANCE, SERIOUS, new Place.Targets(), 0, RARE, 1, sorted.length));
        else if (share < RARE)
            findings.add(Finding.of(Cause.IMBALANCE, NOTE, new Place.Targets(), share, RARE, 1, least));
    }
}
