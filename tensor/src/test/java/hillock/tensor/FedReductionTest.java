package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Reductions that take what a loop computes block by block have the bits of those of stored numbers, and are one step.
class FedReductionTest {
    @AfterEach
    void allThreads() {
        Threads.use(Runtime.getRuntime().availableProcessors());
    }

    static Stream<Arguments> cases() {
        return Stream.of(
                Arguments.of(new int[] {0}, new int[0]),
                Arguments.of(new int[] {1}, new int[0]),
                Arguments.of(new int[] {31}, new int[0]),
                Arguments.of(new int[] {33}, new int[] {0}),
                Arguments.of(new int[] {4097}, new int[0]),
                Arguments.of(new int[] {540_001}, new int[0]),
                Arguments.of(new int[] {1, 300_007}, new int[] {1}),
                Arguments.of(new int[] {300, 601}, new int[0]),
                Arguments.of(new int[] {300, 601}, new int[] {0}),
                Arguments.of(new int[] {300, 601}, new int[] {1}),
                Arguments.of(new int[] {2, 90_001}, new int[] {1}),
                Arguments.of(new int[] {9000, 3}, new int[] {0}),
                Arguments.of(new int[] {20, 3, 5000}, new int[] {1}),
                Arguments.of(new int[] {40, 50, 7}, new int[] {0, 2}),
                Arguments.of(new int[] {40, 50, 7}, new int[] {0, 1}),
                Arguments.of(new int[] {5, 0, 3}, new int[] {1}),
                Arguments.of(new int[] {0, 4}, new int[] {1}));
    }

    /// There is no maximum of no numbers.
    static Stream<Arguments> withNumbers() {
        return cases().filter(a -> IntStream.of((int[]) a.get()[0]).allMatch(d -> d > 0));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void sumsOfFormulas(int[] shape, int[] axes) {
        compare(shape, t -> t.sum(axes));
    }

    @ParameterizedTest
    @MethodSource("withNumbers")
    void maximaOfFormulas(int[] shape, int[] axes) {
        compare(shape, t -> t.max(axes));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void normsOfFormulas(int[] shape, int[] axes) {
        compare(shape, t -> t.norm(2, axes));
    }

    /// With a broadcast operand, a NaN, and a result that is read elsewhere too.
    private static void compare(int[] shape, UnaryOperator<Tensor> reduction) {
        Tensor x = Tensor.normal(Rng.of(1), shape);
        Tensor bias = Tensor.normal(Rng.of(2), shape[shape.length - 1]);
        for (int threads = 1; threads <= 2; threads++) {
            Threads.use(threads);
            bits(List.of(x, bias), in -> List.of(reduction.apply(formula(in))));
            bits(List.of(x, bias), in -> {
                Tensor y = formula(in);
                return List.of(reduction.apply(y.map(e -> e.times(3).sin())), y);
            });
        }
        float[] numbers = x.toArray();
        if (numbers.length > 0) numbers[numbers.length / 2] = Float.NaN;
        bits(List.of(Tensor.of(numbers, shape), bias), in -> List.of(reduction.apply(formula(in))));
    }

    private static Tensor formula(List<Tensor> in) {
        return in.get(0).times(in.get(1)).map(e -> e.sigmoid().times(e)).plus(in.get(0));
    }

    private static void bits(List<Tensor> in, Function<List<Tensor>, List<Tensor>> f) {
        List<Tensor> expected = f.apply(in);
        Plan plan = Plan.of(in, f);
        IntStream.range(0, in.size()).forEach(i -> plan.input(i, in.get(i).toArray()));
        for (int run = 0; run < 3; run++) plan.run();
        for (int i = 0; i < expected.size(); i++) {
            assertThat(plan.result(i).toArray()).isEqualTo(expected.get(i).toArray());
        }
    }

    @Test
    void areOneStep() {
        Tensor x = Tensor.normal(Rng.of(1), 1000);
        UnaryOperator<Tensor> chain = t -> t.map(Expr::tanh).times(t).map(Expr::exp);
        assertThat(Plan.of(List.of(x), in -> List.of(chain.apply(in.getFirst()).sum()))
                        .steps())
                .isEqualTo(1);
        assertThat(Plan.of(List.of(x), in -> {
                            Tensor y = chain.apply(in.getFirst());
                            return List.of(y.sum(), y.max());
                        })
                        .steps())
                .isEqualTo(3);
    }

    @Test
    void theCacheOfKernelsIsCounted() {
        assertThat(countsOf(0.123, 0.4321)).isEqualTo(new KernelCache(0, 1, 1));
        assertThat(countsOf(0.123, 0.4321)).isEqualTo(new KernelCache(1, 0, 0));
        assertThat(countsOf(0.321, 0.1234)).isEqualTo(new KernelCache(0, 1, 0));
    }

    private static KernelCache countsOf(double a, double b) {
        KernelCache before = KernelCache.counts();
        Tensor y = Tensor.zeros(10).map(e -> e.times(a).cos().plus(e.square()).times(b));
        assertThat(y.shape().size()).isEqualTo(10);
        return KernelCache.counts().since(before);
    }
}
