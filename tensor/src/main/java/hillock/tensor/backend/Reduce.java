package hillock.tensor.backend;

import java.util.Arrays;

/// Many numbers into one, along the middle of three dimensions `[outer, reduced, inner]`.
///
/// Sums are accumulated in double precision, which for floats is as good as exact, and in one order ([ColumnSums],
/// [RowSum]) whatever the number of threads and the length of vectors.
public final class Reduce {
    /// Below so many numbers a second thread is not worth it.
    private static final int WORTH_SPLITTING = 1 << 18;

    /// Numbers that a thread takes at a time, about.
    private static final int PIECE = 1 << 17;

    /// Columns that are worked on at a time.
    private static final int CHUNK = 256;

    /// With more rows than this there are enough of them for all threads, however long they are.
    private static final int MANY = 16;

    private static final ThreadLocal<RowSum> ROW = ThreadLocal.withInitial(RowSum::new);
    private static final ThreadLocal<ColumnSums> COLUMNS = ThreadLocal.withInitial(() -> new ColumnSums(CHUNK));
    private static final ThreadLocal<float[]> LARGEST = ThreadLocal.withInitial(() -> new float[CHUNK]);

    private Reduce() {}

    /// Sums, into `outer · inner` numbers from `at` on.
    public static void sum(float[] x, int start, int outer, int reduced, int inner, float[] into, int at) {
        int size = outer * reduced * inner;
        boolean wide = inner >= CHUNK || outer >= MANY;
        if (inner == 1) {
            if (size < WORTH_SPLITTING) sumRows(x, start, reduced, 0, outer, into, at);
            else if (wide || reduced <= ColumnSums.STRETCH * Columns.LANES) {
                split(outer, reduced, (from, to) -> sumRows(x, start, reduced, from, to, into, at));
            } else for (int o = 0; o < outer; o++) into[at + o] = sumOfLongRow(x, start + o * reduced, reduced);
        } else {
            int items = outer * chunks(inner);
            if (size < WORTH_SPLITTING) sumChunks(x, start, reduced, inner, 0, items, into, at);
            else if (wide || reduced <= ColumnSums.STRETCH) {
                int each = reduced * Math.min(inner, CHUNK);
                split(items, each, (from, to) -> sumChunks(x, start, reduced, inner, from, to, into, at));
            } else {
                for (int o = 0; o < outer; o++) {
                    double[] sums = sumsOfStretches(x, start + o * reduced * inner, reduced, inner);
                    for (int c = 0; c < inner; c++) into[at + o * inner + c] = (float) sums[c];
                }
            }
        }
        Columns.worked(size);
    }

    private static void sumRows(float[] x, int start, int length, int from, int to, float[] into, int at) {
        RowSum sum = ROW.get();
        for (int row = from; row < to; row++) into[at + row] = (float) sum.of(x, start + row * length, length);
    }

    private static float sumOfLongRow(float[] x, int start, int length) {
        int groups = length / Columns.LANES;
        double sum = Columns.fold(sumsOfStretches(x, start, groups, Columns.LANES));
        double rest = 0;
        for (int i = groups * Columns.LANES; i < length; i++) rest += x[start + i];
        return (float) (sum + rest);
    }

    /// Column sums, each stretch of rows by whatever thread is free.
    private static double[] sumsOfStretches(float[] x, int start, int rows, int columns) {
        int stretch = ColumnSums.STRETCH;
        int stretches = (rows + stretch - 1) / stretch;
        double[] parts = new double[stretches * columns];
        Workers.run(stretches, s -> {
            int first = s * stretch;
            int count = Math.min(rows - first, stretch);
            Columns.add(x, start + first * columns, columns, count, columns, parts, s * columns);
        });
        double[] sums = new double[columns];
        for (int i = 0; i < parts.length; i++) sums[i % columns] += parts[i];
        return sums;
    }

    private static int chunks(int inner) {
        return (inner + CHUNK - 1) / CHUNK;
    }

    /// Column sums of chunks of columns, counted through all matrices.
    private static void sumChunks(
            float[] x, int start, int reduced, int inner, int from, int to, float[] into, int at) {
        ColumnSums sums = COLUMNS.get();
        int chunks = chunks(inner);
        for (int item = from; item < to; item++) {
            int o = item / chunks;
            int first = item % chunks * CHUNK;
            sums.begin(Math.min(inner - first, CHUNK));
            sums.add(x, start + o * reduced * inner + first, inner, reduced);
            sums.end(into, at + o * inner + first);
        }
    }

