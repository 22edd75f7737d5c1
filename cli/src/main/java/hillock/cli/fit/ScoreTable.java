package hillock.cli.fit;

import hillock.cli.report.Numerals;
import hillock.cli.report.Outcome;
import hillock.cli.report.Words;
import hillock.plot.DisplayWidth;
import hillock.tabular.Fitted.Candidate;
import hillock.tabular.Task;
import java.util.ArrayList;
import java.util.List;

/// The network beside the baselines, on the same rows, for a terminal.
record ScoreTable(Words words) {
    private static final int NAME_WIDTH = 24;

    /// A table for the validation rows, and one for the test rows if there are any; each ends with an empty line.
    List<String> lines(Outcome outcome) {
        int held = outcome.fitted().study().validation().rows();
        List<String> lines = new ArrayList<>(table("fit.scores.validation", held, outcome, outcome.onValidation()));
        outcome.test()
                .ifPresent(rows -> lines.addAll(table("fit.scores.test", rows.rows(), outcome, outcome.onTest())));
        return lines;
    }

    private List<String> table(String title, int rows, Outcome outcome, List<Candidate> candidates) {
        List<String> metrics =
                List.copyOf(candidates.getFirst().scores().values().keySet());
        List<String> head = new ArrayList<>(List.of(words.messages().text(title, Numerals.count(rows))));
        metrics.forEach(m -> head.add(words.metric(m)));
        Aligned aligned = new Aligned(true).row(head);
        Task task = outcome.fitted().study().target().task();
        aligned.row(Words.row(words.network(), candidates.get(0)));
        aligned.row(Words.row(words.linear(task), candidates.get(2)));
        String constant = DisplayWidth.fit(words.constant(candidates.get(1)), NAME_WIDTH);
        aligned.row(Words.row(constant, candidates.get(1)));
        List<String> lines = new ArrayList<>(aligned.lines());
        lines.add("");
        return lines;
    }
}
