package hillock.cli.report;

import hillock.cli.Messages;
import hillock.tabular.Caution;
import hillock.tabular.ColumnProfile;
import hillock.tabular.TableReport;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What is to be said about a table, in the user's language. What concerns many columns is said
/// once for all of them.
public record Cautions(Messages messages) {
    private static final int COLUMNS_NAMED = 20;

    /// What may spoil the result, and which texts were taken for missing values.
    public List<String> serious(TableReport report) {
        List<String> sentences = sentences(report, Caution::serious);
        sentences.addAll(markers(report));
        return sentences;
    }

    /// The rest.
    public List<String> minor(TableReport report) {
        return sentences(report, caution -> !caution.serious());
    }

    private List<String> sentences(TableReport report, Predicate<Caution> wanted) {
        Map<Object, List<Caution>> groups = new LinkedHashMap<>();
        for (Caution c : report.cautions())
            if (wanted.test(c))
                groups.computeIfAbsent(alone(c) ? c : c.getClass(), _ -> new ArrayList<>())
                        .add(c);
        List<String> sentences = new ArrayList<>();
        for (List<Caution> group : groups.values()) sentences.add(sentence(group));
        return sentences;
    }

    /// Whether it has a sentence of its own.
    private static boolean alone(Caution caution) {
        return switch (caution) {
            case Caution.Leak _,
                    Caution.Duplicates _,
                    Caution.Sentinel _,
                    Caution.LooksMissing _,
                    Caution.AmbiguousDates _,
                    Caution.Codes _,
                    Caution.FarTargets _,
                    Caution.Spellings _ -> true;
            case Caution.NearlyUnique _,
                    Caution.NearlyConstant _,
                    Caution.MostlyMissing _,
                    Caution.RareLevels _,
                    Caution.ManyLevels _,
                    Caution.Skewed _ -> false;
        };
    }

    /// One sentence about one column, or about the rows.
    public String sentence(Caution caution) {
        return sentence(List.of(caution));
    }

    private String sentence(List<Caution> alike) {
        return switch (alike.getFirst()) {
            case Caution.Leak leak ->
                text(
                        "caution.leak",
                        leak.name(),
                        text("caution.leak." + leak.way().name().toLowerCase(Locale.ROOT)),
                        Shell.quote(leak.name()));
            case Caution.Duplicates d when d.natural() -> text("caution.alike", count(d.repeated()));
            case Caution.Duplicates d
            when d.shared() > 0 -> text("caution.shared", count(d.repeated()), count(d.held()), count(d.shared()));
            case Caution.Duplicates d -> text("caution.duplicates", count(d.repeated()));
            case Caution.Sentinel s ->
                text("caution.sentinel", s.name(), number(s.value()), count(s.rows()), number(s.nearest()));
            case Caution.LooksMissing l -> text("caution.looksmissing", l.name(), l.text(), count(l.rows()));
            case Caution.AmbiguousDates a -> text("caution.ambiguousdates", a.name(), a.text());
            case Caution.FarTargets f ->
                text(
                        "caution.fartargets",
                        f.name(),
                        count(f.count()),
                        number(f.farthest()),
                        number(f.lower()),
                        number(f.upper()));
            case Caution.Codes c -> text("caution.codes", c.name(), c.text());
            case Caution.Spellings s ->
                text(
                        s.groups() == 1 ? "caution.spellings" : "caution.spellings.several",
                        s.name(),
                        String.join(text("caution.comma"), s.example()),
                        count(s.groups()));
            case Caution.NearlyUnique _ -> text("caution.nearlyunique", list(alike));
            case Caution.NearlyConstant _ -> text("caution.nearlyconstant", list(alike));
            case Caution.MostlyMissing _ -> text("caution.mostlymissing", list(alike));
            case Caution.RareLevels _ -> text("caution.rarelevels", list(alike));
            case Caution.ManyLevels _ -> text("caution.manylevels", list(alike));
            case Caution.Skewed _ -> text("caution.skewed", list(alike));
        };
    }

    private String list(List<Caution> alike) {
        List<String> items = new ArrayList<>();
        for (Caution c : alike) {
            String detail = switch (c) {
                case Caution.NearlyUnique u -> count(u.distinct());
                case Caution.NearlyConstant n -> n.value() + ": " + Numerals.share(n.share());
                case Caution.MostlyMissing m -> Numerals.share(m.share());
                case Caution.RareLevels r -> text("caution.rarelevels.each", count(r.levels()), count(r.rows()));
                case Caution.ManyLevels m -> count(m.levels());
                case Caution.Skewed s -> Numerals.significant(s.skewness(), 2);
                case Caution.Leak _,
                        Caution.Duplicates _,
                        Caution.Sentinel _,
                        Caution.LooksMissing _,
                        Caution.AmbiguousDates _,
                        Caution.Codes _,
                        Caution.FarTargets _,
                        Caution.Spellings _ -> "";
            };
            items.add(c.column().orElseThrow() + " (" + detail + ")");
        }
        return joined(items);
    }

    /// Which texts were taken for missing values, and where; blank cells need no word.
    private List<String> markers(TableReport report) {
        Map<String, List<String>> columns = new TreeMap<>();
        for (ColumnProfile column : report.columns()) {
            column.markers().forEach((marker, cells) -> {
                if (!marker.isEmpty() && column.info().used())
                    columns.computeIfAbsent(marker, _ -> new ArrayList<>())
                            .add(column.info().name() + " (" + count(cells) + ")");
            });
        }
        List<String> sentences = new ArrayList<>();
        columns.forEach((marker, where) -> sentences.add(text("caution.markers", marker, joined(where))));
        return sentences;
    }

    private String joined(List<String> items) {
        String comma = text("caution.comma");
        String some = String.join(comma, items.subList(0, Math.min(COLUMNS_NAMED, items.size())));
        return items.size() <= COLUMNS_NAMED ? some : some + text("caution.more", count(items.size() - COLUMNS_NAMED));
    }

    private String text(String key, Object... values) {
        return messages.text(key, values);
    }

    private static String count(int count) {
        return Numerals.count(count);
    }

    private static String number(double value) {
        return Numerals.significant(value, 6);
    }
}
