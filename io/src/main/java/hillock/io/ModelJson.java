package hillock.io;

import hillock.nn.Activation;
import hillock.tabular.Architecture;
import hillock.tabular.Calibration;
import hillock.tabular.Coding;
import hillock.tabular.DateOrder;
import hillock.tabular.DatePart;
import hillock.tabular.Decision;
import hillock.tabular.Domain;
import hillock.tabular.Preparation;
import hillock.tabular.TargetEncoding;
import hillock.tabular.TargetTransform;
import hillock.tabular.Task;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// What is needed to predict, weights aside, as JSON and back. Every name of the format stands
/// here in letters, so that renaming a class changes no file.
final class ModelJson {
    private static final Map<String, Task> TASKS = new LinkedHashMap<>();
    private static final Map<String, DateOrder> ORDERS = new LinkedHashMap<>();
    private static final Map<String, TargetTransform> TRANSFORMS = new LinkedHashMap<>();
    private static final Map<String, DatePart> PARTS = new LinkedHashMap<>();

    static {
        for (Task task : Task.values()) TASKS.put(word(task), task);
        for (DateOrder order : DateOrder.values()) ORDERS.put(word(order), order);
        for (TargetTransform transform : TargetTransform.values()) TRANSFORMS.put(word(transform), transform);
        for (DatePart part : DatePart.values()) PARTS.put(word(part), part);
    }

    private ModelJson() {}

    static void write(ObjectNode root, Preparation preparation, TargetEncoding target, Architecture architecture) {
        ArrayNode inputs = root.putArray("inputs");
        for (Coding coding : preparation.codings()) write(inputs.addObject(), coding);
        write(root.putObject("target"), target);
        ObjectNode shape = root.putObject("architecture").put("inputs", architecture.inputs());
        architecture.hidden().forEach(shape.putArray("hidden")::add);
        shape.put("outputs", architecture.outputs())
                .put("activation", architecture.activation().text())
                .put("scaled", architecture.scaled())
                .put("members", architecture.members());
    }

    private static void write(ObjectNode to, Coding coding) {
        to.put("column", coding.name());
        switch (coding) {
            case Coding.Numeric n ->
                to.put("kind", "number")
                        .put("mean", n.mean())
                        .put("deviation", n.deviation())
                        .put("fill", n.fill())
                        .put("missing", n.indicator());
            case Coding.Dates d -> {
                to.put("kind", "dates").put("order", word(d.order()));
                d.parts().forEach(part -> to.withArray("parts").add(word(part)));
                to.put("mean", d.mean())
                        .put("deviation", d.deviation())
                        .put("fill", d.fill())
                        .put("missing", d.indicator());
            }
            case Coding.Categorical c -> {
                to.put("kind", "category");
                c.levels().forEach(to.putArray("levels")::add);
                c.rare().forEach(to.putArray("rare")::add);
                to.put("missing", c.missing());
            }
            case Coding.Means m -> {
                to.put("kind", "means");
                m.outputs().forEach(to.putArray("outputs")::add);
                m.levels().forEach(to.putArray("levels")::add);
                m.codes().forEach(to.putArray("codes")::add);
                m.unknown().forEach(to.putArray("unknown")::add);
            }
            case Coding.Pixels p -> {
                to.put("kind", "pixels");
                p.shape().forEach(to.putArray("shape")::add);
                to.put("mean", p.mean()).put("deviation", p.deviation());
            }
        }
    }

    private static void write(ObjectNode to, TargetEncoding target) {
        to.put("column", target.name()).put("task", word(target.task()));
        if (target.task().isClassification()) {
            target.classes().forEach(to.putArray("classes")::add);
            if (!target.counts().isEmpty()) target.counts().forEach(to.putArray("counts")::add);
        } else
            to.put("transform", word(target.transform()))
                    .put("mean", target.mean())
                    .put("deviation", target.deviation());
    }

