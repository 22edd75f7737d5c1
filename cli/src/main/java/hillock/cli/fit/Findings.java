package hillock.cli.fit;

import hillock.cli.Messages;
import hillock.cli.Paragraph;
import hillock.cli.Terminal;
import hillock.cli.report.Cautions;
import hillock.cli.report.Numerals;
import hillock.cli.report.Words;
import hillock.data.Table;
import hillock.plot.DisplayWidth;
import hillock.tabular.ColumnInfo;
import hillock.tabular.Study;
import hillock.tabular.TableReport;
import hillock.tabular.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// What was found in a table, on at most a screen, however many columns there are.
record Findings(Words words, Terminal terminal) {
    private static final int INPUTS_SHOWN = 12;
    private static final int LEFT_OUT_SHOWN = 6;
    private static final int NOTES_SHOWN = 5;
    private static final int CAUTIONS_SHOWN = 5;
    private static final int NAME_WIDTH = 24;

    List<String> lines(Study study, TableReport report, Optional<Table> test) {
        Messages messages = words.messages();
        List<ColumnInfo> inputs = study.schema().used();
        List<ColumnInfo> leftOut = List.copyOf(study.schema().leftOut());
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold(messages.text(
                "fit.found",
                study.source().source(),
                Numerals.count(study.source().rows()),
                Numerals.count(inputs.size() + leftOut.size() + 1))));
        words.notes(study).stream()
                .limit(NOTES_SHOWN)
                .forEach(note -> lines.add("  " + Paragraph.wrap(note, terminal.width() - 2, "  ")));
        lines.addAll(target(study.target()));
        lines.add(messages.text("fit.found.inputs", Numerals.count(inputs.size())));
        lines.addAll(columns(inputs, INPUTS_SHOWN));
        if (!leftOut.isEmpty()) {
            lines.add(messages.text("fit.found.leftout", Numerals.count(leftOut.size())));
            lines.addAll(columns(leftOut, LEFT_OUT_SHOWN));
        }
        lines.add(messages.text("fit.found.rows", words.division(study)));
        test.ifPresent(rows -> lines.add(messages.text("fit.found.test", Numerals.count(rows.rows()), rows.source())));
        lines.addAll(cautions(report));
        return lines;
    }

    private List<String> cautions(TableReport report) {
        List<String> sentences = new Cautions(words.messages()).serious(report);
        if (sentences.isEmpty()) return List.of();
        List<String> lines = new ArrayList<>();
        lines.add(terminal.bold(words.messages().text("fit.found.cautions")));
        for (String sentence : sentences.subList(0, Math.min(CAUTIONS_SHOWN, sentences.size())))
            lines.add("  " + Paragraph.wrap(sentence, terminal.width() - 2, "    "));
        if (sentences.size() > CAUTIONS_SHOWN)
            lines.add(
                    "  " + words.messages().text("fit.found.more", Numerals.count(sentences.size() - CAUTIONS_SHOWN)));
        return lines;
    }

    private List<String> target(Target target) {
        List<String> lines = new ArrayList<>();
        lines.add(Paragraph.wrap(words.messages().text("fit.found.target", words.why(target)), terminal.width(), "  "));
        if (target.task().isClassification())
            lines.add("  " + DisplayWidth.fit(words.classes(target), terminal.width() - 2));
        return lines;
    }

    /// On one line.
    private static String name(ColumnInfo info) {
        return info.name().replaceAll("\\s+", " ");
    }

    private List<String> columns(List<ColumnInfo> infos, int shown) {
        List<ColumnInfo> some = infos.subList(0, Math.min(shown, infos.size()));
        int names = some.stream()
                .mapToInt(info -> Math.min(NAME_WIDTH, DisplayWidth.of(name(info))))
                .max()
                .orElse(0);
        int room = terminal.width() - names - 4;
        Aligned aligned = new Aligned(false);
        for (ColumnInfo info : some)
            aligned.row(DisplayWidth.fit(name(info), NAME_WIDTH), DisplayWidth.fit(words.column(info), room));
        List<String> lines = new ArrayList<>(aligned.lines());
        if (infos.size() > shown)
            lines.add("  " + words.messages().text("fit.found.more", Numerals.count(infos.size() - shown)));
        return lines;
    }
}
