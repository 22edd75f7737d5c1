package hillock.tabular;

import java.text.MessageFormat;
import java.util.Locale;
import java.util.ResourceBundle;

/// Whether a network is worth it, from predictions for the same validation rows that no model was fitted on.
///
/// Models are compared row by row, so that rows which are hard for all do not count as noise. For numbers
/// the loss of a row is its squared error. For classes the right and wrong answers decide; where they show
/// no difference, the log loss of the probabilities does. A difference counts if chance would show it less
/// than once in twenty times (once in a hundred in that second look) and if it is at least 1 % of the other
/// model's loss.
///
/// | network against the constant | network against the linear model | verdict |
/// |---|---|---|
/// | better | better | [Kind#WORTH_IT] |
/// | better | no difference | [Kind#LINEAR_DOES] |
/// | better, or the linear model is | worse | [Kind#LINEAR_IS_BETTER] |
/// | not better | otherwise | [Kind#NOTHING_LEARNT] |
///
/// Fewer than 10 rows are always too few, fewer than 30 where they show no difference, and fewer than 100 where the
/// network seems better than the constant but not surely: [Kind#TOO_FEW_ROWS].
///
/// ```java
/// Verdict verdict = Verdict.of(actual, network, linear, constant);
/// verdict.sentence(Locale.ENGLISH);   // The network is worth it: on 88 rows that it had not seen …
/// ```
///
/// @param decidedBy `rmse`, `accuracy` or `log_loss`: the comparison with the linear model that decided
/// @param network the network's score: root mean squared error, or the share of right rows
/// @param linear the linear model's
/// @param constant that of always giving the mean, or the most frequent class
/// @param gain how much less the network loses in a row than the linear model, as a mean, in `decidedBy`'s
///     loss: squared error, wrong answers or log loss
/// @param noise the gain that chance alone rarely exceeds
/// @param rows the number of validation rows
public record Verdict(
        Kind kind,
        String decidedBy,
        double network,
        double linear,
        double constant,
        double gain,
        double noise,
        int rows) {
    private static final int FEWEST_ROWS = 10;
    private static final int ENOUGH_ROWS = 30;
    private static final int PROMISING_ROWS = 100;

    /// What was found.
    public enum Kind {
        /// The network is clearly better than the linear model.
        WORTH_IT,
        /// A linear model does as well: take it, it is simpler.
        LINEAR_DOES,
        /// A linear model is clearly better.
        LINEAR_IS_BETTER,
        /// The network is no better than the mean or the most frequent class.
        NOTHING_LEARNT,
        /// There are too few rows to say.
        TOO_FEW_ROWS
    }

    /// The verdict on regression, all in the target's unit.
    public static Verdict of(double[] actual, double[] network, double[] linear, double[] constant) {
        requireRows(actual.length, network.length, linear.length, constant.length);
        double[] losses = squares(actual, network);
        double[] lines = squares(actual, linear);
        double[] means = squares(actual, constant);
        Contest toLine = Contest.ofLosses(losses, lines, Contest.ONCE_IN_20);
        Contest toMean = Contest.ofLosses(losses, means, Contest.ONCE_IN_20);
        boolean lineLearnt = Contest.ofLosses(lines, means, Contest.ONCE_IN_20).outcome() == Contest.Outcome.BETTER;
        Kind kind = kind(actual.length, toLine, toMean, lineLearnt);
        return new Verdict(
                kind, "rmse", root(losses), root(lines), root(means), toLine.gain(), toLine.noise(), actual.length);
    }

    /// The verdict on classes, from the probabilities `[row][class]`.
    public static Verdict of(int[] actual, double[][] network, double[][] linear, double[][] constant) {
        requireRows(actual.length, network.length, linear.length, constant.length);
        Contest toLine = against(actual, network, linear);
        Contest toConstant = learning(actual, network, constant);
        boolean linearLearnt = learning(actual, linear, constant).outcome() == Contest.Outcome.BETTER;
        Kind kind = kind(actual.length, toLine, toConstant, linearLearnt);
        String decidedBy = byHits(actual, network, linear).outcome() == Contest.Outcome.SAME ? "log_loss" : "accuracy";
        return new Verdict(
                kind,
                decidedBy,
                accuracy(actual, network),
                accuracy(actual, linear),
                accuracy(actual, constant),
                toLine.gain(),
                toLine.noise(),
                actual.length);
    }

    /// The verdict in one sentence for anyone; in Chinese for a Chinese locale, otherwise in English.
    public String sentence(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        // The root bundle is English; asking for it by name keeps a Chinese default locale out of an English text.
        ResourceBundle texts =
                ResourceBundle.getBundle("hillock.tabular.verdict", chinese ? Locale.CHINESE : Locale.ROOT);
        String pattern = texts.getString(
                kind + "." + (kind == Kind.WORTH_IT || kind == Kind.LINEAR_IS_BETTER ? decidedBy : unit()));
        double saved = Math.abs(1 - network / linear);
        return new MessageFormat(pattern, Locale.ROOT).format(new Object[] {
            score(network), score(linear), score(constant), Integer.toString(rows), percent(saved)
        });
    }

    private static Kind kind(int rows, Contest toLine, Contest toConstant, boolean lineLearnt) {
        if (rows < FEWEST_ROWS) return Kind.TOO_FEW_ROWS;
        boolean learnt = toConstant.outcome() == Contest.Outcome.BETTER;
        if (toLine.outcome() == Contest.Outcome.WORSE && (learnt || lineLearnt)) return Kind.LINEAR_IS_BETTER;
        if (learnt && toLine.outcome() == Contest.Outcome.BETTER) return Kind.WORTH_IT;
        boolean unclear = toLine.outcome() == Contest.Outcome.SAME || toConstant.outcome() == Contest.Outcome.SAME;
        // A gain that is half beyond chance may well be real: more rows would tell.
        boolean promising = !learnt && toConstant.gain() > toConstant.noise() / 2;
        if (unclear && rows < (promising ? PROMISING_ROWS : ENOUGH_ROWS)) return Kind.TOO_FEW_ROWS;
        return learnt ? Kind.LINEAR_DOES : Kind.NOTHING_LEARNT;
    }

    /// Right and wrong answers decide, the probabilities only where those do not: a useful model of a rare class may
    /// never name it. A second look needs stronger evidence.
    private static Contest against(int[] actual, double[][] own, double[][] rival) {
        Contest byHits = byHits(actual, own, rival);
        if (byHits.outcome() != Contest.Outcome.SAME) return byHits;
        return byLosses(actual, own, rival);
    }

    private static Contest byLosses(int[] actual, double[][] own, double[][] rival) {
        return Contest.ofLosses(losses(actual, own), losses(actual, rival), Contest.ONCE_IN_100);
    }

    /// Whether anything was learnt: either look may show it, and the one that shows more counts.
    private static Contest learning(int[] actual, double[][] own, double[][] constant) {
        Contest hits = byHits(actual, own, constant);
        Contest losses = byLosses(actual, own, constant);
        if (hits.outcome() == Contest.Outcome.BETTER) return hits;
        if (losses.outcome() == Contest.Outcome.BETTER) return losses;
        return hits.gain() / hits.noise() >= losses.gain() / losses.noise() ? hits : losses;
    }

    private static Contest byHits(int[] actual, double[][] own, double[][] rival) {
        return Contest.ofHits(hits(actual, own), hits(actual, rival));
    }

    private static boolean[] hits(int[] actual, double[][] p) {
        boolean[] hits = new boolean[actual.length];
        for (int i = 0; i < hits.length; i++) hits[i] = Metrics.argmax(p[i]) == actual[i];
        return hits;
    }

    private static double[] losses(int[] actual, double[][] p) {
        double[] losses = new double[actual.length];
        for (int i = 0; i < losses.length; i++) losses[i] = Metrics.logLoss(p[i][actual[i]]);
        return losses;
    }

    private static double accuracy(int[] actual, double[][] p) {
        int right = 0;
        for (boolean hit : hits(actual, p)) if (hit) right++;
        return (double) right / actual.length;
    }

    private static double[] squares(double[] actual, double[] predicted) {
        double[] squares = new double[actual.length];
        for (int i = 0; i < squares.length; i++) squares[i] = (predicted[i] - actual[i]) * (predicted[i] - actual[i]);
        return squares;
    }

    private static double root(double[] squares) {
        return Math.sqrt(Moments.mean(squares));
    }

    private String unit() {
        return decidedBy.equals("rmse") ? "rmse" : "accuracy";
    }

    private String score(double value) {
        if (!unit().equals("rmse")) return percent(value);
        return Double.isFinite(value)
                ? ColumnInfo.text(Double.parseDouble(String.format(Locale.ROOT, "%.3g", value)))
                : "?";
    }

    /// `97 %`, or `97.4 %` where the rows are enough to tell tenths.
    private String percent(double share) {
        return String.format(Locale.ROOT, rows >= 200 ? "%.1f %%" : "%.0f %%", 100 * share);
    }

    private static void requireRows(int actual, int network, int linear, int constant) {
        if (actual == 0 || network != actual || linear != actual || constant != actual)
            throw new IllegalArgumentException("predictions for " + network + ", " + linear + " and " + constant
                    + " rows, but " + actual + " actual values");
    }
}
