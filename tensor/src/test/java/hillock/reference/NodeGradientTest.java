package hillock.reference;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import hillock.tensor.Node;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every kind of node, over shapes of every sort: value, gradient and second derivatives against the reference.
class NodeGradientTest {
    /// A function of tensors of these shapes, and the nodes that it is about.
    private record Case(String name, Class<? extends Node> node, Function<List<Tensor>, Tensor> f, int[]... shapes) {
        @Override
        public String toString() {
            return node.getSimpleName() + ": " + name + " " + Arrays.deepToString(shapes);
        }
    }

    private static final Tensor COLUMNS = Tensor.of(2, 0, 2, 1, 1, 1).reshape(2, 3);

    static Stream<Arguments> cases() {
        return Stream.of(pointwise(), reduce(), softmax(), matmul(), views(), cutting(), indexing())
                .flatMap(s -> s)
                .flatMap(c -> Stream.of(1L, 2L).map(seed -> Arguments.of(c, seed)));
    }

    private static Case of(String name, Class<? extends Node> node, Function<List<Tensor>, Tensor> f, int[]... shapes) {
        return new Case(name, node, f, shapes);
    }

    private static int[] dims(int... dims) {
        return dims;
    }

    private static Stream<Case> pointwise() {
        Class<? extends Node> node = Node.Pointwise.class;
        Function<List<Tensor>, Tensor> times = t -> t.get(0).times(t.get(1)).map(Expr::tanh);
        Function<List<Tensor>, Tensor> div =
                t -> t.get(0).div(t.get(1).times(t.get(1)).plus(1));
        return Stream.of(
                of("times", node, times, dims(), dims()),
                of("times", node, times, dims(3, 4), dims(3, 4)),
                of("row", node, times, dims(3, 4), dims(4)),
                of("column", node, div, dims(3, 1), dims(3, 4)),
                of("scalar", node, div, dims(3, 4), dims()),
                of("both stretched", node, times, dims(3, 1), dims(1, 4)),
                of("ranks", node, div, dims(2, 1, 4), dims(3, 1)),
                of("size 1", node, times, dims(1, 1), dims(1)),
                of("size 0", node, times, dims(0, 4), dims(4)),
                of("size 0 from 1", node, times, dims(0, 4), dims(1, 4)),
                of("the same twice", node, t -> t.get(0).times(t.get(0)).plus(t.get(0)), dims(5)),
                of(
                        "minus",
                        node,
                        t -> t.get(0).minus(t.get(1)).unaryMinus().minus(2).map(Expr::sin),
                        dims(2, 3),
                        dims(3)),
                of("numbers", node, t -> t.get(0).times(3).plus(1).div(2).map(Expr::sigmoid), dims(4)),
                of("parameters", node, NodeGradientTest::scaled, dims(2, 3), dims(3)),
                of(
                        "an input that is not read",
                        node,
                        t -> Tensor.pointwise(Expr.input(1), t.get(0), t.get(1)),
                        dims(2, 3),
                        dims(3)));
    }

    private static Tensor scaled(List<Tensor> t) {
        Expr formula = Expr.input(0)
                .times(Expr.param(1))
                .sin()
                .plus(Expr.input(1).pow(2).times(Expr.param(0)));
        return Tensor.pointwise(formula, List.of(0.3, 1.7), t.get(0), t.get(1));
    }

    private static Stream<Case> reduce() {
        Class<? extends Node> node = Node.Reduce.class;
        Function<List<Tensor>, Tensor> cubes = t -> t.get(0).map(x -> x.pow(3));
        return Stream.of(
                of("all", node, t -> cubes.apply(t).sum(), dims(2, 3, 4)),
                of("of a scalar", node, t -> cubes.apply(t).sum(), dims()),
                of("first", node, t -> cubes.apply(t).sum(0), dims(2, 3, 4)),
                of("middle", node, t -> cubes.apply(t).sum(1), dims(2, 3, 4)),
                of("last", node, t -> cubes.apply(t).sum(-1), dims(2, 3, 4)),
                of("apart", node, t -> cubes.apply(t).sum(2, 0), dims(2, 3, 4)),
                of("kept", node, t -> cubes.apply(t).times(t.get(0).sumKeepingDims(0, 2)), dims(2, 3, 4)),
                of("nothing", node, t -> cubes.apply(t).sum(0), dims(0, 3)),
                of("to nothing", node, t -> cubes.apply(t).sum(1), dims(0, 3)),
                of("mean", node, t -> cubes.apply(t).mean(0, 1), dims(2, 3, 4)),
                of("max of all", node, t -> cubes.apply(t).max(), dims(2, 3, 4)),
                of("max", node, t -> cubes.apply(t).max(1), dims(2, 3, 4)),
                of("max apart", node, t -> cubes.apply(t).max(0, 2), dims(2, 3, 4)),
                of(
                        "max kept",
                        node,
                        t -> cubes.apply(t).div(t.get(0).maxKeepingDims(1).plus(9)),
                        dims(2, 3)),
                of("max of one", node, t -> cubes.apply(t).max(1), dims(3, 1)),
                of("max to nothing", node, t -> cubes.apply(t).max(1), dims(0, 3)),
                of("min", node, t -> cubes.apply(t).min(-1), dims(2, 3)));
    }

