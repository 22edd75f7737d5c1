package hillock.cli.predict;

import hillock.cli.Messages;
import hillock.cli.report.Numerals;
import hillock.cli.report.Words;
import hillock.data.BadInput;
import hillock.data.Names;
import hillock.data.Table;
import hillock.tabular.Coding;
import hillock.tabular.Decision;
import hillock.tabular.Domain;
import hillock.tabular.Encoded;
import hillock.tabular.Metrics;
import hillock.tabular.Model;
import hillock.tabular.Predictions;
import hillock.tabular.Scores;
import hillock.tabular.TargetEncoding;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What there is to say about a table that was predicted: columns that the model does not use,
/// cells that it never saw, and how good the answers are where the true ones are known.
record Remarks(
        Messages messages,
        Model model,
        Table table,
        Encoded rows,
        Predictions answers,
        SortedMap<Integer, List<String>> outside) {
    private static final int NAMES_SHOWN = 8;

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        table.notes()
                .forEach(note -> lines.add(note.sentence(messages.language().locale())));
        List<String> ignored = rows.ignored().stream()
                .filter(name -> !name.equals(model.target().name()))
                .toList();
        if (!ignored.isEmpty()) lines.add(messages.text("predict.ignored", ignored.size(), names(ignored)));
        rows.unseen().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> lines.add(messages.text("predict.unseen", Names.quote(e.getKey()), e.getValue())));
        rows.filled().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .forEach(e -> lines.add(messages.text("predict.filled", Names.quote(e.getKey()), e.getValue())));
        extrapolated().ifPresent(lines::add);
        Decision decision = model.calibration().decision();
        if (!decision.isMostProbable())
            lines.add(messages.text(
                    "predict.threshold",
                    model.target().classes().get(decision.rare()),
                    Numerals.significant(decision.threshold(), 3)));
        scores().ifPresent(lines::add);
        return lines;
    }

    /// How many rows are beyond what the model has seen, and in what.
    private Optional<String> extrapolated() {
        if (outside.isEmpty()) return Optional.empty();
        String columns = outside.values().stream()
                .flatMap(List::stream)
                .distinct()
                .limit(NAMES_SHOWN)
                .map(name -> range(name, model.domain().ranges().get(name)))
                .collect(Collectors.joining(", "));
        int first = table.line(outside.firstKey());
        return Optional.of(messages.text("predict.outside", Numerals.count(outside.size()), first, columns));
    }

    private String range(String name, Domain.Range range) {
        boolean dates = model.preparation().codings().stream()
                .anyMatch(c -> c instanceof Coding.Dates && c.name().equals(name));
        return messages.text("predict.range", Names.quote(name), end(range.low(), dates), end(range.high(), dates));
    }

    private static String end(double value, boolean date) {
        return date ? LocalDate.ofEpochDay((long) value).toString() : Numerals.significant(value, 6);
    }

    private static String names(List<String> names) {
        String some = names.stream().limit(NAMES_SHOWN).map(Names::quote).collect(Collectors.joining(", "));
        return names.size() > NAMES_SHOWN ? some + ", …" : some;
    }

    /// The scores where the table has the target too; a cell that holds no answer is left out.
    private Optional<String> scores() {
        TargetEncoding target = model.target();
        int[] known = table.column(target.name()).stream()
                .flatMapToInt(column -> IntStream.range(0, table.rows())
                        .filter(row -> !column.isMissing(row)
                                || target.classes().contains(column.cells().get(row))))
                .toArray();
        if (known.length == 0) return Optional.empty();
        try {
            Scores scores = scores(table.select(known), known);
            Words words = new Words(messages);
            String list = scores.values().entrySet().stream()
                    .map(e -> words.metric(e.getKey()) + " " + Words.score(e.getKey(), e.getValue()))
                    .collect(Collectors.joining(", "));
            return Optional.of(messages.text("predict.scores", Numerals.count(known.length), target.name(), list));
        } catch (BadInput e) {
            return Optional.of(messages.text("predict.unscored", e.getMessage()));
        }
    }

    private Scores scores(Table labelled, int[] known) {
        return switch (answers) {
            case Predictions.Numbers n ->
                Metrics.regression(
                        model.target().numbers(labelled),
                        Arrays.stream(known).mapToDouble(row -> n.values()[row]).toArray());
            case Predictions.Classes c ->
                Metrics.classification(
                        model.target().classIndices(labelled),
                        c.select(known),
                        model.target().rare());
        };
    }
}
