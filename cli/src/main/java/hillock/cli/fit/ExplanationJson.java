package hillock.cli.fit;

import hillock.cli.doctor.DiagnosisJson;
import hillock.tabular.Explanation;
import hillock.tabular.Importance;
import hillock.tabular.PartialDependence;
import hillock.tabular.Scores;
import hillock.tabular.WorstRow;
import java.util.List;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What a network goes by, as JSON: `importance` with the `metric` that ranks, `rows`, `shuffles`
/// and for each column the `change` of every score with its `deviation`; `partial_dependence` of
/// the first columns, with the `cells` asked about and for each of `curves` its `mean`, `low` and
/// `high`; `worst_rows` with `line`, `actual`, `predicted`, `error` (of a class 1 − its
/// probability) and the `values` of the inputs.
final class ExplanationJson {
    private ExplanationJson() {}

    static void put(ObjectNode json, Explanation explanation) {
        explanation.importance().ifPresent(i -> importance(json.putObject("importance"), i));
        ArrayNode dependences = json.putArray("partial_dependence");
        explanation.dependences().forEach(d -> dependence(dependences.addObject(), d));
        ArrayNode worst = json.putArray("worst_rows");
        explanation.worst().forEach(row -> worst(worst.addObject(), row));
    }

    private static void importance(ObjectNode json, Importance importance) {
        json.put("metric", importance.metric()).put("rows", importance.rows()).put("shuffles", importance.shuffles());
        ArrayNode columns = json.putArray("columns");
        for (Importance.Column column : importance.columns()) {
            ObjectNode one = columns.addObject().put("column", column.name());
            scores(one.putObject("change"), column.mean());
            scores(one.putObject("deviation"), column.deviation());
        }
    }

    private static void scores(ObjectNode json, Scores scores) {
        scores.values().forEach((metric, value) -> DiagnosisJson.put(json, metric, value));
    }

    private static void dependence(ObjectNode json, PartialDependence dependence) {
        json.put("column", dependence.column());
        ArrayNode cells = json.putArray("cells");
        dependence.cells().forEach(cells::add);
        ArrayNode curves = json.putArray("curves");
        for (PartialDependence.Curve curve : dependence.curves()) {
            ObjectNode one = curves.addObject().put("of", curve.label());
            numbers(one.putArray("mean"), curve.mean());
            numbers(one.putArray("low"), curve.low());
            numbers(one.putArray("high"), curve.high());
        }
    }

    private static void numbers(ArrayNode json, List<Double> values) {
        values.forEach(v -> {
            if (Double.isFinite(v)) json.add(v);
            else json.addNull();
        });
    }

    private static void worst(ObjectNode json, WorstRow row) {
        json.put("line", row.line()).put("actual", row.actual()).put("predicted", row.given());
        DiagnosisJson.put(json, "error", row.error());
        ObjectNode values = json.putObject("values");
        row.values().forEach(values::put);
    }
}
