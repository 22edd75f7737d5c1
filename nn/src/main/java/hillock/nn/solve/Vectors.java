package hillock.nn.solve;

/// The few operations on `double[]` that the solvers share.
public final class Vectors {
    private Vectors() {}

    /// `Σ aᵢ·bᵢ`.
    public static double dot(double[] a, double[] b) {
        return dot(a, b, a.length);
    }

    /// The dot product of the first `length` elements. Four sums side by side: a single one would wait
    /// for each addition before the next.
    public static double dot(double[] a, double[] b, int length) {
        double s = 0;
        double t = 0;
        double u = 0;
        double v = 0;
        int i = 0;
        for (; i + 3 < length; i += 4) {
            s += a[i] * b[i];
            t += a[i + 1] * b[i + 1];
            u += a[i + 2] * b[i + 2];
            v += a[i + 3] * b[i + 3];
        }
        for (; i < length; i++) s += a[i] * b[i];
        return (s + t) + (u + v);
    }

    /// `to += factor·x`.
    public static void add(double[] to, double factor, double[] x) {
        for (int i = 0; i < to.length; i++) to[i] += factor * x[i];
    }

    /// The largest absolute value.
    public static double largest(double[] x) {
        double most = 0;
        for (double v : x) most = Math.max(most, Math.abs(v));
        return most;
    }
}
