package hillock.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;

/// What rows that a model had not seen tell about its answers: how sure it may be, and how far off it
/// is.
///
/// Of classes, the temperature `T` by which all logits are divided (Guo et al. 2017): the new
/// probabilities are proportional to `p^(1/T)`, so `T > 1` makes a model less sure. It is the one with
/// the least log loss on those rows, held near 1 by a prior on `ln T` with deviation ½, so that few
/// rows cannot move it far.
///
/// Of numbers, the absolute errors, from which split conformal prediction (Vovk 2005, Lei et al. 2018)
/// makes intervals: a new row like those falls within the `⌈(n + 1) level⌉`-th smallest error of the
/// answer with at least that probability.
///
/// ```java
/// Calibration calibration = Calibration.of(known, answers, target);
/// calibration.halfWidth(0.9);   // in deviations of the target
/// ```
///
/// @param temperature 1 leaves probabilities as they are
/// @param errors ascending, in deviations of the target; empty for classes
/// @param decision how probabilities become a class
public record Calibration(double temperature, List<Double> errors, Decision decision) {
    /// Nothing is known: probabilities stay as they are, and there are no intervals.
    public static final Calibration NONE = new Calibration(1, List.of());

    private static final int MOST_ERRORS = 1000;
    private static final int MOST_ROWS = 20_000;
    private static final double PRIOR = 0.5;
    private static final double WIDEST = Math.log(10);
    private static final int STEPS = 60;

    public Calibration {
        errors = List.copyOf(errors);
        if (!(temperature > 0) || Double.isInfinite(temperature))
            throw new IllegalArgumentException("a temperature must be more than 0, not " + temperature);
    }

    /// The most probable class is given.
    public Calibration(double temperature, List<Double> errors) {
        this(temperature, errors, Decision.MOST_PROBABLE);
    }

    /// The same with another way to choose a class.
    public Calibration deciding(Decision other) {
        return new Calibration(temperature, errors, other);
    }

    /// From answers for rows that the model had not seen.
    ///
    /// @param given by the model, uncalibrated
    static Calibration of(Known known, Predictions given, TargetEncoding target) {
        return switch (known) {
            case Known.Numbers n -> ofNumbers(n.values(), ((Predictions.Numbers) given).values(), target);
            case Known.Classes c -> ofClasses(c.classes(), ((Predictions.Classes) given).probabilities());
        };
    }

    /// Answers with a temperature in them that the rows themselves can judge: those for even rows
    /// have the one that odd rows find, and the other way round.
    static Predictions crossFitted(Known known, Predictions given) {
        if (!(known instanceof Known.Classes(int[] actual, OptionalInt _)
                && given instanceof Predictions.Classes answers)) return given;
        double[][] tempered = new double[actual.length][];
        for (int half = 0; half < 2; half++) {
            int[] others = Decision.everySecond(1 - half, actual.length);
            int[] seen = Arrays.stream(others).map(i -> actual[i]).toArray();
            double[][] told = Arrays.stream(others)
                    .mapToObj(i -> answers.probabilities()[i])
                    .toArray(double[][]::new);
            double temperature = ofClasses(seen, told).temperature;
            for (int i : Decision.everySecond(half, actual.length))
                tempered[i] = temperature == 1
                        ? answers.probabilities()[i]
                        : tempered(answers.probabilities()[i], temperature);
        }
        return new Predictions.Classes(answers.labels(), tempered);
    }

    private static Calibration ofNumbers(double[] actual, double[] given, TargetEncoding target) {
        double[] y = target.standardise(actual);
        double[] z = target.standardise(given);
        double[] errors = new double[y.length];
        for (int i = 0; i < y.length; i++) errors[i] = Math.abs(y[i] - z[i]);
        if (!Arrays.stream(errors).allMatch(Double::isFinite)) return NONE;
        Arrays.sort(errors);
        if (errors.length > MOST_ERRORS) errors = thinned(errors);
        return new Calibration(1, Arrays.stream(errors).boxed().toList());
    }

    /// Fewer errors with the same quantiles, rounded up.
    private static double[] thinned(double[] sorted) {
        double[] few = new double[MOST_ERRORS];
        for (int k = 1; k <= MOST_ERRORS; k++) {
            double rank = Math.ceil((sorted.length + 1.0) * k / (MOST_ERRORS + 1));
            few[k - 1] = sorted[Math.min(sorted.length, (int) rank) - 1];
        }
        return few;
    }

