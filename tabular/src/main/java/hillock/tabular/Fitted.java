package hillock.tabular;

import hillock.data.Table;
import hillock.nn.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/// A trained model beside the baselines that it must beat, and what is to be said about it.
///
/// @param recipe with nothing left open
/// @param candidates all contenders, in their order, on the validation rows
public record Fitted(
        Study study, Recipe recipe, Model model, History history, List<Candidate> candidates, Verdict verdict) {
    public Fitted {
        candidates = List.copyOf(candidates);
    }

    /// A model that was asked about rows whose answers are known.
    ///
    /// @param baseline the model itself; null for the network
    public record Candidate(Contender contender, Baseline baseline, Predictions predictions, Scores scores) {}

    /// @param rivals the models that the network must beat
    /// @param held the validation rows, encoded
    static Fitted of(
            Study study, Recipe recipe, Model model, History history, Map<Contender, Baseline> rivals, Encoded held) {
        Table rows = study.validation();
        List<Candidate> candidates = new ArrayList<>();
        candidates.add(candidate(model, Contender.NETWORK, null, held, rows));
        rivals.forEach((who, baseline) -> candidates.add(candidate(model, who, baseline, held, rows)));
        return new Fitted(study, recipe, model, history, candidates, verdict(model, rows, candidates));
    }

    /// One of the [#candidates].
    public Candidate candidate(Contender contender) {
        return of(candidates, contender);
    }

    /// The network's answers for the validation rows.
    public Candidate network() {
        return candidate(Contender.NETWORK);
    }

    /// One of a list.
    public static Candidate of(List<Candidate> candidates, Contender contender) {
        return candidates.stream()
                .filter(c -> c.contender == contender)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + contender + " among the candidates"));
    }

    /// The candidates, best first: by accuracy, then by log loss; or by RMSE. Of equal ones the simplest.
    public static List<Candidate> ranked(List<Candidate> candidates) {
        return candidates.stream()
                .sorted(Comparator.<Candidate>comparingDouble(c -> place(c.scores, "accuracy", -1))
                        .thenComparingDouble(c -> place(c.scores, "log_loss", 1))
                        .thenComparingDouble(c -> place(c.scores, "rmse", 1))
                        .thenComparing(Candidate::contender, Comparator.reverseOrder()))
                .toList();
    }

    /// A score that is not a number comes last.
    private static double place(Scores scores, String metric, int sign) {
        Double value = scores.values().getOrDefault(metric, 0.0);
        return Double.isNaN(value) ? Double.POSITIVE_INFINITY : sign * value;
    }

    /// The candidates, in the order of [#candidates], on other rows whose answers are known.
    ///
    /// @throws hillock.data.BadInput where columns are missing or cells cannot be used
    public List<Candidate> score(Table rows) {
        Encoded x = model.preparation().apply(rows);
        return candidates.stream()
                .map(c -> candidate(model, c.contender, c.baseline, x, rows))
                .toList();
    }

    private static Candidate candidate(Model model, Contender who, Baseline baseline, Encoded x, Table rows) {
        Predictions answers = baseline == null ? model.predict(x) : answers(model, baseline, x);
        return new Candidate(who, baseline, answers, scores(model.target(), rows, answers));
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

    private static Verdict verdict(Model model, Table rows, List<Candidate> candidates) {
        if (!model.target().task().isClassification()) {
            Map<Contender, double[]> answers = new EnumMap<>(Contender.class);
            for (Candidate c : candidates) answers.put(c.contender, ((Predictions.Numbers) c.predictions).values());
            return Verdict.ofNumbers(model.target().numbers(rows), answers);
        }
        Map<Contender, double[][]> answers = new EnumMap<>(Contender.class);
        for (Candidate c : candidates) answers.put(c.contender, ((Predictions.Classes) c.predictions).probabilities());
        return Verdict.ofClasses(model.target().classIndices(rows), answers);
    }
}
