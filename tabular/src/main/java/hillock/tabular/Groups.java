package hillock.tabular;

import hillock.data.Column;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;

/// The rows of a table by the value that a column has there: what knowing that value tells about the target.
///
/// @param of the group of each row
/// @param count how many groups there are
record Groups(int[] of, int count) {
    static Groups byText(Column column) {
        Map<String, Integer> places = new HashMap<>();
        int[] of = new int[column.cells().size()];
        for (int row = 0; row < of.length; row++) {
            String cell = column.isMissing(row) ? "" : column.cells().get(row);
            of[row] = places.computeIfAbsent(cell, _ -> places.size());
        }
        return new Groups(of, places.size());
    }

    /// Equal numbers are a group, those cells without one, too.
    static Groups byNumber(double[] x) {
        Map<Double, Integer> places = new HashMap<>();
        int[] of = new int[x.length];
        for (int row = 0; row < of.length; row++) of[row] = places.computeIfAbsent(x[row] + 0.0, _ -> places.size());
        return new Groups(of, places.size());
    }

    /// The rows with a value and those without.
    static Groups byPresence(Column column) {
        int[] of = new int[column.cells().size()];
        for (int row = 0; row < of.length; row++) of[row] = column.isMissing(row) ? 1 : 0;
        return new Groups(of, 2);
    }

    /// The rows whose number is this one, and the others.
    static Groups byMode(double[] x, double mode) {
        int[] of = new int[x.length];
        for (int row = 0; row < of.length; row++) of[row] = x[row] == mode ? 1 : 0;
        return new Groups(of, 2);
    }

    /// The rows whose class is wrong where each gets the most frequent class of the *other* rows of its group. A tie is
    /// wrong, and so is a row without others: a value that comes once tells nothing.
    int errors(int[] y, int classes) {
        int[][] counts = new int[count][classes];
        for (int row = 0; row < y.length; row++) counts[of[row]][y[row]]++;
        int errors = 0;
        for (int[] group : counts) {
            int best = Metrics.argmax(Arrays.stream(group).asDoubleStream().toArray());
            int second = 0;
            for (int k = 0; k < classes; k++) if (k != best) second = Math.max(second, group[k]);
            for (int k = 0; k < classes; k++) {
                int rivals = k == best ? second : group[best];
                if (group[k] - 1 <= rivals) errors += group[k];
            }
        }
        return errors;
    }

    /// The share of the variance of `y` that the mean of the *other* rows of its group tells.
    double explained(double[] y) {
        double[] sums = new double[count];
        int[] rows = new int[count];
        for (int row = 0; row < y.length; row++) {
            sums[of[row]] += y[row];
            rows[of[row]]++;
        }
        double mean = Moments.mean(y);
        double rest = 0;
        double all = 0;
        for (int row = 0; row < y.length; row++) {
            int group = of[row];
            double answer = rows[group] == 1 ? mean : (sums[group] - y[row]) / (rows[group] - 1);
            rest += (y[row] - answer) * (y[row] - answer);
            all += (y[row] - mean) * (y[row] - mean);
        }
        return all == 0 ? 0 : 1 - rest / all;
    }

    /// Whether each group has one class, each class one group.
    boolean isOneToOne(int[] y, int classes) {
        if (count != classes) return false;
        int[] classOf = new int[count];
        Arrays.fill(classOf, -1);
        boolean[] taken = new boolean[classes];
        for (int row = 0; row < y.length; row++) {
            int group = of[row];
            if (classOf[group] == y[row]) continue;
            if (classOf[group] >= 0 || taken[y[row]]) return false;
            classOf[group] = y[row];
            taken[y[row]] = true;
        }
        return true;
    }

    /// The first place of sorted numbers that holds `value` or more.
    static int firstFrom(double[] sorted, double value) {
        int low = 0;
        int high = sorted.length;
        while (low < high) {
            int middle = (low + high) >>> 1;
            if (sorted[middle] < value) low = middle + 1;
            else high = middle;
        }
        return low;
    }
}
