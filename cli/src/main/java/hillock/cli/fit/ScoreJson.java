package hillock.cli.fit;

import hillock.cli.doctor.DiagnosisJson;
import hillock.cli.report.Cautions;
import hillock.cli.report.Certainty;
import hillock.cli.report.Outcome;
import hillock.doctor.RangeTest;
import hillock.tabular.ActivationTrials;
import hillock.tabular.Baseline;
import hillock.tabular.Contender;
import hillock.tabular.CrossValidation;
import hillock.tabular.Decision;
import hillock.tabular.Fitted;
import hillock.tabular.Fitted.Candidate;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.DoubleNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.NullNode;
import tools.jackson.databind.node.ObjectNode;

/// A finished fit as one JSON object: `task`, `target`, `rows` (those with a target), `features` (numbers
/// that the network sees), `epochs` (made), `seconds`, `model` (the folder), `network`, `baselines`
/// (`constant`, `linear`, `knn`, `trees`, each with the training `rows` that it used), each with
/// `validation` and, where test rows were given, `test`; `decision` (the rare `class` that is
/// given from a `threshold` up), where there is one; of a regression `interval` (`level`,
/// `half_width` of a typical one, share `covered`); `cross_validation` with mean, deviation
/// and each fold's score of every model; `importance`, `partial_dependence` and `worst_rows` as
/// [ExplanationJson] has them; `duplicate_rows` and `columns`, as [ColumnJson] has them;
/// `activation_trials`, `lr_range_test` and the doctor's `findings` where they were asked for;
/// `verdict` in a sentence. A score that is not defined is `null`.
final class ScoreJson {
    private static final List<Contender> RIVALS =
            List.of(Contender.CONSTANT, Contender.LINEAR, Contender.NEIGHBOURS, Contender.TREES);

    private ScoreJson() {}

    static String of(Outcome outcome, Cautions cautions, String verdict, Locale locale) {
        var study = outcome.fitted().study();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("task", study.target().task().name().toLowerCase(Locale.ROOT));
        json.put("target", study.target().name());
        json.put("rows", study.source().rows());
        json.put("features", outcome.fitted().model().preparation().features().size());
        json.put("epochs", outcome.end().epochs());
        json.put("seconds", Math.round(outcome.seconds() * 1000) / 1000.0);
        json.put("model", outcome.given().folder().toString());
        json.set("network", candidate(outcome, Contender.NETWORK));
        ObjectNode baselines = json.putObject("baselines");
        for (Contender rival : RIVALS) baselines.set(rival.key(), candidate(outcome, rival));
        certainty(json, outcome.fitted());
        ExplanationJson.put(json, outcome.judgement().explanation());
        outcome.judgement().cv().ifPresent(cv -> json.set("cross_validation", folds(cv)));
        outcome.trials().activations().ifPresent(trials -> json.set("activation_trials", trials(trials)));
        outcome.trials().rates().ifPresent(test -> json.set("lr_range_test", rates(test)));
        outcome.diagnosis().ifPresent(d -> json.set("findings", DiagnosisJson.findings(d, locale)));
        outcome.whatIf().ifPresent(tried -> json.set("what_if", DiagnosisJson.whatIf(tried)));
        json.set("duplicate_rows", ColumnJson.duplicates(outcome.given().table()));
        json.set("columns", new ColumnJson(cautions).columns(outcome.given().table()));
        json.put("verdict", verdict);
        return JsonMapper.shared().writerWithDefaultPrettyPrinter().writeValueAsString(json);
    }

    /// From which probability a rare class is given; how wide intervals are and what they cover.
    private static void certainty(ObjectNode json, Fitted fitted) {
        Decision decision = fitted.network().decision();
        if (!decision.isMostProbable())
            json.putObject("decision")
                    .put("class", fitted.model().target().classes().get(decision.rare()))
                    .put("threshold", decision.threshold());
        fitted.coverage(Certainty.LEVEL)
                .ifPresent(c -> json.putObject("interval")
                        .put("level", c.level())
                        .put("half_width", c.halfWidth())
                        .put("covered", c.covered()));
    }

    private static ObjectNode folds(CrossValidation cv) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("folds", cv.folds()).put("repeats", cv.repeats());
        for (Contender who : Contender.values()) {
            ObjectNode own = json.putObject(who.key());
            CrossValidation.Standing standing = cv.standing(who);
            standing.mean().values().forEach((metric, mean) -> {
                ObjectNode one = own.putObject(metric);
                DiagnosisJson.put(one, "mean", mean);
                DiagnosisJson.put(one, "deviation", standing.deviation().get(metric));
                ArrayNode each = one.putArray("folds");
                for (double s : cv.scores(who, metric))
                    each.add(Double.isFinite(s) ? DoubleNode.valueOf(s) : NullNode.getInstance());
            });
        }
        return json;
    }

    private static ObjectNode trials(ActivationTrials trials) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("chosen", trials.chosen().text()).put("measure", trials.measure());
        json.put("rows", trials.rows());
        ArrayNode each = json.putArray("trials");
        for (ActivationTrials.Trial trial : trials.trials()) {
            ObjectNode one =
                    each.addObject().put("activation", trial.activation().text());
            DiagnosisJson.put(one, "mean", trial.scores().isEmpty() ? Double.NaN : trial.mean());
            DiagnosisJson.put(one, "deviation", trial.scores().isEmpty() ? Double.NaN : trial.deviation());
            ArrayNode scores = one.putArray("scores");
            for (double s : trial.scores())
                scores.add(Double.isFinite(s) ? DoubleNode.valueOf(s) : NullNode.getInstance());
        }
        return json;
    }

    /// `chosen` (`null` where no rate made the loss fall), `limit` and the curve.
    private static ObjectNode rates(RangeTest test) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        DiagnosisJson.put(json, "chosen", test.choice().orElse(Double.NaN));
        json.put("limit", test.limit());
        ArrayNode rates = json.putArray("rates");
        test.rates().forEach(rates::add);
        ArrayNode losses = json.putArray("losses");
        test.losses().forEach(losses::add);
        return json;
    }

    private static ObjectNode candidate(Outcome outcome, Contender which) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Baseline baseline = outcome.fitted().candidate(which).baseline();
        if (baseline != null)
            json.put(
                    "rows",
                    baseline.fittedOn(outcome.fitted().study().training().rows()));
        json.set("validation", scores(outcome.onValidation(), which));
        if (outcome.given().test().isPresent())
            json.set("test", scores(outcome.judgement().onTest(), which));
        return json;
    }

    private static ObjectNode scores(List<Candidate> candidates, Contender which) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        Fitted.of(candidates, which)
                .scores()
                .values()
                .forEach((metric, value) -> DiagnosisJson.put(json, metric, value));
        return json;
    }
}
