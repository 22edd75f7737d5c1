package hillock.tabular;

import hillock.nn.solve.Cholesky;
import hillock.nn.solve.Vectors;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Linear least squares with a penalty: the weights that minimise `‖y − b − X·w‖² + λ‖w‖²`, the
/// intercept `b` free.
///
/// With centred `X` and `y` the answer is `w = (XᵀX + λI)⁻¹Xᵀy`, or, the same with fewer operations where
/// there are more features than rows, `w = Xᵀ(XXᵀ + λI)⁻¹y`. Of λ = 0.1, 1, 10, …, 10⁴ that one is taken
/// which minimises the generalised cross-validation score `n·RSS/(n − 1 − df)²`, `df = tr(X(XᵀX + λI)⁻¹Xᵀ)`
/// (Golub, Heath and Wahba 1979): it needs no further split of the rows. Where the matrices would be too
/// large the same system is solved by conjugate gradients with λ = 1, scikit-learn's default.
final class Ridge {
    final double[] weights;
    final double intercept;
    final double lambda;
    /// 1 where all rows were used, else the stride between used ones.
    final int everyRow;

    private static final double[] PENALTIES = {0.1, 1, 10, 100, 1000, 10_000};
    private static final int LARGEST_MATRIX = 1200;
    private static final double LARGEST_PRODUCT = 3e10;
    private static final int FEWEST_ROWS = 500;
    private static final int CONJUGATE_STEPS = 300;
    private static final int FEWEST_STEPS = 20;

    private Ridge(double[] weights, double intercept, double lambda, int everyRow) {
        this.weights = weights;
        this.intercept = intercept;
        this.lambda = lambda;
        this.everyRow = everyRow;
    }

    static Ridge of(Encoded encoded, double[] y) {
        return of(encoded, y, LARGEST_MATRIX);
    }

    /// With so many multiply-adds at most: on every second, third, … row where all would take
    /// more, 500 at least, and where these would still take more by fewer steps of conjugate
    /// gradients, 20 at least.
    static Ridge within(double work, Encoded encoded, double[] y) {
        int rows = encoded.rows();
        int stride = 1;
        while (rows / (stride + 1) >= FEWEST_ROWS && cost((double) rows / stride, encoded.features()) > work) stride++;
        int every = stride;
        int[] some = IntStream.iterate(0, i -> i < rows, i -> i + every).toArray();
        Encoded used = every == 1 ? encoded : encoded.select(some);
        double[] targets = Arrays.stream(some).mapToDouble(i -> y[i]).toArray();
        boolean tooMuch = cost(used.rows(), used.features()) > work;
        Ridge ridge = tooMuch ? stepwise(work, used, targets) : of(used, targets);
        return new Ridge(ridge.weights, ridge.intercept, ridge.lambda, every);
    }

    private static Ridge stepwise(double work, Encoded encoded, double[] y) {
        double step = 2.0 * encoded.rows() * encoded.features();
        return stepwise(Centred.of(encoded), y, (int) Math.clamp(work / step, FEWEST_STEPS, CONJUGATE_STEPS));
    }

    private static double cost(double rows, double features) {
        double small = Math.min(rows, features);
        double direct = small * rows * features;
        if (small > LARGEST_MATRIX || direct > LARGEST_PRODUCT) return 2 * CONJUGATE_STEPS * rows * features;
        return direct + PENALTIES.length * small * small * small;
    }

    /// As above; a matrix larger than `largest` is not built.
    static Ridge of(Encoded encoded, double[] y, int largest) {
        Centred x = Centred.of(encoded);
        double small = Math.min(x.rows, x.features);
        boolean direct = small <= largest && small * x.rows * x.features <= LARGEST_PRODUCT;
        if (!direct) return stepwise(x, y, CONJUGATE_STEPS);
        double mean = Moments.mean(y);
        double[] centred = less(y, mean);
        return x.features <= x.rows ? primal(x, centred, mean) : dual(x, centred, mean);
    }

    private static Ridge stepwise(Centred x, double[] y, int steps) {
        double mean = Moments.mean(y);
        return of(x, iterate(x, less(y, mean), 1, steps), mean, 1);
    }

    private static double[] less(double[] y, double mean) {
        return Arrays.stream(y).map(v -> v - mean).toArray();
    }

    private static Ridge of(Centred x, double[] w, double mean, double lambda) {
        double intercept = mean;
        for (int j = 0; j < w.length; j++) intercept -= w[j] * x.means[j];
        return new Ridge(w, intercept, lambda, 1);
    }

    private static Ridge primal(Centred x, double[] y, double mean) {
        double[][] gram = x.gram();
        double[] xy = x.transposeTimes(y);
        double yy = Vectors.dot(y, y);
        double best = Double.POSITIVE_INFINITY;
        double chosen = PENALTIES[0];
        double[] w = new double[x.features];
        for (double lambda : PENALTIES) {
            Cholesky factor = Cholesky.of(gram, lambda);
            double[] candidate = factor.solve(xy);
            // RSS = yᵀy − 2wᵀXᵀy + wᵀXᵀXw, and XᵀXw = Xᵀy − λw.
            double rss =
                    Math.max(yy - Vectors.dot(candidate, xy) - lambda * Vectors.dot(candidate, candidate), 1e-14 * yy);
            double df = x.features - lambda * factor.traceOfInverse();
            double score = score(rss, df, x.rows);
            if (score >= best) continue;
            best = score;
            chosen = lambda;
            w = candidate;
        }
        return of(x, w, mean, chosen);
    }

    private static Ridge dual(Centred x, double[] y, double mean) {
        double[][] gram = x.outerGram();
        double best = Double.POSITIVE_INFINITY;
        double chosen = PENALTIES[0];
        double[] alpha = new double[x.rows];
        for (double lambda : PENALTIES) {
            Cholesky factor = Cholesky.of(gram, lambda);
            double[] candidate = factor.solve(y);
            // The residual y − XXᵀα is λα.
            double rss = lambda * lambda * Vectors.dot(candidate, candidate);
            double score = score(rss, x.rows - lambda * factor.traceOfInverse(), x.rows);
            if (score >= best) continue;
            best = score;
            chosen = lambda;
            alpha = candidate;
        }
        return of(x, x.transposeTimes(alpha), mean, chosen);
    }

    /// The intercept counts as one degree of freedom; at least half a one remains, so that the
    /// score stays defined.
    private static double score(double rss, double df, int rows) {
        double left = Math.max(rows - 1 - df, 0.5);
        return rows * rss / (left * left);
    }

    /// Conjugate gradients on `(XᵀX + λI)w = Xᵀy`.
    private static double[] iterate(Centred x, double[] y, double lambda, int steps) {
        double[] w = new double[x.features];
        double[] residual = x.transposeTimes(y);
        double[] direction = residual.clone();
        double size = Vectors.dot(residual, residual);
        double enough = 1e-20 * size;
        for (int step = 0; step < steps && size > enough; step++) {
            double[] image = x.transposeTimes(x.times(direction));
            for (int j = 0; j < w.length; j++) image[j] += lambda * direction[j];
            double length = size / Vectors.dot(direction, image);
            for (int j = 0; j < w.length; j++) {
                w[j] += length * direction[j];
                residual[j] -= length * image[j];
            }
            double next = Vectors.dot(residual, residual);
            for (int j = 0; j < w.length; j++) direction[j] = residual[j] + next / size * direction[j];
            size = next;
        }
        return w;
    }
}