    /// Maxima; NaN where one is NaN, -∞ of none.
    public static void max(float[] x, int start, int outer, int reduced, int inner, float[] into, int at) {
        int size = outer * reduced * inner;
        if (inner == 1) {
            if (size < WORTH_SPLITTING) maxRows(x, start, reduced, 0, outer, into, at);
            else if (outer >= MANY || reduced < WORTH_SPLITTING) {
                split(outer, reduced, (from, to) -> maxRows(x, start, reduced, from, to, into, at));
            } else for (int o = 0; o < outer; o++) into[at + o] = maxOfLongRow(x, start + o * reduced, reduced);
        } else {
            int items = outer * chunks(inner);
            int each = reduced * Math.min(inner, CHUNK);
            if (size < WORTH_SPLITTING) maxChunks(x, start, reduced, inner, 0, items, into, at);
            else split(items, each, (from, to) -> maxChunks(x, start, reduced, inner, from, to, into, at));
        }
        Columns.worked(size);
    }

    private static void maxRows(float[] x, int start, int length, int from, int to, float[] into, int at) {
        for (int row = from; row < to; row++) into[at + row] = plain(Columns.max(x, start + row * length, length));
    }

    /// NaNs have many bit patterns, and which of them comes out would depend on the order.
    static float plain(float x) {
        return Float.isNaN(x) ? Float.NaN : x;
    }

    private static float maxOfLongRow(float[] x, int start, int length) {
        int pieces = (length + PIECE - 1) / PIECE;
        float[] largest = new float[pieces];
        Workers.run(pieces, p -> {
            int first = p * PIECE;
            largest[p] = Columns.max(x, start + first, Math.min(length - first, PIECE));
        });
        return plain(Columns.max(largest, 0, pieces));
    }

    private static void maxChunks(
            float[] x, int start, int reduced, int inner, int from, int to, float[] into, int at) {
        int chunks = chunks(inner);
        for (int item = from; item < to; item++) {
            int o = item / chunks;
            int first = item % chunks * CHUNK;
            maxOfColumns(x, start + o * reduced * inner + first, reduced, inner, first, into, at + o * inner + first);
        }
    }

    private static void maxOfColumns(float[] x, int start, int reduced, int inner, int first, float[] into, int at) {
        int columns = Math.min(inner - first, CHUNK);
        Arrays.fill(into, at, at + columns, Float.NEGATIVE_INFINITY);
        Columns.max(x, start, inner, reduced, columns, into, at);
        for (int c = at; c < at + columns; c++) into[c] = plain(into[c]);
    }

    /// Where the maxima stand, the first of several, as whole numbers; a NaN is above all. There must be something to
    /// reduce.
    public static void argmax(float[] x, int start, int outer, int reduced, int inner, float[] into, int at) {
        int size = outer * reduced * inner;
        int items = outer * chunks(inner);
        int each = reduced * Math.min(inner, CHUNK);
        if (size < WORTH_SPLITTING) argmax(x, start, reduced, inner, 0, items, into, at);
        else split(items, each, (from, to) -> argmax(x, start, reduced, inner, from, to, into, at));
        Columns.worked(size);
    }

    private static void argmax(float[] x, int start, int reduced, int inner, int from, int to, float[] into, int at) {
        float[] largest = LARGEST.get();
        int chunks = chunks(inner);
        for (int item = from; item < to; item++) {
            int o = item / chunks;
            int first = item % chunks * CHUNK;
            int begin = start + o * reduced * inner + first;
            if (inner == 1) into[at + o] = indexOf(Columns.max(x, begin, reduced), x, begin);
            else {
                maxOfColumns(x, begin, reduced, inner, first, largest, 0);
                int columns = Math.min(inner - first, CHUNK);
                indicesOf(largest, x, begin, reduced, inner, columns, into, at + o * inner + first);
            }
        }
    }

    private static int indexOf(float largest, float[] x, int from) {
        int i = 0;
        if (Float.isNaN(largest)) while (!Float.isNaN(x[from + i])) i++;
        else while (x[from + i] != largest) i++;
        return i;
    }

    /// From the last row back to the first, so that the first of equal ones stays.
    private static void indicesOf(
            float[] largest, float[] x, int from, int rows, int stride, int columns, float[] into, int at) {
        for (int r = rows - 1; r >= 0; r--) {
            int row = from + r * stride;
            for (int c = 0; c < columns; c++) {
                float v = x[row + c];
                // A column whose largest is NaN equals nothing but is NaN itself.
                if (v == largest[c] || Float.isNaN(v)) into[at + c] = r;
            }
        }
    }

    /// Some of the items, from the first to before the last.
    interface Items {
        void work(int from, int to);
    }

    /// Shares out items of so many numbers each.
    private static void split(int items, int each, Items some) {
        int piece = Math.max(1, PIECE / Math.max(1, each));
        Workers.run((items + piece - 1) / piece, p -> some.work(p * piece, Math.min(items, (p + 1) * piece)));
    }
}
