package hillock.cli.report;

import hillock.cli.Messages;
import hillock.tabular.Calibration;
import hillock.tabular.Decision;
import hillock.tabular.Fitted;
import hillock.tabular.Known;
import hillock.tabular.Predictions;
import hillock.tabular.TargetEncoding;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Stream;

/// How a rare class is decided, and how far numbers may be off, in sentences; often none.
///
/// ```java
/// new Certainty(messages, fitted).sentences();   // "yes" is rare (4.2 % of the rows). It is given from …
/// ```
public record Certainty(Messages messages, Fitted fitted) {
    /// Of the intervals whose width and coverage is told.
    public static final double LEVEL = 0.9;

    public List<String> sentences() {
        return Stream.concat(rare().stream(), fitted.coverage(LEVEL).stream().map(this::width))
                .toList();
    }

    private String width(Calibration.Coverage c) {
        return messages.text(
                "words.coverage",
                Numerals.significant(c.level(), 3),
                Numerals.significant(c.halfWidth(), 3),
                Numerals.share(c.covered()),
                Numerals.count(c.rows()),
                Numerals.share(c.level()));
    }

    private List<String> rare() {
        TargetEncoding target = fitted.judged().target();
        OptionalInt rare = target.rare();
        if (rare.isEmpty()) return List.of();
        int k = rare.getAsInt();
        if (target.classes().size() > 2) {
            int most = target.counts().indexOf(Collections.max(target.counts()));
            return List.of(messages.text(
                    "words.rare.many",
                    target.classes().get(k),
                    share(target, k),
                    target.classes().get(most),
                    share(target, most)));
        }
        int[] actual = ((Known.Classes) fitted.known()).classes();
        Predictions.Classes given = (Predictions.Classes) fitted.network().predictions();
        Decision decision = fitted.network().decision();
        if (decision.isMostProbable()) {
            long rows = Arrays.stream(actual).filter(a -> a == k).count();
            String few = rows < 2 * Decision.FEWEST_RARE ? messages.text("words.rare.few", rows) : "";
            return List.of(messages.text("words.rare.plain", target.classes().get(k), share(target, k), few));
        }
        Predictions.Classes plain = new Predictions.Classes(given.labels(), given.probabilities());
        return List.of(messages.text(
                "words.rare.threshold",
                target.classes().get(k),
                share(target, k),
                Numerals.significant(decision.threshold(), 3),
                found(actual, given.decided(), k),
                right(actual, given.decided(), k),
                found(actual, plain.decided(), k),
                right(actual, plain.decided(), k)));
    }

    private static String share(TargetEncoding target, int k) {
        double all = target.counts().stream().mapToInt(Integer::intValue).sum();
        return Numerals.share(target.counts().get(k) / all);
    }

    /// The recall: the share of the rows of a class that are found.
    private static String found(int[] actual, int[] decided, int k) {
        return part(actual, decided, k, actual);
    }

    /// The precision: the share of the rows that are taken for a class that are of it.
    private static String right(int[] actual, int[] decided, int k) {
        return part(actual, decided, k, decided);
    }

    private static String part(int[] actual, int[] decided, int k, int[] of) {
        int both = 0;
        int all = 0;
        for (int i = 0; i < of.length; i++) {
            if (of[i] != k) continue;
            all++;
            if (actual[i] == k && decided[i] == k) both++;
        }
        return all == 0 ? "–" : Numerals.share((double) both / all);
    }
}
