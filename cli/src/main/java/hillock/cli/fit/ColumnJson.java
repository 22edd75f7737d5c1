package hillock.cli.fit;

import hillock.cli.report.Cautions;
import hillock.data.Images;
import hillock.tabular.Caution;
import hillock.tabular.ColumnInfo;
import hillock.tabular.ColumnProfile;
import hillock.tabular.Spread;
import hillock.tabular.TableReport;
import java.util.Locale;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// The columns of a table as JSON: each with its `name`, `kind`, `missing` cells, `distinct`
/// values, the spread of its numbers, and `cautions`.
record ColumnJson(Cautions words) {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    ArrayNode columns(TableReport report) {
        ArrayNode all = NODES.arrayNode();
        for (ColumnProfile column : report.columns()) all.add(column(column, report));
        return all;
    }

    private ObjectNode column(ColumnProfile column, TableReport report) {
        ColumnInfo info = column.info();
        ObjectNode json = NODES.objectNode().put("name", info.name()).put("kind", kind(info));
        json.put("missing", info.missing()).put("distinct", column.distinct());
        column.spread().ifPresent(s -> spread(json, s));
        switch (info) {
            case ColumnInfo.Numeric n -> json.put("whole", n.whole());
            case ColumnInfo.Dates d -> {
                json.put("first", d.first()).put("last", d.last());
                d.parts()
                        .forEach(part -> json.withArray("parts").add(part.name().toLowerCase(Locale.ROOT)));
            }
            case ColumnInfo.Categorical c -> c.levels().stream().limit(20).forEach(json.putArray("levels")::add);
            case ColumnInfo.Pixels p -> json.put("shape", Images.describe(p.shape()));
            case ColumnInfo.LeftOut l -> json.put("why", l.why());
        }
        if (!column.markers().isEmpty()) {
            ObjectNode markers = json.putObject("missing_as");
            new TreeMap<>(column.markers()).forEach(markers::put);
        }
        ArrayNode cautions = json.putArray("cautions");
        report.cautions(info.name()).forEach(c -> cautions.add(caution(c)));
        return json;
    }

    private static void spread(ObjectNode json, Spread s) {
        json.put("min", s.min()).put("lower_quartile", s.lower()).put("median", s.median());
        json.put("upper_quartile", s.upper()).put("max", s.max()).put("mean", s.mean());
        json.put("deviation", s.deviation()).put("skewness", s.skewness());
    }

    private ObjectNode caution(Caution caution) {
        ObjectNode json = NODES.objectNode().put("kind", kind(caution));
        if (caution instanceof Caution.Leak leak)
            json.put("way", leak.way().name().toLowerCase(Locale.ROOT)).put("share", leak.share());
        return json.put("sentence", words.sentence(caution));
    }

    private static String kind(Caution caution) {
        return switch (caution) {
            case Caution.Leak _ -> "leak";
            case Caution.Duplicates _ -> "duplicates";
            case Caution.Sentinel _ -> "sentinel";
            case Caution.LooksMissing _ -> "looks_missing";
            case Caution.AmbiguousDates _ -> "ambiguous_dates";
            case Caution.Codes _ -> "codes";
            case Caution.FarTargets _ -> "far_targets";
            case Caution.Spellings _ -> "spellings";
            case Caution.NearlyUnique _ -> "nearly_unique";
            case Caution.NearlyConstant _ -> "nearly_constant";
            case Caution.MostlyMissing _ -> "mostly_missing";
            case Caution.RareLevels _ -> "rare_levels";
            case Caution.ManyLevels _ -> "many_levels";
            case Caution.Skewed _ -> "skewed";
        };
    }

    private static String kind(ColumnInfo info) {
        return switch (info) {
            case ColumnInfo.Numeric _ -> "number";
            case ColumnInfo.Dates _ -> "date";
            case ColumnInfo.Categorical _ -> "category";
            case ColumnInfo.Pixels _ -> "pixels";
            case ColumnInfo.LeftOut _ -> "left_out";
        };
    }

    /// How many rows repeat others, and how many of the validation rows are among the training rows.
    static ObjectNode duplicates(TableReport report) {
        ObjectNode json = NODES.objectNode().put("repeated", 0).put("in_both_parts", 0);
        for (Caution c : report.cautions())
            if (c instanceof Caution.Duplicates d)
                json.put("repeated", d.repeated()).put("in_both_parts", d.shared());
        return json;
    }
}
