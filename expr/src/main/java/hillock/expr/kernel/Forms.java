package hillock.expr.kernel;

import java.util.Arrays;
import java.util.List;

/// The two forms of one loop, and the choice between them.
final class Forms {
    /// What scalar code takes for one operation on one element, about.
    private static final double NANOS_PER_STEP = 0.15;

    /// From so long on a call is timed.
    private static final long WORTH_TIMING = 2_000;

    /// A call that took more than so many times what was estimated was interrupted, or interpreted.
    private static final int MOST = 20;

    /// What the vector form practises on: rows of whole vectors, every other time with a rest. Of
    /// rows that are shorter the JIT compiler would learn that the loop is not worth much, of a
    /// rest that is always there, or never, that the other case need not be compiled: the first
    /// real call would then throw the code away, and go on in vectors that are objects until there
    /// is new code, for up to half a second.
    private static final int PRACTISED_ROWS = 2;

    private static final int PRACTISED_COLUMNS = 64;

    /// Calls without rows that go with one with rows, and what one of them may take, in terms: a
    /// method is compiled after so many calls, whatever they did.
    private static final int EMPTY_CALLS = 8;

    private static final double EMPTY_TERMS = 100;

    /// What the scalar form begins with: so many numbers at a time, each time after so many calls
    /// without rows, so often. HotSpot compiles a method after 200 calls, or 100 with 2,000 turns
    /// of its loops, but only after 60,000 turns within one call; to optimize it takes 600 calls
    /// and 15,000 turns. Of shorter pieces it would learn that the loop is not worth vectors.
    private static final int PIECE = 256;

    private static final int EMPTY_CALLS_BEFORE_PIECE = 16;
    private static final int PIECES = 100;

    private final Body body;
    private final Form scalar;
    private final Tier tier;

    /// How many pieces there were, about: threads may count at the same time.
    private int pieces;

    private volatile Form vector;

    Forms(Body body) {
        this.body = body;
        boolean compiles = body.size() <= Bytecode.LONGEST;
        this.scalar = compiles ? Bytecode.compile(body, new ScalarValues(), null) : new Interpreted(body);
        this.tier = compiles ? Tier.of(this::practice) : Tier.scalar();
    }

    void run(float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int rows, int columns) {
        if (tier.isVector()) vector().run(arrays, offsets, rowStrides, uniforms, rows, columns);
        else runScalar(arrays, offsets, rowStrides, uniforms, rows, columns);
    }

    /// What is quickly done is not worth a look at the clock. Branches that the processor cannot
    /// foresee, such as those of leaky_relu, take ten times as long as was estimated.
    private void runScalar(float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int rows, int columns) {
        long estimate = (long) ((double) rows * columns * body.size() * NANOS_PER_STEP);
        boolean isTimed = estimate > WORTH_TIMING;
        long begin = isTimed ? System.nanoTime() : 0;
        if (pieces < PIECES) inPieces(arrays, offsets, rowStrides, uniforms, rows, columns);
        else scalar.run(arrays, offsets, rowStrides, uniforms, rows, columns);
        tier.ranScalar(isTimed ? Math.min(System.nanoTime() - begin, MOST * estimate) : estimate);
    }

    /// For the first times: see [#PIECE].
    private void inPieces(float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int rows, int columns) {
        int[] at = offsets.clone();
        int rowsAtOnce = Math.max(1, PIECE / Math.max(1, columns));
        for (int row = 0; row < rows; row += rowsAtOnce) {
            int height = Math.min(rowsAtOnce, rows - row);
            for (int from = 0; from < columns; from += PIECE) {
                for (int i = 0; i < EMPTY_CALLS_BEFORE_PIECE; i++) scalar.run(arrays, at, rowStrides, uniforms, 0, 0);
                for (int i = 0; i < at.length; i++) {
                    at[i] = offsets[i] + row * rowStrides[i] + (body.stands(i) ? 0 : from);
                }
                scalar.run(arrays, at, rowStrides, uniforms, height, Math.min(PIECE, columns - from));
                pieces++;
            }
        }
    }

    private Form vector() {
        Form known = vector;
        if (known != null) return known;
        Form made = VectorForms.compile(body);
        vector = made;
        return made;
    }

    private Drill practice() {
        Form form = vector();
        float[][] arrays = new float[body.arrays()][PRACTISED_ROWS * (PRACTISED_COLUMNS + 1)];
        for (float[] array : arrays) for (int i = 0; i < array.length; i++) array[i] = (i % 7 - 3) / 2f;
        int[] offsets = new int[arrays.length];
        int[] rowStrides = new int[arrays.length];
        Arrays.fill(rowStrides, PRACTISED_COLUMNS);
        float[] uniforms = new float[body.size()];
        Arrays.fill(uniforms, 0.5f);
        double terms = (double) body.size() * PRACTISED_ROWS * PRACTISED_COLUMNS + EMPTY_CALLS * EMPTY_TERMS;
        int[] rest = {0};
        return new Drill(List.of(new Drill.Exercise(terms, () -> {
            rest[0] = 1 - rest[0];
            form.run(arrays, offsets, rowStrides, uniforms, PRACTISED_ROWS, PRACTISED_COLUMNS + rest[0]);
            for (int i = 0; i < EMPTY_CALLS; i++) form.run(arrays, offsets, rowStrides, uniforms, 0, 0);
        })));
    }
}
