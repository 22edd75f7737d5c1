package hillock.tabular;

import hillock.data.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// All contenders judged fold by fold, by rows that had no part in making them.
///
/// ```java
/// CrossValidation cv = Folds.of(study, 5, 1).fit(Recipe.DEFAULT, event -> {}).orElseThrow();
/// for (Standing s : cv.standings()) IO.println(s.contender().key() + " " + s.mean().get("rmse"));
/// ```
///
/// @param folds in a repeat
/// @param rounds the folds of all repeats, one after the other
/// @param verdict by the corrected resampled t-test
public record CrossValidation(int folds, int repeats, List<Fold> rounds, Verdict verdict) {
    public CrossValidation {
        rounds = List.copyOf(rounds);
    }

    /// One fold.
    ///
    /// @param learning how many rows the models learnt from
    /// @param rows those that judged them
    public record Fold(
            int learning, Table rows, Map<Contender, Predictions> answers, Map<Contender, Scores> scores, Known known) {
        static Fold of(Study study, Map<Contender, Predictions> answers) {
            Known known = Known.of(TargetEncoding.of(study.target(), study.training()), study.validation());
            Map<Contender, Scores> scores = new EnumMap<>(Contender.class);
            answers.forEach((who, given) -> scores.put(who, known.scores(given)));
            return new Fold(study.training().rows(), study.validation(), answers, scores, known);
        }

        double ratio() {
            return (double) rows.rows() / learning;
        }
    }

    /// How a contender did over all folds.
    ///
    /// @param mean of each score
    /// @param deviation the standard deviation between folds, with n - 1
    public record Standing(Contender contender, Scores mean, Scores deviation) {}

    /// @param absolute whether errors of numbers count by their size, not their square
    static CrossValidation of(int folds, int repeats, List<Fold> rounds, boolean absolute) {
        List<Evidence> parts =
                rounds.stream().map(f -> Evidence.of(f.known, f.answers)).toList();
        double ratio = rounds.stream().mapToDouble(Fold::ratio).average().orElseThrow();
        int judged = rounds.stream().mapToInt(f -> f.rows.rows()).sum() / repeats;
        Evidence evidence = Evidence.ofFolds(parts, judged, ratio).absolute(absolute);
        return new CrossValidation(folds, repeats, rounds, Verdict.of(evidence));
    }

    /// All contenders, best first, as [Fitted#ranked] has it.
    public List<Standing> standings() {
        List<Standing> standings = new ArrayList<>();
        for (Contender who : rounds.getFirst().scores.keySet()) standings.add(standing(who));
        standings.sort(Comparator.comparing(Standing::mean, Fitted.BEST_FIRST)
                .thenComparing(Standing::contender, Comparator.reverseOrder()));
        return List.copyOf(standings);
    }

    /// One contender.
    public Standing standing(Contender who) {
        Map<String, Double> means = new LinkedHashMap<>();
        Map<String, Double> deviations = new LinkedHashMap<>();
        for (String metric : rounds.getFirst().scores.get(who).values().keySet()) {
            double[] values = scores(who, metric);
            double mean = Moments.mean(values);
            means.put(metric, mean);
            deviations.put(metric, Moments.deviation(values, mean) * Math.sqrt(values.length / (values.length - 1.0)));
        }
        return new Standing(who, new Scores(means), new Scores(deviations));
    }

    /// A score in each fold.
    public double[] scores(Contender who, String metric) {
        return rounds.stream().mapToDouble(f -> f.scores.get(who).get(metric)).toArray();
    }
}
