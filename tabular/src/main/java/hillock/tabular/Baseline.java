package hillock.tabular;

import hillock.tensor.Rng;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// A simple model that a network must beat to be worth its trouble. Plain data; the same input features as the network.
///
/// ```java
/// Baseline linear = Baseline.linear(x, y.numbers(training));            // regression
/// double[] predicted = linear.numbers(preparation.apply(validation));
/// Baseline softmax = Baseline.linear(x, y.classIndices(training), 3);   // three classes
/// double[][] p = softmax.probabilities(preparation.apply(validation));  // p[row][class]
/// ```
public sealed interface Baseline permits Baseline.Constant, Baseline.Linear, Neighbours, Forest {
    /// Whether the model predicts classes.
    boolean classifies();

    /// The same answer for every row: `output` is the training mean, or the share of each class.
    record Constant(List<Double> output, boolean classifies) implements Baseline {
        public Constant {
            output = List.copyOf(output);
        }
    }

    /// `weights[k]·x + intercepts[k]`: one output for a number, one logit for two classes, one for each of more.
    ///
    /// @param penalty λ of the fit
    /// @param everyRow 1 where it was fitted on all rows, 2 on every second, …: very large tables only
    record Linear(List<List<Double>> weights, List<Double> intercepts, boolean classifies, double penalty, int everyRow)
            implements Baseline {
        public Linear {
            weights = weights.stream().map(List::copyOf).toList();
            intercepts = List.copyOf(intercepts);
        }
    }

    /// The mean of the training rows, the best constant for squared error.
    static Baseline constant(double[] y) {
        requireRows(y.length, y.length);
        return new Constant(List.of(Moments.mean(y)), false);
    }

    /// The share of each class among the training rows, the best constant for log loss; its class is the most frequent.
    static Baseline constant(int[] y, int classes) {
        requireRows(y.length, y.length);
        double[] shares = new double[classes];
        for (int k : y) shares[k] += 1.0 / y.length;
        return new Constant(boxed(shares), true);
    }

    /// Ridge regression: `min ‖y − b − Xw‖² + λ‖w‖²`, λ of 0.1, 1, …, 10⁴ by generalised cross-validation.
    static Baseline linear(Encoded x, double[] y) {
        return linear(x, y, Double.POSITIVE_INFINITY);
    }

    /// As above, with so many multiply-adds at most: on every second, third, … row where all would take more.
    static Baseline linear(Encoded x, double[] y, double work) {
        requireRows(x.rows(), y.length);
        Ridge ridge = Ridge.within(work, x, y);
        return new Linear(List.of(boxed(ridge.weights)), List.of(ridge.intercept), false, ridge.lambda, ridge.everyRow);
    }

    /// Logistic or softmax regression with the penalty `½‖W‖²`.
    static Baseline linear(Encoded x, int[] y, int classes) {
        return linear(x, y, classes, Logistic.WORK);
    }

    /// As above, with so many multiply-adds at most.
    static Baseline linear(Encoded x, int[] y, int classes, double work) {
        requireRows(x.rows(), y.length);
        Logistic logistic = Logistic.of(x, y, classes, Math.min(work, Logistic.WORK));
        List<List<Double>> weights = new ArrayList<>();
        for (double[] row : logistic.weights) weights.add(boxed(row));
        return new Linear(weights, boxed(logistic.intercepts), true, 1, logistic.everyRow);
    }

    /// The mean of the nearest training rows, or the shares of their classes.
    static Baseline neighbours(Encoded x, double[] y, Rng rng) {
        return neighbours(x, y, Neighbours.MOST_NUMBERS, rng);
    }

    /// As above, keeping so many numbers at most, but always 300 rows.
    static Baseline neighbours(Encoded x, double[] y, int numbers, Rng rng) {
        requireRows(x.rows(), y.length);
        return Neighbours.of(x, Answers.of(y), numbers, rng);
    }

