package hillock.tensor.backend;

import java.util.Arrays;

/// Many numbers into one, along the middle of three dimensions `[outer, reduced, inner]`.
///
/// Sums are accumulated in double precision, which for floats is as good as exact, in an order that depends on the
/// shape
/// alone. The loops over a block have every array indexed by the plain loop variable, in arrays of their own: HotSpot's
/// C2 compiler makes vector instructions of those, and they are fast before it has.
public final class Reduce {
    /// Columns that are reduced together, and numbers of a long row that are.
    private static final int BLOCK = 512;

    /// Rows from this length on are summed by blocks.
    private static final int LONG = 4 * BLOCK;

    /// Numbers from which on a reduction is split between threads.
    private static final int WORTH_SPLITTING = 1 << 18;

    private static final class Scratch {
        final double[] sums = new double[BLOCK];
        final float[] row = new float[BLOCK];
        final float[] largest = new float[BLOCK];
    }

    private static final ThreadLocal<Scratch> SCRATCH = ThreadLocal.withInitial(Scratch::new);

    private Reduce() {}

    /// Sums, into `outer · inner` numbers from `at` on.
    public static void sum(float[] x, int start, int outer, int reduced, int inner, float[] into, int at) {
        if (inner == 1) {
            split(outer, reduced, (from, to) -> {
                for (int o = from; o < to; o++) into[at + o] = (float) sum(x, start + o * reduced, reduced);
            });
            return;
        }
        for (int o = 0; o < outer; o++) {
            int first = start + o * reduced * inner;
            int result = at + o * inner;
            int blocks = (inner + BLOCK - 1) / BLOCK;
            split(blocks, reduced * BLOCK, (from, to) -> {
                for (int b = from; b < to; b++) {
                    int width = Math.min(BLOCK, inner - b * BLOCK);
                    double[] sums = columns(x, first + b * BLOCK, inner, reduced, width);
                    for (int i = 0; i < width; i++) into[result + b * BLOCK + i] = (float) sums[i];
                }
            });
        }
    }

    /// The sums of the columns of `count` rows that lie `stride` apart.
    private static double[] columns(float[] x, int first, int stride, int count, int width) {
        Scratch s = SCRATCH.get();
        Arrays.fill(s.sums, 0, width, 0);
        for (int r = 0; r < count; r++) {
            System.arraycopy(x, first + r * stride, s.row, 0, width);
            add(s.row, s.sums, width);
        }
        return s.sums;
    }

    private static void add(float[] row, double[] sums, int width) {
        for (int i = 0; i < width; i++) sums[i] += row[i];
    }

    /// The sum of neighbours: of a long row as the sum of the columns of its blocks, else four sums side by side.
    private static double sum(float[] x, int from, int count) {
        int blocked = count < LONG ? 0 : count - count % BLOCK;
        double total = 0;
        if (blocked > 0) {
            double[] sums = columns(x, from, BLOCK, blocked / BLOCK, BLOCK);
            for (int width = BLOCK / 2; width > 0; width /= 2) {
                for (int i = 0; i < width; i++) sums[i] += sums[i + width];
            }
            total = sums[0];
        }
        double s0 = 0;
        double s1 = 0;
        double s2 = 0;
        double s3 = 0;
        int i = from + blocked;
        int end = from + count;
        for (; i + 3 < end; i += 4) {
            s0 += x[i];
            s1 += x[i + 1];
            s2 += x[i + 2];
            s3 += x[i + 3];
        }
        for (; i < end; i++) s0 += x[i];
        return total + ((s0 + s1) + (s2 + s3));
    }

    /// Maxima; NaN where one is NaN.
    public static void max(float[] x, int start, int outer, int reduced, int inner, float[] into, int at) {
        if (inner == 1) {
            split(outer, reduced, (from, to) -> {
                for (int o = from; o < to; o++) into[at + o] = max(x, start + o * reduced, reduced);
            });
            return;
        }
        Scratch s = SCRATCH.get();
        for (int o = 0; o < outer; o++) {
            for (int b = 0; b < inner; b += BLOCK) {
                int width = Math.min(BLOCK, inner - b);
                Arrays.fill(s.largest, 0, width, Float.NEGATIVE_INFINITY);
                for (int r = 0; r < reduced; r++) {
                    System.arraycopy(x, start + (o * reduced + r) * inner + b, s.row, 0, width);
                    larger(s.row, s.largest, width);
                }
                System.arraycopy(s.largest, 0, into, at + o * inner + b, width);
            }
        }
    }

    private static void larger(float[] row, float[] largest, int width) {
        for (int i = 0; i < width; i++) largest[i] = Math.max(largest[i], row[i]);
    }

    private static float max(float[] x, int from, int count) {
        float a = Float.NEGATIVE_INFINITY;
        float b = Float.NEGATIVE_INFINITY;
        int i = from;
        int end = from + count;
        for (; i + 1 < end; i += 2) {
            a = Math.max(a, x[i]);
            b = Math.max(b, x[i + 1]);
        }
        if (i < end) a = Math.max(a, x[i]);
        return Math.max(a, b);
    }

    private interface Range {
        void run(int from, int to);
    }

    /// Runs a range of results, each of which takes so many numbers, on one thread or several.
    private static void split(int results, int each, Range range) {
        if ((long) results * each < WORTH_SPLITTING || results < 2) {
            range.run(0, results);
            return;
        }
        int piece = Math.max(1, WORTH_SPLITTING / 4 / Math.max(1, each));
        Workers.run((results + piece - 1) / piece, p -> range.run(p * piece, Math.min(results, (p + 1) * piece)));
    }
}
