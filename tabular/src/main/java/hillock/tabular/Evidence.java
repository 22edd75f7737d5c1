package hillock.tabular;

import java.util.EnumMap;
import java.util.Map;

/// What each contender got right and lost on the same rows.
///
/// @param losses of each row: squared errors, or log losses
/// @param hits whether a row was right; empty for numbers
record Evidence(int rows, Map<Contender, double[]> losses, Map<Contender, boolean[]> hits) {
    static Evidence of(double[] actual, Map<Contender, double[]> answers) {
        Map<Contender, double[]> losses = new EnumMap<>(Contender.class);
        answers.forEach((who, values) -> {
            requireRows(who, actual.length, values.length);
            losses.put(who, squares(actual, values));
        });
        return new Evidence(actual.length, losses, Map.of());
    }

    static Evidence of(int[] actual, Map<Contender, double[][]> answers) {
        Map<Contender, double[]> losses = new EnumMap<>(Contender.class);
        Map<Contender, boolean[]> hits = new EnumMap<>(Contender.class);
        answers.forEach((who, p) -> {
            requireRows(who, actual.length, p.length);
            losses.put(who, logLosses(actual, p));
            hits.put(who, hits(actual, p));
        });
        return new Evidence(actual.length, losses, hits);
    }

    boolean classifies() {
        return !hits.isEmpty();
    }

    /// Right and wrong answers decide, the probabilities only where those do not: a useful model of a rare class may
    /// never name it. A second look needs stronger evidence.
    Contest between(Contender own, Contender rival) {
        if (!classifies()) return Contest.ofLosses(losses.get(own), losses.get(rival), Contest.ONCE_IN_20);
        Contest byHits = byHits(own, rival);
        return byHits.outcome() != Contest.Outcome.SAME ? byHits : byLosses(own, rival);
    }

    /// `rmse`, `accuracy` or `log_loss`: what decides between the two.
    String measure(Contender own, Contender rival) {
        if (!classifies()) return "rmse";
        return byHits(own, rival).outcome() == Contest.Outcome.SAME ? "log_loss" : "accuracy";
    }

    /// Against the constant. Of classes either look may show that something was learnt, and the one that shows more
    /// counts.
    Contest learning(Contender own) {
        if (!classifies()) return between(own, Contender.CONSTANT);
        Contest hits = byHits(own, Contender.CONSTANT);
        Contest losses = byLosses(own, Contender.CONSTANT);
        if (hits.outcome() == Contest.Outcome.BETTER) return hits;
        if (losses.outcome() == Contest.Outcome.BETTER) return losses;
        return hits.gain() / hits.noise() >= losses.gain() / losses.noise() ? hits : losses;
    }

    boolean learnt(Contender own) {
        return learning(own).outcome() == Contest.Outcome.BETTER;
    }

    /// Root mean squared error, or the share of right rows.
    double score(Contender who) {
        if (!classifies()) return Math.sqrt(Moments.mean(losses.get(who)));
        int right = 0;
        for (boolean hit : hits.get(who)) if (hit) right++;
        return (double) right / rows;
    }

    private Contest byHits(Contender own, Contender rival) {
        return Contest.ofHits(hits.get(own), hits.get(rival));
    }

    private Contest byLosses(Contender own, Contender rival) {
        return Contest.ofLosses(losses.get(own), losses.get(rival), Contest.ONCE_IN_100);
    }

    private static boolean[] hits(int[] actual, double[][] p) {
        boolean[] hits = new boolean[actual.length];
        for (int i = 0; i < hits.length; i++) hits[i] = Metrics.argmax(p[i]) == actual[i];
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