    private static Calibration ofClasses(int[] actual, double[][] given) {
        int rows = Math.min(actual.length, MOST_ROWS);
        double low = -WIDEST;
        double high = WIDEST;
        // Golden section on ln T.
        double ratio = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < STEPS; i++) {
            double left = high - ratio * (high - low);
            double right = low + ratio * (high - low);
            if (cost(actual, given, rows, left) <= cost(actual, given, rows, right)) high = right;
            else low = left;
        }
        double best = (low + high) / 2;
        boolean better = cost(actual, given, rows, best) < cost(actual, given, rows, 0);
        return new Calibration(better ? Math.exp(best) : 1, List.of());
    }

    /// The log loss of all rows together and the prior's `½ (ln T / ½)²`.
    private static double cost(int[] actual, double[][] given, int rows, double logarithm) {
        double cost = Math.pow(logarithm / PRIOR, 2) / 2;
        double temperature = Math.exp(logarithm);
        for (int i = 0; i < rows; i++) cost += Metrics.logLoss(tempered(given[i], temperature)[actual[i]]);
        return cost;
    }

    /// The answers with the temperature in them.
    Predictions apply(Predictions given) {
        return switch (given) {
            case Predictions.Numbers n -> n;
            case Predictions.Classes c -> {
                Predictions.Classes tempered = temperature == 1
                        ? c
                        : new Predictions.Classes(
                                c.labels(),
                                Arrays.stream(c.probabilities())
                                        .map(p -> tempered(p, temperature))
                                        .toArray(double[][]::new));
                yield decision.isMostProbable() ? tempered : decision.apply(tempered);
            }
        };
    }

    /// How intervals of answers for rows that the model had not seen cover the truth: those of
    /// even rows are made of the errors of odd rows, and the other way round. Empty where there
    /// are too few rows for so sure an interval.
    static Optional<Coverage> coverage(double[] actual, double[] given, TargetEncoding target, double level) {
        double[] halves = new double[actual.length];
        double covered = 0;
        for (int half = 0; half < 2; half++) {
            int[] others = Decision.everySecond(1 - half, actual.length);
            OptionalDouble width = ofNumbers(
                            Arrays.stream(others).mapToDouble(i -> actual[i]).toArray(),
                            Arrays.stream(others).mapToDouble(i -> given[i]).toArray(),
                            target)
                    .halfWidth(level);
            if (width.isEmpty()) return Optional.empty();
            int[] own = Decision.everySecond(half, actual.length);
            Model.Interval interval =
                    interval(Arrays.stream(own).mapToDouble(i -> given[i]).toArray(), target, width.getAsDouble());
            for (int k = 0; k < own.length; k++) halves[own[k]] = (interval.high()[k] - interval.low()[k]) / 2;
            covered += interval.coverage(
                            Arrays.stream(own).mapToDouble(i -> actual[i]).toArray())
                    * own.length;
        }
        Arrays.sort(halves);
        return Optional.of(new Coverage(level, halves[halves.length / 2], covered / actual.length, actual.length));
    }

    /// What intervals are worth.
    ///
    /// @param level the share of true numbers that they are to hold
    /// @param halfWidth half the width of a typical one, in the target's unit
    /// @param covered the share that they did hold, of rows that had no part in making them
    /// @param rows how many
    public record Coverage(double level, double halfWidth, double covered, int rows) {}

    /// Around answers in the target's unit, half a width in deviations of the target on each side.
    static Model.Interval interval(double[] answers, TargetEncoding target, double half) {
        double[] z = target.standardise(answers);
        return new Model.Interval(
                target.restore(Arrays.stream(z).map(v -> v - half).toArray()),
                target.restore(Arrays.stream(z).map(v -> v + half).toArray()));
    }

    private static double[] tempered(double[] p, double temperature) {
        double[] result = new double[p.length];
        double sum = 0;
        double most = Math.log(Arrays.stream(p).max().orElse(1));
        for (int k = 0; k < p.length; k++) {
            result[k] = Math.exp((Math.log(p[k]) - most) / temperature);
            sum += result[k];
        }
        for (int k = 0; k < p.length; k++) result[k] /= sum;
        return result;
    }

    /// Half the width of an interval that holds the true number with a probability, in deviations of
    /// the target; empty where there are too few rows for so sure an interval.
    public OptionalDouble halfWidth(double level) {
        long rank = (long) Math.ceil((errors.size() + 1) * level - 1e-9);
        return rank < 1 || rank > errors.size()
                ? OptionalDouble.empty()
                : OptionalDouble.of(errors.get((int) rank - 1));
    }

    /// The surest level for which there are intervals.
    public double surest() {
        return errors.size() / (errors.size() + 1.0);
    }
}
