package hillock.tensor.backend;

import java.util.Arrays;

/// Many numbers into one, along the middle of three dimensions `[outer, reduced, inner]`.
///
/// Sums are accumulated in double precision, which for floats is as good as exact, and in one order whatever the number
/// of threads.
public final class Reduce {
    /// Partial sums that are kept side by side.
    private static final int LANES = 8;

    private Reduce() {}

    /// Sums, into `outer · inner` numbers from `at` on.
    public static void sum(float[] x, int start, int outer, int reduced, int inner, float[] into, int at) {
        if (inner == 1) {
            for (int o = 0; o < outer; o++) into[at + o] = (float) sum(x, start + o * reduced, reduced);
            return;
        }
        double[] sums = new double[inner];
        for (int o = 0; o < outer; o++) {
            Arrays.fill(sums, 0);
            for (int r = 0; r < reduced; r++) {
                int row = start + (o * reduced + r) * inner;
                for (int i = 0; i < inner; i++) sums[i] += x[row + i];
            }
            for (int i = 0; i < inner; i++) into[at + o * inner + i] = (float) sums[i];
        }
    }

    private static double sum(float[] x, int from, int count) {
        double[] lanes = new double[LANES];
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) lanes[lane] += x[from + i + lane];
        }
        double total = 0;
        for (double lane : lanes) total += lane;
        for (int i = whole; i < count; i++) total += x[from + i];
        return total;
    }

    /// Maxima; NaN where one is NaN.
    public static void max(float[] x, int start, int outer, int reduced, int inner, float[] into, int at) {
        Arrays.fill(into, at, at + outer * inner, Float.NEGATIVE_INFINITY);
        for (int o = 0; o < outer; o++) {
            for (int r = 0; r < reduced; r++) {
                int row = start + (o * reduced + r) * inner;
                int result = at + o * inner;
                for (int i = 0; i < inner; i++) into[result + i] = Math.max(into[result + i], x[row + i]);
            }
        }
    }
}
