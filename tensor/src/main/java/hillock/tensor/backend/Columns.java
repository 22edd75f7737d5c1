package hillock.tensor.backend;

import hillock.expr.kernel.Drill;
import hillock.expr.kernel.Simd;
import hillock.expr.kernel.Tier;
import java.util.List;

/// Sums and maxima down the columns of a matrix of which number (r, c) stands at `from + r·stride
/// + c`. Each column is added up from its first row to its last, so that it does not matter how
/// many columns are worked on at a time; for maxima the order does not matter. A long row is
/// reduced as the columns of a matrix of [#LANES] columns, whose sums are then folded.
///
/// In vectors where they pay ([Tier]); the bits are the same.
final class Columns {
    /// Sums that are kept side by side while one row is added up.
    static final int LANES = 32;

    private static final Tier TIER = Tier.of(() -> Warm.UP);

    /// What scalar code takes for one number, about.
    private static final double NANOS = 0.3;

    private Columns() {}

    private static boolean vectors() {
        return TIER.isVector();
    }

    /// `sums[at + c] += x(r, c)` for each row.
    static void add(float[] x, int from, int stride, int rows, int columns, double[] sums, int at) {
        if (vectors()) VectorColumns.add(x, from, stride, rows, columns, sums, at);
        else ScalarColumns.add(x, from, stride, rows, columns, sums, at);
    }

    /// `into[at + c] = max(into[at + c], x(r, c))` for each row, NaN if one of the two is.
    static void max(float[] x, int from, int stride, int rows, int columns, float[] into, int at) {
        if (vectors()) VectorColumns.max(x, from, stride, rows, columns, into, at);
        else ScalarColumns.max(x, from, stride, rows, columns, into, at);
    }

    /// The largest of numbers in a row, -∞ if there are none, NaN if one is.
    static float max(float[] x, int from, int count) {
        return vectors() ? VectorColumns.max(x, from, count) : ScalarColumns.max(x, from, count);
    }

    /// What [#add] to lanes of zero and [#fold] make of rows of [#LANES] numbers without gaps between them.
    ///
    /// @param lanes to work with
    static double sum(float[] x, int from, int rows, double[] lanes) {
        return vectors() ? VectorColumns.sum(x, from, rows, lanes) : ScalarColumns.sum(x, from, rows, lanes);
    }

    /// As [#sum], of products that are rounded to floats.
    static double sumOfProducts(float[] x, int from, float[] y, int at, int rows, double[] lanes) {
        return vectors()
                ? VectorColumns.sumOfProducts(x, from, y, at, rows, lanes)
                : ScalarColumns.sumOfProducts(x, from, y, at, rows, lanes);
    }

    /// Adds the upper half of the lanes to the lower one, and so on: `lanes[0]` becomes the sum.
    static double fold(double[] lanes) {
        if (vectors()) VectorColumns.fold(lanes, LANES);
        else ScalarColumns.fold(lanes, LANES);
        return lanes[0];
    }

    /// So many numbers were reduced: the vector code warms up when there were enough.
    static void worked(long numbers) {
        if (!TIER.isVector()) TIER.ranScalar((long) (numbers * NANOS));
    }

    /// Touched only where there are vectors.
    private static final class Warm {
        static final Drill UP = drill();

        private static Drill drill() {
            if (!Simd.AVAILABLE) throw new IllegalStateException("there are no vectors");
            float[] x = new float[1024];
            double[] sums = new double[1024];
            float[] into = new float[1024];
            return new Drill(List.of(
                    new Drill.Exercise(1024, () -> VectorColumns.add(x, 0, LANES, 32, LANES, sums, 0)),
                    new Drill.Exercise(960, () -> VectorColumns.add(x, 0, 8, 120, 8, sums, 0)),
                    new Drill.Exercise(1024, () -> VectorColumns.max(x, 0, LANES, 32, LANES, into, 0)),
                    new Drill.Exercise(960, () -> VectorColumns.max(x, 0, 16, 60, 16, into, 0)),
                    new Drill.Exercise(1024, () -> into[0] = VectorColumns.max(x, 0, x.length)),
                    new Drill.Exercise(1024, () -> into[0] = (float) VectorColumns.sum(x, 0, 32, sums)),
                    new Drill.Exercise(1024, () -> into[0] = (float) VectorColumns.sumOfProducts(x, 0, x, 0, 32, sums)),
                    new Drill.Exercise(LANES, () -> VectorColumns.fold(sums, LANES))));
        }
    }
}
