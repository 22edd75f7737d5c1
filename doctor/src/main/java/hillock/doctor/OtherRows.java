package hillock.doctor;

import static hillock.doctor.Severity.WARNING;

import hillock.data.Dataset;
import java.util.Arrays;
import java.util.List;

/// D8: validation rows that are not of the kind that was trained on, as where one was scaled and the other
/// was not: in some column their median distance from the training rows' median is many times that of the
/// training rows themselves.
final class OtherRows implements Detector {
    static final double FAR = 5;
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
        int at = 0;
        for (int c = 0; c < x.columns(); c++) {
            double centre = median(x.column(c));
            double usual = distance(x.column(c), centre);
            double away = usual > 0 ? distance(held.column(c), centre) / usual : 0;
            if (away <= farthest) continue;
            farthest = away;
            at = c;
        }
        if (farthest <= FAR) return List.of();
        Place place = new Place.Input(e.input(at));
        return List.of(Finding.of(Cause.VALIDATION_DIFFERS, WARNING, place, farthest, 0, FAR, farthest));
    }

    private static double distance(double[] x, double centre) {
        return median(Arrays.stream(x).map(v -> Math.abs(v - centre)).toArray());
    }

    private static double median(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }
}
