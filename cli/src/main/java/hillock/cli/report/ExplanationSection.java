package hillock.cli.report;

import hillock.data.Names;
import hillock.tabular.Explanation;
import hillock.tabular.Fitted;
import hillock.tabular.Importance;
import hillock.tabular.WorstRow;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// The parts of a report that tell which columns matter, how the answers go with them, and which rows
/// were answered worst.
record ExplanationSection(Words words, Html page) {
    private static final int COLUMNS_OF_WORST = 6;

    private String text(String key, Object... values) {
        return words.messages().text(key, values);
    }

    void write(Fitted fitted, Explanation explanation, List<Picture> pictures) {
        explanation.importance().ifPresent(i -> importance(i, pictures));
        worst(fitted, explanation);
    }

    private void importance(Importance importance, List<Picture> pictures) {
        page.open("section").element("h2", text("report.importance"));
        page.element("p", text("report.importance.about", Numerals.count(importance.rows()), importance.shuffles()));
        List<Picture> dependences = pictures.subList(Math.min(1, pictures.size()), pictures.size());
        pictures.stream().limit(1).forEach(picture -> picture.write(page));
        List<String> head = new ArrayList<>(List.of(text("report.column")));
        importance.intact().values().keySet().forEach(metric -> head.add(words.metric(metric)));
        page.open("details")
                .element("summary", text("report.importance.table"))
                .open("div", "wide")
                .open("table", "scores")
                .head(head)
                .open("tbody");
        for (Importance.Column column : importance.columns()) page.row(words.importance(column));
        page.close("tbody").close("table").close("div").close("details");
        if (!dependences.isEmpty()) {
            page.element("h3", text("report.dependence"));
            page.element("p", text("report.dependence.about")).open("div", "pairs");
            dependences.forEach(picture -> picture.write(page));
            page.close("div");
        }
        page.close("section");
    }

    private void worst(Fitted fitted, Explanation explanation) {
        boolean classes = fitted.study().target().task().isClassification();
        page.open("section").element("h2", text("report.worst"));
        if (explanation.worst().isEmpty()) {
            page.element("p", text("report.worst.none")).close("section");
            return;
        }
        page.element("p", text(classes ? "report.worst.classes" : "report.worst.numbers"));
        List<String> columns = shown(explanation);
        List<String> head = new ArrayList<>(List.of(
                text("report.worst.line"),
                text("report.worst.actual", Names.quote(fitted.study().target().name())),
                text("report.worst.given"),
                text(classes ? "report.worst.probability" : "report.worst.error")));
        head.addAll(columns);
        page.open("div", "wide").open("table", "rows").head(head).open("tbody");
        for (WorstRow row : explanation.worst()) page.row(cells(row, classes, columns));
        page.close("tbody").close("table").close("div").close("section");
    }

    private static List<String> cells(WorstRow row, boolean classes, List<String> columns) {
        List<String> cells = new ArrayList<>(List.of(
                Integer.toString(row.line()),
                row.actual(),
                classes ? row.given() : Numerals.significant(Double.parseDouble(row.given()), 4),
                classes ? Numerals.share(1 - row.error()) : signed(row.error())));
        columns.forEach(name -> cells.add(row.values().get(name)));
        return cells;
    }

    private static String signed(double error) {
        return (error > 0 ? "+" : "") + Numerals.significant(error, 3);
    }

    /// The columns that matter most, since not all have room.
    private static List<String> shown(Explanation explanation) {
        List<String> all = List.copyOf(explanation.worst().getFirst().values().keySet());
        Optional<List<String>> ranked = explanation
                .importance()
                .map(i -> i.columns().stream().map(Importance.Column::name).toList());
        return ranked.orElse(all).stream().limit(COLUMNS_OF_WORST).toList();
    }
}
