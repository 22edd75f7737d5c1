package hillock.tabular;

import hillock.tabular.Student.Chance;
import java.util.Arrays;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.stream.IntStream;

/// What each contender got right and lost on the same rows.
///
/// @param losses of each row: squared errors (absolute ones where that is said), or log losses
/// @param hits whether a row was right; empty for numbers
/// @param f1 where classes are imbalanced: the score of each, of folds the mean
/// @param rare where one of two classes is rare: how many of the rows are of it
/// @param absolute whether errors of numbers count by their size, not their square
/// @param folds which of the losses belong together, where rows were judged fold by fold
record Evidence(
        int rows,
        Map<Contender, double[]> losses,
        Map<Contender, boolean[]> hits,
        Map<Contender, Double> f1,
        OptionalInt rare,
        boolean absolute,
        Optional<Folds> folds) {
    /// Losses that are those of folds, one after the other.
    ///
    /// @param ends where each fold ends
    /// @param ratio of the rows that judge to those that teach, on average
    record Folds(int[] ends, double ratio) {
        /// The mean in each fold.
        double[] means(double[] values) {
            return IntStream.range(0, ends.length)
                    .mapToDouble(k -> Moments.mean(Arrays.copyOfRange(values, k == 0 ? 0 : ends[k - 1], ends[k])))
                    .toArray();
        }
    }

    /// The evidence of folds together.
    ///
    /// @param rows how many different ones were judged
    /// @param ratio of the rows that judge to those that teach, on average
    static Evidence ofFolds(List<Evidence> parts, int rows, double ratio) {
        int[] ends = parts.stream().mapToInt(Evidence::rows).toArray();
        Arrays.parallelPrefix(ends, Integer::sum);
        Map<Contender, double[]> losses = new EnumMap<>(Contender.class);
        Map<Contender, boolean[]> hits = new EnumMap<>(Contender.class);
        for (Contender who : parts.getFirst().losses.keySet()) losses.put(who, joined(parts, e -> e.losses.get(who)));
        for (Contender who : parts.getFirst().hits.keySet()) {
            double[] right = joined(parts, e -> numbers(e.hits.get(who)));
            boolean[] all = new boolean[right.length];
            for (int i = 0; i < all.length; i++) all[i] = right[i] > 0;
            hits.put(who, all);
        }
        Map<Contender, Double> f1 = new EnumMap<>(Contender.class);
        for (Contender who : parts.getFirst().f1.keySet())
            f1.put(who, parts.stream().mapToDouble(e -> e.f1.get(who)).average().orElseThrow());
        int all = parts.stream().mapToInt(Evidence::rows).sum();
        long rare = parts.stream().mapToLong(e -> e.rare.orElse(0)).sum() * rows / all;
        return new Evidence(
                rows,
                losses,
                hits,
                f1,
                parts.getFirst().rare.isPresent() ? OptionalInt.of((int) rare) : OptionalInt.empty(),
                parts.getFirst().absolute,
                Optional.of(new Folds(ends, ratio)));
    }

    private static double[] joined(List<Evidence> parts, Function<Evidence, double[]> of) {
        return parts.stream().map(of).flatMapToDouble(Arrays::stream).toArray();
    }

    private static double[] numbers(boolean[] flags) {
        double[] numbers = new double[flags.length];
        for (int i = 0; i < numbers.length; i++) numbers[i] = flags[i] ? 1 : 0;
        return numbers;
    }

    /// What each contender got right and lost.
    static Evidence of(Known known, Map<Contender, Predictions> given) {
        return switch (known) {
            case Known.Numbers n -> {
                Map<Contender, double[]> answers = new EnumMap<>(Contender.class);
                given.forEach((who, p) -> answers.put(who, ((Predictions.Numbers) p).values()));
                yield of(n.values(), answers);
            }
            case Known.Classes c -> {
                Map<Contender, Predictions.Classes> answers = new EnumMap<>(Contender.class);
                given.forEach((who, p) -> answers.put(who, (Predictions.Classes) p));
                yield of(c, answers);
            }
        };
    }

    static Evidence of(double[] actual, Map<Contender, double[]> answers) {
        Map<Contender, double[]> losses = new EnumMap<>(Contender.class);
        answers.forEach((who, values) -> {
            requireRows(who, actual.length, values.length);
            losses.put(who, squares(actual, values));
        });
        return new Evidence(actual.length, losses, Map.of(), Map.of(), OptionalInt.empty(), false, Optional.empty());
    }

    static Evidence of(int[] actual, Map<Contender, double[][]> answers) {
        Map<Contender, Predictions.Classes> classes = new EnumMap<>(Contender.class);
        answers.forEach((who, p) -> classes.put(who, new Predictions.Classes(List.of(), p)));
        return of(new Known.Classes(actual), classes);
    }

    private static Evidence of(Known.Classes known, Map<Contender, Predictions.Classes> answers) {
        int[] actual = known.classes();
        Map<Contender, double[]> losses = new EnumMap<>(Contender.class);
        Map<Contender, boolean[]> hits = new EnumMap<>(Contender.class);
        Map<Contender, Double> f1 = new EnumMap<>(Contender.class);
        answers.forEach((who, given) -> {
            requireRows(who, actual.length, given.rows());
            losses.put(who, logLosses(actual, given.probabilities()));
            hits.put(who, hits(actual, given.decided()));
            if (known.rare().isPresent()) f1.put(who, known.scores(given).get("f1"));
        });
        return new Evidence(actual.length, losses, hits, f1, rare(known, answers.values()), false, Optional.empty());
    }

    private static OptionalInt rare(Known.Classes known, Collection<Predictions.Classes> answers) {
        boolean two = answers.stream().allMatch(a -> a.probabilities()[0].length == 2);
        if (known.rare().isEmpty() || !two) return OptionalInt.empty();
        int rarest = known.rare().getAsInt();
        return OptionalInt.of(
                (int) Arrays.stream(known.classes()).filter(k -> k == rarest).count());
    }

    /// As many rows as tell something: where one of two classes is rare, its rows and as many others.
    int telling() {
        return rare.isPresent() ? Math.min(rows, 2 * rare.getAsInt()) : rows;
    }

    /// The same by absolute errors, where that is wanted of numbers.
    Evidence absolute(boolean wanted) {
        if (!wanted || classifies()) return this;
        Map<Contender, double[]> sizes = new EnumMap<>(Contender.class);
        losses.forEach((who, squares) ->
                sizes.put(who, Arrays.stream(squares).map(Math::sqrt).toArray()));
        return new Evidence(rows, sizes, hits, f1, rare, true, folds);
    }

    boolean classifies() {
        return !hits.isEmpty();
    }

    /// Right answers say little where most rows are of one class: then probabilities decide.
    private boolean hitsDecide() {
        return classifies() && f1.isEmpty();
    }

    /// Right and wrong answers decide, the probabilities only where those do not: a useful model
    /// of a rare class may never name it. A second look needs stronger evidence.
    Contest between(Contender own, Contender rival) {
        if (!classifies()) return bySquares(own, rival);
        if (!hitsDecide()) return byLosses(own, rival, Chance.ONCE_IN_20);
        Contest byHits = byHits(own, rival);
        return byHits.outcome() != Contest.Outcome.SAME ? byHits : byLosses(own, rival);
    }

    /// `rmse`, `mae`, `f1`, `accuracy` or `log_loss`: what decides between the two.
    String measure(Contender own, Contender rival) {
        if (!classifies()) return absolute ? "mae" : "rmse";
        if (!hitsDecide()) return "f1";
        return byHits(own, rival).outcome() == Contest.Outcome.SAME ? "log_loss" : "accuracy";
    }

    /// Against the constant. Of classes either look may show that something was learnt, and the
    /// one that shows more counts.
    Contest learning(Contender own) {
        if (!hitsDecide()) return between(own, Contender.CONSTANT);
        Contest hits = byHits(own, Contender.CONSTANT);
        Contest losses = byLosses(own, Contender.CONSTANT);
        if (hits.outcome() == Contest.Outcome.BETTER) return hits;
        if (losses.outcome() == Contest.Outcome.BETTER) return losses;
        return hits.gain() / hits.noise() >= losses.gain() / losses.noise() ? hits : losses;
    }

    boolean learnt(Contender own) {
        return learning(own).outcome() == Contest.Outcome.BETTER;
    }

    /// Root mean squared error or mean absolute error, F1, or the share of right rows; of folds the mean.
    double score(Contender who) {
        if (f1.containsKey(who)) return f1.get(who);
        double[] values = classifies() ? numbers(hits.get(who)) : losses.get(who);
        double[] means = folds.map(f -> f.means(values)).orElseGet(() -> new double[] {Moments.mean(values)});
        return Arrays.stream(means)
                .map(v -> classifies() || absolute ? v : Math.sqrt(v))
                .average()
                .orElseThrow();
    }

    /// Their ratios may show what their sizes do not.
    private Contest bySquares(Contender own, Contender rival) {
        Contest bySizes = byLosses(own, rival, Chance.ONCE_IN_20);
        double[] mine = losses.get(own);
        double[] theirs = losses.get(rival);
        return folds.map(f -> bySizes.orByRatios(f.means(mine), f.means(theirs), f.ratio))
                .orElseGet(() -> bySizes.orByRatios(mine, theirs));
    }

    private Contest byHits(Contender own, Contender rival) {
        if (folds.isEmpty()) return Contest.ofHits(hits.get(own), hits.get(rival));
        double[] mine = Arrays.stream(folds.get().means(numbers(hits.get(own))))
                .map(v -> 1 - v)
                .toArray();
        double[] theirs = Arrays.stream(folds.get().means(numbers(hits.get(rival))))
                .map(v -> 1 - v)
                .toArray();
        return Contest.ofFolds(mine, theirs, folds.get().ratio, Chance.ONCE_IN_20);
    }

    private Contest byLosses(Contender own, Contender rival) {
        return byLosses(own, rival, Chance.ONCE_IN_100);
    }

    private Contest byLosses(Contender own, Contender rival, Chance chance) {
        return folds.map(f -> Contest.ofFolds(f.means(losses.get(own)), f.means(losses.get(rival)), f.ratio, chance))
                .orElseGet(() -> Contest.ofLosses(losses.get(own), losses.get(rival), chance));
    }

    private static boolean[] hits(int[] actual, int[] decided) {
        boolean[] hits = new boolean[actual.length];
        for (int i = 0; i < hits.length; i++) hits[i] = decided[i] == actual[i];
        return hits;
    }

    private static double[] logLosses(int[] actual, double[][] p) {
        double[] losses = new double[actual.length];
        for (int i = 0; i < losses.length; i++) losses[i] = Metrics.logLoss(p[i][actual[i]]);
        return losses;
    }

    private static double[] squares(double[] actual, double[] predicted) {
        double[] squares = new double[actual.length];
        for (int i = 0; i < squares.length; i++) squares[i] = (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
        return squares;
    }

    private static void requireRows(Contender who, int actual, int answers) {
        if (actual == 0 || answers != actual)
            throw new IllegalArgumentException(
                    who.key() + " has answers for " + answers + " rows, but there are " + actual + " actual values");
    }
}
