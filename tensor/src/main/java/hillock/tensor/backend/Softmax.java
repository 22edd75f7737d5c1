package hillock.tensor.backend;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.expr.kernel.Loop;
import java.util.Arrays;

/// `exp(x) / Σ exp(x)`, or its logarithm, of each row, and its derivative.
///
/// The largest number m of a row is subtracted first, which changes nothing but keeps exp from
/// overflowing. Rows are worked on in blocks that stay in the first-level cache, long rows a block
/// at a time.
public final class Softmax {
    private static final Expr A = Expr.input(0);
    private static final Expr B = Expr.input(1);
    private static final Expr C = Expr.input(2);

    /// Numbers in a block.
    private static final int BLOCK = 1 << 11;

    /// Below so many numbers a second thread is not worth it.
    private static final int WORTH_SPLITTING = 1 << 16;

    /// Numbers that a thread takes at a time, about.
    private static final int PIECE = 1 << 15;

    private static final Loop EXP = loop(A.minus(B).exp(), 0b10);
    private static final Loop TIMES = loop(A.times(B), 0b10);
    private static final Loop MINUS = loop(A.minus(B).minus(C), 0b110);
    private static final Loop PRODUCT = loop(A.times(B), 0);
    private static final Loop GRADIENT = loop(A.times(B.minus(C)), 0b100);
    private static final Loop LOG_GRADIENT = loop(B.minus(A.exp().times(C)), 0b100);

    private static final float[] NO_UNIFORMS = {};

    private static final ThreadLocal<Softmax> OF_THREAD = ThreadLocal.withInitial(Softmax::new);

    private final float[] largest = new float[BLOCK];
    private final float[] sums = new float[BLOCK];
    private final float[] products = new float[BLOCK];
    private final RowSum sum = new RowSum();
    private final float[][] arrays = new float[4][];
    private final int[] offsets = new int[4];
    private final int[] strides = new int[4];

    private Softmax() {}

    private static Loop loop(Expr e, long still) {
        return Loop.of(Kernel.of(e), still);
    }

    /// Softmax, or its logarithm, of `rows` rows of `length` contiguous numbers. The result must
    /// not overwrite x.
    public static void of(boolean log, float[] x, int start, int rows, int length, float[] into, int at) {
        if (rows * length < WORTH_SPLITTING) {
            OF_THREAD.get().rows(log, x, start, rows, length, into, at);
        } else {
            int piece = Math.max(1, PIECE / length);
            Workers.run((rows + piece - 1) / piece, p -> {
                int from = p * piece * length;
                int count = Math.min(rows - p * piece, piece);
                OF_THREAD.get().rows(log, x, start + from, count, length, into, at + from);
            });
        }
        Columns.worked(2L * rows * length);
    }

    private void rows(boolean log, float[] x, int start, int rows, int length, float[] into, int at) {
        int block = Math.max(1, BLOCK / Math.max(1, length));
        for (int r = 0; r < rows; r += block) {
            int count = Math.min(rows - r, block);
            int from = start + r * length;
            int to = at + r * length;
            for (int i = 0; i < count; i++) largest[i] = Columns.max(x, from + i * length, length);
            exponentials(log, x, from, count, length, into, to);
            operand(0, log ? x : into, log ? from : to, length);
            operand(1, log ? largest : sums, 0, 1);
            operand(2, log ? sums : into, log ? 0 : to, log ? 1 : length);
            operand(3, into, to, length);
            run(log ? MINUS : TIMES, count, length);
        }
        Arrays.fill(arrays, null);
    }

    /// The exponentials and what becomes of their sums, of rows that fit into a block or of a
    /// single longer one.
    private void exponentials(boolean log, float[] x, int from, int rows, int length, float[] into, int at) {
        int part = Math.min(length, BLOCK);
        for (int i = 0; i < length; i += part) {
            int n = Math.min(length - i, part);
            operand(0, x, from + i, length);
            operand(1, largest, 0, 1);
            operand(2, into, at + i, length);
            run(EXP, rows, n);
            if (part == length)
                for (int r = 0; r < rows; r++) sums[r] = scale(log, sum.of(into, at + r * length, length));
            else addPart(into, at + i, n, i == 0);
        }
        if (part < length) sums[0] = scale(log, sum.end());
    }

    private void addPart(float[] x, int from, int count, boolean isFirst) {
        if (isFirst) sum.begin();
        sum.add(x, from, count);
    }

    private void operand(int i, float[] array, int offset, int rowStride) {
        arrays[i] = array;
        offsets[i] = offset;
        strides[i] = rowStride;
    }

    private void run(Loop loop, int rows, int columns) {
        loop.run(arrays, offsets, strides, NO_UNIFORMS, rows, columns);
    }

    /// What is subtracted, or multiplied by.
    private static float scale(boolean log, double sum) {
        return (float) (log ? StrictMath.log(sum) : 1 / sum);
    }

    /// What flows back through [#of] when the gradient gy arrives at its result y: `y (gy - Σ gy y)`, or
    /// `gy - exp(y) Σ gy` for the logarithm.
    public static void gradient(
            boolean log, float[] y, int yAt, float[] gy, int gyAt, int rows, int length, float[] into, int at) {
        if (rows * length < WORTH_SPLITTING) {
            OF_THREAD.get().gradients(log, y, yAt, gy, gyAt, rows, length, into, at);
        } else {
            int piece = Math.max(1, PIECE / length);
            Workers.run((rows + piece - 1) / piece, p -> {
                int from = p * piece * length;
                int count = Math.min(rows - p * piece, piece);
                OF_THREAD.get().gradients(log, y, yAt + from, gy, gyAt + from, count, length, into, at + from);
            });
        }
        Columns.worked((long) rows * length);
    }

    private void gradients(
            boolean log, float[] y, int yAt, float[] gy, int gyAt, int rows, int length, float[] into, int at) {
        int block = Math.max(1, BLOCK / Math.max(1, length));
        for (int r = 0; r < rows; r += block) {
            int count = Math.min(rows - r, block);
            int from = r * length;
            sums(log, y, yAt + from, gy, gyAt + from, count, length);
            operand(0, y, yAt + from, length);
            operand(1, gy, gyAt + from, length);
            operand(2, sums, 0, 1);
            operand(3, into, at + from, length);
            run(log ? LOG_GRADIENT : GRADIENT, count, length);
        }
        Arrays.fill(arrays, null);
    }

    /// The sums of gy·y, or of gy, of rows that fit into a block or of a single longer one.
    private void sums(boolean log, float[] y, int yAt, float[] gy, int gyAt, int rows, int length) {
        if (length > BLOCK) {
            sums[0] = (float) sumOfLong(log, y, yAt, gy, gyAt, length);
            return;
        }
        for (int r = 0; r < rows; r++) {
            int at = r * length;
            sums[r] =
                    (float) (log ? sum.of(gy, gyAt + at, length) : sum.ofProducts(y, yAt + at, gy, gyAt + at, length));
        }
    }

    private double sumOfLong(boolean log, float[] y, int yAt, float[] gy, int gyAt, int length) {
        if (log) return sum.of(gy, gyAt, length);
        sum.begin();
        for (int i = 0; i < length; i += BLOCK) {
            int n = Math.min(length - i, BLOCK);
            operand(0, y, yAt + i, length);
            operand(1, gy, gyAt + i, length);
            operand(2, products, 0, n);
            run(PRODUCT, 1, n);
            sum.add(products, 0, n);
        }
        return sum.end();
    }
}
