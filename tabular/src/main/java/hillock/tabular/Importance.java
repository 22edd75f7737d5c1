package hillock.tabular;

import hillock.tensor.Rng;
import hillock.tensor.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// Which columns a network's answers depend on: permutation importance (Breiman 2001; Fisher et al. 2019,
/// arXiv 1801.01489). The cells of one column are shuffled among the rows that judge, so that they keep
/// their distribution and lose what they say about the target; how much worse the answers become is the
/// column's importance:
///
/// `importance(c) = score(answers with c shuffled) − score(answers)`, as a mean over several shuffles.
///
/// Columns are shuffled, not features: a category or a date with all its features together. Two
/// columns that say the same share what they are worth, since each stands in for the other. A
/// column of no importance has a mean within its spread of 0, and may be below.
///
/// ```java
/// Importance importance = Importance.of(fitted).orElseThrow();
/// importance.columns().getFirst().name();                       // the column that matters most
/// importance.columns().getFirst().mean().get(importance.metric());
/// ```
///
/// @param metric by which columns are ranked: `rmse` or `log_loss`
/// @param intact the scores with nothing shuffled
/// @param rows how many of the judging rows were used
/// @param shuffles of each column
/// @param columns the most important first; of very many only those to which the answers are most
///     sensitive
public record Importance(String metric, Scores intact, int rows, int shuffles, List<Column> columns) {
    static final int SHUFFLES = 5;
    private static final int FEWEST_SHUFFLES = 2;
    private static final int FEWEST_ROWS = 100;

    public Importance {
        columns = List.copyOf(columns);
    }

    /// How the scores change when a column is shuffled.
    ///
    /// @param mean of the changes of each score; a loss rises, an accuracy falls
    /// @param deviation of the changes over the shuffles
    public record Column(String name, Scores mean, Scores deviation) {}

    /// The importance of the columns for a fit's answers; empty where there are fewer than two of them.
    public static Optional<Importance> of(Fitted fitted) {
        return of(JudgedRows.of(fitted), () -> false);
    }

    /// @param enough told when no more is to be done: then the shuffles made so far count
    static Optional<Importance> of(JudgedRows judged, BooleanSupplier enough) {
        if (judged.model().preparation().codings().size() < 2) return Optional.empty();
        List<Integer> columns = judged.mostSensitive(columns(judged));
        double affordable = judged.affordable() / columns.size();
        int shuffles =
                (int) Math.clamp(affordable / Math.min(judged.x().rows(), FEWEST_ROWS), FEWEST_SHUFFLES, SHUFFLES);
        JudgedRows some = judged.sample((int) Math.clamp(affordable / shuffles, FEWEST_ROWS, Integer.MAX_VALUE));
        Scores intact = some.scores(some.x());
        List<Scores[]> rounds = new ArrayList<>();
        Rng rng = Rng.of(judged.seed());
        for (int i = 0; i < shuffles; i++) {
            int[] order = rng.permutation(some.x().rows());
            Scores[] round = new Scores[columns.size()];
            Threads.sideBySide(round.length, k -> {
                if (!enough.getAsBoolean()) round[k] = some.scores(some.shuffled(columns.get(k), order));
            });
            if (enough.getAsBoolean()) break;
            rounds.add(round);
        }
        return rounds.isEmpty() ? Optional.empty() : Optional.of(of(some, columns, intact, rounds));
    }

    /// How many columns can be shuffled at all.
    private static int columns(JudgedRows judged) {
        double each = (double) FEWEST_SHUFFLES * Math.min(judged.x().rows(), FEWEST_ROWS);
        return (int) Math.clamp(judged.affordable() / each, 10, Integer.MAX_VALUE);
    }

    private static Importance of(JudgedRows rows, List<Integer> places, Scores intact, List<Scores[]> rounds) {
        String metric = intact.values().containsKey("rmse") ? "rmse" : "log_loss";
        List<Column> columns = new ArrayList<>();
        for (int k = 0; k < places.size(); k++) {
            Map<String, Double> mean = new LinkedHashMap<>();
            Map<String, Double> deviation = new LinkedHashMap<>();
            for (String name : intact.values().keySet()) {
                int column = k;
                double[] changes = rounds.stream()
                        .mapToDouble(round -> round[column].get(name) - intact.get(name))
                        .toArray();
                mean.put(name, Moments.mean(changes));
                deviation.put(name, spread(changes));
            }
            String name =
                    rows.model().preparation().codings().get(places.get(k)).name();
            columns.add(new Column(name, new Scores(mean), new Scores(deviation)));
        }
        columns.sort(Comparator.comparingDouble((Column c) -> -c.mean().get(metric)));
        return new Importance(metric, intact, rows.x().rows(), rounds.size(), columns);
    }

    /// The deviation of a sample (n − 1); 0 of one value.
    private static double spread(double[] values) {
        if (values.length < 2) return 0;
        double mean = Moments.mean(values);
        double squares = Arrays.stream(values).map(v -> (v - mean) * (v - mean)).sum();
        return Math.sqrt(squares / (values.length - 1));
    }
}