    static void write(ObjectNode root, Calibration calibration, TargetEncoding target, Domain domain) {
        ObjectNode known = root.putObject("calibration").put("temperature", calibration.temperature());
        calibration.errors().forEach(known.putArray("errors")::add);
        Decision decision = calibration.decision();
        if (!decision.isMostProbable())
            known.put("rare", target.classes().get(decision.rare())).put("threshold", decision.threshold());
        ObjectNode ranges = root.putObject("ranges");
        domain.ranges()
                .forEach((column, range) ->
                        ranges.putObject(column).put("low", range.low()).put("high", range.high()));
    }

    /// A folder of an earlier version has none.
    static Calibration calibration(Fields root, TargetEncoding target) {
        if (!root.has("calibration")) return Calibration.NONE;
        Fields from = root.object("calibration");
        double temperature = from.number("temperature");
        if (!(temperature > 0)) throw from.damaged("\"calibration.temperature\" must be more than 0");
        List<Double> errors = from.finite("errors");
        for (int i = 0; i < errors.size(); i++)
            if (errors.get(i) < (i == 0 ? 0 : errors.get(i - 1)))
                throw from.damaged("\"calibration.errors\" must ascend from 0");
        if (target.task().isClassification() && !errors.isEmpty())
            throw from.damaged("a model of classes has no \"calibration.errors\"");
        return new Calibration(temperature, errors, decision(from, target));
    }

    private static Decision decision(Fields from, TargetEncoding target) {
        if (!from.has("threshold")) return Decision.MOST_PROBABLE;
        double threshold = from.number("threshold");
        int rare = target.classes().indexOf(from.text("rare"));
        if (!(threshold > 0 && threshold < 1))
            throw from.damaged("\"calibration.threshold\" must lie between 0 and 1, but is " + threshold);
        if (rare < 0 || target.classes().size() != 2)
            throw from.damaged("\"calibration.rare\" must be one of two classes");
        return new Decision(rare, threshold);
    }

    /// A folder of an earlier version has none.
    static Domain domain(Fields root) {
        SequencedMap<String, Domain.Range> ranges = new LinkedHashMap<>();
        if (root.has("ranges"))
            root.object("ranges").objects().forEach((column, from) -> {
                Domain.Range range = new Domain.Range(from.number("low"), from.number("high"));
                if (range.low() > range.high()) throw from.damaged("a range must not end before it begins");
                ranges.put(column, range);
            });
        return new Domain(ranges);
    }

    static Preparation preparation(Fields root) {
        return new Preparation(
                root.objects("inputs").stream().map(ModelJson::coding).toList());
    }

    private static Coding coding(Fields from) {
        String column = from.text("column");
        String kind = from.text("kind");
        return switch (kind) {
            case "number" ->
                new Coding.Numeric(
                        column,
                        from.number("mean"),
                        from.number("deviation"),
                        from.number("fill"),
                        from.flag("missing"));
            // Formats 1 and 2 knew dates as one number.
            case "date" -> dates(from, column, DateOrder.CLEAR, List.of(DatePart.DAYS));
            case "dates" -> dates(from, column, from.oneOf("order", ORDERS), parts(from));
            case "category" ->
                new Coding.Categorical(column, from.texts("levels"), from.texts("rare"), from.flag("missing"));
            case "means" -> means(from, column);
            case "pixels" -> pixels(from, column);
            default -> throw from.damaged("column \"" + column + "\" is of the unknown kind \"" + kind + "\"");
        };
    }

    private static Coding dates(Fields from, String column, DateOrder order, List<DatePart> parts) {
        double mean = from.number("mean");
        return new Coding.Dates(
                column, order, parts, mean, from.number("deviation"), from.number("fill"), from.flag("missing"));
    }

    private static List<DatePart> parts(Fields from) {
        List<DatePart> parts = from.eachOf("parts", PARTS);
        if (parts.isEmpty()
                || parts.getFirst() != DatePart.DAYS
                || Set.copyOf(parts).size() < parts.size())
            throw from.damaged("\"parts\" of a date must begin with \"days\" and name none twice");
        return parts;
    }

