package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Dataset;
import hillock.data.Table;
import hillock.nn.Activations;
import hillock.nn.Module;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SortedMap;

/// A trained network with all that is needed to use it on a table.
///
/// ```java
/// Predictions answers = model.predict(Csv.read(Path.of("new.csv")));
/// ```
///
/// One row is answered in microseconds, from a map or a record:
///
/// ```java
/// record Passenger(int pclass, String sex, Double age) {}
/// model.predict(new Passenger(3, "male", null)).label();
/// model.predict(Map.of("pclass", 3, "sex", "male", "age", 22)).label();
/// ```
///
/// Any number of threads may use a model at once.
public final class Model {
    /// Rows that are computed at once: a bound on memory.
    private static final int TOGETHER = 1024;

    private final Preparation preparation;
    private final TargetEncoding target;
    private final Architecture architecture;
    private final Module network;
    private final Calibration calibration;
    private final Domain domain;
    private volatile RowPredictor oneByOne;

    /// @param calibration what rows that it had not seen tell about its answers
    /// @param domain where it has seen anything
    public Model(
            Preparation preparation,
            TargetEncoding target,
            Architecture architecture,
            Module network,
            Calibration calibration,
            Domain domain) {
        this.preparation = preparation;
        this.target = target;
        this.architecture = architecture;
        this.network = network;
        this.calibration = calibration;
        this.domain = domain;
    }

    /// A model of whose answers nothing is known yet.
    public Model(Preparation preparation, TargetEncoding target, Architecture architecture, Module network) {
        this(preparation, target, architecture, network, Calibration.NONE, Domain.UNKNOWN);
    }

    /// How rows become numbers.
    public Preparation preparation() {
        return preparation;
    }

    public TargetEncoding target() {
        return target;
    }

    public Architecture architecture() {
        return architecture;
    }

    public Module network() {
        return network;
    }

    /// What rows that it had not seen tell about its answers.
    public Calibration calibration() {
        return calibration;
    }

    /// Where it has seen anything.
    public Domain domain() {
        return domain;
    }

    /// The same model with what is known of its answers.
    public Model with(Calibration known, Domain seen) {
        return new Model(preparation, target, architecture, network, known, seen);
    }

    /// The rows with a number or date outside the range of what the model learnt from, each with the
    /// columns in which it is.
    public SortedMap<Integer, List<String>> outside(Table table) {
        return domain.outside(preparation, table);
    }

    /// The columns in which one row has a number or date outside the range of what the model learnt from: with any, its
    /// answer is extrapolation.
    ///
    /// ```java
    /// Map<String, Object> row = Map.of("pclass", 3, "sex", "male", "age", 122);
    /// if (model.outside(row).isEmpty()) show(model.predict(row));
    /// ```
    ///
    /// @param row as [#predict(Map)] takes it
    /// @throws BadInput where a column is absent or its value of the wrong kind
    public List<String> outside(Map<String, ?> row) {
        return oneByOne().outside(domain, row);
    }

    /// The same for a record, as [#predict(Record)] takes it.
    ///
    /// @throws BadInput where a component is absent or its value of the wrong kind
    public List<String> outside(Record row) {
        return oneByOne().outside(domain, row);
    }

    /// The same model, giving a class from another probability up.
    ///
    /// @param threshold of the rare class, or where none is rare of the second
    /// @throws BadInput unless there are two classes and the threshold lies between 0 and 1
    public Model threshold(double threshold) {
        if (target.classes().size() != 2)
            throw new BadInput("\"" + target.name() + "\" holds "
                    + (target.task().isClassification() ? target.classes().size() + " classes" : "numbers")
                    + ": a threshold is for two classes.");
        if (!(threshold > 0 && threshold < 1))
            throw new BadInput("A threshold cannot be " + threshold + ": give a probability between 0 and 1, say 0.3.");
        return with(calibration.deciding(new Decision(target.rare().orElse(1), threshold)), domain);
    }

    /// Around each number an interval that holds the true one with a probability, for rows like those
    /// that the model was judged by.
    ///
    /// @throws BadInput where the model predicts classes, or was judged by too few rows for so sure an
    ///     interval
    public Interval interval(Predictions.Numbers answers, double level) {
        if (calibration.errors().isEmpty())
            throw new BadInput("The model has no intervals, since it was fitted by an earlier version: fit again.");
        double half = calibration
                .halfWidth(level)
                .orElseThrow(() -> new BadInput(String.format(
                        Locale.ROOT,
                        "The model was judged by %d rows, too few for an interval of %s: ask for at most %.3f.",
                        calibration.errors().size(),
                        level,
                        Math.floor(calibration.surest() * 1000) / 1000)));
        return Calibration.interval(answers.values(), target, half);
    }