    private static Stream<Case> softmax() {
        Class<? extends Node> node = Node.Softmax.class;
        Function<List<Tensor>, Tensor> sines = t -> t.get(0).map(x -> x.sin().times(3));
        return Stream.of(
                of("rows", node, t -> sines.apply(t).softmax(-1), dims(3, 5)),
                of("logarithm of rows", node, t -> sines.apply(t).logSoftmax(-1), dims(3, 5)),
                of("another axis", node, t -> sines.apply(t).softmax(0), dims(3, 5)),
                of("logarithm, another axis", node, t -> sines.apply(t).logSoftmax(-2), dims(2, 3, 4)),
                of("a vector", node, t -> sines.apply(t).softmax(0), dims(4)),
                of("of one", node, t -> sines.apply(t).softmax(1), dims(3, 1)),
                of("of none", node, t -> sines.apply(t).logSoftmax(1), dims(3, 0)),
                of("no rows", node, t -> sines.apply(t).softmax(1), dims(0, 3)),
                of("of a scalar", node, t -> sines.apply(t).logSoftmax(0), dims()),
                of(
                        "what flows back",
                        Node.SoftmaxGradient.class,
                        t -> slope(t, t.get(0).softmax(-1)),
                        dims(3, 4)),
                of(
                        "to a logarithm",
                        Node.SoftmaxGradient.class,
                        t -> slope(t, t.get(0).logSoftmax(-1)),
                        dims(3, 4)));
    }

    private static Tensor slope(List<Tensor> t, Tensor y) {
        return y.map(v -> v.times(2).sin()).sum().differentiableGradients().of(t.getFirst());
    }

    private static Stream<Case> matmul() {
        Class<? extends Node> node = Node.MatMul.class;
        Function<List<Tensor>, Tensor> product = t -> t.get(0).matmul(t.get(1));
        Function<List<Tensor>, Tensor> transposed = t -> t.get(0).matmulTransposed(t.get(1));
        return Stream.of(
                of("matrices", node, product, dims(3, 4), dims(4, 2)),
                of("size 1", node, product, dims(1, 1), dims(1, 1)),
                of("vectors", node, product, dims(4), dims(4)),
                of("vector, matrix", node, product, dims(4), dims(4, 3)),
                of("matrix, vector", node, product, dims(3, 4), dims(4)),
                of("vector, stack", node, product, dims(4), dims(2, 4, 3)),
                of("stack, vector", node, product, dims(2, 3, 4), dims(4)),
                of("stack, matrix", node, product, dims(2, 3, 4), dims(4, 3)),
                of("matrix, stack", node, product, dims(3, 4), dims(2, 4, 3)),
                of("stacks", node, product, dims(2, 3, 4), dims(2, 4, 3)),
                of("broadcast stacks", node, product, dims(2, 1, 2, 3), dims(3, 3, 2)),
                of("no terms", node, product, dims(3, 0), dims(0, 4)),
                of("no terms in a stack", node, product, dims(2, 3, 0), dims(2, 0, 4)),
                of("no rows", node, product, dims(0, 3), dims(3, 4)),
                of("no columns", node, product, dims(2, 3), dims(3, 0)),
                of("no stack", node, product, dims(0, 2, 3), dims(0, 3, 2)),
                of("transposed", node, transposed, dims(3, 4), dims(2, 4)),
                of("transposed stack", node, transposed, dims(2, 3, 4), dims(5, 4)),
                of("transposed vector", node, transposed, dims(4), dims(5, 4)),
                of("transposed without terms", node, transposed, dims(3, 0), dims(2, 0)),
                of("transposed without rows", node, transposed, dims(0, 3), dims(2, 3)),
                of(
                        "chain",
                        node,
                        t -> t.get(0).matmul(t.get(1)).map(Expr::tanh).matmulTransposed(t.get(0)),
                        dims(3, 3),
                        dims(3, 3)));
    }

    private static Stream<Case> views() {
        Function<List<Tensor>, Tensor> squares = t -> t.get(0).times(t.get(0));
        return Stream.of(
                of("flat", Node.Reshape.class, t -> squares.apply(t).reshape(-1), dims(2, 3, 4)),
                of("to a scalar", Node.Reshape.class, t -> squares.apply(t).reshape(), dims(1, 1)),
                of("of nothing", Node.Reshape.class, t -> squares.apply(t).reshape(5, 0), dims(0, 3)),
                of("unsqueeze", Node.Reshape.class, t -> squares.apply(t).unsqueeze(-1), dims(2, 3)),
                of("squeeze", Node.Reshape.class, t -> squares.apply(t).squeeze(1), dims(2, 1, 3)),
                of("rows", Node.Expand.class, t -> squares.apply(t).expand(4, 3), dims(3)),
                of("columns", Node.Expand.class, t -> squares.apply(t).expand(2, 3, 4), dims(3, 1)),
                of("scalar", Node.Expand.class, t -> squares.apply(t).expand(2, 2), dims()),
                of("to nothing", Node.Expand.class, t -> squares.apply(t).expand(0, 3), dims(1, 3)),
                of("cycle", Node.Permute.class, t -> squares.apply(t).permute(2, 0, 1), dims(2, 3, 4)),
                of("transpose", Node.Permute.class, t -> squares.apply(t).transpose(), dims(2, 3, 4)),
                of("nothing", Node.Permute.class, t -> squares.apply(t).permute(1, 0), dims(0, 4)));
    }

