package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Loss;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// What the nearest rows say about a row: a yardstick that needs no training. Where it is clearly better
/// than the network on the rows that the network was trained on, the network is too small, or was not
/// trained enough.
final class Neighbours {
    /// Losses of a single logit.
    private static final Set<String> LOGISTIC = Set.of("bce_with_logits", "focal");

    /// Losses whose outputs are no numbers as the targets are: rates, quantiles, probabilities,
    /// margins.
    private static final Set<String> OTHER =
            Set.of("quantile", "poisson_nll", "kl_div", "hinge", "squared_hinge", "hinge_embedding", "soft_margin");

    static final int ROWS = 400;
    private static final int NEAREST = 5;

    private Neighbours() {}

    /// Of each row of a sample, the answer of its five nearest others (inputs in standard deviations):
    /// the mean squared error as a share of the variance, or for class numbers the share of wrong rows as
    /// a share of those that the most frequent class has wrong.
    static double error(Dataset data) {
        Dataset sample = Sample.of(data, ROWS);
        return error(sample, sample, true);
    }

    /// The same of rows whose answers are given by others that are known.
    static double error(Dataset known, Dataset asked) {
        return error(Sample.of(known, ROWS), Sample.of(asked, ROWS), false);
    }

    private static double error(Dataset givers, Dataset takers, boolean same) {
        Columns x = Columns.of(givers.x());
        Columns y = Columns.of(givers.y());
        Columns to = Columns.of(takers.x());
        Columns right = Columns.of(takers.y());
        if (x.rows() < 4 * NEAREST || to.rows() < 4 * NEAREST) return Double.NaN;
        double[] scale = IntStream.range(0, x.columns())
                .mapToDouble(c -> 1 / Math.max(1e-12, x.deviation(c)))
                .toArray();
        boolean classes = isClasses(givers);
        double wrong = 0;
        for (int i = 0; i < to.rows(); i++) {
            int[] near = nearest(x, to, i, same, scale);
            if (classes) wrong += vote(y, near) == right.at(i, 0) ? 0 : 1;
            else wrong += squared(y, near, right, i);
        }
        return wrong / (classes ? misses(right) : Math.max(1e-30, squares(right)));
    }

    /// Whether a network's outputs under that loss are compared with the targets.
    static boolean isComparable(Loss loss) {
        return !OTHER.contains(loss.name());
    }

    /// The same measure of the network's own outputs on these rows; NaN where they are something
    /// else than the targets.
    static double ofNetwork(Loss loss, Dataset data, Columns outputs) {
        if (!isComparable(loss)) return Double.NaN;
        Columns y = Columns.of(data.y());
        if (!isClasses(data)) {
            if (outputs.columns() != y.columns()) return Double.NaN;
            double sum = 0;
            for (int i = 0; i < y.values().length; i++) sum += Math.pow(outputs.values()[i] - y.values()[i], 2);
            return sum / Math.max(1e-30, squares(y));
        }
        double wrong = 0;
        for (int i = 0; i < y.rows(); i++) {
            if (answer(loss, outputs, i) != y.at(i, 0)) wrong++;
        }
        return wrong / misses(y);
    }

    /// Whether targets are class numbers, or 0 and 1.
    static boolean isClasses(Dataset data) {
        if (data.y().shape().rank() == 1) return true;
        Columns y = Columns.of(data.y());
        return y.columns() == 1 && Arrays.stream(y.values()).allMatch(v -> v == 0 || v == 1);
    }

    /// The class that a row's outputs name: the largest, or of a single one 1 from where it is the
    /// likelier, above 0 of a logit and above 0.5 of a probability or a number.
    static int answer(Loss loss, Columns outputs, int row) {
        double middle = LOGISTIC.contains(loss.name()) ? 0 : 0.5;
        return outputs.columns() == 1 ? (outputs.at(row, 0) > middle ? 1 : 0) : largest(outputs, row);
    }

    private static int largest(Columns outputs, int row) {
        int best = 0;
        for (int c = 1; c < outputs.columns(); c++) if (outputs.at(row, c) > outputs.at(row, best)) best = c;
        return best;
    }

    private static int[] nearest(Columns x, Columns asked, int row, boolean same, double[] scale) {
        int[] near = new int[NEAREST];
        double[] distance = new double[NEAREST];
        Arrays.fill(distance, Double.POSITIVE_INFINITY);
        for (int other = 0; other < x.rows(); other++) {
            if (same && other == row) continue;
            double d = 0;
            for (int c = 0; c < x.columns() && d < distance[NEAREST - 1]; c++) {
                double difference = (asked.at(row, c) - x.at(other, c)) * scale[c];
                d += difference * difference;
            }
            int place = NEAREST;
            while (place > 0 && d < distance[place - 1]) place--;
            if (place == NEAREST) continue;
            System.arraycopy(near, place, near, place + 1, NEAREST - place - 1);
            System.arraycopy(distance, place, distance, place + 1, NEAREST - place - 1);
            near[place] = other;
            distance[place] = d;
        }
        return near;
    }

    private static double vote(Columns y, int[] near) {
        double best = y.at(near[0], 0);
        int most = 0;
        for (int candidate : near) {
            int votes = 0;
            for (int other : near) if (y.at(other, 0) == y.at(candidate, 0)) votes++;
            if (votes > most) {
                most = votes;
                best = y.at(candidate, 0);
            }
        }
        return best;
    }

    private static double squared(Columns y, int[] near, Columns right, int row) {
        double sum = 0;
        for (int c = 0; c < y.columns(); c++) {
            double mean = 0;
            for (int other : near) mean += y.at(other, c) / near.length;
            sum += (mean - right.at(row, c)) * (mean - right.at(row, c));
        }
        return sum;
    }

    private static double squares(Columns y) {
        double spread = y.spread();
        return spread * spread * y.values().length;
    }

    private static double misses(Columns y) {
        Map<Double, Integer> counts = new HashMap<>();
        for (double v : y.values()) counts.merge(v, 1, Integer::sum);
        int most = Collections.max(counts.values());
        return Math.max(1, y.rows() - most);
    }
}
