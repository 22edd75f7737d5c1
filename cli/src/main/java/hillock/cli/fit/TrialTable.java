package hillock.cli.fit;

import hillock.cli.report.Numerals;
import hillock.cli.report.Words;
import hillock.tabular.ActivationTrials;
import java.util.ArrayList;
import java.util.List;

/// The activations that were tried, one a line, for a terminal.
record TrialTable(Words words) {
    List<String> lines(ActivationTrials trials) {
        List<String> lines = new ArrayList<>();
        lines.add(words.messages().text("fit.tried", Numerals.count(trials.rows()), ActivationTrials.ROUNDS));
        Aligned aligned = new Aligned(true).row(words.trialHead(trials));
        trials.trials().forEach(t -> aligned.row(words.trial(trials, t)));
        lines.addAll(aligned.lines());
        return lines;
    }
}
