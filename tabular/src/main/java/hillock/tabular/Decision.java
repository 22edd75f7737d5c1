package hillock.tabular;

import hillock.tensor.Rng;
import java.util.Arrays;
import java.util.Comparator;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/// How probabilities become a class: the most probable one; or, of two classes of which one is
/// rare, the rare one from a probability up.
///
/// A row of a rare class is seldom more likely than not to be of that class, so that the most
/// probable class hardly ever is it. The threshold is the probability from which the F1 of the
/// rare class, `2 TP / (2 TP + FP + FN)` (van Rijsbergen 1979), is largest on rows that the model
/// had not seen. It is chosen where there are five such rows of the rare class in each half of
/// them at least, and where thresholds that each half finds for the other beat the most probable class.
///
/// ```java
/// model.calibration().decision().threshold();   // 0.23
/// ```
///
/// @param rare the number of the rare class; -1 for the most probable class
/// @param threshold from which probability up it is given
public record Decision(int rare, double threshold) {
    /// The most probable class, the first among equals.
    public static final Decision MOST_PROBABLE = new Decision(-1, 0.5);

    /// So many rows of a rare class choose a threshold at least.
    public static final int FEWEST_RARE = 5;

    private static final int SAMPLES = 30;

    public Decision {
        if (!(threshold > 0 && threshold < 1))
            throw new IllegalArgumentException("a threshold must lie between 0 and 1, not at " + threshold);
    }

    /// Whether no threshold was chosen.
    public boolean isMostProbable() {
        return rare < 0;
    }

    /// The number of the class for these probabilities; -1 where one is NaN.
    public int of(double[] p) {
        int most = Metrics.argmax(p);
        if (rare < 0 || most < 0) return most;
        return p[rare] >= threshold ? rare : 1 - rare;
    }

    /// The same probabilities with classes as this decides.
    Predictions.Classes apply(Predictions.Classes given) {
        return given.decided(
                Arrays.stream(given.probabilities()).mapToInt(this::of).toArray());
    }

    /// The same for one of several models. Always to give the rare class is no use of a threshold.
    static Decision of(Contender who, Known known, Predictions given) {
        return who == Contender.CONSTANT ? MOST_PROBABLE : of(known, given);
    }

    /// By answers for rows that the model had not seen.
    static Decision of(Known known, Predictions given) {
        if (!(known instanceof Known.Classes(int[] actual, OptionalInt rare)
                        && given instanceof Predictions.Classes answers)
                || rare.isEmpty()
                || answers.labels().size() != 2) return MOST_PROBABLE;
        int[] decided = crossFitted(actual, answers.probabilities(), rare.getAsInt());
        double gained =
                Metrics.f1(actual, decided, rare.getAsInt()) - Metrics.f1(actual, answers.decided(), rare.getAsInt());
        return gained > 0 ? best(actual, answers.probabilities(), rare.getAsInt()) : MOST_PROBABLE;
    }

    /// Answers that the rows themselves can judge: even rows are decided by the threshold that odd
    /// rows find, and the other way round.
    Predictions crossFitted(Known known, Predictions given) {
        return rare >= 0 && known instanceof Known.Classes c && given instanceof Predictions.Classes answers
                ? answers.decided(crossFitted(c.classes(), answers.probabilities(), rare))
                : given;
    }

    private static int[] crossFitted(int[] actual, double[][] p, int rare) {
        int[] decided = new int[actual.length];
        for (int half = 0; half < 2; half++) {
            int[] others = everySecond(1 - half, actual.length);
            Decision found = best(
                    Arrays.stream(others).map(i -> actual[i]).toArray(),
                    Arrays.stream(others).mapToObj(i -> p[i]).toArray(double[][]::new),
                    rare);
            for (int i : everySecond(half, actual.length)) decided[i] = found.of(p[i]);
        }
        return decided;
    }

    static int[] everySecond(int first, int rows) {
        return IntStream.range(0, rows).filter(i -> i % 2 == first).toArray();
    }

    /// The mean of the thresholds with the largest F1 in samples that are drawn from the rows with
    /// replacement (bagging, Breiman 1996): a single one follows a few rows.
    private static Decision best(int[] actual, double[][] p, int rare) {
        int positives = (int) Arrays.stream(actual).filter(a -> a == rare).count();
        boolean defined = Arrays.stream(p).noneMatch(row -> Double.isNaN(row[rare]));
        if (positives < FEWEST_RARE || !defined) return MOST_PROBABLE;
        int[] order = IntStream.range(0, actual.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> -p[i][rare]))
                .mapToInt(Integer::intValue)
                .toArray();
        boolean[] isRare = new boolean[order.length];
        double[] falling = new double[order.length];
        for (int i = 0; i < order.length; i++) {
            isRare[i] = actual[order[i]] == rare;
            falling[i] = p[order[i]][rare];
        }
        Rng rng = Rng.of(order.length);
        double threshold = IntStream.range(0, SAMPLES)
                .mapToDouble(_ -> threshold(isRare, falling, drawn(order.length, rng)))
                .filter(t -> t > 0)
                .average()
                .orElse(0);
        return threshold > 0 && threshold < 1 ? new Decision(rare, threshold) : MOST_PROBABLE;
    }

    /// How often each of the rows is in a sample of as many.
    private static int[] drawn(int rows, Rng rng) {
        int[] times = new int[rows];
        for (int i = 0; i < rows; i++) times[rng.nextInt(rows)]++;
        return times;
    }

    /// The threshold with the largest F1, in the middle between two probabilities; 0 where no row is rare.
    ///
    /// @param falling probabilities of the rare class, the largest first
    /// @param times how often each row counts
    private static double threshold(boolean[] isRare, double[] falling, int[] times) {
        int positives = 0;
        for (int i = 0; i < times.length; i++) if (isRare[i]) positives += times[i];
        double best = 0;
        double threshold = 0;
        int taken = 0;
        int found = 0;
        for (int i = 0; i < times.length; i++) {
            taken += times[i];
            if (isRare[i]) found += times[i];
            double next = i + 1 < times.length ? falling[i + 1] : 0;
            double f1 = 2.0 * found / (taken + positives);
            if (falling[i] == next || !(f1 > best)) continue;
            best = f1;
            threshold = (falling[i] + next) / 2;
        }
        return threshold;
    }
}
