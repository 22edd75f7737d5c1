package hillock.doctor;

import static hillock.doctor.Severity.WARNING;

import hillock.data.Dataset;
import java.util.Arrays;
import java.util.List;

/// D8: validation rows that are not of the kind that was trained on, as where one was scaled and the other
/// was not: in some column their median distance from the training rows' median is many times that of the
/// training rows themselves, or nearly all of them lie together within a small part of it, though
/// not at one point.
final class OtherRows implements Detector {
    static final double FAR = 5;
    static final double NARROW = 0.1;
    static final double MEDIAN = 0.5;
    private static final double NEARLY_ALL = 0.9;
    private static final int FEWEST = 20;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        return e.trainer().validation().map(held -> farthest(e, held)).orElse(List.of());
    }

    private static List<Finding> farthest(Evidence e, Dataset validation) {
        Columns x = e.inputs();
        Columns held = Sample.numbers(validation.x());
        if (!x.isFinite() || !held.isFinite() || held.rows() < FEWEST) return List.of();
        double farthest = 0;
        double narrowest = Double.POSITIVE_INFINITY;
        int far = 0;
        int narrow = 0;
        for (int c = 0; c < x.columns(); c++) {
            double[] own = held.column(c);
            double centre = quantile(x.column(c), MEDIAN);
            double usual = distance(x.column(c), centre, MEDIAN);
            if (usual == 0) continue;
            double away = distance(own, centre, MEDIAN) / usual;
            if (away > farthest) {
                farthest = away;
                far = c;
            }
            double spread = distance(own, quantile(own, MEDIAN), NEARLY_ALL) / usual;
            if (spread > 0 && spread < narrowest) {
                narrowest = spread;
                narrow = c;
            }
        }
        if (farthest > FAR) return List.of(finding(e, far, farthest));
        return narrowest < NARROW ? List.of(finding(e, narrow, narrowest)) : List.of();
    }

    private static Finding finding(Evidence e, int column, double times) {
        Place place = new Place.Input(e.input(column));
        return Finding.of(Cause.VALIDATION_DIFFERS, WARNING, place, times, NARROW, FAR, times);
    }

    /// The distance from a centre within which that share of the numbers lies.
    static double distance(double[] x, double centre, double share) {
        return quantile(Arrays.stream(x).map(v -> Math.abs(v - centre)).toArray(), share);
    }

    static double quantile(double[] x, double share) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[(int) (share * sorted.length)];
    }
}
