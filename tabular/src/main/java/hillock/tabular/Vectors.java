package hillock.tabular;

/// The few operations on `double[]` that the solvers share.
final class Vectors {
    private Vectors() {}

    static double dot(double[] a, double[] b) {
        return dot(a, b, a.length);
    }

    /// The dot product of the first `length` elements.
    static double dot(double[] a, double[] b, int length) {
        double sum = 0;
        for (int i = 0; i < length; i++) sum += a[i] * b[i];
        return sum;
    }

    /// `to += factor·x`.
    static void add(double[] to, double factor, double[] x) {
        for (int i = 0; i < to.length; i++) to[i] += factor * x[i];
    }
}
