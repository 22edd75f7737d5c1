package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Numbers;
import hillock.data.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// The rules that [Target] states.
final class TargetRules {
    private static final int NUMBER_CLASSES = 10;
    private static final int ROWS_PER_NUMBER = 5;
    private static final int ROWS_PER_TEXT = 2;
    private static final int TEXT_CLASSES = 1000;
    /// A minus comes before a plus, against their order as characters: plus is the positive class.
    private static final Comparator<String> BY_TEXT = Comparator.comparing((String label) -> !label.equals("-"))
            .thenComparing(String.CASE_INSENSITIVE_ORDER)
            .thenComparing(Comparator.naturalOrder());

    private final Table table;
    private final Column column;
    private final boolean numeric;
    private final boolean dates;
    private final int missing;
    /// The first spelling of each class, in class order, and its rows: 1 and 1.0 are one class.
    private final List<String> labels = new ArrayList<>();

    private final List<Integer> counts = new ArrayList<>();

    private TargetRules(Table table, Column column, boolean mayMix) {
        this.table = table;
        this.column = column;
        Survey survey = Survey.of(table, column);
        boolean signs = survey.counts().containsKey("+") && column.cells().contains("-");
        this.numeric = mayMix ? survey.numbers() == survey.present() && survey.present() > 0 : survey.isNumeric();
        this.dates = survey.dateOrder().isPresent() && !numeric;
        Map<Object, String> first = new HashMap<>();
        TreeMap<String, Integer> sorted = new TreeMap<>(numeric ? Comparator.comparingDouble(Numbers::parse) : BY_TEXT);
        int without = survey.missing();
        for (Map.Entry<String, Integer> e : survey.counts().entrySet()) {
            String label = first.computeIfAbsent(
                    numeric ? (Object) (Numbers.parse(e.getKey()) + 0.0) : e.getKey(), _ -> e.getKey());
            sorted.merge(label, e.getValue(), Integer::sum);
        }
        if (signs) {
            int minus = (int) column.cells().stream().filter("-"::equals).count();
            sorted.put("-", minus);
            without -= minus;
        }
        this.missing = without;
        labels.addAll(sorted.keySet());
        counts.addAll(sorted.values());
    }

    static Target decide(Table table, Column column, Optional<Task> wanted) {
        boolean classes = wanted.map(Task::isClassification).orElse(false);
        TargetRules rules = new TargetRules(table, column, classes);
        rules.rejectSilence();
        return wanted.map(rules::as).orElseGet(rules::guess);
    }

    private void rejectSilence() {
        if (column.images().isPresent())
            throw bad(
                    "holds pictures, which are no target",
                    "name the column to learn with --target, or put the labels beside the file of the pictures");
        if (labels.isEmpty()) throw bad("is empty in every row", "name another column with --target");
        if (labels.size() > 1) return;
        String besides = missing == 0 ? "" : " (and " + missing + " missing)";
        throw bad(
                "has the single value \"" + labels.getFirst() + "\"" + besides + ", so there is nothing to learn",
                "name another column with --target");
    }

    private Target guess() {
        int distinct = labels.size();
        String name = "\"" + column.name() + "\"";
        if (distinct == 2)
            return classes(
                    Task.BINARY,
                    name + " has two different values, " + labels.get(0) + " and " + labels.get(1) + ": binary");
        if (numeric && countsUp())
            return classes(
                    Task.MULTICLASS,
                    name + " has " + distinct + " different whole numbers from " + labels.getFirst() + " to "
                            + labels.getLast() + ": multiclass (--task regression if they are amounts)");
        if (numeric)
            return new Target(
                    column.name(),
                    Task.REGRESSION,
                    List.of(),
                    List.of(),
                    missing,
                    name + " has " + distinct + " different numbers: regression",
                    notes(List.of()));
        if (dates)
            throw bad("holds dates, which are no target yet", "turn them into a number (days since a fixed day, say)");
        if (present() < ROWS_PER_TEXT * distinct || distinct > TEXT_CLASSES)
            throw bad(
                    "has " + distinct + " different texts in " + present() + " rows, too many to be classes",
                    "name another column with --target");
        return classes(Task.MULTICLASS, name + " has " + distinct + " different texts: multiclass");
    }

    private Target as(Task task) {
        String why = "you asked for " + task.name().toLowerCase(Locale.ROOT);
        if (task == Task.REGRESSION) {
            if (!numeric)
                throw bad(
                        "holds text such as \"" + firstText() + "\"",
                        "regression needs numbers: use --task multiclass, or name another column with --target");
            return new Target(column.name(), task, List.of(), List.of(), missing, why, notes(List.of()));
        }
        int distinct = labels.size();
        if (task == Task.BINARY && distinct != 2)
            throw bad(
                    "has " + distinct + " different values",
                    "binary needs exactly two: use --task " + (numeric && !countsUp() ? "regression" : "multiclass"));
        if (distinct > TEXT_CLASSES || (distinct > 2 && present() < ROWS_PER_TEXT * distinct))
            throw bad(
                    "has " + distinct + " different values in " + present() + " rows, too many to be classes",
                    numeric ? "use --task regression" : "name another column with --target");
        return classes(task, why);
    }

    private Target classes(Task task, String why) {
        List<String> rare = new ArrayList<>();
        for (int k = 0; k < labels.size(); k++) if (counts.get(k) == 1) rare.add(labels.get(k));
        return new Target(column.name(), task, labels, counts, missing, why, notes(rare));
    }

    private List<String> notes(List<String> single) {
        List<String> notes = new ArrayList<>();
        if (missing > 0)
            notes.add((missing == 1 ? "1 row has" : missing + " rows have") + " no \"" + column.name() + "\" and "
                    + (missing == 1 ? "is" : "are") + " left out.");
        if (!single.isEmpty())
            notes.add((single.size() == 1 ? "The class " : "The classes ")
                    + Wording.quoted(single.stream().limit(5).toList())
                    + (single.size() > 5 ? ", …" : "") + " of \"" + column.name() + "\" "
                    + (single.size() == 1 ? "has" : "have")
                    + " a single row: too little to learn or to check.");
        return notes;
    }

    private boolean countsUp() {
        double[] values = labels.stream().mapToDouble(Numbers::parse).toArray();
        double least = values[0];
        double most = values[values.length - 1];
        for (double value : values) if (value != Math.rint(value)) return false;
        return values.length <= NUMBER_CLASSES
                && present() >= ROWS_PER_NUMBER * values.length
                && least >= -1
                && least <= 1
                && most <= 2.0 * values.length;
    }

    private int present() {
        return counts.stream().mapToInt(Integer::intValue).sum();
    }

    private String firstText() {
        return labels.stream()
                .filter(label -> Double.isNaN(Numbers.parse(label)))
                .findFirst()
                .orElse(labels.getFirst());
    }

    private BadInput bad(String what, String mend) {
        return new BadInput(table.source() + ": the target \"" + column.name() + "\" " + what + "; " + mend + ".");
    }
}
