package hillock.tabular;

import hillock.nn.solve.Lbfgs;
import java.util.Arrays;

/// The penalised loss of logistic or softmax regression, divided by the rows, and its gradient. The parameters are, for
/// each logit, its weights and then its intercept.
final class SoftmaxLoss implements Lbfgs.Objective {
    private final float[] x;
    private final int[] y;
    private final int features;
    private final int logits;
    private final int stride;
    private final double lambda;

    SoftmaxLoss(Encoded x, int[] y, int logits, int stride, double lambda) {
        this.x = x.values();
        this.y = y;
        this.features = x.features();
        this.logits = logits;
        this.stride = stride;
        this.lambda = lambda;
    }

    void startAtFrequencies(double[] parameters) {
        double[] counts = new double[Math.max(2, logits)];
        Arrays.fill(counts, 0.5);
        for (int i = 0; i < y.length; i += stride) counts[y[i]]++;
        if (logits == 1) parameters[features] = Math.log(counts[1] / counts[0]);
        else for (int k = 0; k < logits; k++) parameters[k * (features + 1) + features] = Math.log(counts[k]);
    }

    @Override
    public double at(double[] w, double[] gradient) {
        Arrays.fill(gradient, 0);
        double[] row = new double[features];
        double[] z = new double[logits];
        double loss = 0;
        for (int i = 0; i < y.length; i += stride) {
            for (int j = 0; j < features; j++) row[j] = x[i * features + j];
            for (int k = 0; k < logits; k++) z[k] = logit(w, row, k);
            loss += residual(z, y[i]);
            for (int k = 0; k < logits; k++) addTo(gradient, row, k, z[k]);
        }
        int rows = (y.length + stride - 1) / stride;
        double penalty = 0;
        for (int k = 0; k < logits; k++) {
            for (int j = 0; j < features; j++) {
                int at = k * (features + 1) + j;
                penalty += w[at] * w[at];
                gradient[at] += lambda * w[at];
            }
        }
        for (int p = 0; p < gradient.length; p++) gradient[p] /= rows;
        return (loss + lambda / 2 * penalty) / rows;
    }

    /// Four sums side by side: a single one would wait for each addition before the next.
    private double logit(double[] w, double[] row, int k) {
        int from = k * (features + 1);
        double a = w[from + features];
        double b = 0;
        double c = 0;
        double d = 0;
        int j = 0;
        for (; j + 3 < features; j += 4) {
            a += w[from + j] * row[j];
            b += w[from + j + 1] * row[j + 1];
            c += w[from + j + 2] * row[j + 2];
            d += w[from + j + 3] * row[j + 3];
        }
        for (; j < features; j++) a += w[from + j] * row[j];
        return (a + b) + (c + d);
    }

    /// Turns the logits into `p − y`, the gradient of the row's loss, and returns that loss.
    private double residual(double[] z, int actual) {
        if (logits == 1) {
            double margin = actual == 1 ? -z[0] : z[0];
            z[0] = Logistic.sigmoid(z[0]) - actual;
            return Math.max(margin, 0) + Math.log1p(Math.exp(-Math.abs(margin)));
        }
        double own = z[actual];
        double loss = Logistic.softmax(z) - own;
        z[actual] -= 1;
        return loss;
    }

    private void addTo(double[] gradient, double[] row, int k, double residual) {
        int from = k * (features + 1);
        for (int j = 0; j < features; j++) gradient[from + j] += residual * row[j];
        gradient[from + features] += residual;
    }
}
