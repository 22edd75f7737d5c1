package hillock.tabular;

import hillock.data.Table;
import hillock.nn.History;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A trained model beside the baselines that it must beat, and what is to be said about it.
///
/// @param recipe with nothing left open
/// @param model what is handed out, which may have learnt from all rows
/// @param judged what was judged: a model of the same kind that has not seen the validation rows
/// @param histories of the judged model's networks
/// @param candidates all contenders, in their order, on the validation rows
public record Fitted(
        Study study,
        Recipe recipe,
        Model model,
        Model judged,
        List<History> histories,
        List<Candidate> candidates,
        Verdict verdict) {
    static final Comparator<Scores> BEST_FIRST = Comparator.<Scores>comparingDouble(s -> place(s, "f1", -1))
            .thenComparingDouble(s -> place(s, "accuracy", -1))
            .thenComparingDouble(s -> place(s, "log_loss", 1))
            .thenComparingDouble(s -> place(s, "rmse", 1));

    public Fitted {
        histories = List.copyOf(histories);
        candidates = List.copyOf(candidates);
    }

    /// A model that was asked about rows whose answers are known.
    ///
    /// @param baseline the model itself; null for the network
    ///
    /// @param decision how its probabilities become a class
    public record Candidate(
            Contender contender, Baseline baseline, Decision decision, Predictions predictions, Scores scores) {}

    /// @param rivals the models that the network must beat
    /// @param theirs what they say about the rows that judge
    /// @param held these rows, encoded
    static Fitted of(
            Study study,
            Recipe recipe,
            Model model,
            List<History> histories,
            Map<Contender, Baseline> rivals,
            Map<Contender, Predictions> theirs,
            Encoded held) {
        Table rows = study.validation();
        List<Candidate> candidates = new ArrayList<>();
        Known known = Known.of(model.target(), rows);
        Predictions raw = model.predict(held);
        Calibration calibration = Calibration.of(known, raw, model.target());
        Decision decision = Decision.of(known, calibration.apply(raw));
        Model judged = model.with(calibration.deciding(decision), model.domain());
        candidates.add(judged(Contender.NETWORK, null, decision, known, Calibration.crossFitted(known, raw)));
        rivals.forEach((who, baseline) -> {
            Predictions answers = theirs.get(who);
            candidates.add(judged(who, baseline, Decision.of(who, known, answers), known, answers));
        });
        return new Fitted(study, recipe, judged, judged, histories, candidates, verdict(study, model, candidates));
    }

    /// A candidate on the rows by which its decision was found.
    private static Candidate judged(
            Contender who, Baseline baseline, Decision decision, Known known, Predictions given) {
        Predictions answers = decision.crossFitted(known, given);
        return new Candidate(who, baseline, decision, answers, known.scores(answers));
    }

    /// The same judgement, with models of the same kinds to hand out that have learnt from all rows.
    Fitted handingOut(Model whole, Map<Contender, Baseline> rivals) {
        List<Candidate> same = candidates.stream()
                .map(c -> new Candidate(c.contender, rivals.get(c.contender), c.decision, c.predictions, c.scores))
                .toList();
        return new Fitted(study, recipe, calibrated(whole, study.source()), judged, histories, same, verdict);
    }

    /// The same with a model that knows how far to trust its answers, by those for the validation rows.
    ///
    /// @param seen the rows that the model learnt from
    Fitted calibrated(Table seen) {
        Model calibrated = calibrated(model, seen);
        return new Fitted(study, recipe, calibrated, calibrated, histories, candidates, verdict);
    }

    private Model calibrated(Model other, Table seen) {
        Known known = known();
        Calibration calibration = switch (known) {
            case Known.Classes _ -> judged.calibration();
            case Known.Numbers _ -> Calibration.of(known, network().predictions, other.target());
        };
        return other.with(calibration, Domain.of(other.preparation(), seen));
    }

    /// Whether the loss that was trained, and that [#histories] tell of, has smoothed labels. The
    /// best epochs are those of the least loss without.
    public boolean smoothsLabels() {
        return recipe.style() == TrainingStyle.LAYERWISE
                && recipe.descent().loss().isEmpty()
                && !TargetLoss.smoothed(judged.target())
                        .equals(study.target().task().loss());
    }

    /// How the training of the judged model's first network went.
    public History history() {
        return histories.getFirst();
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

    /// The candidates, best first: by F1 where classes are imbalanced, by accuracy, then by log
    /// loss; or by RMSE. Of equal ones the simplest.
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

    /// The true answers of the validation rows.
    public Known known() {
        return Known.of(judged.target(), study.validation());
    }

    /// The candidates, in the order of [#candidates], on other rows whose answers are known.
    ///
    /// @throws hillock.data.BadInput where columns are missing or cells cannot be used
    public List<Candidate> score(Table rows) {
        Encoded x = model.preparation().apply(rows);
        Known known = Known.of(model.target(), rows);
        return candidates.stream().map(c -> asked(c, x, known)).toList();
    }

    private Candidate asked(Candidate c, Encoded x, Known known) {
        Predictions answers = c.baseline == null ? model.predict(x) : answers(model.target(), c.baseline, x);
        if (c.baseline != null && answers instanceof Predictions.Classes classes) answers = c.decision.apply(classes);
        return new Candidate(c.contender, c.baseline, c.decision, answers, known.scores(answers));
    }

    /// How intervals around the network's numbers cover the truth; empty for classes, and for very
    /// few rows.
    public Optional<Calibration.Coverage> coverage(double level) {
        return known() instanceof Known.Numbers n
                ? Calibration.coverage(
                        n.values(), ((Predictions.Numbers) network().predictions).values(), judged.target(), level)
                : Optional.empty();
    }

    static Map<Contender, Predictions> answers(TargetEncoding target, Map<Contender, Baseline> rivals, Encoded x) {
        Map<Contender, Predictions> answers = new EnumMap<>(Contender.class);
        rivals.forEach((who, baseline) -> answers.put(who, answers(target, baseline, x)));
        return answers;
    }

    private static Predictions answers(TargetEncoding target, Baseline baseline, Encoded x) {
        return baseline.classifies()
                ? new Predictions.Classes(target.classes(), baseline.probabilities(x))
                : new Predictions.Numbers(baseline.numbers(x));
    }

    private static Verdict verdict(Study study, Model model, List<Candidate> candidates) {
        Map<Contender, Predictions> answers = new EnumMap<>(Contender.class);
        for (Candidate c : candidates) answers.put(c.contender, c.predictions);
        Evidence evidence = Evidence.of(Known.of(model.target(), study.validation()), answers);
        return Verdict.of(evidence.absolute(study.target().byQuartiles()));
    }
}
