package hillock.reference;

import hillock.expr.Expr;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Shapes that nobody thought of, of up to four dimensions of length 0 to 4: the seed is in the name of a failing case.
class RandomShapesTest {
    private static final Expr SMOOTH =
            Expr.input(0).times(Expr.input(1)).sin().plus(Expr.input(0).square());

    static LongStream seeds() {
        return LongStream.range(0, 40);
    }

    private static int[] shape(Rng rng, int rank) {
        // A length of 0 is legal, but with many of them there is nothing left to check.
        return IntStream.range(0, rank)
                .map(_ -> rng.nextInt(12) == 0 ? 0 : 1 + rng.nextInt(4))
                .toArray();
    }

    /// A shape that broadcasts to `full`: some leading dimensions gone, some of the others 1.
    private static int[] broadcastable(Rng rng, int[] full) {
        int[] kept = Arrays.copyOfRange(full, rng.nextInt(full.length + 1), full.length);
        return Arrays.stream(kept).map(d -> rng.nextInt(3) == 0 ? 1 : d).toArray();
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void broadcasting(long seed) {
        Rng rng = Rng.of(seed);
        int[] full = shape(rng, rng.nextInt(5));
        Tensor a = Tensor.normal(rng, broadcastable(rng, full));
        Tensor b = Tensor.normal(rng, broadcastable(rng, full));
        GradientCheck.of(t -> Tensor.pointwise(SMOOTH, t.get(0), t.get(1)), a, b);
        GradientCheck.of(t -> t.get(0).map(Expr::square).expand(full), a);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void reductionsAndPermutations(long seed) {
        Rng rng = Rng.of(seed);
        Tensor x = Tensor.normal(rng, shape(rng, 1 + rng.nextInt(4)));
        int rank = x.shape().rank();
        int[] order = rng.permutation(rank);
        int[] axes = Arrays.copyOf(rng.permutation(rank), 1 + rng.nextInt(rank));
        GradientCheck.of(t -> t.get(0).map(Expr::sin).permute(order).sum(axes), x);
        boolean empty = Arrays.stream(axes).anyMatch(a -> x.shape().dim(a) == 0);
        if (!empty)
            GradientCheck.of(
                    t -> t.get(0).map(Expr::sin).maxKeepingDims(axes),
                    spaced(rng, x.shape().dims()));
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void products(long seed) {
        Rng rng = Rng.of(seed);
        int[] stack = shape(rng, rng.nextInt(3));
        int[] sizes = shape(rng, 3);
        Tensor a = Tensor.normal(rng, joined(broadcastable(rng, stack), sizes[0], sizes[1]));
        Tensor b = Tensor.normal(rng, joined(broadcastable(rng, stack), sizes[1], sizes[2]));
        Function<List<Tensor>, Tensor> product = t -> t.get(0).matmul(t.get(1)).map(Expr::tanh);
        GradientCheck.of(product, a, b);
        GradientCheck.of(t -> t.get(1).transpose().matmul(t.get(0).transpose()), a, b);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void cuttingAndPicking(long seed) {
        Rng rng = Rng.of(seed);
        int[] dims = shape(rng, 1 + rng.nextInt(3));
        int axis = rng.nextInt(dims.length);
        dims[axis] = 1 + rng.nextInt(5);
        int from = rng.nextInt(dims[axis]);
        int to = from + rng.nextInt(dims[axis] - from + 1);
        int step = 1 + rng.nextInt(3);
        Tensor x = Tensor.normal(rng, dims);
        Tensor index = wholeNumbers(rng, dims[axis], dims);
        GradientCheck.of(t -> t.get(0).map(Expr::exp).slice(axis, from, to, step), x);
        GradientCheck.of(t -> t.get(0).map(Expr::exp).gather(axis, index), x);
        GradientCheck.of(t -> t.get(0).map(Expr::exp).scatterAdd(axis, index, dims[axis] + 1), x);
        GradientCheck.of(t -> Tensor.concat(axis, t.get(0).map(Expr::exp), t.get(1)), x, x.slice(axis, from, to));
    }

    /// Between -1 and 1, no two so close that a small step would make the other one the maximum.
    private static Tensor spaced(Rng rng, int... dims) {
        float[] values = Tensor.zeros(dims).toArray();
        int[] order = rng.permutation(values.length);
        for (int i = 0; i < values.length; i++) values[i] = 2f * order[i] / values.length - 1;
        return Tensor.of(values, dims);
    }

    private static Tensor wholeNumbers(Rng rng, int bound, int[] dims) {
        float[] values = Tensor.zeros(dims).toArray();
        for (int i = 0; i < values.length; i++) values[i] = rng.nextInt(bound);
        return Tensor.of(values, dims);
    }

    private static int[] joined(int[] stack, int rows, int columns) {
        return IntStream.concat(Arrays.stream(stack), IntStream.of(rows, columns))
                .toArray();
    }
}