    private static Coding means(Fields from, String column) {
        List<String> outputs = from.texts("outputs");
        List<String> levels = from.texts("levels");
        List<Double> codes = from.finite("codes");
        List<Double> unknown = from.finite("unknown");
        if (unknown.size() != outputs.size() || codes.size() != (long) outputs.size() * levels.size())
            throw from.damaged("column \"" + column + "\" must have " + outputs.size()
                    + " codes for each level and for an unknown one");
        return new Coding.Means(column, outputs, levels, codes, unknown);
    }

    private static Coding pixels(Fields from, String column) {
        List<Integer> shape = from.wholes("shape", 1);
        double count = shape.stream().mapToDouble(Integer::doubleValue).reduce(1, (a, b) -> a * b);
        if (shape.isEmpty() || count > Integer.MAX_VALUE)
            throw from.damaged("column \"" + column + "\" holds pictures of an impossible size");
        return new Coding.Pixels(column, shape, from.number("mean"), from.number("deviation"));
    }

    static TargetEncoding target(Fields root) {
        Fields from = root.object("target");
        String column = from.text("column");
        Task task = from.oneOf("task", TASKS);
        if (!task.isClassification()) {
            double deviation = from.number("deviation");
            if (!(deviation > 0)) throw from.damaged("\"target.deviation\" must be more than 0, but is " + deviation);
            TargetTransform transform =
                    from.has("transform") ? from.oneOf("transform", TRANSFORMS) : TargetTransform.NONE;
            return new TargetEncoding(column, task, transform, from.number("mean"), deviation, List.of(), List.of());
        }
        List<String> classes = from.texts("classes");
        if (classes.size() < 2 || (task == Task.BINARY && classes.size() != 2))
            throw from.damaged("a " + word(task) + " target cannot have " + classes.size() + " classes");
        List<Integer> counts = from.has("counts") ? from.wholes("counts", 1) : List.of();
        if (!counts.isEmpty() && counts.size() != classes.size())
            throw from.damaged("\"target.counts\" must have a number for each class");
        return new TargetEncoding(column, task, TargetTransform.NONE, 0, 1, classes, counts);
    }

    /// The architecture, which must fit to features and classes.
    static Architecture architecture(Fields root, Preparation preparation, TargetEncoding target) {
        Fields from = root.object("architecture");
        Architecture shape = new Architecture(
                from.whole("inputs", 1),
                from.wholes("hidden", 1),
                from.whole("outputs", 1),
                from.parsed("activation", Activation::parse),
                from.has("scaled") && from.flag("scaled"),
                from.has("members") ? from.whole("members", 1) : 1);
        long features = preparation.codings().stream().mapToLong(Coding::width).sum();
        if (shape.inputs() != features)
            throw from.damaged(
                    "its columns make " + features + " features, but its network has " + shape.inputs() + " inputs");
        int outputs = target.task() == Task.MULTICLASS ? target.classes().size() : 1;
        if (shape.outputs() != outputs)
            throw from.damaged("its target needs " + outputs + " outputs, but its network has " + shape.outputs());
        return shape;
    }

    private static String word(DateOrder order) {
        return switch (order) {
            case CLEAR -> "clear";
            case DAY_FIRST -> "day_first";
            case MONTH_FIRST -> "month_first";
        };
    }

    private static String word(DatePart part) {
        return switch (part) {
            case DAYS -> "days";
            case TIME_OF_YEAR -> "time_of_year";
            case DAY_OF_WEEK -> "day_of_week";
            case TIME_OF_DAY -> "time_of_day";
        };
    }

    private static String word(TargetTransform transform) {
        return switch (transform) {
            case NONE -> "none";
            case LOG -> "log";
            case LOG1P -> "log1p";
        };
    }

    private static String word(Task task) {
        return switch (task) {
            case REGRESSION -> "regression";
            case BINARY -> "binary";
            case MULTICLASS -> "multiclass";
        };
    }
}
