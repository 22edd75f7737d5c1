package hillock.tensor.backend;

import hillock.expr.kernel.Simd;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicReferenceArray;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// Matrix products by [Tile]s. B is copied into panels as wide as a tile, one row of a panel after the other, so that
/// the inner loop reads it straight through; A is read where it lies. A B that lies row by row and is small is read
/// where it lies too.
final class Panels {
    static final VectorSpecies<Float> SPECIES = Simd.bits() == 0
            ? FloatVector.SPECIES_PREFERRED
            : VectorSpecies.of(float.class, VectorShape.forBitSize(Simd.bits()));

    /// Columns of a panel.
    private static final int WIDTH = 2 * SPECIES.length();

    /// Rows of a tile of one vector and of two: all sums fit into the registers, of which there are 32 for vectors of
    /// 512 bits, and else maybe only 16.
    private static final int[] HEIGHTS = SPECIES.length() >= 16 ? new int[] {0, 12, 12} : new int[] {0, 10, 5};

    /// A B of so many numbers is copied by several threads.
    private static final int WORTH_SPLITTING = 1 << 17;

    /// A B of up to so many numbers is not worth copying.
    private static final int SMALL = 1 << 15;

    private static final TransposeCode.Form TRANSPOSITION = TransposeCode.generate(SPECIES);
    private static final int[][] LANES = TransposeCode.lanes(SPECIES.length());

    /// By rows, vectors, and whether A is transposed; made when they are first needed.
    private static final AtomicReferenceArray<Tile> TILES = new AtomicReferenceArray<>(13 * 4);

    private static final ThreadLocal<float[]> PACKED = ThreadLocal.withInitial(() -> new float[0]);

    private Panels() {}

    private static Tile tile(int rows, int vectors, boolean transposed) {
        int index = rows * 4 + (vectors - 1) * 2 + (transposed ? 1 : 0);
        Tile known = TILES.get(index);
        if (known != null) return known;
        Tile made = new Tile(rows, vectors, transposed);
        return TILES.compareAndSet(index, null, made) ? made : TILES.get(index);
    }

    /// B in panels: its numbers, how far apart the panels begin, and the rows within one.
    record Packed(float[] data, int start, int panelStride, int rowStride) {}

    /// B of one product of a stack, ready for [#multiply].
    ///
    /// @param own whether it has to last; else it is valid until this thread packs again
    static Packed pack(Matrix b, int which, boolean own) {
        int k = b.rows();
        int n = b.columns();
        int start = b.start(which);
        if (!b.transposed() && n % WIDTH == 0 && k * n <= SMALL) return new Packed(b.data(), start, WIDTH, n);
        int panels = (n + WIDTH - 1) / WIDTH;
        float[] into = own ? new float[panels * k * WIDTH] : scratch(panels * k * WIDTH);
        if ((long) k * n < WORTH_SPLITTING) for (int p = 0; p < panels; p++) packPanel(b, start, p, into);
        else Workers.run(panels, p -> packPanel(b, start, p, into));
        return new Packed(into, 0, k * WIDTH, WIDTH);
    }

    private static float[] scratch(int size) {
        float[] scratch = PACKED.get();
        if (scratch.length < size) {
            scratch = new float[size];
            PACKED.set(scratch);
        }
        return scratch;
    }

    /// Columns that are missing in the last panel are zeros.
    private static void packPanel(Matrix b, int start, int panel, float[] into) {
        int k = b.rows();
        int first = panel * WIDTH;
        int columns = Math.min(WIDTH, b.columns() - first);
        int at = panel * k * WIDTH;
        if (b.transposed()) {
            transpose(b.data(), start + first * k, k, columns, into, at);
            return;
        }
        for (int i = 0; i < k; i++) {
            System.arraycopy(b.data(), start + i * b.columns() + first, into, at + i * WIDTH, columns);
            for (int j = columns; j < WIDTH; j++) into[at + i * WIDTH + j] = 0;
        }
    }

    /// Element (j, i) of the source, at `from + j·k + i`, goes to `to + i·WIDTH + j`, in square blocks and what is left
    /// of them one by one; columns beyond those there are become zeros.
    private static void transpose(float[] source, int from, int k, int columns, float[] into, int to) {
        int side = SPECIES.length();
        int whole = k - k % side;
        int j = 0;
        for (; j + side <= columns; j += side) {
            for (int i = 0; i < whole; i += side) {
                TRANSPOSITION.run(source, from + j * k + i, k, into, to + i * WIDTH + j, WIDTH, LANES);
            }
            transpose(source, from, k, into, to, j, j + side, whole);
        }
        transpose(source, from, k, into, to, j, columns, 0);
        if (columns < WIDTH) {
            for (int i = 0; i < k; i++) Arrays.fill(into, to + i * WIDTH + columns, to + (i + 1) * WIDTH, 0);
        }
    }

    private static void transpose(float[] source, int from, int k, float[] into, int to, int j0, int j1, int i0) {
        for (int i = i0; i < k; i++) {
            for (int j = j0; j < j1; j++) into[to + i * WIDTH + j] = source[from + j * k + i];
        }
    }

    /// The rows `from` to `to - 1` of C = A·B, where C begins at `cAt`.
    static void multiply(Matrix a, int which, Packed b, int n, float[] c, int cAt, int from, int to) {
        int k = a.columns();
        int stride = a.transposed() ? a.rows() : k;
        int start = a.start(which);
        for (int first = 0, p = 0; first < n; first += WIDTH, p++) {
            int columns = Math.min(WIDTH, n - first);
            int vectors = columns <= SPECIES.length() ? 1 : 2;
            int panel = b.start + p * b.panelStride;
            for (int i = from; i < to; ) {
                int rows = Math.min(HEIGHTS[vectors], to - i);
                int aAt = start + (a.transposed() ? i : i * k);
                tile(rows, vectors, a.transposed())
                        .run(a.data(), aAt, stride, b.data, panel, b.rowStride, c, cAt + i * n + first, n, k, columns);
                i += rows;
            }
        }
    }
}
