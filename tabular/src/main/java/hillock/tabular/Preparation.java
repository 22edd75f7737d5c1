package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Images;
import hillock.data.Names;
import hillock.data.Table;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/// How rows become numbers. Fitted on the training rows only, so that nothing leaks from the rows
/// that judge a model; plain data without behaviour of its own, so that a model folder can hold it.
///
/// - A number: a missing cell takes the training median, then `(x − mean)/deviation`, and a
///   feature `age is missing` if the training rows had a missing cell. Mean and deviation are
///   those of the filled column. Standardised values are held within ±10⁶, so that a wild cell in
///   new data cannot become infinite.
/// - A date: its parts, see [Coding.Dates].
/// - A category: one feature for each level, `sex=male`; a missing cell is a level of its own.
///   Where there are more than ten levels, those in fewer than `max(3, rows/1000)` training rows
///   share the feature `make is rare`, if they are at least two and not all; at most the 512 most
///   frequent levels have a feature of their own. A level that the training rows did not have is
///   0 everywhere and is counted.
///
///   Where the target is known and the training rows have more than 50 levels, the column becomes what
///   these tell of it instead, see [Coding.Means].
///
/// - A picture: `(x − mean)/deviation` of each pixel, with one mean and deviation for all pixels
/// of all training rows.
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
    private static final int MOST_LEVELS = 512;

    public Preparation {
        codings = List.copyOf(codings);
    }

    /// Fits the preparation on training rows; the schema says which columns are used, and as what.
    public static Preparation of(Schema schema, Table training) {
        return of(schema, training, (column, survey) -> category(training, column, survey));
    }

    /// How the texts of a column become features; asked about several columns at a time.
    interface Texts {
        Coding of(Column column, Survey survey);
    }

    static Preparation of(Schema schema, Table training, Texts texts) {
        if (training.rows() == 0) throw new IllegalArgumentException("no training rows in " + training.source());
        Map<String, Column> columns = byName(training);
        List<ColumnInfo> used = schema.used();
        return new Preparation(InOrder.of(used.size(), i -> {
            ColumnInfo info = used.get(i);
            Column column = columns.get(info.name());
            if (column == null)
                throw new IllegalArgumentException(training.source() + " has no column \"" + info.name() + "\"");
            return switch (info) {
                case ColumnInfo.Numeric _ -> number(training, column);
                case ColumnInfo.Dates d -> dates(training, column, d);
                case ColumnInfo.Categorical _ -> texts.of(column, Survey.of(training, column));
                case ColumnInfo.Pixels _ -> pixels(column);
                case ColumnInfo.LeftOut l -> throw new IllegalStateException(l.name() + " is left out");
            };
        }));
    }

    /// The features that are pixels.
    BitSet pixels() {
        BitSet pixels = new BitSet();
        int first = 0;
        for (Coding coding : codings) {
            if (coding instanceof Coding.Pixels) pixels.set(first, first + coding.width());
            first += coding.width();
        }
        return pixels;
    }

    /// The names of the features in the order of their columns.
    public List<String> features() {
        return codings.stream().flatMap(c -> c.features().stream()).toList();
    }

    /// Whether the rows are numbers and dates, of which near ones may be expected to go with near answers.
    boolean isNumeric() {
        return codings.stream().allMatch(c -> c instanceof Coding.Numeric || c instanceof Coding.Dates);
    }

    int width() {
        return codings.stream().mapToInt(Coding::width).sum();
    }

    /// Encodes any table that has the input columns, in any order; other columns are ignored and named.
    ///
    /// @throws BadInput naming all columns that are missing, or the first cell of a number column
    /// that is no number
    public Encoded apply(Table table) {
        List<Column> inputs = inputs(table);
        long features = codings.stream().mapToLong(Coding::width).sum();
        if (table.rows() * features > Integer.MAX_VALUE - 8)
            throw new BadInput(table.source() + " has " + table.rows() + " rows and becomes " + features
                    + " features a row, more than fit in memory: leave out rows, or columns with --drop.");
        Encoder encoder = new Encoder(table, (int) features);
        encoder.add(codings, inputs);
        Set<String> used = codings.stream().map(Coding::name).collect(Collectors.toSet());
        List<String> ignored = table.columns().stream()
                .map(Column::name)
                .filter(name -> !used.contains(name))
                .toList();
        return encoder.encoded(ignored);
    }

    private List<Column> inputs(Table table) {
        Map<String, Column> columns = byName(table);
        List<String> absent = codings.stream()
                .map(Coding::name)
                .filter(name -> !columns.containsKey(name))
                .toList();
        if (absent.isEmpty())
            return codings.stream().map(c -> columns.get(c.name())).toList();
        boolean one = absent.size() == 1;
        String hint = Names.nearest(absent.getFirst(), columns.keySet())
                .filter(_ -> one)
                .map(near -> " (it has \"" + near + "\": rename it if that is the same)")
                .orElse("");
        throw new BadInput(table.source() + " lacks the " + (one ? "column " : "columns ") + Wording.quoted(absent)
                + " that the model learnt from" + hint + "; add " + (one ? "it" : "them")
                + ", with NA where a value is not known.");
    }

    /// A table may have very many columns: look each name up once.
    private static Map<String, Column> byName(Table table) {
        return table.columns().stream().collect(Collectors.toMap(Column::name, column -> column));
    }

    private static Coding number(Table training, Column column) {
        Filled x = Filled.of(Encoder.numbers(training, column));
        return new Coding.Numeric(column.name(), x.mean, x.deviation, x.fill, x.holes);
    }

    private static Coding dates(Table training, Column column, ColumnInfo.Dates info) {
        Filled x = Filled.of(Encoder.moments(training, column, info.order()).stream()
                .mapToDouble(moment -> moment.map(Moment::days).orElse(Double.NaN))
                .toArray());
        return new Coding.Dates(column.name(), info.order(), info.parts(), x.mean, x.deviation, x.fill, x.holes);
    }

    /// Numbers whose holes are filled with the median.
    private record Filled(double mean, double deviation, double fill, boolean holes) {
        static Filled of(double[] x) {
            boolean holes = Arrays.stream(x).anyMatch(Double::isNaN);
            double[] present =
                    holes ? Arrays.stream(x).filter(v -> !Double.isNaN(v)).toArray() : x;
            double fill = Moments.median(present);
            for (int i = 0; i < x.length; i++) if (Double.isNaN(x[i])) x[i] = fill;
            double mean = Moments.mean(x);
            return new Filled(mean, Moments.deviation(x, mean), fill, holes);
        }
    }

    private static Coding pixels(Column column) {
        Images images = column.images().orElseThrow();
        Moments.Running moments = new Moments.Running();
        float[] one = new float[images.pixels()];
        for (int i = 0; i < images.count(); i++) {
            images.copy(i, one, 0);
            moments.add(one);
        }
        return new Coding.Pixels(column.name(), images.shape(), moments.mean(), moments.deviation());
    }

    /// Levels in fewer rows are rare.
    static int leastRows(int rows) {
        return Math.max(RARE_ROWS, rows / RARE_SHARE);
    }

    static Coding category(Table training, Column column, Survey survey) {
        int least = leastRows(training.rows());
        List<String> levels = survey.levels();
        // Levels come by frequency: the rare ones are the last.
        int frequent = (int) levels.stream()
                .filter(level -> survey.counts().get(level) >= least)
                .count();
        boolean keepsAll = levels.size() <= FEW_LEVELS || levels.size() - frequent < 2 || frequent == 0;
        int own = Math.min(keepsAll ? levels.size() : frequent, MOST_LEVELS);
        return new Coding.Categorical(
                column.name(), levels.subList(0, own), levels.subList(own, levels.size()), survey.missing() > 0);
    }
}
