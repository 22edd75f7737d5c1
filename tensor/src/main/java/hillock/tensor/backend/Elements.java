package hillock.tensor.backend;

import hillock.expr.kernel.Loop;

/// A kernel over whole arrays, on as many threads as the work is worth. Where it is cut depends on its size alone.
public final class Elements {
    /// Elements in a piece of work: enough to be worth a hand-over between threads.
    private static final int PIECE = 1 << 15;

    private final Loop loop;
    private final long still;
    private final float[][] arrays;
    private final int[] offsets;
    private final int[] rowStrides;
    private final float[] uniforms;
    private final int rows;
    private final int columns;

    /// @param still bit i says that array i stands still along a row
    /// @param arrays the inputs, then the outputs, as [Loop#run] takes them
    public Elements(
            Loop loop,
            long still,
            float[][] arrays,
            int[] offsets,
            int[] rowStrides,
            float[] uniforms,
            int rows,
            int columns) {
        this.loop = loop;
        this.still = still;
        this.arrays = arrays;
        this.offsets = offsets;
        this.rowStrides = rowStrides;
        this.uniforms = uniforms;
        this.rows = rows;
        this.columns = columns;
    }

    /// Computes everything.
    public void run() {
        if (rows == 1) {
            if (columns <= PIECE) rows(0, 1);
            else Workers.run((columns + PIECE - 1) / PIECE, this::columns);
        } else {
            int piece = Math.max(1, PIECE / Math.max(1, columns));
            if (rows <= piece) rows(0, rows);
            else Workers.run((rows + piece - 1) / piece, p -> rows(p * piece, Math.min(rows, (p + 1) * piece)));
        }
    }

    /// Computes the rows `from` to `to - 1`, on this thread.
    public void rows(int from, int to) {
        int[] begin = offsets;
        if (from > 0) {
            begin = offsets.clone();
            for (int i = 0; i < begin.length; i++) begin[i] += from * rowStrides[i];
        }
        loop.run(arrays, begin, rowStrides, uniforms, to - from, columns);
    }

    private void columns(int piece) {
        int from = piece * PIECE;
        int[] begin = offsets.clone();
        for (int i = 0; i < begin.length; i++) if ((still >> i & 1) == 0) begin[i] += from;
        loop.run(arrays, begin, rowStrides, uniforms, 1, Math.min(PIECE, columns - from));
    }
}
