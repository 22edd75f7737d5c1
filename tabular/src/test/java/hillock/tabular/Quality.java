package hillock.tabular;

import hillock.data.Csv;
import hillock.data.Split;
import hillock.data.Splits;
import hillock.data.Table;
import hillock.tabular.Study.Question;
import hillock.tensor.Rng;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// How good what the default recipe hands out is on a real table, beside scikit-learn's models on
/// the same folds.
///
/// @param measure `accuracy` or `r2`
/// @param folds the network's, in each fold
/// @param peers the means of scikit-learn's models, by their names in baselines.json
/// @param spread the standard deviation of scikit-learn's multi-layer perceptron between folds
record Quality(String table, String measure, double[] folds, Map<String, Double> peers, double spread) {
    private static final String LARGE = "diamonds";
    private static final int PARTS = 10;

    /// Trains once for each fold, on all rows of the others.
    static Quality measure(String table, long seed) {
        JsonNode facts = facts(table);
        JsonNode baseline = json("data/baselines.json").get(table);
        String measure = baseline.get("task").asString().equals("regression") ? "r2" : "accuracy";
        Map<String, Double> peers = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> peer : baseline.get("scores").properties())
            if (!peer.getKey().equals("Dummy"))
                peers.put(peer.getKey(), peer.getValue().get(measure).asDouble());
        List<String> dropped = StreamSupport.stream(facts.get("drop").spliterator(), false)
                .map(JsonNode::asString)
                .toList();
        Question question = new Question(Optional.of(facts.get("target").asString()), Optional.empty(), dropped, seed);
        Table all = Csv.read(Tables.shared("data/" + table + ".csv"));
        List<String> fold = Tables.read(Tables.shared("data/folds/" + table + ".csv"))
                .columns()
                .getFirst()
                .cells();
        double[] scores = IntStream.range(0, table.equals(LARGE) ? 1 : 5)
                .mapToDouble(k -> score(
                        part(all, i -> !fold.get(i).equals(Integer.toString(k))),
                        part(all, i -> fold.get(i).equals(Integer.toString(k))),
                        question,
                        measure))
                .toArray();
        double spread = baseline.get("scores").get("MLP").get("std_" + measure).asDouble();
        return new Quality(table, measure, scores, peers, spread);
    }

    /// R² on the test points of a curve.
    static double ofCurve(String curve, long seed) {
        Table training = Csv.read(Tables.shared("curves/" + curve + ".train.csv"));
        Table test = Csv.read(Tables.shared("curves/" + curve + ".test.csv"));
        return score(training, test, new Question(Optional.empty(), Optional.empty(), List.of(), seed), "r2");
    }

    /// R² of a set of the National Institute of Standards and Technology, each row answered by a
    /// model that has not seen it, in 10 folds.
    static double ofNist(String set, long seed) {
        Table all = Csv.read(Tables.shared("data/nist/" + set + ".csv"));
        Question question = new Question(Optional.of("y"), Optional.empty(), List.of(), seed);
        List<Split> splits = Splits.kFold(all.rows(), PARTS, Rng.of(seed));
        double[] actual = new double[all.rows()];
        double[] answers = new double[all.rows()];
        int at = 0;
        for (Split split : splits) {
            Table test = all.select(split.heldOut());
            Model model = model(all.select(split.train()), question);
            double[] given = ((Predictions.Numbers) model.predict(test)).values();
            System.arraycopy(model.target().numbers(test), 0, actual, at, given.length);
            System.arraycopy(given, 0, answers, at, given.length);
            at += given.length;
        }
        return Metrics.regression(actual, answers).get("r2");
    }

    /// That of the model that the institute certifies, fitted to all rows.
    static double certified(String set) {
        return StreamSupport.stream(json("data/nist/certified.json").get("sets").spliterator(), false)
                .filter(s -> s.get("name").asString().equals(set))
                .findFirst()
                .orElseThrow()
                .get("certified_R2")
                .asDouble();
    }

    private static double score(Table training, Table test, Question question, String measure) {
        Model model = model(training, question);
        Table rows = Target.labelled(test, model.target().name(), model.target().classes());
        return Known.of(model.target(), rows).scores(model.predict(rows)).get(measure);
    }

    /// What a fit hands out, without what it does to judge it.
    private static Model model(Table rows, Question question) {
        Study study = Study.of(rows, question).learning(TargetTransform.Choice.AUTO, recipe(question), _ -> {});
        Recipe recipe = recipe(question);
        if (!study.needsNoValidation(recipe, Learnt.of(study, study.training())))
            return study.train(recipe, _ -> {}).model();
        return study.train(study.source(), study.resolved(recipe, study.preparation()), true, _ -> {})
                .model();
    }

    private static Recipe recipe(Question question) {
        return Recipe.DEFAULT.seed(question.seed());
    }

    double mean() {
        return DoubleStream.of(folds).average().orElseThrow();
    }

    /// The standard deviation between folds.
    double deviation() {
        return Moments.deviation(folds, mean());
    }

    /// 1 is the best of all.
    int rank() {
        return 1 + (int) peers.values().stream().filter(peer -> peer > mean()).count();
    }

    /// What the network must reach: half a standard error below scikit-learn's.
    double target() {
        return peers.get("MLP") - spread / Math.sqrt(folds.length) / 2;
    }

    private static JsonNode facts(String table) {
        return StreamSupport.stream(json("data/datasets.json").spliterator(), false)
                .filter(d -> d.path("name").asString("").equals(table))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode json(String file) {
        Path path = Tables.shared(file);
        return new JsonMapper().readTree(path.toFile());
    }

    private static Table part(Table table, IntPredicate rows) {
        return table.select(IntStream.range(0, table.rows()).filter(rows).toArray());
    }
}
