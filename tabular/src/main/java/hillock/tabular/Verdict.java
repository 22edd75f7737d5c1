package hillock.tabular;

import java.text.MessageFormat;
import java.util.EnumSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.ResourceBundle;
import java.util.Set;

/// Whether a network is worth it, from predictions for the same validation rows that no model was
/// fitted on.
///
/// Models are compared row by row, so that rows which are hard for all do not count as noise. For
/// numbers the loss of a row is its squared error, and where the sizes of these leave open which model
/// is better, of few rows or with some large errors, their ratios may show it. For classes the
/// right and wrong answers decide; where they show no difference, the log loss of the
/// probabilities does. A difference counts if chance would show it less than once in twenty times
/// (once in a hundred in those second looks) and if it is at least 1 % of the other model's loss.
/// Over folds their means are compared, by the corrected resampled t-test.
///
/// | network against the constant | network against the linear model | verdict |
/// |---|---|---|
/// | better | better | [Kind#WORTH_IT] |
/// | better | no difference | [Kind#LINEAR_DOES] |
/// | better, or the linear model is | worse | [Kind#LINEAR_IS_BETTER] |
/// | not better | otherwise | [Kind#NOTHING_LEARNT] |
///
/// The nearest neighbours and the trees, where they answered too, are held against the network in
/// the same way. One that is clearly better than the network, and than the linear model unless
/// that is clearly worse than the network, is to be used: [Kind#RIVAL_IS_BETTER]. Of both the
/// neighbours, unless the trees are clearly better.
///
/// Fewer than 5 rows of numbers, or 10 of classes, are always too few, fewer than 30 where they
/// show no difference, and fewer than 100 where the network seems better than the constant but not
/// surely: [Kind#TOO_FEW_ROWS]. Of two classes of which one is rare, twice its rows count.
///
/// ```java
/// Verdict verdict = Verdict.ofNumbers(actual, Map.of(NETWORK, network, LINEAR, linear, CONSTANT, constant));
/// verdict.sentence(Locale.ENGLISH);   // The network is worth it: on 88 rows that it had not seen …
/// ```
///
/// Where classes are imbalanced, right and wrong answers say little: the log loss decides, and the
/// scores are F1 (`decidedBy` is `f1`).
///
/// @param decidedBy `rmse`, `mae` where the network was to make errors small and not their
///     squares, `f1`, `accuracy` or `log_loss`: the comparison with the rival that decided
/// @param rival the model to use in place of the network where that is [Kind#RIVAL_IS_BETTER],
///     else the linear one
/// @param asGood where the network is worth it, those of neighbours and trees that show no clear
///     difference to it
/// @param network the network's score: root mean squared error, F1, or the share of right rows
/// @param rivalScore the rival's
/// @param linear the linear model's
/// @param constant that of always giving the mean, or the most frequent class
/// @param gain how much less the network loses in a row than the rival, as a mean, in `decidedBy`'s
///     loss: squared error, wrong answers or log loss
/// @param noise the gain that chance alone rarely exceeds
/// @param rows the number of validation rows
/// @param rare how many of them are of a rare class, where there are two
public record Verdict(
        Kind kind,
        String decidedBy,
        Contender rival,
        List<Contender> asGood,
        double network,
        double rivalScore,
        double linear,
        double constant,
        double gain,
        double noise,
        int rows,
        OptionalInt rare) {
    /// Those whose sentence depends on whether answers or probabilities decided.
    private static final Set<Kind> DECIDED = EnumSet.of(Kind.WORTH_IT, Kind.LINEAR_IS_BETTER, Kind.RIVAL_IS_BETTER);

    private static final List<Contender> COMPLEX = List.of(Contender.NEIGHBOURS, Contender.TREES);
    private static final double SLIGHT = 0.02;
    private static final int FEWEST_NUMBERS = 5;
    private static final int FEWEST_CLASSES = 10;
    private static final int ENOUGH_ROWS = 30;
    private static final int PROMISING_ROWS = 100;
    /// A share that is saved says little from here on.
    private static final double MANY_TIMES = 10;

    /// What was found.
    public enum Kind {
        /// The network is clearly better than the linear model.
        WORTH_IT,
        /// A linear model does as well: take it, it is simpler.
        LINEAR_DOES,
        /// A linear model is clearly better.
        LINEAR_IS_BETTER,
        /// The nearest neighbours or the trees are clearly better than the network, and than the
        /// linear model if that is not worse than the network.
        RIVAL_IS_BETTER,
        /// The network is no better than the mean or the most frequent class.
        NOTHING_LEARNT,
        /// There are too few rows to say.
        TOO_FEW_ROWS
    }

    /// The verdict on regression, all in the target's unit.
    ///
    /// @param answers those of the network, the linear model and the constant at least
    public static Verdict ofNumbers(double[] actual, Map<Contender, double[]> answers) {
        return of(Evidence.of(actual, answers));
    }

    /// The verdict on classes, from the probabilities `[row][class]`.
    ///
    /// @param answers those of the network, the linear model and the constant at least
    public static Verdict ofClasses(int[] actual, Map<Contender, double[][]> answers) {
        return of(Evidence.of(actual, answers));
    }

    static Verdict of(Evidence evidence) {
        Contest toLine = evidence.between(Contender.NETWORK, Contender.LINEAR);
        Contest toConstant = evidence.learning(Contender.NETWORK);
        Kind kind = tooFew(evidence) ? Kind.TOO_FEW_ROWS : kind(evidence, toLine, toConstant);
        Contender rival = better(evidence, kind);
        if (rival != Contender.LINEAR) kind = Kind.RIVAL_IS_BETTER;
        Contest decisive = rival == Contender.LINEAR ? toLine : evidence.between(Contender.NETWORK, rival);
        return new Verdict(
                kind,
                evidence.measure(Contender.NETWORK, rival),
                rival,
                kind == Kind.WORTH_IT ? asGood(evidence) : List.of(),
                evidence.score(Contender.NETWORK),
                evidence.score(rival),
                evidence.score(Contender.LINEAR),
                evidence.score(Contender.CONSTANT),
                decisive.gain(),
                decisive.noise(),
                evidence.rows(),
                evidence.rare());
    }

    /// The rival to use in place of both network and linear model; the linear model where there is
    /// none. The trees must be clearly better than the neighbours, which are simpler.
    private static Contender better(Evidence evidence, Kind kind) {
        if (tooFew(evidence)) return Contender.LINEAR;
        boolean lineCounts = kind == Kind.LINEAR_DOES || kind == Kind.LINEAR_IS_BETTER;
        Contender found = Contender.LINEAR;
        for (Contender rival : COMPLEX) {
            if (!evidence.losses().containsKey(rival) || !evidence.learnt(rival)) continue;
            boolean beatsNetwork = beats(evidence, rival, Contender.NETWORK);
            boolean beatsFound = (found == Contender.LINEAR && !lineCounts) || beats(evidence, rival, found);
            if (beatsNetwork && beatsFound) found = rival;
        }
        return found;
    }

    private static List<Contender> asGood(Evidence evidence) {
        return COMPLEX.stream()
                .filter(evidence.losses()::containsKey)
                .filter(rival -> evidence.between(Contender.NETWORK, rival).outcome() != Contest.Outcome.BETTER)
                .toList();
    }

    /// Seen from the one that loses, whose losses need not be finite. Better probabilities alone
    /// count if they are better by a share of what there is to be learnt: at 100 % right answers
    /// all log losses are small.
    private static boolean beats(Evidence evidence, Contender winner, Contender loser) {
        Contest contest = evidence.between(loser, winner);
        if (contest.outcome() != Contest.Outcome.WORSE) return false;
        String measure = evidence.measure(loser, winner);
        if (!measure.equals("log_loss") && !measure.equals("f1")) return true;
        return -contest.gain() > SLIGHT * Moments.mean(evidence.losses().get(Contender.CONSTANT));
    }

    /// The verdict in one sentence for anyone; in Chinese for a Chinese locale, otherwise in English.
    public String sentence(Locale locale) {
        boolean chinese = locale.getLanguage().equals("zh");
        // The root bundle is English; asking for it by name keeps a Chinese default locale out of an English text.
        ResourceBundle texts =
                ResourceBundle.getBundle("hillock.tabular.verdict", chinese ? Locale.CHINESE : Locale.ROOT);
        String pattern = texts.getString(kind + "." + basis());
        double saved = Math.abs(1 - network / linear);
        String sentence = new MessageFormat(pattern, Locale.ROOT).format(new Object[] {
            score(network),
            score(linear),
            score(constant),
            Integer.toString(rows),
            percent(saved),
            texts.getString(rival.key()),
            score(rivalScore),
            rows == 1 ? texts.getString("row") : texts.getString("rows"),
            Integer.toString(rare.orElse(rows)),
            number(Math.abs(gain), 2),
            number(linear / network, 2)
        });
        if (asGood.isEmpty()) return sentence;
        String key =
                asGood.size() > 1 ? "ALSO.both" : "ALSO." + asGood.getFirst().key();
        return sentence.substring(0, sentence.length() - 1) + texts.getString(key);
    }

    private static boolean tooFew(Evidence evidence) {
        return evidence.telling() < (evidence.classifies() ? FEWEST_CLASSES : FEWEST_NUMBERS);
    }

    private static Kind kind(Evidence evidence, Contest toLine, Contest toConstant) {
        boolean learnt = toConstant.outcome() == Contest.Outcome.BETTER;
        boolean lineWins = toLine.outcome() == Contest.Outcome.WORSE;
        if (lineWins && (learnt || evidence.learnt(Contender.LINEAR))) return Kind.LINEAR_IS_BETTER;
        if (learnt && toLine.outcome() == Contest.Outcome.BETTER) return Kind.WORTH_IT;
        boolean unclear = toLine.outcome() == Contest.Outcome.SAME || toConstant.outcome() == Contest.Outcome.SAME;
        // A gain that is half beyond chance may well be real: more rows would tell, or more folds,
        // which are few however many rows they have.
        boolean promising = !learnt && toConstant.gain() > toConstant.noise() / 2;
        int rows = evidence.telling();
        boolean few = rows < ENOUGH_ROWS
                || (promising && (rows < PROMISING_ROWS || evidence.folds().isPresent()));
        if (unclear && few) return Kind.TOO_FEW_ROWS;
        return learnt ? Kind.LINEAR_DOES : Kind.NOTHING_LEARNT;
    }

    /// What the sentence says, and of which scores.
    private String basis() {
        String by = DECIDED.contains(kind) && !decidedBy.equals("mae") ? decidedBy : unit();
        boolean many = network > 0 && linear >= MANY_TIMES * network;
        return switch (kind) {
            case WORTH_IT -> by.equals("rmse") && many ? by + ".times" : by;
            case LINEAR_DOES -> seemsBetter() ? by + ".unsure" : by;
            case TOO_FEW_ROWS -> rare.isPresent() ? "rare" : by;
            case LINEAR_IS_BETTER, RIVAL_IS_BETTER, NOTHING_LEARNT -> by;
        };
    }

    /// A gain that is half beyond chance may well be real, if the scores show it, too.
    private boolean seemsBetter() {
        boolean better = unit().equals("rmse") ? network < linear : network > linear;
        return better && gain > noise / 2;
    }

    /// The kind of scores that the sentence states: a typical error is one or the other.
    private String unit() {
        return switch (decidedBy) {
            case "log_loss" -> "accuracy";
            case "mae" -> "rmse";
            default -> decidedBy;
        };
    }

    private String score(double value) {
        if (unit().equals("accuracy")) return percent(value);
        return unit().equals("f1") ? String.format(Locale.ROOT, "%.2f", value) : number(value, 3);
    }

    private static String number(double value, int digits) {
        return Double.isFinite(value)
                ? ColumnInfo.text(Double.parseDouble(String.format(Locale.ROOT, "%." + digits + "g", value)))
                : "?";
    }

    /// `97 %`, or `97.4 %` where the rows are enough to tell tenths.
    private String percent(double share) {
        return String.format(Locale.ROOT, rows >= 200 ? "%.1f %%" : "%.0f %%", 100 * share);
    }
}
