package hillock.tabular;

import hillock.data.Csv;
import hillock.data.Table;
import hillock.tabular.Study.Question;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How well the default recipe does on a real table, beside scikit-learn's multi-layer perceptron on the same folds.
///
/// @param measure `accuracy` or `r2`
/// @param network the mean over the folds
/// @param linear that of the linear baseline
/// @param sklearn scikit-learn's mean
/// @param standardError of scikit-learn's mean, from its folds
record Quality(String table, String measure, double network, double linear, double sklearn, double standardError) {
    private static final int FOLDS = 5;

    /// Trains once for each fold, on the other four.
    static Quality measure(String table, long seed) {
        JsonNode facts = facts(table);
        JsonNode baseline = json("data/baselines.json").get(table);
        String measure = baseline.get("task").asString().equals("regression") ? "r2" : "accuracy";
        JsonNode sklearn = baseline.get("scores").get("MLP");
        List<String> dropped = StreamSupport.stream(facts.get("drop").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        Question question = new Question(Optional.of(facts.get("target").asString()), Optional.empty(), dropped, seed);
        Table all = Csv.read(Tables.shared("data/" + table + ".csv"));
        List<String> fold = Tables.read(Tables.shared("data/folds/" + table + ".csv"))
                .columns()
                .getFirst()
                .cells();
        double[] network = new double[FOLDS];
        double[] linear = new double[FOLDS];
        for (int k = 0; k < FOLDS; k++) {
            String held = Integer.toString(k);
            IntPredicate isTest = i -> fold.get(i).equals(held);
            Study study = Study.of(part(all, isTest.negate()), question);
            Fitted fitted = study.fit(Recipe.DEFAULT.seed(seed), _ -> {});
            List<Fitted.Candidate> onTest = fitted.score(study.target().labelled(part(all, isTest)));
            network[k] = Fitted.of(onTest, Contender.NETWORK).scores().get(measure);
            linear[k] = Fitted.of(onTest, Contender.LINEAR).scores().get(measure);
        }
        return new Quality(
                table,
                measure,
                mean(network),
                mean(linear),
                sklearn.get(measure).asDouble(),
                sklearn.get("std_" + measure).asDouble() / Math.sqrt(FOLDS));
    }

    /// R² on the test points of a curve.
    static double ofCurve(String curve, long seed) {
        Table training = Csv.read(Tables.shared("curves/" + curve + ".train.csv"));
        Question question = new Question(Optional.empty(), Optional.empty(), List.of(), seed);
        Fitted fitted = Study.of(training, question).fit(Recipe.DEFAULT.seed(seed), _ -> {});
        return fitted.score(Csv.read(Tables.shared("curves/" + curve + ".test.csv")))
                .getFirst()
                .scores()
                .get("r2");
    }

    /// What the network must reach: one standard error below scikit-learn.
    double target() {
        return sklearn - standardError;
    }

    /// A row of a Markdown table.
    String row() {
        return String.format(
                Locale.ROOT,
                "| %s | %s | %.3f | %.3f | %.3f | %.3f | %s |",
                table,
                measure,
                network,
                linear,
                sklearn,
                target(),
                network >= target() ? "yes" : "no");
    }

    private static JsonNode facts(String table) {
        return StreamSupport.stream(json("data/datasets.json").spliterator(), false)
                .filter(d -> d.path("name").asString("").equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String file) {
        return new JsonMapper().readTree(Tables.shared(file).toFile());
    }

    private static Table part(Table table, IntPredicate rows) {
        return table.select(IntStream.range(0, table.rows()).filter(rows).toArray());
    }

    private static double mean(double[] values) {
        return DoubleStream.of(values).average().orElseThrow();
    }
}
