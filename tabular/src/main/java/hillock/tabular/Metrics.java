package hillock.tabular;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// The metrics, with scikit-learn's definitions. Rows are equally important; sums run in double,
/// row after row.
///
/// A prediction that is NaN is never hidden: it makes `rmse`, `mae`, `r2`, `log_loss` and `auc` NaN, and
/// counts as a wrong class in `accuracy` and `balanced_accuracy`.
///
/// ```java
/// Metrics.classification(new int[] {0, 1}, new double[][] {{0.9, 0.1}, {0.2, 0.8}}).get("accuracy");   // 1.0
/// ```
public final class Metrics {
    /// Probabilities are clipped to `[ε, 1 − ε]` in the log loss: one sure and wrong row costs 36,
    /// not infinity.
    static final double EPSILON = Math.ulp(1.0);

    private Metrics() {}

    /// With `eᵢ = predictedᵢ − actualᵢ`: `rmse = √(Σ eᵢ²/n)`, `mae = Σ |eᵢ|/n`, `r2 = 1 − Σ eᵢ²/Σ (actualᵢ
    /// − mean)²`. Where all actual values are equal `r2` is not defined and NaN.
    public static Scores regression(double[] actual, double[] predicted) {
        requireRows(actual.length, predicted.length);
        double squares = 0;
        double absolutes = 0;
        double spread = 0;
        double mean = Moments.mean(actual);
        for (int i = 0; i < actual.length; i++) {
            double error = predicted[i] - actual[i];
            squares += error * error;
            absolutes += Math.abs(error);
            spread += (actual[i] - mean) * (actual[i] - mean);
        }
        Map<String, Double> values = new LinkedHashMap<>();
        values.put("rmse", Math.sqrt(squares / actual.length));
        values.put("mae", absolutes / actual.length);
        values.put("r2", Moments.deviation(actual, mean) == 0 ? Double.NaN : 1 - squares / spread);
        return new Scores(values);
    }

    /// With the predicted class `argmax_k p[i][k]` (the first among equals):
    /// `accuracy` is the share of right rows, `log_loss = −Σ ln p[i][actualᵢ]/n` with clipped
    /// probabilities, `balanced_accuracy` the mean over the classes that occur of the share of
    /// right rows. For two classes `auc` is the probability that a row of class 1 gets a higher
    /// `p[·][1]` than a row of class 0, where equals count half; NaN where only one class occurs.
    ///
    /// @param probabilities one row for each actual one, one column for each class
    public static Scores classification(int[] actual, double[][] probabilities) {
        return classification(actual, new Predictions.Classes(List.of(), probabilities), OptionalInt.empty());
    }

    /// The same for the classes that were given. Where one is rare, `f1` comes first: of two
    /// classes that of the rare one, of more the mean over the classes.
    public static Scores classification(int[] actual, Predictions.Classes given, OptionalInt rare) {
        double[][] probabilities = given.probabilities();
        requireRows(actual.length, probabilities.length);
        int[][] confusion = confusion(actual, given);
        int classes = probabilities[0].length;
        int right = 0;
        int occurring = 0;
        double recalls = 0;
        double loss = 0;
        for (int i = 0; i < actual.length; i++) loss += logLoss(probabilities[i][actual[i]]);
        for (int k = 0; k < classes; k++) {
            int rows = count(actual, k);
            right += confusion[k][k];
            if (rows == 0) continue;
            occurring++;
            recalls += (double) confusion[k][k] / rows;
        }
        Map<String, Double> values = new LinkedHashMap<>();
        if (rare.isPresent())
            values.put("f1", classes == 2 ? f1(actual, given.decided(), rare.getAsInt()) : f1(actual, given));
        values.put("accuracy", (double) right / actual.length);
        values.put("log_loss", loss / actual.length);
        values.put("balanced_accuracy", recalls / occurring);
        if (classes == 2) values.put("auc", auc(actual, probabilities));
        return new Scores(values);
    }

    /// `confusion[a][p]`: how many rows of class `a` were predicted as `p`. A row with a NaN is in no cell.
    public static int[][] confusion(int[] actual, double[][] probabilities) {
        return confusion(actual, new Predictions.Classes(List.of(), probabilities));
    }

    /// The same for the classes that were given.
    public static int[][] confusion(int[] actual, Predictions.Classes given) {
        requireRows(actual.length, given.rows());
        int classes = given.probabilities()[0].length;
        int[][] confusion = new int[classes][classes];
        for (int i = 0; i < actual.length; i++) {
            int predicted = given.decided()[i];
            if (predicted >= 0) confusion[actual[i]][predicted]++;
        }
        return confusion;
    }

    /// `2 TP / (2 TP + FP + FN)` of a class, the harmonic mean of precision and recall; 0 where it
    /// neither occurs nor is given.
    static double f1(int[] actual, int[] decided, int of) {
        int both = 0;
        int either = 0;
        for (int i = 0; i < actual.length; i++) {
            if (actual[i] == of && decided[i] == of) both++;
            if (actual[i] == of) either++;
            if (decided[i] == of) either++;
        }
        return either == 0 ? 0 : 2.0 * both / either;
    }

    /// The mean over the classes that occur.
    private static double f1(int[] actual, Predictions.Classes given) {
        return Arrays.stream(actual)
                .distinct()
                .mapToDouble(k -> f1(actual, given.decided(), k))
                .average()
                .orElseThrow();
    }

    /// The index of the largest value, the first among equals; -1 where a value is NaN.
    public static int argmax(double[] values) {
        int best = 0;
        for (int k = 0; k < values.length; k++) {
            if (Double.isNaN(values[k])) return -1;
            if (values[k] > values[best]) best = k;
        }
        return best;
    }

    static double logLoss(double probability) {
        return -Math.log(Math.clamp(probability, EPSILON, 1 - EPSILON));
    }

    /// The Mann-Whitney statistic: `(Σ ranks of class 1 − n₁(n₁+1)/2)/(n₀·n₁)`, with the mean rank
    /// among ties.
    private static double auc(int[] actual, double[][] probabilities) {
        double[] p = new double[actual.length];
        for (int i = 0; i < p.length; i++) {
            p[i] = probabilities[i][1];
            if (Double.isNaN(p[i])) return Double.NaN;
        }
        int[] order = IntStream.range(0, p.length)
                .boxed()
                .sorted((i, j) -> Double.compare(p[i], p[j]))
                .mapToInt(Integer::intValue)
                .toArray();
        double ranks = 0;
        for (int from = 0, to; from < order.length; from = to) {
            to = from;
            int positives = 0;
            while (to < order.length && p[order[to]] == p[order[from]]) positives += actual[order[to++]];
            ranks += positives * (from + 1 + to) / 2.0;
        }
        double ones = count(actual, 1);
        double zeros = actual.length - ones;
        return ones == 0 || zeros == 0 ? Double.NaN : (ranks - ones * (ones + 1) / 2) / (ones * zeros);
    }

    private static int count(int[] actual, int k) {
        int count = 0;
        for (int a : actual) if (a == k) count++;
        return count;
    }

    private static void requireRows(int actual, int predicted) {
        if (actual != predicted || actual == 0)
            throw new IllegalArgumentException(predicted + " predictions for " + actual + " actual values");
    }
}
