package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Split;
import hillock.data.Splits;
import hillock.data.Table;
import hillock.tensor.Rng;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// How rows are divided into those that models learn from and those that judge them.
///
/// ```java
/// Division division = new Division.Time("month");
/// division.holdOut(target, rows, 0.2, rng).heldOut();   // the newest fifth
/// division.folds(target, rows, 5, rng);                 // judged by ever newer rows
/// ```
public sealed interface Division {
    /// At random, every class in its proportion.
    record Random() implements Division {}

    /// By the time in a column of numbers or dates: models learn from older rows than those that judge
    /// them. Of folds each has more to learn from than the one before. Rows of the same time are on the
    /// same side.
    record Time(String column) implements Division {}

    /// Rows that have the same cell in a column are on the same side, of several rows of one patient,
    /// say.
    record Groups(String column) implements Division {}

    /// The column by which rows are divided, if there is one.
    default Optional<String> byColumn() {
        return switch (this) {
            case Random _ -> Optional.empty();
            case Time t -> Optional.of(t.column);
            case Groups g -> Optional.of(g.column);
        };
    }

    /// Holds out about a share of the rows.
    ///
    /// @throws BadInput where there is no such column, where a cell of it is missing or no time, and
    ///     where all its cells are the same
    default Split holdOut(Target target, Table rows, double share, Rng rng) {
        return switch (this) {
            case Random _ ->
                target.task().isClassification()
                        ? Splits.stratified(classes(target, rows), share, rng)
                        : Splits.holdOut(rows.rows(), share, rng);
            case Time t -> {
                double[] times = times(t.column, target, rows);
                require(rows, t.column, "times", distinct(times), 2);
                yield Splits.newest(times, share);
            }
            case Groups g -> {
                int[] groups = groups(g.column, target, rows);
                int count = require(rows, g.column, "groups", distinct(groups), 2);
                int parts = Math.clamp(Math.round(1 / share), 2, count);
                yield Splits.groupKFold(groups, classes(target, rows), parts, rng)
                        .getFirst();
            }
        };
    }

    /// Holds out the rows part by part. By time the oldest rows judge nobody, otherwise each row does
    /// once.
    ///
    /// @throws BadInput as [#holdOut], and where there are too few rows, times or groups for so many
    ///     folds
    default List<Split> folds(Target target, Table rows, int folds, Rng rng) {
        if (folds > rows.rows())
            throw new BadInput(rows.source() + " has " + rows.rows() + " rows with a target, too few for " + folds
                    + " folds: ask for fewer.");
        return switch (this) {
            case Random _ ->
                target.task().isClassification()
                        ? Splits.stratifiedKFold(classes(target, rows), folds, rng)
                        : Splits.kFold(rows.rows(), folds, rng);
            case Time t -> {
                double[] times = times(t.column, target, rows);
                require(rows, t.column, "times", distinct(times), folds + 1);
                yield Splits.expanding(times, folds);
            }
            case Groups g -> {
                int[] groups = groups(g.column, target, rows);
                require(rows, g.column, "groups", distinct(groups), folds);
                yield Splits.groupKFold(groups, classes(target, rows), folds, rng);
            }
        };
    }

    /// As many folds as wanted, or as there are groups where those are fewer.
    default int most(Table rows, int wanted) {
        return switch (this) {
            case Random _, Time _ -> wanted;
            case Groups g ->
                (int) Math.min(
                        wanted,
                        rows.column(g.column).orElseThrow().cells().stream()
                                .distinct()
                                .count());
        };
    }

    /// Numbers of rows that must not tell each other's target: the same for those of one group, one for each
    /// row elsewhere.
    default int[] together(Target target, Table rows) {
        return switch (this) {
            case Random _, Time _ -> IntStream.range(0, rows.rows()).toArray();
            case Groups g -> groups(g.column, target, rows);
        };
    }

    /// The number of the class of each row, 0 for numbers.
    private static int[] classes(Target target, Table rows) {
        return target.task().isClassification()
                ? TargetEncoding.of(target, rows).classIndices(rows)
                : new int[rows.rows()];
    }

    private static double[] times(String name, Target target, Table rows) {
        Column column = column(name, "time", target, rows);
        Optional<DateOrder> order = Survey.of(rows, column).dateOrder();
        double[] times = new double[rows.rows()];
        for (int row = 0; row < times.length; row++) {
            times[row] = order.isPresent() ? Dates.days(column.cells().get(row), order.get()) : column.number(row);
            if (!Double.isFinite(times[row])) throw unusable(rows, row, column);
        }
        return times;
    }

    private static int[] groups(String name, Target target, Table rows) {
        Column column = column(name, "group", target, rows);
        Map<String, Integer> known = new HashMap<>();
        int[] groups = new int[rows.rows()];
        for (int row = 0; row < groups.length; row++) {
            if (column.isMissing(row)) throw unusable(rows, row, column);
            groups[row] = known.computeIfAbsent(column.cells().get(row), _ -> known.size());
        }
        return groups;
    }

    private static Column column(String name, String what, Target target, Table rows) {
        if (name.equals(target.name()))
            throw new BadInput("The target \"" + name + "\" cannot be the " + what + " too: name another column.");
        return rows.column(name).orElseThrow(() -> {
            List<String> names = rows.columns().stream().map(Column::name).toList();
            return new BadInput(rows.source() + " has no column \"" + name + "\" for the " + what
                    + Wording.suggestion(name, names) + ".");
        });
    }

    private static BadInput unusable(Table rows, int row, Column column) {
        String cell = column.cells().get(row);
        return new BadInput(rows.source() + ", line " + rows.line(row) + ": column \"" + column.name()
                + "\", by which rows are divided, says \"" + cell + "\", which "
                + (column.isMissing(row) ? "is no value" : "is neither a number nor a date")
                + "; correct the cell or take the row out.");
    }

    private static int require(Table rows, String column, String what, long found, int needed) {
        if (found < needed)
            throw new BadInput(rows.source() + " has " + found + " different " + what + " in column \"" + column
                    + "\", and " + needed + " are needed: name another column, or ask for fewer folds.");
        return (int) found;
    }

    private static long distinct(double[] values) {
        return Arrays.stream(values).distinct().count();
    }

    private static long distinct(int[] values) {
        return Arrays.stream(values).distinct().count();
    }
}
