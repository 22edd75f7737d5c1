package hillock.tabular;

import static hillock.tabular.Student.Chance.ONCE_IN_100;

import hillock.tabular.Student.Chance;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.ToDoubleFunction;

/// Two models on the same rows: is one better by more than chance, and by an amount that matters?
///
/// @param gain how much less the first model loses on average in a row; negative where it loses more
/// @param noise the gain that chance alone rarely exceeds
record Contest(double gain, double noise, Outcome outcome) {
    enum Outcome {
        BETTER,
        SAME,
        WORSE
    }

    /// A gain below this share of the rival's loss is of no use, however sure it is.
    private static final double USEFUL = 0.01;
    /// A gain from this share of the loser's loss on is large.
    private static final double LARGE = 0.5;
    /// Of the mean loss: what is added to each before its logarithm is taken, for one may be 0.
    private static final double LEAST = 1e-6;

    /// From the losses of each row. The differences `d = rival − own` have the mean `d̄` and its
    /// standard error `s/√n`; chance reaches Student's t. Who alone has a loss that is not finite is worse.
    static Contest ofLosses(double[] own, double[] rival, Chance chance) {
        int n = own.length;
        double[] d = new double[n];
        double rivals = 0;
        Optional<Contest> decided = byInfinity(own, rival);
        if (decided.isPresent()) return decided.get();
        for (int i = 0; i < n; i++) {
            d[i] = rival[i] - own[i];
            rivals += rival[i] / n;
        }
        double gain = Moments.mean(d);
        double noise = n < 2
                ? Double.POSITIVE_INFINITY
                : Student.beyond(chance, n - 1) * Moments.deviation(d, gain) / Math.sqrt(n - 1.0);
        return new Contest(gain, noise, outcome(gain, noise, rivals));
    }

    /// The same from the ratios of the losses, where these show a large difference that their sizes leave
    /// open: of few rows, or errors with heavy tails, a single loss makes most of the deviation. The
    /// logarithms of the ratios are symmetric where both models are alike, whatever their errors; chance
    /// reaches Student's t once in a hundred times. The difference must halve the mean loss as well.
    Contest orByRatios(double[] own, double[] rival) {
        return orByRatios(own, rival, logs -> Student.beyond(ONCE_IN_100, logs.length - 1.0) / Math.sqrt(logs.length));
    }

    /// The same from the mean losses of folds, see [#ofFolds].
    Contest orByRatios(double[] own, double[] rival, double ratio) {
        return orByRatios(
                own,
                rival,
                logs -> Student.beyond(ONCE_IN_100, logs.length - 1.0) * Math.sqrt(1.0 / logs.length + ratio));
    }

    /// @param reach of chance, in deviations of the logarithms
    private Contest orByRatios(double[] own, double[] rival, ToDoubleFunction<double[]> reach) {
        if (outcome != Outcome.SAME || own.length < 2) return this;
        double ownMean = Moments.mean(own);
        double rivalMean = Moments.mean(rival);
        double least = LEAST * (ownMean + rivalMean);
        double[] logs = new double[own.length];
        for (int i = 0; i < logs.length; i++) logs[i] = Math.log((rival[i] + least) / (own[i] + least));
        double mean = Moments.mean(logs);
        double deviation = Moments.deviation(logs, mean) * Math.sqrt(logs.length / (logs.length - 1.0));
        boolean sure = Math.abs(mean) > reach.applyAsDouble(logs) * deviation && mean * gain > 0;
        if (!sure || Math.abs(gain) < LARGE * Math.max(ownMean, rivalMean)) return this;
        return new Contest(gain, noise, gain > 0 ? Outcome.BETTER : Outcome.WORSE);
    }

    /// From right and wrong: McNemar's test with its continuity correction, which looks only at
    /// the rows on which the models differ. With `b` rows that only the first and `c` rows that
    /// only the rival has right, chance reaches `|b − c| = 1 + 1.96·√(b + c)`. Six rows to none
    /// are a difference, five are not.
    static Contest ofHits(boolean[] own, boolean[] rival) {
        int onlyOwn = 0;
        int onlyRival = 0;
        int rivalWrong = 0;
        for (int i = 0; i < own.length; i++) {
            if (own[i] && !rival[i]) onlyOwn++;
            if (rival[i] && !own[i]) onlyRival++;
            if (!rival[i]) rivalWrong++;
        }
        double n = own.length;
        double gain = (onlyOwn - onlyRival) / n;
        double noise = (1 + Chance.ONCE_IN_20.normal() * Math.sqrt(onlyOwn + onlyRival)) / n;
        return new Contest(gain, noise, outcome(gain, noise, rivalWrong / n));
    }

    /// From the mean losses of folds, by the corrected resampled t-test (Nadeau and Bengio 2003): folds
    /// learn from the same rows, so the variance `s²` of their differences is too small by far. Chance
    /// reaches `t·√((1/folds + judging/learning)·s²)`.
    ///
    /// @param ratio of the rows that judge in a fold to those that it learns from
    static Contest ofFolds(double[] own, double[] rival, double ratio, Chance chance) {
        int folds = own.length;
        double[] d = new double[folds];
        Optional<Contest> decided = byInfinity(own, rival);
        if (decided.isPresent()) return decided.get();
        for (int i = 0; i < folds; i++) d[i] = rival[i] - own[i];
        double gain = Moments.mean(d);
        double variance = Math.pow(Moments.deviation(d, gain), 2) * folds / (folds - 1.0);
        double noise = Student.beyond(chance, folds - 1) * Math.sqrt((1.0 / folds + ratio) * variance);
        return new Contest(gain, noise, outcome(gain, noise, Moments.mean(rival)));
    }

    /// Losses that are not finite have no mean: who alone has one is worse; of two that have, neither.
    private static Optional<Contest> byInfinity(double[] own, double[] rival) {
        boolean isOwn = !isFinite(own);
        boolean isRival = !isFinite(rival);
        if (isOwn && isRival) return Optional.of(new Contest(0, Double.POSITIVE_INFINITY, Outcome.SAME));
        if (isOwn) return Optional.of(new Contest(Double.NEGATIVE_INFINITY, 0, Outcome.WORSE));
        if (isRival) return Optional.of(new Contest(Double.POSITIVE_INFINITY, 0, Outcome.BETTER));
        return Optional.empty();
    }

    private static boolean isFinite(double[] losses) {
        return Arrays.stream(losses).allMatch(Double::isFinite);
    }

    private static Outcome outcome(double gain, double noise, double rivals) {
        if (!(Math.abs(gain) > Math.max(noise, USEFUL * rivals))) return Outcome.SAME;
        return gain > 0 ? Outcome.BETTER : Outcome.WORSE;
    }
}
