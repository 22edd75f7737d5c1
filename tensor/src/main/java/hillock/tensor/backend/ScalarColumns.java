package hillock.tensor.backend;

import java.util.Arrays;

/// [Columns] without vectors.
final class ScalarColumns {
    private static final int INFINITY = Float.floatToRawIntBits(Float.POSITIVE_INFINITY);

    private ScalarColumns() {}

    static void add(float[] x, int from, int stride, int rows, int columns, double[] sums, int at) {
        for (int r = 0; r < rows; r++) {
            int row = from + r * stride;
            for (int c = 0; c < columns; c++) sums[at + c] += x[row + c];
        }
    }

    static void max(float[] x, int from, int stride, int rows, int columns, float[] into, int at) {
        for (int r = 0; r < rows; r++) {
            int row = from + r * stride;
            for (int c = 0; c < columns; c++) into[at + c] = Math.max(into[at + c], x[row + c]);
        }
    }

    /// By the bits, taken as whole numbers that rise with the floats: for floats the compiler
    /// makes a branch that is mispredicted half the time.
    static float max(float[] x, int from, int count) {
        int largest = rising(Float.floatToRawIntBits(Float.NEGATIVE_INFINITY));
        int widest = 0;
        for (int i = 0; i < count; i++) {
            int bits = Float.floatToRawIntBits(x[from + i]);
            largest = Math.max(largest, rising(bits));
            widest = Math.max(widest, bits & Integer.MAX_VALUE);
        }
        return widest > INFINITY ? Float.NaN : Float.intBitsToFloat(rising(largest));
    }

    /// Turns round the order of the negative ones; its own reverse.
    private static int rising(int bits) {
        return bits ^ (bits >> 31 & Integer.MAX_VALUE);
    }

    static double sum(float[] x, int from, int rows, double[] lanes) {
        Arrays.fill(lanes, 0);
        add(x, from, Columns.LANES, rows, Columns.LANES, lanes, 0);
        fold(lanes, Columns.LANES);
        return lanes[0];
    }

    /// As [#sum], of the products, each of which is rounded to a float.
    static double sumOfProducts(float[] x, int from, float[] y, int at, int rows, double[] lanes) {
        Arrays.fill(lanes, 0);
        for (int i = 0; i < rows * Columns.LANES; i += Columns.LANES) {
            for (int c = 0; c < Columns.LANES; c++) lanes[c] += x[from + i + c] * y[at + i + c];
        }
        fold(lanes, Columns.LANES);
        return lanes[0];
    }

    static void fold(double[] lanes, int count) {
        for (int half = count / 2; half > 0; half /= 2) {
            for (int i = 0; i < half; i++) lanes[i] += lanes[half + i];
        }
    }
}
