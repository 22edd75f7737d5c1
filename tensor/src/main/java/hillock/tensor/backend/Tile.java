package hillock.tensor.backend;

import hillock.expr.kernel.Tier;

/// A small block of a matrix product, a few rows by as many columns as a panel of B has, in the form that is fastest
/// by now. Each element of C is `fma(a, b, c)` over k in order, starting from 0, whatever the form.
final class Tile {
    /// What scalar code takes for one multiplication and addition, about.
    private static final double NANOS_PER_TERM = 0.15;

    /// The inner loop. Element (r, k) of A stands at `aAt + r·aStride + k`, or of a transposed A at
    /// `aAt + k·aStride + r`; row k of B at `bAt + k·bStride`; row r of C at `cAt + r·cStride`.
    /// Of each row of C `columns` numbers are written.
    interface Form {
        void run(
                float[] a,
                int aAt,
                int aStride,
                float[] b,
                int bAt,
                int bStride,
                float[] c,
                int cAt,
                int cStride,
                int k,
                int columns);
    }

    private final int rows;
    private final Form scalar;
    private final Form vector;
    private final Tier tier = new Tier(true);

    Tile(int rows, int vectors, boolean transposed) {
        this.rows = rows;
        this.scalar = new ScalarTile(rows, transposed);
        this.vector = TileCode.generate(rows, vectors, transposed, Panels.SPECIES);
    }

    void run(
            float[] a,
            int aAt,
            int aStride,
            float[] b,
            int bAt,
            int bStride,
            float[] c,
            int cAt,
            int cStride,
            int k,
            int columns) {
        switch (tier.form()) {
            case VECTOR -> vector.run(a, aAt, aStride, b, bAt, bStride, c, cAt, cStride, k, columns);
            case SCALAR -> {
                scalar.run(a, aAt, aStride, b, bAt, bStride, c, cAt, cStride, k, columns);
                tier.ranScalar(scalarNanos(k, columns));
            }
            case WARMING -> {
                long begin = System.nanoTime();
                vector.run(a, aAt, aStride, b, bAt, bStride, c, cAt, cStride, k, columns);
                tier.compare(1, System.nanoTime() - begin, 1, scalarNanos(k, columns));
            }
        }
    }

    private long scalarNanos(int k, int columns) {
        return 50 + (long) (NANOS_PER_TERM * rows * k * columns);
    }

    /// One element of C after the other.
    private record ScalarTile(int rows, boolean transposed) implements Form {
        @Override
        public void run(
                float[] a,
                int aAt,
                int aStride,
                float[] b,
                int bAt,
                int bStride,
                float[] c,
                int cAt,
                int cStride,
                int k,
                int columns) {
            int rowStep = transposed ? 1 : aStride;
            int step = transposed ? aStride : 1;
            for (int r = 0; r < rows; r++) {
                int to = cAt + r * cStride;
                int first = aAt + r * rowStep;
                for (int j = 0; j < columns; j++) c[to + j] = 0;
                for (int i = 0; i < k; i++) {
                    float x = a[first + i * step];
                    int row = bAt + i * bStride;
                    for (int j = 0; j < columns; j++) c[to + j] = Math.fma(x, b[row + j], c[to + j]);
                }
            }
        }
    }
}
