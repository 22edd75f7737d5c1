package hillock.cli.fit;

import hillock.cli.report.Numerals;
import hillock.cli.report.Outcome;
import hillock.cli.report.Words;
import hillock.plot.DisplayWidth;
import hillock.tabular.Contender;
import hillock.tabular.CrossValidation;
import hillock.tabular.Fitted;
import hillock.tabular.Fitted.Candidate;
import hillock.tabular.Study;
import hillock.tabular.Task;
import java.util.ArrayList;
import java.util.List;

/// The leaderboard: the network and its rivals on the same rows, best first, for a terminal.
record ScoreTable(Words words) {
    private static final int NAME_WIDTH = 24;
    /// With their spread more do not fit beside each other; the report has all.
    private static final int FOLD_METRICS = 3;

    /// A table for the validation rows, and one for the test rows if there are any; each ends with an empty line.
    List<String> lines(Outcome outcome) {
        Study study = outcome.fitted().study();
        int held = study.validation().rows();
        List<String> lines = new ArrayList<>(outcome.judgement()
                .cv()
                .map(cv -> table(cv, study))
                .orElseGet(() -> table("fit.scores.validation", held, outcome, outcome.onValidation())));
        List<String> sampled = words.sampled(study, outcome.onValidation());
        sampled.forEach(sentence -> lines.add(lines.size() - 1, "  " + sentence));
        outcome.given()
                .test()
                .ifPresent(rows -> lines.addAll(table(
                        "fit.scores.test",
                        rows.rows(),
                        outcome,
                        outcome.judgement().onTest())));
        return lines;
    }

    private List<String> table(CrossValidation cv, Study study) {
        List<String> metrics =
                List.copyOf(cv.standings().getFirst().mean().values().keySet());
        Aligned aligned = new Aligned(true);
        List<String> head = new ArrayList<>(List.of(""));
        metrics.stream().limit(FOLD_METRICS).forEach(m -> head.add(words.metric(m)));
        aligned.row(head);
        for (CrossValidation.Standing standing : cv.standings()) {
            String mark = standing.contender() == Contender.NETWORK ? "> " : "  ";
            String name = words.contender(standing.contender(), study.target().task());
            aligned.row(words.row(mark + DisplayWidth.fit(name, NAME_WIDTH), standing)
                    .subList(0, head.size()));
        }
        List<String> lines = new ArrayList<>(List.of("  " + words.folds(cv, study)));
        lines.addAll(aligned.lines());
        lines.add("");
        return lines;
    }

    private List<String> table(String title, int rows, Outcome outcome, List<Candidate> candidates) {
        List<String> metrics =
                List.copyOf(candidates.getFirst().scores().values().keySet());
        List<String> head = new ArrayList<>(List.of(words.messages().text(title, Numerals.count(rows))));
        metrics.forEach(m -> head.add(words.metric(m)));
        Aligned aligned = new Aligned(true).row(head);
        Task task = outcome.fitted().study().target().task();
        for (Candidate candidate : Fitted.ranked(candidates)) {
            String mark = candidate.contender() == Contender.NETWORK ? "> " : "  ";
            aligned.row(Words.row(mark + DisplayWidth.fit(words.name(candidate, task), NAME_WIDTH), candidate));
        }
        List<String> lines = new ArrayList<>(aligned.lines());
        lines.add("");
        return lines;
    }
}
