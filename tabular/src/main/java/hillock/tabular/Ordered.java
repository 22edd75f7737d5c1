package hillock.tabular;

import java.util.Arrays;
import java.util.Comparator;
import java.util.stream.IntStream;

/// Pairs of numbers in the order of the first.
///
/// @param x ascending
record Ordered(double[] x, double[] y) {
    /// The widest of even steps is at most so much wider than the narrowest.
    private static final double EVEN = 1.5;

    /// Those pairs whose `x` is a number.
    static Ordered of(double[] x, double[] y) {
        int[] order = order(x);
        return new Ordered(pick(x, order), pick(y, order));
    }

    int count() {
        return x.length;
    }

    /// Whether `x` takes a different value each time, in even steps.
    boolean isGrid() {
        double least = Double.POSITIVE_INFINITY;
        double most = 0;
        for (int i = 1; i < x.length; i++) {
            least = Math.min(least, x[i] - x[i - 1]);
            most = Math.max(most, x[i] - x[i - 1]);
        }
        return least > 0 && most <= EVEN * least;
    }

    boolean isCopy() {
        for (int i = 0; i < x.length; i++) if (x[i] != y[i]) return false;
        return true;
    }

    /// The squared correlation.
    double line() {
        return squaredCorrelation(x, y);
    }

    /// The squared correlation of the ranks.
    double order() {
        return squaredCorrelation(ranks(x), ranks(y));
    }

    /// The share of the errors without `x` that are left where the classes 0 and 1 are parted at the best place of `x`.
    static double threshold(double[] x, int[] classes) {
        int[] order = order(x);
        int ones = 0;
        for (int row : order) ones += classes[row];
        int without = Math.min(ones, order.length - ones);
        if (order.length < x.length || without == 0) return 1;
        int left = without;
        int below = 0; // ones so far
        for (int i = 0; i < order.length; i++) {
            below += classes[order[i]];
            if (i + 1 < order.length && x[order[i]] == x[order[i + 1]]) continue;
            int wrong = below + (order.length - i - 1) - (ones - below); // if the lower ones are all of class 0
            left = Math.min(left, Math.min(wrong, order.length - wrong));
        }
        return (double) left / without;
    }

    /// The number that comes most often, the least among equals; NaN where there is none.
    static double mode(double[] x) {
        double[] sorted = x.clone();
        Arrays.sort(sorted); // NaN at the end
        double mode = Double.NaN;
        int most = 0;
        for (int from = 0, to; from < sorted.length && !Double.isNaN(sorted[from]); from = to) {
            to = from;
            while (to < sorted.length && sorted[to] == sorted[from]) to++;
            if (to - from > most) {
                most = to - from;
                mode = sorted[from];
            }
        }
        return mode;
    }

    /// From 1 up, the mean rank among equals.
    private static double[] ranks(double[] values) {
        int[] order = order(values);
        double[] ranks = new double[values.length];
        for (int from = 0, to; from < order.length; from = to) {
            to = from;
            while (to < order.length && values[order[to]] == values[order[from]]) to++;
            for (int i = from; i < to; i++) ranks[order[i]] = (from + 1 + to) / 2.0;
        }
        return ranks;
    }

    private static int[] order(double[] values) {
        return IntStream.range(0, values.length)
                .filter(i -> !Double.isNaN(values[i]))
                .boxed()
                .sorted(Comparator.comparingDouble(i -> values[i]))
                .mapToInt(Integer::intValue)
                .toArray();
    }

    private static double[] pick(double[] values, int[] order) {
        return Arrays.stream(order).mapToDouble(i -> values[i]).toArray();
    }

    private static double squaredCorrelation(double[] a, double[] b) {
        double ma = Moments.mean(a);
        double mb = Moments.mean(b);
        double da = Moments.deviation(a, ma);
        double db = Moments.deviation(b, mb);
        if (da == 0 || db == 0) return 0;
        double sum = 0;
        for (int i = 0; i < a.length; i++) sum += (a[i] / da - ma / da) * (b[i] / db - mb / db);
        double r = sum / a.length;
        return r * r;
    }
}
