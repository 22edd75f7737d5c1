package hillock.cli.report;

import hillock.data.Table;
import hillock.doctor.Diagnosis;
import hillock.doctor.RangeTest;
import hillock.doctor.WhatIf;
import hillock.nn.Event;
import hillock.tabular.ActivationTrials;
import hillock.tabular.CrossValidation;
import hillock.tabular.Explanation;
import hillock.tabular.Fitted;
import hillock.tabular.Fitted.Candidate;
import hillock.tabular.TableReport;
import hillock.tabular.Verdict;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/// A finished fit: what was fitted, how good it is, and where it goes.
///
/// ```java
/// Outcome outcome = Outcome.of(source, table, fitted, explanation, cv, trials, rates, diagnosis, test, folder,
/// command, 1.5);
/// Fitted.of(outcome.onTest(), Contender.NETWORK).scores().get("rmse");
/// ```
///
/// @param table what the table looks like
/// @param explanation what the network goes by, and where it fails
/// @param cv all contenders judged fold by fold, where that was asked for
/// @param trials by which the activation was chosen, where it was left to them
/// @param rates the range test that found the learning rate, where it was left to it
/// @param diagnosis what the doctor found, where it was asked
/// @param whatIf what its mends did, where they were tried
/// @param onTest all contenders on the rows of `--test`; empty without it
/// @param test those rows
/// @param folder the model folder
/// @param command that makes the same model again
/// @param seconds from the first step of training to the scores
public record Outcome(
        Source source,
        TableReport table,
        Fitted fitted,
        Explanation explanation,
        Optional<CrossValidation> cv,
        Optional<ActivationTrials> trials,
        Optional<RangeTest> rates,
        Optional<Diagnosis> diagnosis,
        Optional<WhatIf> whatIf,
        Optional<Table> test,
        List<Candidate> onTest,
        Path folder,
        String command,
        double seconds) {
    public Outcome {
        onTest = List.copyOf(onTest);
    }

    /// Scores the fitted models on the test rows, if there are any.
    public static Outcome of(
            Source source,
            TableReport table,
            Fitted fitted,
            Explanation explanation,
            Optional<CrossValidation> cv,
            Optional<ActivationTrials> trials,
            Optional<RangeTest> rates,
            Optional<Diagnosis> diagnosis,
            Optional<Table> test,
            Path folder,
            String command,
            double seconds) {
        return new Outcome(
                source,
                table,
                fitted,
                explanation,
                cv,
                trials,
                rates,
                diagnosis,
                Optional.empty(),
                test,
                test.map(fitted::score).orElse(List.of()),
                folder,
                command,
                seconds);
    }

    /// The same with what mends did.
    public Outcome with(WhatIf tried) {
        return new Outcome(
                source,
                table,
                fitted,
                explanation,
                cv,
                trials,
                rates,
                diagnosis,
                Optional.of(tried),
                test,
                onTest,
                folder,
                command,
                seconds);
    }

    /// All contenders on the validation rows.
    public List<Candidate> onValidation() {
        return fitted.candidates();
    }

    /// Whether the network is worth it: by cross-validation where there is one, else by the validation
    /// rows.
    public Verdict verdict() {
        return cv.map(CrossValidation::verdict).orElseGet(fitted::verdict);
    }

    /// How training ended.
    public Event.Finished end() {
        return fitted.history().finished();
    }
}
