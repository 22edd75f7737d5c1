package hillock.tensor.backend;

import hillock.expr.kernel.Loop;
import java.util.Arrays;

/// A reduction of numbers that a loop computes: a block of them at a time, which is reduced while it is in the
/// first-level cache, so that they are never all in memory. What else the loop computes is stored as usual. The results
/// have the same bits as those of [Reduce] on the stored numbers.
public final class ReducedElements {
    /// Numbers in a block.
    public static final int BLOCK = 1 << 12;

    /// Below so many numbers a second thread is not worth it.
    private static final int WORTH_SPLITTING = 1 << 17;

    /// Numbers that a thread takes at a time, about.
    private static final int PIECE = 1 << 16;

    /// Groups of lanes, of which each thread adds up its own.
    private static final int STRETCH = ColumnSums.STRETCH * Columns.LANES;

    private static final int MOST_ARRAYS = 64;

    private static final ThreadLocal<Space> SPACE = ThreadLocal.withInitial(Space::new);

    /// What a thread works with.
    private static final class Space {
        final float[] block = new float[BLOCK];
        final float[][] arrays = new float[MOST_ARRAYS][];
        final int[] offsets = new int[MOST_ARRAYS];
        final int[] strides = new int[MOST_ARRAYS];
        final RowSum row = new RowSum();
        final ColumnSums columns = new ColumnSums(BLOCK);
    }

    private final Loop loop;
    private final long still;
    private final float[][] arrays;
    private final int[] offsets;
    private final int[] rowStrides;
    private final float[] uniforms;
    private final int columns;
    private final int last;

    /// Arrays are the inputs, then the outputs, as [Loop#run] takes them; the last is what is reduced, and
    /// its array is not used.
    ///
    /// @param still bit i says that array i stands still along a row
    /// @param columns the length of a row
    public ReducedElements(
            Loop loop, long still, float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int columns) {
        this.loop = loop;
        this.still = still;
        this.arrays = arrays;
        this.offsets = offsets;
        this.rowStrides = rowStrides;
        this.uniforms = uniforms;
        this.columns = columns;
        this.last = arrays.length - 1;
    }

    /// Computes the numbers `from` to `from + count - 1`, counted row by row, into the thread's block.
    private void compute(Space space, int from, int count) {
        for (int done = 0; done < count; ) {
            int row = (from + done) / columns;
            int column = (from + done) % columns;
            int left = count - done;
            int rows = column == 0 && left >= columns ? left / columns : 1;
            int length = Math.min(left, columns - column);
            for (int i = 0; i < last; i++) {
                space.arrays[i] = arrays[i];
                space.offsets[i] = offsets[i] + row * rowStrides[i] + ((still >> i & 1) == 0 ? column : 0);
                space.strides[i] = rowStrides[i];
            }
            space.arrays[last] = space.block;
            space.offsets[last] = done;
            space.strides[last] = length;
            loop.run(space.arrays, space.offsets, space.strides, uniforms, rows, length);
            done += rows * length;
        }
    }

    /// Sums along the middle one of three dimensions; `inner` must not be more than [#BLOCK].
    public void sum(int outer, int reduced, int inner, float[] into, int at) {
        int size = outer * reduced * inner;
        if (inner == 1 && outer == 1 && reduced >= WORTH_SPLITTING) into[at] = sumOfLongRow(reduced);
        else if (inner == 1) split(outer, reduced, size, (from, to) -> sumRows(reduced, from, to, into, at));
        else split(outer, reduced * inner, size, (from, to) -> sumColumns(reduced, inner, from, to, into, at));
        Columns.worked(size);
    }

    private void sumRows(int length, int from, int to, float[] into, int at) {
        Space space = SPACE.get();
        for (int r = from; r < to; r++) {
            space.row.begin();
            for (int i = 0; i < length; i += BLOCK) {
                int n = Math.min(BLOCK, length - i);
                compute(space, r * length + i, n);
                space.row.add(space.block, 0, n);
            }
            into[at + r] = (float) space.row.end();
        }
        Arrays.fill(space.arrays, null);
    }

    private float sumOfLongRow(int length) {
        int grouped = length / Columns.LANES * Columns.LANES;
        int stretches = (grouped + STRETCH - 1) / STRETCH;
        double[] parts = new double[stretches * Columns.LANES];
        Workers.run(stretches, s -> {
            Space space = SPACE.get();
            int end = Math.min(grouped, (s + 1) * STRETCH);
            for (int i = s * STRETCH; i < end; i += BLOCK) {
                int n = Math.min(BLOCK, end - i);
                compute(space, i, n);
                int groups = n / Columns.LANES;
                Columns.add(space.block, 0, Columns.LANES, groups, Columns.LANES, parts, s * Columns.LANES);
            }
            Arrays.fill(space.arrays, null);
        });
        double[] lanes = new double[Columns.LANES];
        for (int i = 0; i < parts.length; i++) lanes[i % Columns.LANES] += parts[i];
        Space space = SPACE.get();
        compute(space, grouped, length - grouped);
        Arrays.fill(space.arrays, null);
        double rest = 0;
        for (int i = 0; i < length - grouped; i++) rest += space.block[i];
        return (float) (Columns.fold(lanes) + rest);
    }

    private void sumColumns(int reduced, int inner, int from, int to, float[] into, int at) {
        Space space = SPACE.get();
        int rows = BLOCK / inner;
        for (int o = from; o < to; o++) {
            space.columns.begin(inner);
            for (int r = 0; r < reduced; r += rows) {
                int n = Math.min(rows, reduced - r);
                compute(space, (o * reduced + r) * inner, n * inner);
                space.columns.add(space.block, 0, inner, n);
            }
            space.columns.end(into, at + o * inner);
        }
        Arrays.fill(space.arrays, null);
    }

    /// Maxima in place of sums; NaN where one is NaN, -∞ of none.
    public void max(int outer, int reduced, int inner, float[] into, int at) {
        int size = outer * reduced * inner;
        Arrays.fill(into, at, at + outer * inner, Float.NEGATIVE_INFINITY);
        split(outer, reduced * inner, size, (from, to) -> maxima(reduced, inner, from, to, into, at));
        Columns.worked(size);
    }

    private void maxima(int reduced, int inner, int from, int to, float[] into, int at) {
        Space space = SPACE.get();
        int rows = BLOCK / inner;
        for (int o = from; o < to; o++) {
            int first = at + o * inner;
            for (int r = 0; r < reduced; r += rows) {
                int n = Math.min(rows, reduced - r);
                compute(space, (o * reduced + r) * inner, n * inner);
                if (inner == 1) into[first] = Math.max(into[first], Columns.max(space.block, 0, n));
                else Columns.max(space.block, 0, inner, n, inner, into, first);
            }
            for (int c = first; c < first + inner; c++) into[c] = Reduce.plain(into[c]);
        }
        Arrays.fill(space.arrays, null);
    }

    private static void split(int items, int each, int size, Reduce.Items some) {
        if (size < WORTH_SPLITTING) some.work(0, items);
        else {
            int piece = Math.max(1, PIECE / Math.max(1, each));
            Workers.run((items + piece - 1) / piece, p -> some.work(p * piece, Math.min(items, (p + 1) * piece)));
        }
    }
}
