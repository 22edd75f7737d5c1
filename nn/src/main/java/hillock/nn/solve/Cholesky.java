package hillock.nn.solve;

/// The factor `L` of a symmetric positive definite matrix `A = L·Lᵀ`, row-major, and what is solved
/// with it.
public final class Cholesky {
    private final int n;
    private final double[][] l;

    private Cholesky(int n, double[][] l) {
        this.n = n;
        this.l = l;
    }

    /// Factors `A + λI`; `A` is given by its lower triangle and not changed. A pivot lost to rounding
    /// is taken as tiny and positive: the penalty makes that harmless.
    public static Cholesky of(double[][] a, double lambda) {
        int n = a.length;
        double[][] l = new double[n][];
        for (int i = 0; i < n; i++) {
            l[i] = new double[i + 1];
            for (int j = 0; j < i; j++) l[i][j] = (a[i][j] - Vectors.dot(l[i], l[j], j)) / l[j][j];
            double diagonal = a[i][i] + lambda;
            l[i][i] = Math.sqrt(Math.max(diagonal - Vectors.dot(l[i], l[i], i), 1e-14 * diagonal));
        }
        return new Cholesky(n, l);
    }

    /// `A⁻¹b`.
    public double[] solve(double[] b) {
        double[] x = b.clone();
        for (int i = 0; i < n; i++) x[i] = (x[i] - Vectors.dot(l[i], x, i)) / l[i][i];
        for (int i = n - 1; i >= 0; i--) {
            x[i] /= l[i][i];
            for (int j = 0; j < i; j++) x[j] -= l[i][j] * x[i];
        }
        return x;
    }

    /// The trace of `A⁻¹`: the sum of the squares of `L⁻¹`, found column by column.
    public double traceOfInverse() {
        double trace = 0;
        double[] column = new double[n];
        for (int k = 0; k < n; k++) {
            if (k > 0) column[k - 1] = 0;
            for (int i = k; i < n; i++) {
                column[i] = ((i == k ? 1 : 0) - Vectors.dot(l[i], column, i)) / l[i][i];
                trace += column[i] * column[i];
            }
        }
        return trace;
    }
}
