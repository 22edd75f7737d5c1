package hillock.tensor.backend;

import hillock.expr.kernel.Tier;

/// Matrix products C = A·B, of stacks of matrices that may be stored transposed.
///
/// Each element of C is the sum of its products in order of k, each step `fma(a, b, sum)`, from 0: whatever the sizes,
/// the number of threads, the length of vectors and whether there are any.
public final class Gemm {
    /// Below this many multiplications a product is not worth a second thread.
    static final long WORTH_SPLITTING = 1L << 21;

    /// Rows of C that a thread computes at a time.
    private static final int PIECE = 60;

    private static final Tier TIER = Tier.of(Panels::practice);

    /// What scalar code takes for one multiplication and addition of a large product.
    private static final double NANOS_PER_EXPECTED_TERM = 0.06;

    /// Above this many multiplications the clock is asked how long they took.
    private static final long WORTH_TIMING = 1 << 14;

    /// What scalar code takes for one multiplication and addition of a small product, about.
    private static final double NANOS_PER_TERM = 0.1;

    private Gemm() {}

    /// Keeps what is made of a B that stays the same from product to product.
    public static final class Packing {
        private Panels.Packed packed;

        /// B has other numbers now.
        public void forget() {
            packed = null;
        }
    }

    /// So many multiplications lie ahead.
    public static void expect(double terms) {
        Tier.announce((long) (terms * NANOS_PER_EXPECTED_TERM));
    }

    /// Told of rows of the result, of the whole stack taken as one tall matrix, as soon as they are final, on the
    /// thread that computed them.
    public interface Rows {
        void done(int from, int to);
    }

    /// Computes C, row by row from `c[start]` on.
    ///
    /// @param done may be null
    public static void multiply(int stack, Matrix a, Matrix b, float[] c, int start, Rows done) {
        int m = a.rows();
        for (int i = 0; i < stack; i++) multiply(a, b, i, null, c, start + i * m * b.columns(), done, i * m);
    }

    /// A single product with a B that is kept packed.
    public static void multiply(Matrix a, Matrix b, Packing packing, float[] c, int start, Rows done) {
        multiply(a, b, 0, packing, c, start, done, 0);
    }

    private static void multiply(
            Matrix a, Matrix b, int which, Packing packing, float[] c, int cAt, Rows done, int firstRow) {
        int m = a.rows();
        int n = b.columns();
        long work = (long) m * n * a.columns();
        if (!TIER.isVector()) {
            boolean timed = work > WORTH_TIMING;
            long begin = timed ? System.nanoTime() : 0;
            ScalarGemm.multiply(a, b, which, c, cAt);
            TIER.ranScalar(timed ? System.nanoTime() - begin : (long) (work * NANOS_PER_TERM));
            if (done != null) done.done(firstRow, firstRow + m);
            return;
        }
        Panels.Packed packed = packed(b, which, packing);
        Matrix rows = Panels.rowMajor(a, which);
        if (work < WORTH_SPLITTING || m <= PIECE) {
            Panels.multiply(rows, which, packed, n, c, cAt, 0, m);
            if (done != null) done.done(firstRow, firstRow + m);
        } else {
            Workers.run((m + PIECE - 1) / PIECE, p -> {
                int from = p * PIECE;
                int to = Math.min(m, from + PIECE);
                Panels.multiply(rows, which, packed, n, c, cAt, from, to);
                if (done != null) done.done(firstRow + from, firstRow + to);
            });
        }
    }

    private static Panels.Packed packed(Matrix b, int which, Packing packing) {
        if (packing == null) return Panels.pack(b, which, false);
        if (packing.packed == null) packing.packed = Panels.pack(b, which, true);
        return packing.packed;
    }
}
