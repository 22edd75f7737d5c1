package hillock.io;

import hillock.io.Provenance.Comparison;
import hillock.io.Provenance.Outcome;
import hillock.nn.Event.Reason;
import hillock.nn.Init;
import hillock.nn.Losses;
import hillock.nn.Optimizer;
import hillock.nn.Schedules;
import hillock.tabular.Architecture;
import hillock.tabular.Contender;
import hillock.tabular.Descent;
import hillock.tabular.Recipe;
import hillock.tabular.Scores;
import hillock.tabular.TrainingStyle;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.node.ObjectNode;

/// Where a model comes from, as JSON and back. Hidden layers and activation stand in the
/// architecture and the learning rate in the optimizer's text: nothing is said twice, so nothing
/// can contradict itself.
final class ProvenanceJson {
    /// The others came later.
    private static final Set<Contender> REQUIRED = EnumSet.of(Contender.NETWORK, Contender.LINEAR, Contender.CONSTANT);

    private static final Map<String, Reason> REASONS = new LinkedHashMap<>();

    private static final Map<String, TrainingStyle> STYLES = new LinkedHashMap<>();

    static {
        for (TrainingStyle style : TrainingStyle.values()) STYLES.put(word(style), style);
        for (Reason reason : Reason.values()) REASONS.put(word(reason), reason);
    }

    private ProvenanceJson() {}

    static void write(ObjectNode root, Provenance provenance) {
        ObjectNode leftOut = root.putObject("left_out");
        provenance.leftOut().forEach(leftOut::put);
        Recipe recipe = provenance.recipe();
        ObjectNode made = root.putObject("recipe")
                .put("style", word(recipe.style()))
                .put("init", recipe.init().orElseThrow(() -> open("init")).label())
                .put(
                        "optimizer",
                        recipe.optimizer().orElseThrow(() -> open("optimizer")).text())
                .put("epochs", recipe.epochs().orElseThrow(() -> open("epochs")))
                .put("batch", recipe.batch().orElseThrow(() -> open("batch")))
                .put("seed", recipe.seed());
        Descent descent = recipe.descent();
        descent.loss().ifPresent(loss -> made.put("loss", loss));
        descent.schedule().ifPresent(schedule -> made.put("schedule", schedule));
        descent.clipNorm().ifPresent(most -> made.put("clip_norm", most));
        descent.clipValue().ifPresent(most -> made.put("clip_value", most));
        descent.averaging().ifPresent(decay -> made.put("averaging", decay));
        root.putObject("data")
                .put("name", provenance.data())
                .put("sha256", provenance.dataSha256().orElse(null));
        Outcome outcome = provenance.outcome();
        ObjectNode training = root.putObject("training")
                .put("rows", outcome.rows())
                .put("training_rows", outcome.trainingRows())
                .put("validation_rows", outcome.validationRows())
                .put("epochs", outcome.epochs())
                .put("best_epoch", outcome.bestEpoch())
                .put("ended", word(outcome.ended()));
        write(training.putObject("validation"), outcome.validation());
        outcome.test().ifPresent(test -> write(training.putObject("test"), test));
    }

    private static void write(ObjectNode to, Comparison comparison) {
        comparison.scores().forEach((who, scores) -> write(to.putObject(who.key()), scores));
    }

    /// JSON has no NaN: null stands for a score that is not defined, or has no finite value.
    private static void write(ObjectNode to, Scores scores) {
        scores.values().forEach((name, value) -> to.put(name, Double.isFinite(value) ? value : null));
    }

    static Provenance read(Fields root, Architecture architecture) {
        Fields data = root.object("data");
        return new Provenance(
                root.text("hillock_version"),
                data.text("name"),
                data.has("sha256") ? Optional.of(data.text("sha256")) : Optional.empty(),
                root.object("left_out").texts(),
                recipe(root.object("recipe"), architecture),
                outcome(root.object("training")));
    }

    private static Recipe recipe(Fields from, Architecture architecture) {
        Optimizer optimizer = from.parsed("optimizer", Optimizer::parse);
        return Recipe.TUTORIAL
                .hidden(architecture.hidden())
                .activation(architecture.activation())
                .init(from.parsed("init", Init::named))
                .optimizer(optimizer)
                .lr(optimizer.lr())
                .epochs(from.whole("epochs", 0))
                .batch(from.whole("batch", 1))
                .members(architecture.members())
                .style(from.has("style") ? from.oneOf("style", STYLES) : TrainingStyle.PLAIN)
                .descent(descent(from))
                .seed(from.seed("seed"));
    }

    /// Weight decay stands in the optimizer's text.
    private static Descent descent(Fields from) {
        Descent descent = Descent.OPEN;
        if (from.has("loss")) descent = descent.loss(from.parsed("loss", ProvenanceJson::loss));
        if (from.has("schedule")) descent = descent.schedule(from.parsed("schedule", ProvenanceJson::schedule));
        if (from.has("clip_norm")) descent = descent.clipNorm(from.above0("clip_norm"));
        if (from.has("clip_value")) descent = descent.clipValue(from.above0("clip_value"));
        return from.has("averaging") ? descent.averaging(from.share("averaging")) : descent;
    }

    /// A text that names a loss.
    private static String loss(String text) {
        Losses.parse(text);
        return text;
    }

    /// A text that names a schedule.
    private static String schedule(String text) {
        Schedules.parse(text);
        return text;
    }

    private static Outcome outcome(Fields from) {
        return new Outcome(
                from.whole("rows", 0),
                from.whole("training_rows", 0),
                from.whole("validation_rows", 0),
                from.whole("epochs", 0),
                from.whole("best_epoch", 0),
                from.oneOf("ended", REASONS),
                comparison(from.object("validation")),
                from.optionalObject("test").map(ProvenanceJson::comparison));
    }

    private static Comparison comparison(Fields from) {
        SequencedMap<Contender, Scores> scores = new LinkedHashMap<>();
        for (Contender who : Contender.values())
            if (REQUIRED.contains(who) || from.has(who.key()))
                scores.put(who, new Scores(from.object(who.key()).numbers()));
        return new Comparison(scores);
    }

    private static String word(TrainingStyle style) {
        return switch (style) {
            case LAYERWISE -> "layerwise";
            case SMOOTH -> "smooth";
            case PLAIN -> "plain";
        };
    }

    private static String word(Reason reason) {
        return switch (reason) {
            case EPOCHS_DONE -> "epochs_done";
            case CONVERGED -> "converged";
            case NO_IMPROVEMENT -> "no_improvement";
            case TIME_LIMIT -> "time_limit";
            case STOPPED -> "stopped";
            case DIVERGED -> "diverged";
        };
    }

    private static IllegalArgumentException open(String what) {
        return new IllegalArgumentException("the recipe leaves " + what + " open: take that of Fitted, or resolve it");
    }
}
