package hillock.tabular;

import hillock.data.Column;
import hillock.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;

/// How the answers go with one column: its partial dependence (Friedman 2001). Each of the rows
/// that judge is given the same cell in the column, keeps its other cells, and is asked; the
/// answers' mean over the rows is one point of the curve:
///
/// `f(v) = 1/n Σᵢ model(row i with column = v)`
///
/// `low` and `high` hold the middle 80 % of the single rows' answers (individual conditional
/// expectation, Goldstein et al. 2015). Where columns depend on each other some of these rows
/// exist nowhere.
///
/// ```java
/// PartialDependence.of(fitted, "age");   // Optional: pictures have none
/// ```
///
/// @param cells what was put into the column: quantiles of a number or date, or the categories by
///     frequency, an empty one where cells are missing
/// @param at the cells as numbers, dates in days since 1970-01-01; empty for categories
/// @param curves one for a number, in the target's unit; one for two classes, the probability of
///     the second; for more classes one for each of the most frequent
public record PartialDependence(String column, List<String> cells, List<Double> at, List<Curve> curves) {
    private static final int MOST_ROWS = 300;
    private static final int FEWEST_ROWS = 50;
    private static final int POINTS = 24;
    private static final int MOST_LEVELS = 12;
    private static final int MOST_CLASSES = 5;
    private static final double WITHIN = 0.02;
    private static final double LOW = 0.1;

    public PartialDependence {
        cells = List.copyOf(cells);
        at = List.copyOf(at);
        curves = List.copyOf(curves);
    }

    /// Values for the cells.
    ///
    /// @param label the class whose probability this is, or the target
    public record Curve(String label, List<Double> mean, List<Double> low, List<Double> high) {
        public Curve {
            mean = List.copyOf(mean);
            low = List.copyOf(low);
            high = List.copyOf(high);
        }
    }

    /// The dependence of a fit's answers on a column; empty where that holds pictures or one value alone.
    ///
    /// @throws IllegalArgumentException where the model has no such input
    public static Optional<PartialDependence> of(Fitted fitted, String column) {
        return of(JudgedRows.of(fitted), column, () -> false);
    }

