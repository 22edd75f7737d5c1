package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Dataset;
import hillock.data.Numbers;
import hillock.data.Table;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/// The target as numbers, fitted on the training rows: `(t(y) − mean)/deviation` for regression,
/// where `t` is the identity or a logarithm, the index of the class otherwise. Plain data, so that
/// a model folder can hold it.
///
/// ```java
/// TargetEncoding y = TargetEncoding.of(target, training);
/// double[] standardised = y.standardise(y.numbers(training));   // regression
/// double[] answers = y.restore(network);                        // in the target's own unit again
/// ```
///
/// @param transform `t`; none for classes
/// @param mean of `t(y)` over the training rows; 0 for classes; the median where the scale is that
///     of the quartiles
/// @param deviation of `t(y)` over the training rows, or the distance of its quartiles by 1.349 (see
///     [Target#byQuartiles]), never 0; 1 for classes
/// @param classes the labels in class order; empty for regression
/// @param counts the rows of each class in the whole table; empty where that is not known
public record TargetEncoding(
        String name,
        Task task,
        TargetTransform transform,
        double mean,
        double deviation,
        List<String> classes,
        List<Integer> counts) {
    /// Classes are imbalanced from this ratio of the most frequent to the rarest on: what the KEEL
    /// repository calls highly imbalanced (Alcalá-Fdez et al. 2011).
    private static final int IMBALANCED = 9;

    /// A number without a logarithm, which the training rows did not have, counts as so many
    /// deviations below the mean.
    private static final double NO_LOGARITHM = -6;

    /// The distance of the quartiles of normal numbers, in deviations.
    private static final double NORMAL_QUARTILES = 1.349;

    public TargetEncoding {
        classes = List.copyOf(classes);
        counts = List.copyOf(counts);
        if (!(deviation > 0)) throw new IllegalArgumentException("deviation must be positive, was " + deviation);
        if (task.isClassification() == classes.isEmpty())
            throw new IllegalArgumentException(task + " with " + classes.size() + " classes");
    }

    /// A target that is learnt as it is.
    public TargetEncoding(String name, Task task, double mean, double deviation, List<String> classes) {
        this(name, task, TargetTransform.NONE, mean, deviation, classes, List.of());
    }

    /// The number of the rarest class, where there are nine times as many rows of the most
    /// frequent one or more.
    public OptionalInt rare() {
        if (counts.isEmpty()) return OptionalInt.empty();
        int least = Collections.min(counts);
        return Collections.max(counts) >= (long) IMBALANCED * least
                ? OptionalInt.of(counts.indexOf(least))
                : OptionalInt.empty();
    }

    /// Fits the encoding on training rows. A target that is constant there keeps its unit (deviation 1).
    public static TargetEncoding of(Target target, Table training) {
        if (target.task().isClassification())
            return new TargetEncoding(
                    target.name(), target.task(), TargetTransform.NONE, 0, 1, target.classes(), target.counts());
        double[] y = new TargetEncoding(target.name(), target.task(), 0, 1, List.of()).numbers(training);
        double[] t = Arrays.stream(y)
                .map(target.transform()::apply)
                .filter(v -> !Double.isNaN(v))
                .toArray();
        Optional<Spread> middle = target.byQuartiles() ? farApart(t) : Optional.empty();
        double mean = middle.map(Spread::median).orElseGet(() -> Moments.mean(t));
        double deviation =
                middle.map(s -> (s.upper() - s.lower()) / NORMAL_QUARTILES).orElseGet(() -> Moments.deviation(t, mean));
        return new TargetEncoding(
                target.name(),
                target.task(),
                target.transform(),
                mean,
                deviation > 0 ? deviation : 1,
                List.of(),
                List.of());
    }

    /// How numbers are spread of which a few lie far from all others.
    private static Optional<Spread> farApart(double[] t) {
        double[] sorted = t.clone();
        Arrays.sort(sorted);
        return Caution.FarTargets.of("", sorted).map(_ -> Spread.ofSorted(sorted));
    }

    /// The target of each row in its own unit; regression only.
    ///
    /// @throws BadInput where a cell is missing or no finite number
    public double[] numbers(Table table) {
        if (task.isClassification()) throw new IllegalArgumentException("\"" + name + "\" holds classes, not numbers");
        Column column = Target.column(table, name);
        double[] y = new double[table.rows()];
        for (int row = 0; row < y.length; row++) {
            y[row] = column.number(row);
            if (Double.isInfinite(y[row])) throw Survey.infinite(table, row, column);
            if (Double.isNaN(y[row])) throw unusable(table, row, column, "is no number");
        }
        return y;
    }

    /// The class index of each row; classification only. A label matches by its text, else by its
    /// number (1 and 1.0).
    ///
    /// @throws BadInput where a cell is missing or holds a class that the training table did not have
    public int[] classIndices(Table table) {
        if (!task.isClassification()) throw new IllegalArgumentException("\"" + name + "\" holds numbers, not classes");
        Column column = Target.column(table, name);
        Map<String, Integer> known = new HashMap<>();
        for (int k = 0; k < classes.size(); k++) known.put(classes.get(k), k);
        int[] y = new int[table.rows()];
        for (int row = 0; row < y.length; row++) {
            y[row] = known.computeIfAbsent(column.cells().get(row), this::byNumber);
            if (y[row] < 0) throw unusable(table, row, column, "is none of the classes " + some());
        }
        return y;
    }

    /// The rows that have a target.
    ///
    /// @throws BadInput where the table has no such column
    public Table labelled(Table table) {
        return Target.labelled(table, name, classes);
    }

    /// Encoded rows with their targets as a network learns them: standardised numbers `[n, 1]`, 0 or 1
    /// `[n, 1]`, or class numbers `[n]`.
    Dataset dataset(Encoded x, Table labelled) {
        Tensor inputs = Tensor.of(x.values(), x.rows(), x.features());
        return switch (task) {
            case REGRESSION -> new Dataset(inputs, column(standardise(numbers(labelled))));
            case BINARY -> new Dataset(inputs, column(doubles(labelled)));
            case MULTICLASS -> new Dataset(inputs, Tensor.of(doubles(labelled)));
        };
    }

    private double[] doubles(Table labelled) {
        return Arrays.stream(classIndices(labelled)).asDoubleStream().toArray();
    }

    private static Tensor column(double[] values) {
        return Tensor.of(values).unsqueeze(1);
    }

    public double[] standardise(double[] y) {
        double[] z = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            double standardised = (transform.apply(y[i]) - mean) / deviation;
            z[i] = Double.isNaN(standardised) ? NO_LOGARITHM : standardised;
        }
        return z;
    }

    /// The inverse of [#standardise].
    public double[] restore(double[] z) {
        double[] y = new double[z.length];
        for (int i = 0; i < z.length; i++) y[i] = transform.invert(z[i] * deviation + mean);
        return y;
    }

    private int byNumber(String cell) {
        double value = Numbers.parse(cell);
        for (int k = 0; k < classes.size(); k++) if (Numbers.parse(classes.get(k)) == value) return k;
        return -1;
    }

    private String some() {
        return Wording.quoted(classes.stream().limit(5).toList()) + (classes.size() > 5 ? ", …" : "");
    }

    private BadInput unusable(Table table, int row, Column column, String what) {
        String cell = column.cells().get(row);
        String problem = Numbers.isMissing(cell)
                ? "the target \"" + name + "\" is missing"
                : "the target \"" + name + "\" says \"" + cell + "\", which " + what;
        return new BadInput(table.source() + ", line " + table.line(row) + ": " + problem
                + "; correct the cell or take the row out.");
    }
}
