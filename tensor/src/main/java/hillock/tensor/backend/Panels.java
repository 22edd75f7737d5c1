package hillock.tensor.backend;

import hillock.expr.kernel.Drill;
import hillock.expr.kernel.Simd;
import hillock.expr.kernel.Tier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
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
    private static final int WIDTH = TileCode.VECTORS * SPECIES.length();

    /// Rows of the tiles, from tall to low. All sums of the tallest fit into the registers, of which there are 32 for
    /// vectors of 512 bits and else maybe only 16. They are few, since each has to warm up by itself.
    private static final int[] HEIGHTS = SPECIES.length() >= 16 ? new int[] {12, 4, 1} : new int[] {5, 1};

    private static final Tile[] TILES = Arrays.stream(HEIGHTS)
            .mapToObj(rows -> TileCode.generate(rows, 1, SPECIES))
            .toArray(Tile[]::new);

    /// Panels that a single row goes through together. With two sums, each waiting for its last addition, the processor
    /// would do a quarter of what it can. Of more than two together the memory is no faster.
    private static final int TOGETHER = 2;

    /// A single row and that many panels: practised only where there are many single rows.
    private static final class OneRow {
        static final Tier TIER = Tier.of(OneRow::practice);
        static final Tile TILE = TileCode.generate(1, TOGETHER, SPECIES);

        static Drill practice() {
            int terms = 5;
            float[] a = new float[terms];
            float[] b = new float[terms * WIDTH * TOGETHER];
            float[] c = new float[WIDTH * TOGETHER];
            return new Drill(List.of(new Drill.Exercise(
                    (double) terms * WIDTH * TOGETHER,
                    () -> TILE.run(a, 0, terms, b, 0, WIDTH, terms * WIDTH, c, 0, WIDTH, terms, Drill.TURNS))));
        }
    }

    /// What the tile of one panel takes longer for one multiplication, about.
    private static final double NANOS_PER_TERM = 0.01;

    /// A B of so many numbers is copied by several threads.
    private static final int WORTH_SPLITTING = 1 << 17;

    /// A B of up to so many numbers is not worth copying.
    private static final int SMALL = 1 << 15;

    private static final TransposeCode.Form TRANSPOSITION = TransposeCode.generate(SPECIES);
    private static final int[][] LANES = TransposeCode.lanes(SPECIES.length());

    private static final Tier TRANSPOSING = Tier.of(Panels::transposing);

    /// What scalar code takes to move one number, about.
    private static final double NANOS_PER_NUMBER = 1;

    private static final ThreadLocal<float[]> TRANSPOSED = ThreadLocal.withInitial(() -> new float[0]);
    private static final ThreadLocal<float[]> PART = ThreadLocal.withInitial(() -> new float[HEIGHTS[0] * WIDTH]);
    private static final ThreadLocal<float[]> PACKED = ThreadLocal.withInitial(() -> new float[0]);

    private Panels() {}

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
            transpose(b.data(), start + first * k, k, columns, k, into, at, WIDTH);
            if (columns < WIDTH) {
                for (int i = 0; i < k; i++) Arrays.fill(into, at + i * WIDTH + columns, at + (i + 1) * WIDTH, 0);
            }
            return;
        }
        for (int i = 0; i < k; i++) {
            System.arraycopy(b.data(), start + i * b.columns() + first, into, at + i * WIDTH, columns);
            for (int j = columns; j < WIDTH; j++) into[at + i * WIDTH + j] = 0;
        }
    }

    /// A as it is, or if it is stored transposed, a copy of one of its stack row by row, valid until this thread copies
    /// again.
    static Matrix rowMajor(Matrix a, int which) {
        if (!a.transposed()) return a;
        int m = a.rows();
        int k = a.columns();
        float[] into = TRANSPOSED.get();
        if (into.length < m * k) {
            into = new float[m * k];
            TRANSPOSED.set(into);
        }
        transpose(a.data(), a.start(which), m, k, m, into, 0, k);
        return new Matrix(into, -which * m * k, m, k, false);
    }

    /// Element (j, i) of the source, at `from + j·stride + i`, goes to `to + i·intoStride + j`, for j below `columns`
    /// and i below `rows`: in square blocks where vectors are fast, and what is left of them one by one.
    private static void transpose(
            float[] source, int from, int rows, int columns, int stride, float[] into, int to, int intoStride) {
        boolean blocks = TRANSPOSING.isVector();
        int side = SPECIES.length();
        int wholeRows = blocks ? rows - rows % side : 0;
        int wholeColumns = blocks ? columns - columns % side : 0;
        for (int j = 0; j < wholeColumns; j += side) {
            for (int i = 0; i < wholeRows; i += side) {
                TRANSPOSITION.run(
                        source, from + j * stride + i, stride, into, to + i * intoStride + j, intoStride, LANES, 0);
            }
        }
        for (int i = 0; i < rows; i++) {
            int firstLeft = i < wholeRows ? wholeColumns : 0;
            for (int j = firstLeft; j < columns; j++) into[to + i * intoStride + j] = source[from + j * stride + i];
        }
        if (!blocks) TRANSPOSING.ranScalar((long) (rows * columns * NANOS_PER_NUMBER));
    }

    /// The rows `from` to `to - 1` of C = A·B for a row-major A, where C begins at `cAt`.
    static void multiply(Matrix a, int which, Packed b, int n, float[] c, int cAt, int from, int to) {
        int k = a.columns();
        int start = a.start(which);
        int done = 0;
        if (to - from == 1 && n >= TOGETHER * WIDTH) {
            if (OneRow.TIER.isVector()) done = row(a.data(), start + from * k, k, b, n, c, cAt + from * n);
            else OneRow.TIER.ranScalar((long) ((double) k * n * NANOS_PER_TERM));
        }
        for (int first = done, p = done / WIDTH; first < n; first += WIDTH, p++) {
            int panel = b.start + p * b.panelStride;
            boolean whole = n - first >= WIDTH;
            float[] into = whole ? c : PART.get();
            int i = from;
            for (int t = 0; t < HEIGHTS.length; t++) {
                for (; to - i >= HEIGHTS[t]; i += HEIGHTS[t]) {
                    int cFirst = cAt + i * n + first;
                    int at = whole ? cFirst : 0;
                    TILES[t].run(
                            a.data(),
                            start + i * k,
                            k,
                            b.data,
                            panel,
                            b.rowStride,
                            b.panelStride,
                            into,
                            at,
                            whole ? n : WIDTH,
                            k,
                            0);
                    if (!whole) copyPart(into, HEIGHTS[t], n - first, c, cFirst, n);
                }
            }
        }
    }

    /// One row of C as far as there are whole groups of panels; tells how far.
    private static int row(float[] a, int aAt, int k, Packed b, int n, float[] c, int cAt) {
        int first = 0;
        for (; n - first >= TOGETHER * WIDTH; first += TOGETHER * WIDTH) {
            int panel = b.start + first / WIDTH * b.panelStride;
            OneRow.TILE.run(a, aAt, k, b.data, panel, b.rowStride, b.panelStride, c, cAt + first, n, k, 0);
        }
        return first;
    }

    /// The columns that there are of a tile, which always has all.
    private static void copyPart(float[] tile, int rows, int columns, float[] c, int at, int n) {
        for (int r = 0; r < rows; r++) {
            for (int j = 0; j < columns; j++) c[at + r * n + j] = tile[r * WIDTH + j];
        }
    }

    /// Runs the tiles on made-up numbers: on few, but on so many that the JIT compiler takes the loop for one worth its
    /// while (of two terms it made code that was 5 to 10 % slower).
    static Drill practice() {
        int terms = 5;
        float[] a = new float[HEIGHTS[0] * terms];
        float[] b = new float[terms * WIDTH];
        float[] c = new float[HEIGHTS[0] * WIDTH];
        List<Drill.Exercise> exercises = new ArrayList<>();
        for (int i = 0; i < TILES.length; i++) {
            Tile tile = TILES[i];
            exercises.add(new Drill.Exercise(
                    (double) HEIGHTS[i] * terms * WIDTH,
                    () -> tile.run(a, 0, terms, b, 0, WIDTH, 0, c, 0, WIDTH, terms, Drill.TURNS)));
        }
        return new Drill(exercises);
    }

    private static Drill transposing() {
        int side = SPECIES.length();
        float[] from = new float[side * side];
        float[] to = new float[side * side];
        return new Drill(List.of(new Drill.Exercise(
                side * side * 3.0, () -> TRANSPOSITION.run(from, 0, side, to, 0, side, LANES, Drill.TURNS))));
    }
}
