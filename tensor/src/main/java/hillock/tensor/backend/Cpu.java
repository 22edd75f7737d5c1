package hillock.tensor.backend;

import hillock.expr.Kernel;
import hillock.expr.kernel.Operand;
import hillock.expr.kernel.Program;
import java.util.Arrays;
import java.util.List;

/// The processor. Work is split by its size into pieces that threads take in any order; no piece reads what another
/// writes, so the bits do not depend on how many threads there are.
final class Cpu implements Backend {
    /// Elements in a piece of elementwise work: enough to be worth a hand-over between threads.
    private static final int PIECE = 1 << 15;

    /// Partial sums that are kept side by side: a fixed number, so that every sum is the same tree of additions.
    private static final int LANES = 8;

    @Override
    public void pointwise(Kernel kernel, int[] dims, List<Operand> inputs, double[] params, float[][] results) {
        Program program = Program.of(kernel);
        int size = results[0].length;
        Workers.run(pieces(size), piece -> {
            int from = piece * PIECE;
            program.run(dims, inputs, params, results, from, Math.min(size, from + PIECE));
        });
    }

    private static int pieces(int size) {
        return (int) (((long) size + PIECE - 1) / PIECE);
    }

    @Override
    public float[] sum(float[] x, int outer, int reduced, int inner) {
        float[] result = new float[outer * inner];
        if (inner == 1) {
            for (int o = 0; o < outer; o++) result[o] = (float) sum(x, o * reduced, reduced);
            return result;
        }
        double[] sums = new double[inner];
        for (int o = 0; o < outer; o++) {
            Arrays.fill(sums, 0);
            for (int r = 0; r < reduced; r++) {
                int row = (o * reduced + r) * inner;
                for (int i = 0; i < inner; i++) sums[i] += x[row + i];
            }
            for (int i = 0; i < inner; i++) result[o * inner + i] = (float) sums[i];
        }
        return result;
    }

    /// Sums in double precision: for floats that is as good as exact.
    private static double sum(float[] x, int from, int count) {
        double[] lanes = new double[LANES];
        int whole = count - count % LANES;
        for (int i = 0; i < whole; i += LANES) {
            for (int lane = 0; lane < LANES; lane++) lanes[lane] += x[from + i + lane];
        }
        double total = 0;
        for (double lane : lanes) total += lane;
        for (int i = whole; i < count; i++) total += x[from + i];
        return total;
    }

    @Override
    public float[] max(float[] x, int outer, int reduced, int inner) {
        float[] result = new float[outer * inner];
        Arrays.fill(result, Float.NEGATIVE_INFINITY);
        for (int o = 0; o < outer; o++) {
            for (int r = 0; r < reduced; r++) {
                int row = (o * reduced + r) * inner;
                for (int i = 0; i < inner; i++) {
                    result[o * inner + i] = Math.max(result[o * inner + i], x[row + i]);
                }
            }
        }
        return result;
    }

    @Override
    public float[] matmul(
            int stack, int m, int k, int n, float[] a, boolean transposeA, float[] b, boolean transposeB) {
        return Gemm.multiply(stack, new Matrix(a, 0, m, k, transposeA), new Matrix(b, 0, k, n, transposeB));
    }

    @Override
    public void read(int[] dims, float[] x, int[] strides, int offset, float[] into) {
        new Walk(dims, strides, offset).forEachRow((row, at, length, stride) -> {
            for (int i = 0; i < length; i++) into[row + i] = x[at + i * stride];
        });
    }

    @Override
    public void write(int[] dims, float[] x, float[] into, int[] strides, int offset) {
        new Walk(dims, strides, offset).forEachRow((row, at, length, stride) -> {
            for (int i = 0; i < length; i++) into[at + i * stride] = x[row + i];
        });
    }
}
