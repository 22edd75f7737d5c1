package hillock.tensor.backend;

/// Runs generated code on made-up numbers until the JIT compiler has made vector instructions of it: before that each
/// vector is an object, and real work would take a hundred times as long.
final class Drill {
    /// Terms of the products that are computed for practice.
    private static final int TERMS = 16;

    /// What a compiled tile never takes for one multiplication and addition, and interpreted code always does.
    private static final double SLOW_NANOS_PER_TERM = 0.4;

    /// Fast runs in a row that show that the code is compiled.
    private static final int FAST_ENOUGH = 20;

    private static int hot;
    private static int fastRuns;

    private Drill() {}

    static synchronized boolean run(
            Tile[] tiles, int[] heights, TransposeCode.Form transposition, int[][] lanes, int width, long nanos) {
        float[] a = new float[heights[0] * TERMS];
        float[] b = new float[Math.max(TERMS, width) * width];
        float[] c = new float[Math.max(heights[0], width) * width];
        long end = System.nanoTime() + nanos;
        for (int round = 0; hot <= tiles.length; round++) {
            long begin = System.nanoTime();
            if (begin > end && round > 0) return false;
            double terms;
            if (hot == tiles.length) {
                int side = lanes[0].length;
                transposition.run(b, 0, width, c, 0, width, lanes);
                terms = side * side * 3.0;
            } else {
                tiles[hot].run(a, 0, TERMS, b, 0, width, c, 0, width, TERMS);
                terms = (double) heights[hot] * TERMS * width;
            }
            long took = System.nanoTime() - begin;
            fastRuns = took < 60 + terms * SLOW_NANOS_PER_TERM ? fastRuns + 1 : 0;
            if (fastRuns >= FAST_ENOUGH) {
                hot++;
                fastRuns = 0;
            }
        }
        return true;
    }
}