    /// As above, for classes.
    static Baseline neighbours(Encoded x, int[] y, int classes, Rng rng) {
        return neighbours(x, y, classes, Neighbours.MOST_NUMBERS, rng);
    }

    /// As above, keeping so many numbers at most, but always 300 rows.
    static Baseline neighbours(Encoded x, int[] y, int classes, int numbers, Rng rng) {
        requireRows(x.rows(), y.length);
        return Neighbours.of(x, Answers.of(y, classes), numbers, rng);
    }

    /// A random forest of at most 200 trees.
    ///
    /// @param work a bound on its steps: a core does some 10⁸ in a second; fewer trees and rows beyond it
    static Baseline trees(Encoded x, double[] y, double work, Rng rng) {
        requireRows(x.rows(), y.length);
        return Forest.of(x, Answers.of(y), work, rng);
    }

    /// As above, for classes.
    static Baseline trees(Encoded x, int[] y, int classes, double work, Rng rng) {
        requireRows(x.rows(), y.length);
        return Forest.of(x, Answers.of(y, classes), work, rng);
    }

    /// How many of so many training rows the model was fitted on: fewer than all where all would take too long.
    default int fittedOn(int training) {
        return switch (this) {
            case Constant _ -> training;
            case Linear l -> (training + l.everyRow() - 1) / l.everyRow();
            case Neighbours n -> n.rows();
            case Forest f -> f.rows();
        };
    }

    /// The setting that sets the model's size: k of the neighbours, the number of trees; 0 where there is none.
    default int size() {
        return switch (this) {
            case Constant _, Linear _ -> 0;
            case Neighbours n -> n.k();
            case Forest f -> f.trees();
        };
    }

    /// The prediction of each row, in the unit of the `y` that was fitted; regression only.
    default double[] numbers(Encoded x) {
        if (classifies()) throw new IllegalArgumentException("this baseline predicts classes, not numbers");
        return Arrays.stream(outputs(x)).mapToDouble(row -> row[0]).toArray();
    }

    /// The probability of each class for each row, `[row][class]`; classification only.
    default double[][] probabilities(Encoded x) {
        if (!classifies()) throw new IllegalArgumentException("this baseline predicts numbers, not classes");
        double[][] outputs = outputs(x);
        return switch (this) {
            case Constant _, Neighbours _, Forest _ -> outputs;
            case Linear _ -> Arrays.stream(outputs).map(Logistic::probabilities).toArray(double[][]::new);
        };
    }

    private double[][] outputs(Encoded x) {
        double[][] outputs = new double[x.rows()][];
        switch (this) {
            case Constant c -> {
                for (int i = 0; i < outputs.length; i++) outputs[i] = unboxed(c.output());
            }
            case Linear l -> {
                double[] intercepts = unboxed(l.intercepts());
                double[][] weights = l.weights().stream().map(Baseline::unboxed).toArray(double[][]::new);
                if (weights[0].length != x.features())
                    throw new IllegalArgumentException(
                            "the model has " + weights[0].length + " features, the rows have " + x.features());
                for (int i = 0; i < outputs.length; i++) outputs[i] = affine(weights, intercepts, x, i);
            }
            case Neighbours n -> outputs = n.outputs(x);
            case Forest f -> outputs = f.outputs(x);
        }
        return outputs;
    }

    private static double[] affine(double[][] weights, double[] intercepts, Encoded x, int row) {
        double[] z = intercepts.clone();
        float[] values = x.values();
        int from = row * x.features();
        for (int k = 0; k < z.length; k++)
            for (int j = 0; j < x.features(); j++) z[k] += weights[k][j] * values[from + j];
        return z;
    }

    private static List<Double> boxed(double[] values) {
        return Arrays.stream(values).boxed().toList();
    }

    private static double[] unboxed(List<Double> values) {
        return values.stream().mapToDouble(Double::doubleValue).toArray();
    }

    private static void requireRows(int rows, int targets) {
        if (rows != targets || rows == 0)
            throw new IllegalArgumentException(rows + " rows of features for " + targets + " targets");
    }
}
