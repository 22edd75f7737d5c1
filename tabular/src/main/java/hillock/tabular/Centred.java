package hillock.tabular;

/// The features with their means taken off, so that a penalty never touches the intercept. The means are subtracted on
/// the fly: `Xc = X − 1·meanᵀ`.
final class Centred {
    final float[] x;
    final int rows;
    final int features;
    final double[] means;

    private Centred(float[] x, int rows, int features, double[] means) {
        this.x = x;
        this.rows = rows;
        this.features = features;
        this.means = means;
    }

    static Centred of(Encoded encoded) {
        double[] means = new double[encoded.features()];
        float[] x = encoded.values();
        for (int i = 0; i < encoded.rows(); i++)
            for (int j = 0; j < means.length; j++) means[j] += x[i * means.length + j];
        for (int j = 0; j < means.length; j++) means[j] /= encoded.rows();
        return new Centred(x, encoded.rows(), means.length, means);
    }

    /// One row into `into`.
    void row(int i, double[] into) {
        for (int j = 0; j < features; j++) into[j] = x[i * features + j] - means[j];
    }

    /// `Xc·w`: one number a row.
    double[] times(double[] w) {
        double[] y = new double[rows];
        double[] row = new double[features];
        for (int i = 0; i < rows; i++) {
            row(i, row);
            for (int j = 0; j < features; j++) y[i] += row[j] * w[j];
        }
        return y;
    }

    /// `Xcᵀ·v`: one number a feature.
    double[] transposeTimes(double[] v) {
        double[] y = new double[features];
        for (int i = 0; i < rows; i++)
            for (int j = 0; j < features; j++) y[j] += (x[i * features + j] - means[j]) * v[i];
        return y;
    }

    /// The lower triangle of `Xcᵀ·Xc`, features × features.
    double[][] gram() {
        double[][] gram = new double[features][];
        for (int j = 0; j < features; j++) gram[j] = new double[j + 1];
        double[] row = new double[features];
        for (int i = 0; i < rows; i++) {
            row(i, row);
            for (int j = 0; j < features; j++) {
                double factor = row[j];
                double[] into = gram[j];
                if (factor == 0) continue;
                for (int k = 0; k <= j; k++) into[k] += factor * row[k];
            }
        }
        return gram;
    }

    /// The lower triangle of `Xc·Xcᵀ`, rows × rows.
    double[][] outerGram() {
        double[][] gram = new double[rows][];
        double[] a = new double[features];
        double[] b = new double[features];
        for (int i = 0; i < rows; i++) {
            gram[i] = new double[i + 1];
            row(i, a);
            for (int k = 0; k <= i; k++) {
                row(k, b);
                double sum = 0;
                for (int j = 0; j < features; j++) sum += a[j] * b[j];
                gram[i][k] = sum;
            }
        }
        return gram;
    }
}
