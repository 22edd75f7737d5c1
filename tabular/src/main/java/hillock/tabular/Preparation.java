package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How rows become numbers. Fitted on the training rows only, so that nothing leaks from the rows that judge a model;
/// plain data without behaviour of its own, so that a model folder can hold it.
///
/// - A number: a missing cell takes the training median, then `(x − mean)/deviation`, and a feature `age is missing`
///   if the training rows had a missing cell. Mean and deviation are those of the filled column. Standardised values
///   are held within ±10⁶, so that a wild cell in new data cannot become infinite.
/// - A category: one feature for each level, `sex=male`; a missing cell is a level of its own. Where there are more
/// than
///   ten levels, those in fewer than `max(3, rows/1000)` training rows share the feature `make is rare`, if they are at
///   least two and not all. A level that the training rows did not have is 0 everywhere and is counted.
///
/// ```java
/// Preparation preparation = Preparation.of(schema, training);
/// Encoded x = preparation.apply(training);
/// Encoded later = preparation.apply(newTable);   // columns by name, in any order
/// ```
public record Preparation(List<Coding> codings) {
    private static final int RARE_ROWS = 3;
    private static final int FEW_LEVELS = 10;
    private static final int RARE_SHARE = 1000;
    private static final double BOUND = 1e6;

    public Preparation {
        codings = List.copyOf(codings);
    }

    /// Fits the preparation on training rows; the schema says which columns are used, and as what.
    public static Preparation of(Schema schema, Table training) {
        if (training.rows() == 0) throw new IllegalArgumentException("no training rows in " + training.source());
        List<Coding> codings = new ArrayList<>();
        for (ColumnInfo info : schema.columns()) {
            switch (info) {
                case ColumnInfo.Numeric n -> codings.add(number(training, n.name(), false));
                case ColumnInfo.Dates d -> codings.add(number(training, d.name(), true));
                case ColumnInfo.Categorical c -> codings.add(category(training, c));
                case ColumnInfo.LeftOut _ -> {}
            }
        }
        return new Preparation(codings);
    }

    /// The names of the features in the order of their columns.
    public List<String> features() {
        return codings.stream().flatMap(c -> c.features().stream()).toList();
    }

    /// Encodes any table that has the input columns, in any order; other columns are ignored and named.
    ///
    /// @throws BadInput naming all columns that are missing, or the first cell of a number column that is no number
    public Encoded apply(Table table) {
        List<Column> inputs = inputs(table);
        int features = codings.stream().mapToInt(c -> c.features().size()).sum();
        if ((long) table.rows() * features > Integer.MAX_VALUE - 8)
            throw new BadInput(table.source() + " has " + table.rows() + " rows and becomes " + features
                    + " features a row, more than fit in memory: leave out rows, or columns with --drop.");
        float[] values = new float[table.rows() * features];
        Map<String, Integer> unseen = new HashMap<>();
        Map<String, Integer> filled = new HashMap<>();
        int first = 0;
        for (int i = 0; i < codings.size(); i++) {
            Into into = new Into(values, first, features);
            switch (codings.get(i)) {
                case Coding.Numeric n -> write(n, table, inputs.get(i), into, filled);
                case Coding.Categorical c -> write(c, inputs.get(i), into, unseen, filled);
            }
            first += codings.get(i).features().size();
        }
        Set<Column> used = new HashSet<>(inputs);
        List<String> ignored = table.columns().stream()
                .filter(c -> !used.contains(c))
                .map(Column::name)
                .toList();
        return new Encoded(values, table.rows(), features, unseen, filled, ignored);
    }

    /// A place in the row-major values: the features of one column begin at `first`.
    private static final class Into {
        private final float[] values;
        private final int first;
        private final int features;

        Into(float[] values, int first, int features) {
            this.values = values;
            this.first = first;
            this.features = features;
        }

        void set(int row, int feature, double value) {
            values[row * features + first + feature] = (float) value;
        }
    }