    private static Stream<Case> cutting() {
        Function<List<Tensor>, Tensor> squares = t -> t.get(0).times(t.get(0));
        return Stream.of(
                of("first", Node.Slice.class, t -> squares.apply(t).slice(0, 1, 3), dims(4, 3)),
                of("last, in steps", Node.Slice.class, t -> squares.apply(t).slice(-1, 1, 7, 3), dims(2, 7)),
                of("middle", Node.Slice.class, t -> squares.apply(t).slice(1, 0, 3, 2), dims(2, 4, 2)),
                of("nothing", Node.Slice.class, t -> squares.apply(t).slice(0, 2, 2), dims(4)),
                of("get", Node.Slice.class, t -> squares.apply(t).get(1), dims(3, 2)),
                of("as the gradient of a slice", Node.Unslice.class, NodeGradientTest::gradientOfSlice, dims(3, 5)),
                of(
                        "rows",
                        Node.Concat.class,
                        t -> Tensor.concat(0, t.get(0), squares.apply(t), t.get(1)),
                        dims(2, 3),
                        dims(1, 3)),
                of(
                        "columns",
                        Node.Concat.class,
                        t -> Tensor.concat(-1, squares.apply(t), t.get(1)),
                        dims(2, 3),
                        dims(2, 0)),
                of(
                        "stack",
                        Node.Concat.class,
                        t -> Tensor.stack(1, squares.apply(t), t.get(1)),
                        dims(2, 3),
                        dims(2, 3)),
                of(
                        "stack at the end",
                        Node.Concat.class,
                        t -> Tensor.stack(-1, squares.apply(t), t.get(1)),
                        dims(3),
                        dims(3)));
    }

    private static Tensor gradientOfSlice(List<Tensor> t) {
        Tensor part = t.get(0).slice(1, 1, 5, 2);
        return part.times(part).times(part).sum().differentiableGradients().of(t.get(0));
    }

    private static Stream<Case> indexing() {
        Function<List<Tensor>, Tensor> squares = t -> t.get(0).times(t.get(0));
        return Stream.of(
                of("rows", Node.Gather.class, t -> squares.apply(t).gather(0, COLUMNS), dims(3, 3)),
                of("columns, repeated", Node.Gather.class, t -> squares.apply(t).gather(1, COLUMNS), dims(2, 3)),
                of(
                        "fewer rows than there are",
                        Node.Gather.class,
                        t -> squares.apply(t).gather(1, COLUMNS),
                        dims(4, 3)),
                of("nothing", Node.Gather.class, t -> squares.apply(t).gather(1, Tensor.zeros(2, 0)), dims(2, 3)),
                of("rows", Node.ScatterAdd.class, t -> squares.apply(t).scatterAdd(0, COLUMNS, 4), dims(2, 3)),
                of(
                        "columns, repeated",
                        Node.ScatterAdd.class,
                        t -> squares.apply(t).scatterAdd(-1, COLUMNS, 3),
                        dims(2, 3)),
                of(
                        "nothing",
                        Node.ScatterAdd.class,
                        t -> squares.apply(t).scatterAdd(0, Tensor.zeros(0, 3), 2),
                        dims(0, 3)));
    }

    @ParameterizedTest(name = "{0}, seed {1}")
    @MethodSource("cases")
    void agreesWithTheReference(Object what, long seed) {
        Case c = (Case) what;
        Rng rng = Rng.of(seed);
        Tensor[] leaves =
                Arrays.stream(c.shapes).map(s -> Tensor.normal(rng, s)).toArray(Tensor[]::new);
        List<Tensor> tracked =
                Arrays.stream(leaves).map(Tensor::requiresGradient).toList();
        assertThat(kinds(c.f.apply(tracked))).contains(c.node);
        GradientCheck.of(c.f, leaves);
    }

    @ParameterizedTest
    @MethodSource("kinds")
    void hasACase(Class<?> node) {
        assertThat(cases().anyMatch(a -> ((Case) a.get()[0]).node == node)).isTrue();
    }

    static Stream<Class<?>> kinds() {
        return Arrays.stream(Node.class.getPermittedSubclasses()).filter(n -> n != Node.Leaf.class);
    }

    private static Set<Class<?>> kinds(Tensor t) {
        Set<Class<?>> kinds = new HashSet<>(Set.of(t.node().getClass()));
        t.node().inputs().forEach(input -> kinds.addAll(kinds(input)));
        return kinds;
    }
}
