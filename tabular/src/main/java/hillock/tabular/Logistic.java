package hillock.tabular;

import hillock.nn.solve.Lbfgs;
import java.util.Arrays;

/// Logistic regression for two classes, softmax regression for more, with a penalty: the minimum of
/// `Σᵢ −ln p(yᵢ|xᵢ) + ½λ‖W‖²` with λ = 1 (scikit-learn's `LogisticRegression` with its default `C = 1`), the intercepts
/// free. The penalty keeps the weights finite where the classes can be separated.
///
/// Two classes have one logit, `p₁ = 1/(1 + e^(−z))`; K > 2 classes have K logits, `p = softmax(z)`. The mean of the
/// objective over the rows is minimised by [Lbfgs] until its gradient is below 10⁻⁶ everywhere.
///
/// Work is bounded at some seconds. Above the bound there are fewer iterations, at least 40, and above that every
/// second, third, … row is used; scores of the linear model are then a little pessimistic.
final class Logistic {
    /// `weights[k][j]`: logit `k`, feature `j`.
    final double[][] weights;

    final double[] intercepts;
    /// 1 where all rows were used, else the stride between used ones.
    final int everyRow;
    /// The largest part of the gradient at the end.
    final double steepest;

    private static final double LAMBDA = 1;
    /// Of the gradient, 1e-6; of changes none, so that it is not mistaken for a small step.
    private static final Lbfgs METHOD = Lbfgs.DEFAULT.tolerance(1e-6, 0).historySize(10);

    private static final int ITERATIONS = 400;
    private static final int FEWEST_ROWS = 500;
    private static final int FEWEST_ITERATIONS = 40;
    /// Multiply-adds; a core does one to two thousand million of them in a second.
    static final double WORK = 2e10;

    private Logistic(double[][] weights, double[] intercepts, int everyRow, double steepest) {
        this.weights = weights;
        this.intercepts = intercepts;
        this.everyRow = everyRow;
        this.steepest = steepest;
    }

    static Logistic of(Encoded x, int[] y, int classes) {
        return of(x, y, classes, WORK);
    }

    /// As above, with so many multiply-adds at most.
    static Logistic of(Encoded x, int[] y, int classes, double work) {
        int logits = classes == 2 ? 1 : classes;
        double once = 2.0 * x.rows() * (x.features() + 1) * logits;
        int stride =
                (int) Math.clamp(Math.ceil(FEWEST_ITERATIONS * once / work), 1, Math.max(1, x.rows() / FEWEST_ROWS));
        int iterations = (int) Math.clamp(work / (once / stride), FEWEST_ITERATIONS, ITERATIONS);
        SoftmaxLoss problem = new SoftmaxLoss(x, y, logits, stride, LAMBDA);
        double[] parameters = new double[logits * (x.features() + 1)];
        problem.startAtFrequencies(parameters);
        double steepest = METHOD.minimise(problem, parameters, iterations);
        double[][] weights = new double[logits][];
        double[] intercepts = new double[logits];
        for (int k = 0; k < logits; k++) {
            int from = k * (x.features() + 1);
            weights[k] = Arrays.copyOfRange(parameters, from, from + x.features());
            intercepts[k] = parameters[from + x.features()];
        }
        return new Logistic(weights, intercepts, stride, steepest);
    }

    /// The class probabilities from the logits of one row.
    static double[] probabilities(double[] z) {
        if (z.length == 1) {
            double p = sigmoid(z[0]);
            return new double[] {1 - p, p};
        }
        double[] p = z.clone();
        softmax(p);
        return p;
    }

    static double sigmoid(double z) {
        return z >= 0 ? 1 / (1 + Math.exp(-z)) : Math.exp(z) / (1 + Math.exp(z));
    }

    /// Replaces logits by probabilities; returns `ln Σ exp z`.
    static double softmax(double[] z) {
        double max = Arrays.stream(z).max().orElseThrow();
        double sum = 0;
        for (int k = 0; k < z.length; k++) {
            z[k] = Math.exp(z[k] - max);
            sum += z[k];
        }
        for (int k = 0; k < z.length; k++) z[k] /= sum;
        return max + Math.log(sum);
    }
}
