package hillock.tabular;

import hillock.data.Table;
import hillock.nn.History;
import java.util.List;
import java.util.stream.Stream;

/// A trained model beside the baselines that it must beat, and what is to be said about it.
///
/// @param recipe with nothing left open
/// @param network the network's answers for the validation rows
/// @param constant those of the mean, or of the class frequencies
/// @param linear those of ridge or logistic regression
public record Fitted(
        Study study,
        Recipe recipe,
        Model model,
        History history,
        Candidate network,
        Candidate constant,
        Candidate linear,
        Verdict verdict) {
    /// A model that was asked about rows whose answers are known.
    ///
    /// @param baseline the model itself; null for the network
    public record Candidate(Baseline baseline, Predictions predictions, Scores scores) {}

    /// @param baselines the constant and the linear model
    /// @param held the validation rows, encoded
    static Fitted of(Study study, Recipe recipe, Model model, History history, List<Baseline> baselines, Encoded held) {
        Table rows = study.validation();
        Candidate network = candidate(model, null, held, rows);
        Candidate constant = candidate(model, baselines.get(0), held, rows);
        Candidate linear = candidate(model, baselines.get(1), held, rows);
        Verdict verdict = verdict(model, rows, network, linear, constant);
        return new Fitted(study, recipe, model, history, network, constant, linear, verdict);
    }

    /// The candidates on other rows whose answers are known: network, constant, linear.
    ///
    /// @throws hillock.data.BadInput where columns are missing or cells cannot be used
    public List<Candidate> score(Table rows) {
        Encoded x = model.preparation().apply(rows);
        return Stream.of(network, constant, linear)
                .map(c -> candidate(model, c.baseline, x, rows))
                .toList();
    }

    private static Candidate candidate(Model model, Baseline baseline, Encoded x, Table rows) {
        Predictions answers = baseline == null ? model.predict(x) : answers(model, baseline, x);
        return new Candidate(baseline, answers, scores(model.target(), rows, answers));
    }

    private static Predictions answers(Model model, Baseline baseline, Encoded x) {
        return baseline.classifies()
                ? new Predictions.Classes(model.target().classes(), baseline.probabilities(x))
                : new Predictions.Numbers(baseline.numbers(x));
    }

    private static Scores scores(TargetEncoding target, Table rows, Predictions answers) {
        return switch (answers) {
            case Predictions.Numbers n -> Metrics.regression(target.numbers(rows), n.values());
            case Predictions.Classes c -> Metrics.classification(target.classIndices(rows), c.probabilities());
        };
    }

    private static Verdict verdict(Model model, Table rows, Candidate network, Candidate linear, Candidate constant) {
        if (network.predictions instanceof Predictions.Numbers n) {
            return Verdict.of(model.target().numbers(rows), n.values(), numbers(linear), numbers(constant));
        }
        return Verdict.of(
                model.target().classIndices(rows),
                probabilities(network),
                probabilities(linear),
                probabilities(constant));
    }

    private static double[] numbers(Candidate c) {
        return ((Predictions.Numbers) c.predictions).values();
    }

    private static double[][] probabilities(Candidate c) {
        return ((Predictions.Classes) c.predictions).probabilities();
    }
}