    private List<Column> inputs(Table table) {
        List<Column> inputs = new ArrayList<>();
        List<String> absent = new ArrayList<>();
        for (Coding coding : codings)
            table.column(coding.name()).ifPresentOrElse(inputs::add, () -> absent.add(coding.name()));
        if (absent.isEmpty()) return inputs;
        String hint = absent.size() > 1
                ? ""
                : Names.nearest(
                                absent.getFirst(),
                                table.columns().stream().map(Column::name).toList())
                        .map(near -> " (it has \"" + near + "\": rename it if that is the same)")
                        .orElse("");
        throw new BadInput(table.source() + " lacks the " + (absent.size() == 1 ? "column " : "columns ")
                + Names.quoted(absent) + " that the model learnt from" + hint + "; add "
                + (absent.size() == 1 ? "it" : "them") + ", with NA where a value is not known.");
    }

    private static Coding number(Table training, String name, boolean dates) {
        double[] x = numbers(training, training.column(name).orElseThrow(), dates);
        double[] present = Arrays.stream(x).filter(v -> !Double.isNaN(v)).toArray();
        double fill = Moments.median(present);
        for (int i = 0; i < x.length; i++) if (Double.isNaN(x[i])) x[i] = fill;
        double mean = Moments.mean(x);
        return new Coding.Numeric(name, dates, mean, Moments.deviation(x, mean), fill, present.length < x.length);
    }

    private static Coding category(Table training, ColumnInfo.Categorical info) {
        Survey survey = Survey.of(training, training.column(info.name()).orElseThrow());
        int least = Math.max(RARE_ROWS, training.rows() / RARE_SHARE);
        List<String> levels = new ArrayList<>(survey.levels());
        List<String> rare = levels.stream()
                .filter(level -> survey.counts().get(level) < least)
                .toList();
        if (levels.size() <= FEW_LEVELS || rare.size() < 2 || rare.size() == levels.size()) rare = List.of();
        levels.removeAll(rare);
        return new Coding.Categorical(info.name(), levels, rare, survey.missing() > 0);
    }

    private static void write(
            Coding.Numeric coding, Table table, Column column, Into into, Map<String, Integer> filled) {
        double[] x = numbers(table, column, coding.dates());
        for (int row = 0; row < x.length; row++) {
            boolean missing = Double.isNaN(x[row]);
            if (missing && coding.indicator()) into.set(row, 1, 1);
            if (missing && !coding.indicator()) filled.merge(column.name(), 1, Integer::sum);
            if (coding.deviation() == 0) continue;
            double z = ((missing ? coding.fill() : x[row]) - coding.mean()) / coding.deviation();
            into.set(row, 0, Math.clamp(z, -BOUND, BOUND));
        }
    }

    private static void write(
            Coding.Categorical coding,
            Column column,
            Into into,
            Map<String, Integer> unseen,
            Map<String, Integer> filled) {
        Map<String, Integer> places = new HashMap<>();
        for (String level : coding.levels()) places.put(level, places.size());
        int next = coding.levels().size();
        for (String level : coding.rare()) places.put(level, next);
        int missing = coding.rare().isEmpty() ? next : next + 1;
        for (int row = 0; row < column.cells().size(); row++) {
            String cell = column.cells().get(row);
            Integer place = places.get(cell);
            if (place != null) into.set(row, place, 1);
            else if (!Cells.isMissing(cell)) unseen.merge(column.name(), 1, Integer::sum);
            else if (coding.missing()) into.set(row, missing, 1);
            else filled.merge(column.name(), 1, Integer::sum);
        }
    }

    /// The column's numbers, NaN where a cell is missing.
    private static double[] numbers(Table table, Column column, boolean dates) {
        double[] x = new double[table.rows()];
        for (int row = 0; row < x.length; row++) {
            String cell = column.cells().get(row);
            x[row] = dates ? Cells.days(cell) : Cells.number(cell);
            if (Double.isInfinite(x[row])) throw Survey.infinite(table, row, column);
            if (!Double.isNaN(x[row]) || Cells.isMissing(cell)) continue;
            throw new BadInput(table.source() + ", line " + table.line(row) + ": column \"" + column.name()
                    + "\" must hold " + (dates ? "a date such as 2024-03-31" : "a number") + ", but this cell says \""
                    + cell + "\"; correct it or write NA for a missing value.");
        }
        return x;
    }
}
