package hillock.tabular;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// The target's mean among the rows of each level of one column, drawn towards the mean of all rows:
///
/// `code = (Σy + m·ȳ)/(n + m)`, `m = σ²/τ²`
///
/// where σ² is the variance of y within levels and τ² that of the levels' true means, both estimated by the
/// analysis of variance (method of moments). That is the best linear estimate of a random effect; a column
/// that tells nothing has τ² = 0 and one code for all levels. (Micci-Barreca, "A preprocessing scheme for
/// high-cardinality categorical attributes", SIGKDD Explorations 2001.)
///
/// A row that is learnt from gets the code of the other parts of the rows: its own target takes no part.
final class LevelMeans {
    /// Up to so many levels have a feature each. What was measured stands in docs/benchmarks.md.
    static final int FEW_LEVELS = 50;
    /// The rows are divided into so many.
    static final int PARTS = 10;

    private static final String ROWS = "rows";
    private static final long SEED = 1;
    /// A deviation that is rounding alone.
    private static final double NOTHING = 1e-9;

    private final String name;
    private final List<String> outputs;
    private final List<String> levels;
    /// The level of each row.
    private final int[] level;
    /// What is averaged, for each row.
    private final double[][] y;

    private final Sums all;
    private final double[] mean;
    /// m of each output, infinite where the levels tell nothing.
    private final double[] weight;
    /// By which features are standardised.
    private final double[] centre;

    private final double[] deviation;

    private LevelMeans(String name, List<String> outputs, List<String> levels, int[] level, double[][] y) {
        this.name = name;
        this.outputs = outputs;
        this.levels = levels;
        this.level = level;
        this.y = y;
        int averaged = outputs.size() - 1;
        all = new Sums(levels.size(), averaged);
        for (int row = 0; row < y.length; row++) all.add(level[row], y[row]);
        mean = IntStream.range(0, averaged)
                .mapToDouble(k -> Arrays.stream(y).mapToDouble(row -> row[k]).sum() / y.length)
                .toArray();
        weight = IntStream.range(0, averaged).mapToDouble(this::weight).toArray();
        double[][] raw = new double[levels.size()][];
        for (int i = 0; i < raw.length; i++) raw[i] = raw(all.rows[i], all.y[i]);
        centre = new double[outputs.size()];
        deviation = new double[outputs.size()];
        for (int j = 0; j < centre.length; j++) {
            int feature = j;
            double[] column =
                    Arrays.stream(level).mapToDouble(i -> raw[i][feature]).toArray();
            centre[j] = Moments.mean(column);
            deviation[j] = Moments.deviation(column, centre[j]);
        }
    }

    /// Looks at the rows that are learnt from.
    static LevelMeans of(Table rows, Column column, Survey survey, TargetEncoding target) {
        List<String> levels = new ArrayList<>(survey.levels());
        if (survey.missing() > 0) levels.add("");
        Map<String, Integer> places = Coding.Means.places(levels);
        int[] level = column.cells().stream()
                .mapToInt(cell -> places.get(Coding.Means.level(cell)))
                .toArray();
        List<String> outputs = new ArrayList<>(
                switch (target.task()) {
                    case REGRESSION -> List.of(target.name());
                    case BINARY -> target.classes().subList(1, 2);
                    case MULTICLASS -> target.classes();
                });
        outputs.add(ROWS);
        return new LevelMeans(column.name(), outputs, levels, level, averaged(target, rows));
    }

    private static double[][] averaged(TargetEncoding target, Table rows) {
        return switch (target.task()) {
            case REGRESSION ->
                Arrays.stream(target.standardise(target.numbers(rows)))
                        .mapToObj(z -> new double[] {z})
                        .toArray(double[][]::new);
            case BINARY ->
                Arrays.stream(target.classIndices(rows))
                        .mapToObj(k -> new double[] {k})
                        .toArray(double[][]::new);
            case MULTICLASS ->
                Arrays.stream(target.classIndices(rows))
                        .mapToObj(k -> {
                            double[] one = new double[target.classes().size()];
                            one[k] = 1;
                            return one;
                        })
                        .toArray(double[][]::new);
        };
    }

    /// `σ²/τ²` of an output.
    private double weight(int k) {
        int rows = y.length;
        int groups = levels.size();
        double total = Arrays.stream(y)
                .mapToDouble(row -> (row[k] - mean[k]) * (row[k] - mean[k]))
                .sum();
        double between = 0;
        double squares = 0;
        for (int i = 0; i < groups; i++) {
            double off = all.y[i][k] / all.rows[i] - mean[k];
            between += all.rows[i] * off * off;
            squares += (double) all.rows[i] * all.rows[i];
        }
        if (groups == rows) return Double.POSITIVE_INFINITY;
        double within = Math.max(0, total - between) / (rows - groups);
        double effect = (between - (groups - 1) * within) / (rows - squares / rows);
        return effect > 0 ? within / effect : Double.POSITIVE_INFINITY;
    }

    /// How other rows are coded.
    Coding.Means coding() {
        List<Double> codes = new ArrayList<>();
        for (int i = 0; i < levels.size(); i++)
            for (double code : standardised(raw(all.rows[i], all.y[i]))) codes.add(code);
        double[] unknown = Arrays.copyOf(mean, outputs.size());
        return new Coding.Means(
                name,
                outputs,
                levels,
                codes,
                Arrays.stream(standardised(unknown)).boxed().toList());
    }

    /// Writes the features of the rows that are learnt from, each as the other parts know it.
    ///
    /// @param group which rows must be in one part: those with the same number
    /// @param first the first feature of the column
    void writeCrosswise(int[] group, Encoded x, int first) {
        int[] drawn = Rng.of(SEED).permutation(Arrays.stream(group).max().orElse(0) + 1);
        Sums[] parts = new Sums[PARTS];
        Arrays.setAll(parts, _ -> new Sums(levels.size(), mean.length));
        for (int row = 0; row < y.length; row++) parts[drawn[group[row]] % PARTS].add(level[row], y[row]);
        for (int row = 0; row < y.length; row++) {
            int i = level[row];
            Sums own = parts[drawn[group[row]] % PARTS];
            double[] others = new double[mean.length];
            for (int k = 0; k < others.length; k++) others[k] = all.y[i][k] - own.y[i][k];
            double[] code = standardised(raw(all.rows[i] - own.rows[i], others));
            for (int j = 0; j < code.length; j++) x.values()[row * x.features() + first + j] = (float) code[j];
        }
    }

    /// The features of a level of so many rows with these sums of y, not yet standardised.
    private double[] raw(int rows, double[] sums) {
        double[] code = new double[outputs.size()];
        for (int k = 0; k < mean.length; k++) {
            // Of an infinite weight nothing is left.
            double share = rows == 0 ? 0 : rows / (rows + weight[k]);
            code[k] = share == 0 ? mean[k] : mean[k] + share * (sums[k] / rows - mean[k]);
        }
        code[mean.length] = Math.log1p(rows);
        return code;
    }

    private double[] standardised(double[] raw) {
        double[] code = new double[raw.length];
        for (int j = 0; j < code.length; j++)
            code[j] = deviation[j] > NOTHING ? (raw[j] - centre[j]) / deviation[j] : 0;
        return code;
    }

    /// The rows of each level and their sums.
    private static final class Sums {
        final int[] rows;
        final double[][] y;

        Sums(int levels, int outputs) {
            rows = new int[levels];
            y = new double[levels][outputs];
        }

        void add(int level, double[] one) {
            rows[level]++;
            for (int k = 0; k < one.length; k++) y[level][k] += one[k];
        }
    }
}
