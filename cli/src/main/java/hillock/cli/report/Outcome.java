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
/// Outcome outcome = new Outcome(given, trials, fitted, Judgement.of(fitted, explanation, cv, test), examination, 1.5);
/// Fitted.of(outcome.judgement().onTest(), Contender.NETWORK).scores().get("rmse");
/// ```
///
/// @param trials by which was settled what the user had left open
/// @param examination what a doctor found, where one was asked
/// @param seconds from the first step of training to the scores
public record Outcome(
        Given given,
        Trials trials,
        Fitted fitted,
        Judgement judgement,
        Optional<Examination> examination,
        double seconds) {
    /// What was known before training.
    ///
    /// @param table what the table looks like
    /// @param test the rows of `--test`
    /// @param folder the model folder
    /// @param command that makes the same model again
    public record Given(Source source, TableReport table, Optional<Table> test, Path folder, String command) {}

    /// Trials before training; each is empty where the user did not leave it to them.
    ///
    /// @param activations by which the activation was chosen
    /// @param rates the range test that found the learning rate
    public record Trials(Optional<ActivationTrials> activations, Optional<RangeTest> rates) {}

    /// What is to be said about the fit.
    ///
    /// @param explanation what the network goes by, and where it fails
    /// @param cv all contenders judged fold by fold, where that was asked for
    /// @param onTest all contenders on the test rows; empty without those
    public record Judgement(Explanation explanation, Optional<CrossValidation> cv, List<Candidate> onTest) {
        public Judgement {
            onTest = List.copyOf(onTest);
        }

        /// Scores the fitted models on the test rows, if there are any.
        public static Judgement of(
                Fitted fitted, Explanation explanation, Optional<CrossValidation> cv, Optional<Table> test) {
            return new Judgement(explanation, cv, test.map(fitted::score).orElse(List.of()));
        }
    }

    /// What a doctor found.
    ///
    /// @param mends what those that were tried did
    public record Examination(Diagnosis diagnosis, Optional<WhatIf> mends) {
        /// Nothing was tried.
        public Examination(Diagnosis diagnosis) {
            this(diagnosis, Optional.empty());
        }
    }

    /// The same with what mends did.
    public Outcome with(WhatIf tried) {
        Optional<Examination> known = examination.map(e -> new Examination(e.diagnosis, Optional.of(tried)));
        return new Outcome(given, trials, fitted, judgement, known, seconds);
    }

    /// What the doctor found, where one was asked.
    public Optional<Diagnosis> diagnosis() {
        return examination.map(Examination::diagnosis);
    }

    /// What mends did, where they were tried.
    public Optional<WhatIf> whatIf() {
        return examination.flatMap(Examination::mends);
    }

    /// All contenders on the validation rows.
    public List<Candidate> onValidation() {
        return fitted.candidates();
    }

    /// Whether the network is worth it: by cross-validation where there is one, else by the validation
    /// rows.
    public Verdict verdict() {
        return judgement.cv().map(CrossValidation::verdict).orElseGet(fitted::verdict);
    }

    /// How the training of the first network ended.
    public Event.Finished end() {
        return fitted.history().finished();
    }
}
