package hillock.expr.kernel;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.LongAdder;
import java.util.stream.IntStream;

/// A compiled kernel: a loop over rows and columns in which each distinct subexpression is computed once. What depends
/// on no input is a *uniform*, computed once a run, in double precision. The elements are independent of one another,
/// so any split of the work gives the same bits, and so do its scalar and its vector form.
///
/// ```java
/// Loop silu = Loop.of(Kernel.of(x.times(x.sigmoid())), 0);
/// silu.run(new float[][] {from, to}, new int[2], new int[2], new float[0], 1, n);
/// ```
public final class Loop {
    /// Forgotten all at once when there are more: only a program that makes up formulas for ever has so many.
    private static final int MOST_KEPT = 4096;

    private static final Map<Key, Loop> LOOPS = new ConcurrentHashMap<>();
    private static final Map<Body, Forms> FORMS = new ConcurrentHashMap<>();

    private static final LongAdder HITS = new LongAdder();
    private static final LongAdder MISSES = new LongAdder();
    private static final LongAdder COMPILED = new LongAdder();

    /// A kernel, which of its inputs stand still along a row, and where its outputs go.
    private record Key(Kernel kernel, long still, List<Integer> places) {
        @Override
        public boolean equals(Object other) {
            return other instanceof Key k && still == k.still && kernel.equals(k.kernel) && places.equals(k.places);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * kernel.hashCode() + Long.hashCode(still)) + places.hashCode();
        }
    }

    private final Expr[] uniforms;
    private final Forms forms;

    private Loop(Expr[] uniforms, Forms forms) {
        this.uniforms = uniforms;
        this.forms = forms;
    }

    /// The loop of a kernel, compiled when it is first asked for. Bit i of `still` says that input i stands still along
    /// a row; the other inputs, and the outputs, are contiguous along it.
    public static Loop of(Kernel kernel, long still) {
        int inputs = kernel.inputs();
        return of(new Key(
                kernel,
                still,
                IntStream.range(inputs, inputs + kernel.outputs().size())
                        .boxed()
                        .toList()));
    }

    /// A loop whose outputs go to arrays that may be those of inputs, as [#run] is given them: the first ones are the
    /// inputs.
    public static Loop into(Kernel kernel, List<Integer> places) {
        return of(new Key(kernel, 0, List.copyOf(places)));
    }

    private static Loop of(Key key) {
        Loop known = LOOPS.get(key);
        if (known != null) {
            HITS.increment();
            return known;
        }
        MISSES.increment();
        if (LOOPS.size() > MOST_KEPT) LOOPS.clear();
        return LOOPS.computeIfAbsent(key, Loop::compile);
    }

    private static Loop compile(Key key) {
        Lowering lowering = Lowering.of(key.kernel);
        if (FORMS.size() > MOST_KEPT) FORMS.clear();
        Forms forms = FORMS.computeIfAbsent(lowering.body(key.kernel.inputs(), key.places, key.still), body -> {
            COMPILED.increment();
            return new Forms(body);
        });
        return new Loop(lowering.uniforms.toArray(Expr[]::new), forms);
    }

    /// How often a loop was asked for and known.
    public static long hits() {
        return HITS.sum();
    }

    /// How often not.
    public static long misses() {
        return MISSES.sum();
    }

    /// How often that took new code.
    public static long compiled() {
        return COMPILED.sum();
    }

    /// How many uniforms there are.
    public int uniforms() {
        return uniforms.length;
    }

    /// Computes the uniforms for these run-time parameters.
    public void uniforms(double[] params, float[] into) {
        for (int i = 0; i < uniforms.length; i++) into[i] = (float) value(uniforms[i], params);
    }

    private static double value(Expr uniform, double[] params) {
        return switch (uniform) {
            case Expr.Const(double value) -> value;
            case Expr.Param(int index) -> params[index];
            case Expr.Input _, Expr.Unary _, Expr.Binary _, Expr.Select _ -> uniform.evaluate(NO_INPUTS, params);
        };
    }

    private static final double[] NO_INPUTS = {};

    /// Computes every output.
    ///
    /// @param arrays the inputs, then the outputs; an output may be the same array at the same place as an input
    /// @param offsets where each begins
    /// @param rowStrides how far apart rows lie in each; 0 repeats
    public void run(float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int rows, int columns) {
        forms.run(arrays, offsets, rowStrides, uniforms, rows, columns);
    }
}
