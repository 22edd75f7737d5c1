package hillock.tensor.backend;

import java.util.Arrays;

/// Matrix products without vectors of our own: C2 makes them.
///
/// B is copied, a stretch of columns at a time, into one small array per row. Two rows of C are
/// then built up four rows of B at a time by a loop in which every array is indexed by the plain
/// loop variable: the form that HotSpot's C2 compiler turns into vector instructions.
///
/// C2 unrolls a loop by the trip counts that it has seen, and one that is unrolled for long rows
/// computes every element of a row of 32 singly. So narrow rows have a loop of their own, and
/// those that are a little wider are filled up.
final class ScalarGemm {
    /// Columns of B that are worked on together: its copied rows then fit into the second-level cache.
    private static final int STRETCH = 256;

    /// Rows of up to so many columns go through the loop for narrow ones: two of C2's longest vectors.
    private static final int NARROW = 32;

    /// What longer rows are filled up to. Of its first 16 elements up to all are computed singly,
    /// until the place in memory is a round one, and then an unrolled loop wants 32.
    private static final int WIDE = 48;

    /// What a thread copies into, kept from product to product.
    private static final class Scratch {
        float[][] rows = {};
        final float[] c0 = new float[STRETCH];
        final float[] c1 = new float[STRETCH];
        float[] a0 = {};
        float[] a1 = {};

        void fit(int k) {
            if (a0.length >= k) return;
            a0 = new float[k];
            a1 = new float[k];
            int before = rows.length;
            rows = Arrays.copyOf(rows, k);
            for (int i = before; i < k; i++) rows[i] = new float[STRETCH];
        }
    }

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private ScalarGemm() {}

    /// C = A·B, row by row from `c[cAt]` on. A tall and narrow C is computed as the transpose of
    /// B'·A', which has long rows: of short ones C2's loops compute most elements singly.
    static void multiply(Matrix a, Matrix b, int which, float[] c, int cAt) {
        int n = b.columns();
        if (n < STRETCH / 2 && a.rows() > n) multiply(b.transpose(), a.transpose(), which, c, cAt, 1, n);
        else multiply(a, b, which, c, cAt, n, 1);
    }

    /// C = A·B, whose elements lie so far apart in `c`.
    private static void multiply(Matrix a, Matrix b, int which, float[] c, int cAt, int rowStride, int columnStride) {
        int m = a.rows();
        int n = b.columns();
        int k = b.rows();
        if (m == 1 && b.transposed()) {
            row(a, b, which, c, cAt, columnStride);
            return;
        }
        Scratch s = SCRATCH.get();
        int terms = (k + 3) / 4 * 4;
        s.fit(terms);
        for (int first = 0; first < n; first += STRETCH) {
            int width = Math.min(STRETCH, n - first);
            int filled = width <= NARROW ? width : Math.max(width, WIDE);
            copyRows(b, which, first, width, filled, s.rows);
            for (int t = k; t < terms; t++) Arrays.fill(s.rows[t], 0, filled, -0f);
            for (int i = 0; i < m; i += 2) {
                boolean pair = i + 1 < m;
                Arrays.fill(s.c0, 0, filled, 0);
                Arrays.fill(s.c1, 0, filled, 0);
                copyRow(a, which, i, terms, s.a0);
                if (pair) copyRow(a, which, i + 1, terms, s.a1);
                accumulate(s, terms, filled);
                int at = cAt + i * rowStride + first * columnStride;
                write(s.c0, width, c, at, columnStride);
                if (pair) write(s.c1, width, c, at + rowStride, columnStride);
            }
        }
    }

    private static void write(float[] row, int width, float[] c, int at, int stride) {
        if (stride == 1) System.arraycopy(row, 0, c, at, width);
        else for (int j = 0; j < width; j++) c[at + j * stride] = row[j];
    }

    /// One row of C: four sums at a time, since each has to wait for its last addition.
    private static void row(Matrix a, Matrix b, int which, float[] c, int cAt, int stride) {
        float[] x = a.data();
        float[] w = b.data();
        int k = b.rows();
        int n = b.columns();
        int from = a.start(which);
        for (int j = 0; j < n; j += 4) {
            int w0 = b.start(which) + j * k;
            int w1 = j + 1 < n ? w0 + k : w0;
            int w2 = j + 2 < n ? w0 + 2 * k : w0;
            int w3 = j + 3 < n ? w0 + 3 * k : w0;
            float s0 = 0;
            float s1 = 0;
            float s2 = 0;
            float s3 = 0;
            for (int t = 0; t < k; t++) {
                float value = x[from + t];
                s0 = Math.fma(value, w[w0 + t], s0);
                s1 = Math.fma(value, w[w1 + t], s1);
                s2 = Math.fma(value, w[w2 + t], s2);
                s3 = Math.fma(value, w[w3 + t], s3);
            }
            c[cAt + j * stride] = s0;
            if (j + 1 < n) c[cAt + (j + 1) * stride] = s1;
            if (j + 2 < n) c[cAt + (j + 2) * stride] = s2;
            if (j + 3 < n) c[cAt + (j + 3) * stride] = s3;
        }
    }

    private static void copyRows(Matrix b, int which, int first, int width, int filled, float[][] rows) {
        for (int k = 0; k < b.rows(); k++) {
            int at = b.start(which) + k * b.rowStride() + first * b.columnStride();
            float[] row = rows[k];
            if (b.columnStride() == 1) System.arraycopy(b.data(), at, row, 0, width);
            else for (int j = 0; j < width; j++) row[j] = b.data()[at + j * b.columnStride()];
            Arrays.fill(row, width, filled, 0);
        }
    }

    /// A row of A, and zeros for terms that are not there: times the negative zeros in the place
    /// of B's rows they add nothing to any sum, not even to its sign where it is zero.
    private static void copyRow(Matrix a, int which, int i, int terms, float[] row) {
        int at = a.start(which) + i * a.rowStride();
        int count = a.columns();
        if (a.columnStride() == 1) System.arraycopy(a.data(), at, row, 0, count);
        else for (int k = 0; k < count; k++) row[k] = a.data()[at + k * a.columnStride()];
        Arrays.fill(row, count, terms, 0);
    }

    private static void accumulate(Scratch s, int count, int n) {
        for (int k = 0; k < count; k += 4) four(s.c0, s.c1, s.a0, s.a1, s.rows, k, n);
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
        if (n <= NARROW) {
            for (int j = 0; j < n; j++) {
                c0[j] = chain(x0, b0[j], x1, b1[j], x2, b2[j], x3, b3[j], c0[j]);
                c1[j] = chain(y0, b0[j], y1, b1[j], y2, b2[j], y3, b3[j], c1[j]);
            }
            return;
        }
        for (int j = 0; j < n; j++) {
            c0[j] = chain(x0, b0[j], x1, b1[j], x2, b2[j], x3, b3[j], c0[j]);
            c1[j] = chain(y0, b0[j], y1, b1[j], y2, b2[j], y3, b3[j], c1[j]);
        }
    }

    private static float chain(
            float x0, float b0, float x1, float b1, float x2, float b2, float x3, float b3, float sum) {
        return Math.fma(x3, b3, Math.fma(x2, b2, Math.fma(x1, b1, Math.fma(x0, b0, sum))));
    }
}