    /// From where to where, for each row.
    public record Interval(double[] low, double[] high) {
        /// The share of true numbers that are within.
        public double coverage(double[] actual) {
            int within = 0;
            for (int i = 0; i < actual.length; i++) if (actual[i] >= low[i] && actual[i] <= high[i]) within++;
            return (double) within / actual.length;
        }
    }

    /// The answers for a table that has the input columns, in any order.
    ///
    /// @throws hillock.data.BadInput where columns are missing or a number column holds text
    public Predictions predict(Table table) {
        return predict(preparation.apply(table));
    }

    /// The answers for encoded rows.
    public Predictions predict(Encoded x) {
        return calibration.apply(uncalibrated(x));
    }

    /// The answer for one row, the same as for a table of that row alone.
    ///
    /// A number column takes a number, a date column a date or time of `java.time`, a category
    /// column anything whose text is the category (of enums the name), a column of pictures an
    /// array; text is read as in a file. `null` and an empty [java.util.Optional] are missing values.
    ///
    /// @param row the value of each column by its name; others are ignored
    /// @throws BadInput where a column is absent or its value of the wrong kind
    public Prediction predict(Map<String, ?> row) {
        return prediction(oneByOne().outputs(row));
    }

    /// The same for a record whose components are named as the columns. Where a column's name is
    /// none for Java, case and all but letters and digits may differ: `petalLengthCm` is `petal
    /// length (cm)`.
    ///
    /// A record in a named module must be public in an exported package, or its package be open to
    /// `hillock.tabular`.
    ///
    /// @throws BadInput where a component is absent or its value of the wrong kind
    /// @throws IllegalArgumentException where the module system keeps the record from being read
    public Prediction predict(Record row) {
        return prediction(oneByOne().outputs(row));
    }

    private RowPredictor oneByOne() {
        RowPredictor ready = oneByOne;
        // Two threads may both make one at first; either will do.
        if (ready == null)
            oneByOne = ready = new RowPredictor(preparation, (x, pass) -> answer(network.forward(x, pass)));
        return ready;
    }

    private Prediction prediction(double[] outputs) {
        return Prediction.of(calibration.apply(predictions(outputs)), 0);
    }

    private Predictions uncalibrated(Encoded x) {
        return predictions(outputs(x));
    }

    private Predictions predictions(double[] outputs) {
        return switch (target.task()) {
            case REGRESSION -> new Predictions.Numbers(target.restore(outputs));
            case BINARY -> new Predictions.Classes(target.classes(), pairs(outputs));
            case MULTICLASS -> new Predictions.Classes(target.classes(), rows(outputs, architecture.outputs()));
        };
    }

    /// The outputs as the tutorial has them: a number as it is, sigmoid for two classes, softmax for more.
    private double[] outputs(Encoded x) {
        double[] all = new double[x.rows() * architecture.outputs()];
        for (int from = 0; from < x.rows(); from += TOGETHER) {
            int to = Math.min(x.rows(), from + TOGETHER);
            float[] values = Arrays.copyOfRange(x.values(), from * x.features(), to * x.features());
            Tensor raw = network.apply(Tensor.of(values, to - from, x.features()));
            double[] part = answer(raw).toDoubles();
            System.arraycopy(part, 0, all, from * architecture.outputs(), part.length);
        }
        return all;
    }

    private Tensor answer(Tensor raw) {
        return switch (target.task()) {
            case REGRESSION -> raw;
            case BINARY -> Activations.SIGMOID.apply(raw);
            case MULTICLASS -> Activations.SOFTMAX.apply(raw);
        };
    }

    /// The rows of a table that have a target, as the network learns them.
    ///
    /// @throws hillock.data.BadInput where columns are missing or hold the wrong thing
    public Dataset dataset(Table table) {
        Table labelled = target.labelled(table);
        return target.dataset(preparation.apply(labelled), labelled);
    }

    private static double[][] pairs(double[] positive) {
        double[][] result = new double[positive.length][];
        for (int i = 0; i < result.length; i++) result[i] = new double[] {1 - positive[i], positive[i]};
        return result;
    }

    private static double[][] rows(double[] values, int columns) {
        double[][] result = new double[values.length / columns][columns];
        for (int i = 0; i < values.length; i++) result[i / columns][i % columns] = values[i];
        return result;
    }
}
