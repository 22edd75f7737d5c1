package hillock.reference;

import hillock.expr.Expr;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// Programs of tensor operations that nobody thought of: each step takes results of earlier ones.
/// Value, gradients, second derivatives and plans are checked against double precision by
/// [GradientCheck]; the seed is in the name of a failing case.
///
/// Why its 10⁻⁵ is a bound: all numbers stay within ±1.1, a step adds at most four roundings of
/// 2⁻²⁵ and one function of 2 ulp, ε = 4 · 2⁻²⁴ = 2.4 · 10⁻⁷, and passes on the errors it was given
/// at most twice as large (no slope sums to more than 2). After the first squashing and four steps
/// that is (1 + 2 + 4 + 8 + 16) ε = 7.4 · 10⁻⁶. On the way back the same slopes are multiplied, so
/// that the errors of gradients, measured by the largest of them, are of the same kind.
class RandomProgramTest {
    private static final int STEPS = 4;

    static LongStream seeds() {
        return LongStream.range(0, 100);
    }

    @ParameterizedTest(name = "seed {0}")
    @MethodSource("seeds")
    void programsAgreeWithDoublePrecision(long seed) {
        Rng rng = Rng.of(seed);
        Tensor[] leaves = new Tensor[1 + rng.nextInt(3)];
        for (int i = 0; i < leaves.length; i++) leaves[i] = Tensor.normal(rng, dims(rng));
        GradientCheck.of(given -> run(new SplittableRandom(seed), given), leaves);
    }

    private static int[] dims(Rng rng) {
        int[] dims = new int[1 + rng.nextInt(3)];
        Arrays.setAll(dims, _ -> 1 + rng.nextInt(4));
        return dims;
    }

    /// What none of the later steps took counts by its mean, so that nothing is idle.
    private static Tensor run(SplittableRandom random, List<Tensor> given) {
        List<Tensor> values = new ArrayList<>();
        for (Tensor leaf : given) values.add(leaf.map(Expr::tanh));
        for (int i = 0; i < STEPS; i++) {
            Tensor x = values.get(random.nextInt(values.size()));
            Tensor y = values.get(random.nextInt(values.size()));
            values.add(step(random, x, y));
        }
        Tensor sum = Tensor.scalar(0);
        for (Tensor v : values) sum = sum.plus(v.map(Expr::sin).mean());
        return values.getLast().map(Expr::tanh).plus(sum.div(values.size()));
    }

    private static Tensor step(SplittableRandom random, Tensor x, Tensor y) {
        int rank = x.shape().rank();
        if (rank == 0) return x.times(y.mean()).map(Expr::sin);
        int axis = random.nextInt(rank);
        int length = x.shape().dim(axis);
        Tensor mean = y.mean();
        return switch (random.nextInt(13)) {
            case 0 -> x.map(v -> v.times(v.sigmoid()));
            case 1 -> x.softmax(axis);
            case 2 -> x.logSoftmax(axis).times(0.2);
            case 3 -> x.mean(axis).map(Expr::sin);
            case 4 ->
                x.minus(x.map(Expr::square).sumKeepingDims(axis).div(length)).times(0.5);
            case 5 -> x.permute(exchanged(rank, axis, random.nextInt(rank)));
            case 6 -> x.reshape(-1);
            case 7 -> {
                Tensor row = x.reshape(1, -1);
                yield row.matmulTransposed(row).div(row.shape().size()).map(Expr::tanh);
            }
            case 8 -> x.reshape(-1, 1).matmul(mean.reshape(1, 1)).map(Expr::sin);
            case 9 -> x.slice(axis, 0, (length + 1) / 2).map(Expr::erf);
            case 10 -> Tensor.concat(axis, x, x.times(mean));
            case 11 -> x.variance(0, axis).map(Expr::sin);
            default -> x.times(mean.map(Expr::sigmoid)).plus(mean.map(Expr::exp).times(0.1));
        };
    }

    private static int[] exchanged(int rank, int a, int b) {
        return IntStream.range(0, rank).map(d -> d == a ? b : d == b ? a : d).toArray();
    }
}
