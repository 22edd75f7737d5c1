package hillock.tensor.backend;

/// Matrix multiplication C = A·B.
///
/// B is copied, a stretch of columns at a time, into one small array per row. Two rows of C are then built up four rows
/// of B at a time by a loop in which every array is indexed by the plain loop variable: the form that HotSpot's C2
/// compiler turns into vector instructions. Each element of C adds its products in order of k, whatever the sizes, the
/// number of threads or the place of its row in a pair.
public final class Gemm {
    public interface Rows {
        void done(int from, int to);
    }

    public static void multiply(int stack, Matrix a, Matrix b, float[] c, int start, Rows done) {
        float[] r = multiply(stack, a, b);
        System.arraycopy(r, 0, c, start, r.length);
        if (done != null) done.done(0, stack * a.rows());
    }

    /// Columns of B that are worked on together: its copied rows then fit into the second-level cache.
    private static final int STRETCH = 256;

    /// Below this many multiplications a product is not worth a second thread.
    private static final long WORTH_SPLITTING = 1L << 20;

    private static final int ROWS_PER_PIECE = 32;

    /// With fewer columns than this the loop over columns is too short, and Cᵀ = Bᵀ·Aᵀ is computed instead.
    private static final int NARROW = 16;

    private Gemm() {}

    static float[] multiply(int stack, Matrix a, Matrix b) {
        int m = a.rows();
        int n = b.columns();
        float[] c = new float[stack * m * n];
        if (a.columns() == 0) return c;
        boolean swap = n < NARROW && m > n;
        for (int i = 0; i < stack; i++) {
            if (swap) into(new Target(c, i * m * n, 1, n), b.transpose(), a.transpose(), i);
            else into(new Target(c, i * m * n, n, 1), a, b, i);
        }
        return c;
    }

    /// Where the result goes, and how far apart its rows and columns lie.
    private record Target(float[] data, int start, int rowStride, int columnStride) {}

    private static void into(Target c, Matrix a, Matrix b, int which) {
        for (int from = 0; from < b.columns(); from += STRETCH) {
            int first = from;
            int width = Math.min(STRETCH, b.columns() - first);
            float[][] rows = copyRows(b, which, first, width);
            long work = (long) a.rows() * a.columns() * width;
            int piece = work < WORTH_SPLITTING ? a.rows() : ROWS_PER_PIECE;
            Workers.run((a.rows() + piece - 1) / Math.max(1, piece), p -> {
                int to = Math.min(a.rows(), (p + 1) * piece);
                multiplyRows(c, a, which, rows, p * piece, to, first, width);
            });
        }
    }

    private static float[][] copyRows(Matrix b, int which, int first, int width) {
        float[][] rows = new float[b.rows()][width];
        for (int k = 0; k < rows.length; k++) {
            int at = b.start(which) + k * b.rowStride() + first * b.columnStride();
            float[] row = rows[k];
            if (b.columnStride() == 1) System.arraycopy(b.data(), at, row, 0, width);
            else for (int j = 0; j < width; j++) row[j] = b.data()[at + j * b.columnStride()];
        }
        return rows;
    }

    private static void multiplyRows(
            Target c, Matrix a, int which, float[][] rows, int from, int to, int first, int width) {
        float[] c0 = new float[width];
        float[] c1 = new float[width];
        float[] a0 = new float[a.columns()];
        float[] a1 = new float[a.columns()];
        for (int i = from; i < to; i += 2) {
            boolean pair = i + 1 < to;
            java.util.Arrays.fill(c0, 0);
            java.util.Arrays.fill(c1, 0);
            copyRow(a, which, i, a0);
            if (pair) copyRow(a, which, i + 1, a1);
            accumulate(c0, c1, a0, a1, rows, width);
            store(c, i, first, c0);
            if (pair) store(c, i + 1, first, c1);
        }
    }

    private static void copyRow(Matrix a, int which, int i, float[] row) {
        int at = a.start(which) + i * a.rowStride();
        for (int k = 0; k < row.length; k++) row[k] = a.data()[at + k * a.columnStride()];
    }

    private static void accumulate(float[] c0, float[] c1, float[] a0, float[] a1, float[][] rows, int n) {
        int k = 0;
        for (; k + 3 < rows.length; k += 4) four(c0, c1, a0, a1, rows, k, n);
        for (; k < rows.length; k++) one(c0, c1, a0[k], a1[k], rows[k], n);
    }

    private static void four(float[] c0, float[] c1, float[] a0, float[] a1, float[][] rows, int k, int n) {
        float[] b0 = rows[k];
        float[] b1 = rows[k + 1];
        float[] b2 = rows[k + 2];
        float[] b3 = rows[k + 3];
        float x0 = a0[k];
        float x1 = a0[k + 1];
        float x2 = a0[k + 2];
        float x3 = a0[k + 3];
        float y0 = a1[k];
        float y1 = a1[k + 1];
        float y2 = a1[k + 2];
        float y3 = a1[k + 3];
        for (int j = 0; j < n; j++) {
            c0[j] = c0[j] + x0 * b0[j] + x1 * b1[j] + x2 * b2[j] + x3 * b3[j];
            c1[j] = c1[j] + y0 * b0[j] + y1 * b1[j] + y2 * b2[j] + y3 * b3[j];
        }
    }

    private static void one(float[] c0, float[] c1, float x, float y, float[] b, int n) {
        for (int j = 0; j < n; j++) {
            c0[j] += x * b[j];
            c1[j] += y * b[j];
        }
    }

    private static void store(Target c, int row, int first, float[] values) {
        int at = c.start + row * c.rowStride + first * c.columnStride;
        for (int j = 0; j < values.length; j++) c.data[at + j * c.columnStride] = values[j];
    }
}
