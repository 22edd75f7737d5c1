package hillock.tabular;

import java.util.Arrays;

/// The known answers of training rows, numbers or classes in one form: a row has the class
/// `kinds[row]`, 0 for all numbers, and the weight `weights[row]`, the number itself, or 1.
///
/// @param classes how many there are; 1 for numbers
record Answers(int[] kinds, double[] weights, int classes, boolean classifies) {
    static Answers of(double[] y) {
        return new Answers(new int[y.length], y, 1, false);
    }

    static Answers of(int[] y, int classes) {
        double[] ones = new double[y.length];
        Arrays.fill(ones, 1);
        return new Answers(y, ones, classes, true);
    }

    int rows() {
        return kinds.length;
    }

    Answers select(int[] rows) {
        return new Answers(
                Arrays.stream(rows).map(r -> kinds[r]).toArray(),
                Arrays.stream(rows).mapToDouble(r -> weights[r]).toArray(),
                classes,
                classifies);
    }

    /// The mean of the first `count` rows; of classes their shares, with the shares among all rows
    /// as one row more.
    ///
    /// @param prior from [#shares]
    double[] mean(int[] rows, int count, double[] prior) {
        double[] sum = new double[classes];
        int used = Math.min(count, rows.length);
        for (int i = 0; i < used; i++) sum[kinds[rows[i]]] += weights[rows[i]];
        if (!classifies) return new double[] {sum[0] / used};
        for (int c = 0; c < classes; c++) sum[c] = (sum[c] + prior[c]) / (used + 1);
        return sum;
    }

    /// Numbers less a constant.
    Answers minus(double constant) {
        return of(Arrays.stream(weights).map(w -> w - constant).toArray());
    }

    /// The share of each class.
    double[] shares() {
        double[] shares = new double[classes];
        for (int kind : kinds) shares[kind] += 1.0 / kinds.length;
        return shares;
    }

    /// The squared error, or the log loss, of an answer for a row.
    double loss(int row, double[] answer) {
        if (classifies) return Metrics.logLoss(answer[kinds[row]]);
        double d = answer[0] - weights[row];
        return d * d;
    }
}
