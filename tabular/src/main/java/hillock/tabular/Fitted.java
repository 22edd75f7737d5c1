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
/// @param model what is handed out, which may have learnt from all rows
/// @param judged what was judged: a model of the same kind that has not seen the validation rows
/// @param history of the judged model's first network
/// @param candidates all contenders, in their order, on the validation rows
public record Fitted(
        Study study,
        Recipe recipe,
        Model model,
        Model judged,
        History history,
        List<Candidate> candidates,
        Verdict verdict) {
    static final Comparator<Scores> BEST_FIRST = Comparator.<Scores>comparingDouble(s -> place(s, "accuracy", -1))
            .thenComparingDouble(s -> place(s, "log_loss", 1))
            .thenComparingDouble(s -> place(s, "rmse", 1));

    public Fitted {
        candidates = List.copyOf(candidates);
    }

    /// A model that was asked about rows whose answers are known.
    ///
    /// @param baseline the model itself; null for the network
    public record Candidate(Contender contender, Baseline baseline, Predictions predictions, Scores scores) {}

    /// @param rivals the models that the network must beat
    static Fitted of(Study study, Recipe recipe, Model model, History history, Map<Contender, Baseline> rivals) {
        Table rows = study.validation();
        Encoded held = model.preparation().apply(rows);
        List<Candidate> candidates = new ArrayList<>();
        Known known = Known.of(model.target(), rows);
        Predictions raw = model.predict(held);
        Model judged = model.with(Calibration.of(known, raw, model.target()), model.domain());
        Predictions answers = Calibration.crossFitted(known, raw);
        candidates.add(new Candidate(Contender.NETWORK, null, answers, known.scores(answers)));
        rivals.forEach((who, baseline) -> candidates.add(candidate(model, who, baseline, held, rows)));
        return new Fitted(study, recipe, judged, judged, history, candidates, verdict(model, rows, candidates));
    }

    /// The same judgement, with models of the same kinds to hand out that have learnt from all rows.
    Fitted handingOut(Model whole, Map<Contender, Baseline> rivals) {
        List<Candidate> same = candidates.stream()
                .map(c -> new Candidate(c.contender, rivals.get(c.contender), c.predictions, c.scores))
                .toList();
        return new Fitted(study, recipe, calibrated(whole, study.source()), judged, history, same, verdict);
    }

    /// The same with a model that knows how far to trust its answers, by those for the validation rows.
    ///
    /// @param seen the rows that the model learnt from
    Fitted calibrated(Table seen) {
        Model calibrated = calibrated(model, seen);
        return new Fitted(study, recipe, calibrated, calibrated, history, candidates, verdict);
    }

    private Model calibrated(Model other, Table seen) {
        Known known = Known.of(judged.target(), study.validation());
        Calibration calibration = switch (known) {
            case Known.Classes _ -> judged.calibration();
            case Known.Numbers _ -> Calibration.of(known, network().predictions, other.target());
        };
        return other.with(calibration, Domain.of(other.preparation(), seen));
    }

    /// One of the [#candidates].
    public Candidate candidate(Contender contender) {
        return of(candidates, contender);
    }

    /// The network's answers for the validation rows, see [Calibration#crossFitted].
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
                .sorted(Comparator.comparing(Candidate::scores, BEST_FIRST)
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
        Predictions answers = baseline == null ? model.predict(x) : answers(model.target(), baseline, x);
        return new Candidate(
                who, baseline, answers, Known.of(model.target(), rows).scores(answers));
    }

    static Predictions answers(TargetEncoding target, Baseline baseline, Encoded x) {
        return baseline.classifies()
                ? new Predictions.Classes(target.classes(), baseline.probabilities(x))
                : new Predictions.Numbers(baseline.numbers(x));
    }

    private static Verdict verdict(Model model, Table rows, List<Candidate> candidates) {
        Map<Contender, Predictions> answers = new EnumMap<>(Contender.class);
        for (Candidate c : candidates) answers.put(c.contender, c.predictions);
        return Verdict.of(Evidence.of(Known.of(model.target(), rows), answers));
    }
}
