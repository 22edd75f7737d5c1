package hillock.tabular;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tabular.Caution.Way;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Looks for columns that tell the target all but perfectly, each by itself: 99 % of the errors
/// or 99.9 % of the variance that there are without the column must vanish with it. Nothing is
/// said
///
/// - where a number is the only input: then the table is a curve, and its point is to be told by
/// that number;
/// - of numbers in even steps, and of dates: time and place tell much, and are known beforehand;
/// - of a threshold that parts two classes in fewer than 200 rows, or where another column does
///   nearly as well: that is an easy task.
final class Leaks {
    /// Cells that are looked at first; what is found there is looked for in all rows.
    private static final int CELLS = 1_000_000;

    private static final int FEWEST_ROWS = 5_000;
    private static final int MOST_ROWS = 20_000;
    private static final double ERRORS_LEFT = 0.01;
    private static final double VARIANCE_LEFT = 0.001;
    private static final int FEWEST_ERRORS = 10;
    private static final int ROWS_FOR_THRESHOLD = 200;
    private static final double NEARLY_AS_WELL = 0.1;
    private static final double SAME_LINE = 1e-9;
    private static final int ROWS_PER_VALUE = 5;

    private final Table table;
    private final List<ColumnInfo> inputs;
    private final TargetEncoding target;
    /// The classes of the rows; empty for regression.
    private final int[] classes;
    /// The numbers; empty for classes.
    private final double[] numbers;

    private Leaks(Table table, List<ColumnInfo> inputs, TargetEncoding target) {
        this.table = table;
        this.inputs = inputs;
        this.target = target;
        boolean c = target.task().isClassification();
        this.classes = c ? target.classIndices(table) : new int[0];
        this.numbers = c ? new double[0] : target.numbers(table);
    }

    static List<Caution.Leak> of(Study study) {
        List<ColumnInfo> inputs = study.schema().used();
        TargetEncoding target = TargetEncoding.of(study.target(), study.training());
        Table all = study.source();
        int rows = Math.clamp(CELLS / Math.max(1, inputs.size()), FEWEST_ROWS, MOST_ROWS);
        List<Caution.Leak> found = new Leaks(some(all, rows), inputs, target).search(inputs);
        if (found.isEmpty() || all.rows() <= rows) return found;
        List<String> names = found.stream().map(Caution.Leak::name).toList();
        List<ColumnInfo> suspects =
                inputs.stream().filter(info -> names.contains(info.name())).toList();
        return new Leaks(all, inputs, target).search(suspects);
    }

    /// Rows from all of the table, in even steps.
    private static Table some(Table all, int most) {
        if (all.rows() <= most) return all;
        return all.select(IntStream.range(0, most)
                .map(i -> (int) ((long) i * all.rows() / most))
                .toArray());
    }

    private List<Caution.Leak> search(List<ColumnInfo> suspects) {
        return InOrder.of(suspects.size(), i -> search(suspects.get(i))).stream()
                .flatMap(Optional::stream)
                .toList();
    }

    private Optional<Caution.Leak> search(ColumnInfo info) {
        Column column = table.column(info.name()).orElseThrow();
        return switch (info) {
            case ColumnInfo.Numeric n when inputs.size() > 1 -> numeric(n, column);
            case ColumnInfo.Categorical c -> categorical(c, column);
            default -> Optional.empty();
        };
    }

    private Optional<Caution.Leak> categorical(ColumnInfo.Categorical info, Column column) {
        Optional<Caution.Leak> filled = info.missing() > 0 ? filled(info.name(), column) : Optional.empty();
        return filled.or(() -> values(info.name(), Groups.byText(column)));
    }

    private Optional<Caution.Leak> numeric(ColumnInfo.Numeric info, Column column) {
        double[] x =
                IntStream.range(0, table.rows()).mapToDouble(column::number).toArray();
        boolean few = info.distinct() * ROWS_PER_VALUE <= table.rows();
        String name = info.name();
        if (target.task().isClassification()) {
            Optional<Caution.Leak> filled = info.missing() > 0 ? filled(name, column) : Optional.empty();
            return filled.or(() -> few ? values(name, Groups.byNumber(x)) : Optional.empty())
                    .or(() -> values(name, Groups.byMode(x, Ordered.mode(x))))
                    .or(() -> threshold(name, x));
        }
        Ordered pairs = Ordered.of(x, numbers);
        if (pairs.count() * 2 < table.rows() || pairs.count() < 2 * FEWEST_ERRORS || pairs.isGrid())
            return Optional.empty();
        if (pairs.isCopy()) return Optional.of(new Caution.Leak(name, Way.COPY, 1));
        double line = pairs.line();
        if (line >= 1 - SAME_LINE) return Optional.of(new Caution.Leak(name, Way.LINE, line));
        double order = pairs.order();
        if (order >= 1 - VARIANCE_LEFT) return Optional.of(new Caution.Leak(name, Way.ORDER, order));
        return few ? values(name, Groups.byNumber(x)) : Optional.empty();
    }

    private Optional<Caution.Leak> filled(String name, Column column) {
        if (!target.task().isClassification()) return Optional.empty();
        return classes(name, Groups.byPresence(column), Way.FILLED);
    }

    private Optional<Caution.Leak> values(String name, Groups groups) {
        if (target.task().isClassification()) {
            boolean copy = groups.isOneToOne(classes, target.classes().size());
            return classes(name, groups, copy ? Way.COPY : Way.VALUES);
        }
        if (groups.count() * 2 > table.rows() || table.rows() < 2 * FEWEST_ERRORS) return Optional.empty();
        double share = groups.explained(numbers);
        return share >= 1 - VARIANCE_LEFT ? Optional.of(new Caution.Leak(name, Way.VALUES, share)) : Optional.empty();
    }

    private Optional<Caution.Leak> classes(String name, Groups groups, Way way) {
        int without = new Groups(new int[classes.length], 1)
                .errors(classes, target.classes().size());
        if (without < FEWEST_ERRORS) return Optional.empty();
        double left = (double) groups.errors(classes, target.classes().size()) / without;
        return left <= ERRORS_LEFT ? Optional.of(new Caution.Leak(name, way, 1 - left)) : Optional.empty();
    }

    private Optional<Caution.Leak> threshold(String name, double[] x) {
        if (target.task() != Task.BINARY || table.rows() < ROWS_FOR_THRESHOLD) return Optional.empty();
        double left = Ordered.threshold(x, classes);
        if (left > ERRORS_LEFT) return Optional.empty();
        for (ColumnInfo other : inputs) {
            if (!(other instanceof ColumnInfo.Numeric) || other.name().equals(name)) continue;
            Column column = table.column(other.name()).orElseThrow();
            double[] its =
                    IntStream.range(0, table.rows()).mapToDouble(column::number).toArray();
            if (Ordered.threshold(its, classes) <= NEARLY_AS_WELL) return Optional.empty();
        }
        return Optional.of(new Caution.Leak(name, Way.THRESHOLD, 1 - left));
    }
}
