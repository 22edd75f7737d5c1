package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// The column that is to be learnt, the [Task] that this makes, and why.
///
/// | the target holds | task |
/// |---|---|
/// | two different values, text or numbers | `BINARY` |
/// | three or more texts with at least two rows each on average, 1000 texts at most | `MULTICLASS` |
/// | 3 to 10 different whole numbers that count up, with five rows each on average | `MULTICLASS` |
/// | other numbers | `REGRESSION` |
///
/// Numbers count up that begin at -1, 0 or 1 and have few gaps: the largest is at most twice as
/// large as their count. So a digit 0..9 or a grade 1..5 is a class, a score 3..9 and a disease
/// measure 25..346 are numbers; the user's word overrides the rule. Rows without a target teach
/// nothing: they are counted here and left out by [#labelled].
///
/// Classes are sorted, by number or else by text with case ignored. The second of two is the
/// *positive* one, whose probability a binary model states: 1 after 0, yes after no, true after
/// false, malignant after benign.
///
/// ```java
/// Target target = Target.of(table, "species");
/// target.task();   // MULTICLASS
/// target.why();    // "species" has 3 different texts: multiclass
/// ```
///
/// @param classes the labels as they stand in the table; empty for regression
/// @param counts the rows of each class
/// @param missing the number of rows without a target
/// @param notes what a user should know, in sentences; often none
/// @param transform what is learnt in place of a number
/// @param byQuartiles whether networks see numbers of which a few lie far from all others on the
///     scale of the middle
///     half, in place of the standard deviation's
public record Target(
        String name,
        Task task,
        List<String> classes,
        List<Integer> counts,
        int missing,
        String why,
        List<String> notes,
        TargetTransform transform,
        boolean byQuartiles) {
    public Target {
        classes = List.copyOf(classes);
        counts = List.copyOf(counts);
        notes = List.copyOf(notes);
    }

    /// A target that is learnt as it is.
    Target(
            String name,
            Task task,
            List<String> classes,
            List<Integer> counts,
            int missing,
            String why,
            List<String> notes) {
        this(name, task, classes, counts, missing, why, notes, TargetTransform.NONE, false);
    }

    Target transform(TargetTransform other) {
        return new Target(name, task, classes, counts, missing, why, notes, other, byQuartiles);
    }

    Target byQuartiles(boolean wanted) {
        return new Target(name, task, classes, counts, missing, why, notes, transform, wanted);
    }

    /// The target by name; the table decides the task.
    ///
    /// @throws BadInput where there is no such column, where it says nothing (empty, constant),
    /// where its texts are
    ///     no classes, and where it mixes numbers and text
    public static Target of(Table table, String name) {
        return TargetRules.decide(table, column(table, name), Optional.empty());
    }

    /// The target by name, with the task that the user wants.
    ///
    /// @throws BadInput as above, and where the column does not allow that task
    public static Target of(Table table, String name, Task task) {
        return TargetRules.decide(table, column(table, name), Optional.of(task));
    }

    /// The name of the target where the user names none: the last column that is not dropped.
    ///
    /// @throws BadInput where no column is left
    public static String last(Table table, Collection<String> drop) {
        return table.columns().reversed().stream()
                .map(Column::name)
                .filter(name -> !drop.contains(name))
                .findFirst()
                .orElseThrow(
                        () -> new BadInput(table.source() + " has no column left for a target: drop fewer columns."));
    }

    /// The rows that have a target, with their line numbers.
    public Table labelled(Table table) {
        return labelled(table, name, classes);
    }

    static Table labelled(Table table, String name, List<String> classes) {
        Column column = column(table, name);
        int[] rows = IntStream.range(0, table.rows())
                .filter(row -> !column.isMissing(row)
                        || classes.contains(column.cells().get(row))) // `-` beside `+` is a class
                .toArray();
        return rows.length == table.rows() ? table : table.select(rows);
    }

    static Column column(Table table, String name) {
        return table.column(name).orElseThrow(() -> {
            List<String> names = table.columns().stream().map(Column::name).toList();
            return new BadInput(table.source() + " has no column \"" + name + "\" for a target"
                    + Wording.suggestion(name, names) + ".");
        });
    }
}
