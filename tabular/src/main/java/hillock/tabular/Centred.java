package hillock.tabular;

/// The features with their means taken off, so that a penalty never touches the intercept. The
/// means are subtracted on the fly: `Xc = X − 1·meanᵀ`.
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

    /// The lower triangle of `Xc·Xcᵀ`, rows × rows. Of one of two rows the means need not be taken
    /// off: `a·(b − mean) = a·b − a·mean`.
    double[][] outerGram() {
        double[][] gram = new double[rows][];
        InOrder.rows(rows, i -> {
            double[] a = new double[features];
            row(i, a);
            double[] products = new double[i + 1];
            double shift = 0;
            for (int j = 0; j < features; j++) shift += a[j] * means[j];
            for (int k = 0; k <= i; k++) products[k] = dot(a, k) - shift;
            gram[i] = products;
        });
        return gram;
    }

    /// With row k as it is, in four sums.
    private double dot(double[] a, int k) {
        int from = k * features;
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int j = 0;
        for (; j + 3 < features; j += 4) {
            s0 += a[j] * x[from + j];
            s1 += a[j + 1] * x[from + j + 1];
            s2 += a[j + 2] * x[from + j + 2];
            s3 += a[j + 3] * x[from + j + 3];
        }
        for (; j < features; j++) s0 += a[j] * x[from + j];
        return s0 + s1 + (s2 + s3);
    }
}
