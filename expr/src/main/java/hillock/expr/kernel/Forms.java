package hillock.expr.kernel;

/// The two forms of one loop, and the choice between them.
final class Forms {
    /// Elements that a call runs in vector form while that form warms up.
    private static final int WARMING_PIECE = 128;

    /// What scalar code takes for one operation on one element, about.
    private static final double NANOS_PER_STEP = 0.15;

    /// From so long on a call is timed.
    private static final long WORTH_TIMING = 2_000;

    /// A call that took more than so many times what was estimated was interrupted, or interpreted.
    private static final int MOST = 20;

    /// What it takes to ask what time it is.
    private static final long CLOCK_NANOS = 50;

    private final Code code;
    private final int[] results;
    private final int inputs;
    private final long still;
    private final Form scalar;
    private final Tier tier;
    private volatile Form vector;

    Forms(Code code, int[] results, int inputs, long still) {
        this.code = code;
        this.results = results;
        this.inputs = inputs;
        this.still = still;
        boolean compiles = code.steps().size() <= Bytecode.LONGEST;
        this.scalar = compiles
                ? Bytecode.compile(code, results, inputs, still, new ScalarValues(), null)
                : new Interpreted(code, results, inputs, still);
        this.tier = new Tier(compiles);
    }

    void run(float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int rows, int columns) {
        switch (tier.form()) {
            case VECTOR -> vector().run(arrays, offsets, rowStrides, uniforms, rows, columns);
            case SCALAR -> runScalar(arrays, offsets, rowStrides, uniforms, rows, columns);
            case WARMING -> warm(arrays, offsets, rowStrides, uniforms, rows, columns);
        }
    }

    /// What is quickly done is not worth a look at the clock. Branches that the processor cannot foresee, such as those
    /// of leaky_relu, take ten times as long as was estimated.
    private void runScalar(float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int rows, int columns) {
        long estimate = scalarNanos(rows, columns);
        boolean isTimed = estimate > WORTH_TIMING;
        long begin = isTimed ? System.nanoTime() : 0;
        scalar.run(arrays, offsets, rowStrides, uniforms, rows, columns);
        tier.ranScalar(isTimed ? Math.min(System.nanoTime() - begin, MOST * estimate) : estimate);
    }

    private long scalarNanos(int rows, int columns) {
        return (long) ((double) rows * columns * code.steps().size() * NANOS_PER_STEP);
    }

    private Form vector() {
        Form known = vector;
        if (known != null) return known;
        Form made = VectorForms.compile(code, results, inputs, still);
        vector = made;
        return made;
    }

    /// A first part in vector form, the rest in scalar form.
    private void warm(float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int rows, int columns) {
        Form form = vector();
        boolean byRows = rows > 1;
        int part = byRows
                ? Math.min(rows, Math.max(1, WARMING_PIECE / Math.max(1, columns)))
                : Math.min(columns, WARMING_PIECE);
        long begin = System.nanoTime();
        form.run(arrays, offsets, rowStrides, uniforms, byRows ? part : rows, byRows ? columns : part);
        long between = System.nanoTime();
        int rest = (byRows ? rows : columns) - part;
        if (rest > 0) {
            int[] moved = offsets.clone();
            for (int i = 0; i < moved.length; i++) {
                boolean stands = i < inputs && (still >> i & 1) != 0;
                moved[i] += byRows ? part * rowStrides[i] : stands ? 0 : part;
            }
            scalar.run(arrays, moved, rowStrides, uniforms, byRows ? rest : rows, byRows ? columns : rest);
        }
        if (rest > 0) tier.compare(part, between - begin, rest, System.nanoTime() - between);
        else tier.compare(1, between - begin, 1, CLOCK_NANOS + scalarNanos(rows, columns));
    }
}
