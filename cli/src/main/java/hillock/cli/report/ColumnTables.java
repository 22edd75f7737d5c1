package hillock.cli.report;

import hillock.tabular.ColumnProfile;
import hillock.tabular.Spread;
import hillock.tabular.TableReport;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The part of the report that shows what a network learnt from: what is odd about the table, and
/// each of its columns.
record ColumnTables(Words words, Html page) {
    /// More columns than that are folded away.
    private static final int COLUMNS_IN_SIGHT = 25;

    private static final int DIGITS = 4;

    void show(TableReport report, int features) {
        cautions(report);
        List<ColumnProfile> used =
                report.columns().stream().filter(c -> c.info().used()).toList();
        List<ColumnProfile> leftOut =
                report.columns().stream().filter(c -> !c.info().used()).toList();
        columns(text("report.inputs", features), text("report.column.is"), used);
        if (!leftOut.isEmpty()) columns(text("report.leftout"), text("report.column.why"), leftOut);
    }

    private void cautions(TableReport report) {
        Cautions cautions = new Cautions(words.messages());
        List<String> serious = cautions.serious(report);
        List<String> minor = cautions.minor(report);
        if (serious.isEmpty() && minor.isEmpty()) return;
        page.element("h3", text("report.cautions")).open("ul");
        for (String sentence : serious)
            page.open("li").element("strong", sentence).close("li");
        for (String sentence : minor) page.element("li", sentence);
        page.close("ul");
    }

    private void columns(String title, String what, List<ColumnProfile> columns) {
        boolean fold = columns.size() > COLUMNS_IN_SIGHT;
        if (fold) page.open("details").element("summary", title);
        else page.element("h3", title);
        boolean numbers = columns.stream().anyMatch(c -> c.spread().isPresent());
        List<String> head = new ArrayList<>(
                List.of(text("report.column"), what, text("report.column.missing"), text("report.column.distinct")));
        if (numbers) head.addAll(List.of(text("report.column.quartiles"), text("report.column.skewness")));
        page.open("div", "wide").open("table", "columns").head(head).open("tbody");
        columns.forEach(column -> page.row(cells(column, numbers)));
        page.close("tbody").close("table").close("div");
        if (fold) page.close("details");
    }

    private List<String> cells(ColumnProfile column, boolean numbers) {
        List<String> cells = new ArrayList<>();
        cells.add(column.info().name());
        cells.add(words.column(column.info()));
        cells.add(column.info().missing() == 0 ? "" : Numerals.share(column.missingShare()));
        cells.add(Numerals.count(column.distinct()));
        if (numbers) {
            cells.add(column.spread().map(ColumnTables::quartiles).orElse(""));
            cells.add(column.spread()
                    .map(s -> Numerals.significant(s.skewness(), 2))
                    .orElse(""));
        }
        return cells;
    }

    /// `20.1 | 28 | 38`.
    private static String quartiles(Spread s) {
        return Numerals.significant(s.lower(), DIGITS) + " | " + Numerals.significant(s.median(), DIGITS) + " | "
                + Numerals.significant(s.upper(), DIGITS);
    }

    /// The target's spread in a sentence, where it is a number.
    Optional<String> target(TableReport report) {
        return report.target()
                .map(s -> text(
                        "report.target.spread",
                        Numerals.significant(s.min(), DIGITS),
                        Numerals.significant(s.max(), DIGITS),
                        Numerals.significant(s.median(), DIGITS),
                        Numerals.significant(s.skewness(), 2)));
    }

    private String text(String key, Object... values) {
        return words.messages().text(key, values);
    }
}