    static Optional<PartialDependence> of(JudgedRows judged, String column, BooleanSupplier enough) {
        List<Coding> codings = judged.model().preparation().codings();
        int place = IntStream.range(0, codings.size())
                .filter(i -> codings.get(i).name().equals(column))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("the model has no input \"" + column + "\""));
        Coding coding = codings.get(place);
        Column cells = judged.table().column(column).orElseThrow();
        if (coding instanceof Coding.Pixels) return Optional.empty();
        TreeMap<Double, String> values = values(coding, cells);
        List<String> asked = switch (coding) {
            case Coding.Categorical c -> levels(c.levels(), c.missing());
            case Coding.Means m ->
                levels(
                        m.levels().stream().filter(l -> !l.isEmpty()).toList(),
                        m.levels().contains(""));
            case Coding.Numeric _, Coding.Dates _, Coding.Pixels _ -> List.copyOf(values.values());
        };
        if (asked.size() < 2) return Optional.empty();
        int rows = (int) Math.clamp(judged.affordable() / (4.0 * POINTS), FEWEST_ROWS, MOST_ROWS);
        List<Curve> curves = curves(judged.sample(rows), place, asked, enough);
        boolean whole = !enough.getAsBoolean();
        return whole
                ? Optional.of(new PartialDependence(column, asked, List.copyOf(values.keySet()), curves))
                : Optional.empty();
    }

    private static List<String> levels(List<String> byFrequency, boolean missing) {
        List<String> levels = new ArrayList<>(byFrequency);
        if (levels.size() > MOST_LEVELS)
            levels.subList(MOST_LEVELS, levels.size()).clear();
        if (missing) levels.add("");
        return levels;
    }

    /// Cells of a column at evenly spaced places between its 2 % and 98 % quantiles, the nearest that
    /// occur, by their number; none of categories.
    private static TreeMap<Double, String> values(Coding coding, Column column) {
        TreeMap<Double, String> all = new TreeMap<>();
        int rows = column.cells().size();
        double[] numbers = new double[rows];
        for (int row = 0; row < rows; row++) {
            numbers[row] = number(coding, column, row);
            if (!Double.isNaN(numbers[row]))
                all.putIfAbsent(numbers[row], column.cells().get(row));
        }
        if (all.size() <= POINTS / 2) return all;
        double[] sorted =
                Arrays.stream(numbers).filter(v -> !Double.isNaN(v)).sorted().toArray();
        double low = sorted[(int) (WITHIN * (sorted.length - 1))];
        double high = sorted[(int) Math.ceil((1 - WITHIN) * (sorted.length - 1))];
        TreeMap<Double, String> some = new TreeMap<>();
        for (int i = 0; i < POINTS; i++) {
            double wanted = low + (high - low) * i / (POINTS - 1);
            Double below = all.floorKey(wanted);
            Double above = all.ceilingKey(wanted);
            double nearest = below == null || (above != null && above - wanted < wanted - below) ? above : below;
            some.put(nearest, all.get(nearest));
        }
        return some;
    }

    private static double number(Coding coding, Column column, int row) {
        return switch (coding) {
            case Coding.Numeric _ -> column.number(row);
            case Coding.Dates d -> Dates.days(column.cells().get(row), d.order());
            case Coding.Categorical _, Coding.Means _, Coding.Pixels _ -> Double.NaN;
        };
    }

    private static List<Curve> curves(JudgedRows rows, int place, List<String> cells, BooleanSupplier enough) {
        Coding coding = rows.model().preparation().codings().get(place);
        Table asked = Table.of("partial dependence", List.of(new Column(coding.name(), cells)));
        Encoded features = new Preparation(List.of(coding)).apply(asked);
        List<Integer> outputs = outputs(rows.model().target());
        double[][][] answers = new double[outputs.size()][cells.size()][];
        for (int i = 0; i < cells.size() && !enough.getAsBoolean(); i++) {
            Predictions given =
                    rows.model().predict(rows.with(place, features.select(i).values()));
            for (int k = 0; k < answers.length; k++) answers[k][i] = sorted(given, outputs.get(k));
        }
        if (enough.getAsBoolean()) return List.of();
        TargetEncoding target = rows.model().target();
        return IntStream.range(0, answers.length)
                .mapToObj(k -> curve(
                        target.task().isClassification() ? target.classes().get(outputs.get(k)) : target.name(),
                        answers[k]))
                .toList();
    }

    /// The number of the second of two classes, or those of the first of more, which are the most
    /// frequent; 0 for a number.
    private static List<Integer> outputs(TargetEncoding target) {
        return switch (target.task()) {
            case REGRESSION -> List.of(0);
            case BINARY -> List.of(1);
            case MULTICLASS ->
                IntStream.range(0, Math.min(MOST_CLASSES, target.classes().size()))
                        .boxed()
                        .toList();
        };
    }

    private static double[] sorted(Predictions given, int output) {
        double[] values = switch (given) {
            case Predictions.Numbers n -> n.values().clone();
            case Predictions.Classes c ->
                Arrays.stream(c.probabilities()).mapToDouble(p -> p[output]).toArray();
        };
        Arrays.sort(values);
        return values;
    }

    private static Curve curve(String label, double[][] sorted) {
        return new Curve(
                label,
                Arrays.stream(sorted).map(Moments::mean).toList(),
                Arrays.stream(sorted).map(v -> v[(int) (LOW * (v.length - 1))]).toList(),
                Arrays.stream(sorted)
                        .map(v -> v[(int) Math.ceil((1 - LOW) * (v.length - 1))])
                        .toList());
    }
}
