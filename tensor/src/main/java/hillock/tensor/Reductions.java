package hillock.tensor;

import hillock.expr.Expr;
import hillock.tensor.Node.Reduction;
import hillock.tensor.backend.Reduce;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Operations that make many numbers into one.
final class Reductions {
    private Reductions() {}

    static Tensor reduce(Reduction op, Tensor x, int[] axes, boolean keepDims) {
        int[] normal = normal(x.shape(), axes);
        Shape shape = x.shape().reduced(normal, keepDims);
        if (op == Reduction.MAX && x.shape().size() == 0 && shape.size() > 0) {
            throw new IllegalArgumentException("no maximum of no numbers: shape " + x.shape());
        }
        return Forward.compute(
                new Node.Reduce(op, x, Arrays.stream(normal).boxed().toList(), keepDims), shape);
    }

    static Tensor mean(Tensor x, int... axes) {
        return x.sum(axes).div(count(x, axes));
    }

    /// How many numbers become one.
    private static double count(Tensor x, int... axes) {
        double count = 1;
        for (int a : normal(x.shape(), axes)) count *= x.shape().dim(a);
        return count;
    }

    /// In two passes: the mean first, since the difference of large sums would lose the digits of a small variance.
    static Tensor variance(Tensor x, int correction, int... axes) {
        double count = count(x, axes);
        Tensor mean = x.sumKeepingDims(axes).div(count);
        Expr deviation = Expr.input(0).minus(Expr.input(1));
        return Tensor.pointwise(deviation.square(), x, mean).sum(axes).div(Math.max(0, count - correction));
    }

    /// The largest is subtracted first, unless it is infinite: that would make inf - inf.
    static Tensor logSumExp(Tensor x, int... axes) {
        if (x.shape().size() == 0) return x.map(Expr::exp).sum(axes).map(Expr::log);
        Tensor largest = x.detach().maxKeepingDims(axes);
        Tensor shift = largest.map(m -> m.abs().gt(Float.MAX_VALUE, Expr.constant(0), m));
        Tensor sum = Tensor.pointwise(Expr.input(0).minus(Expr.input(1)).exp(), x, shift)
                .sum(axes);
        return sum.map(Expr::log).plus(shift.reshape(sum.shape().dims()));
    }

    static Tensor norm(Tensor x, double order, int... axes) {
        if (!(order > 0)) throw new IllegalArgumentException("a norm is of an order above 0, not " + order);
        if (order == Double.POSITIVE_INFINITY) return x.map(Expr::abs).max(axes);
        if (order == 1) return x.map(Expr::abs).sum(axes);
        if (order == 2) return x.map(Expr::square).sum(axes).map(s -> root(s, s.sqrt()));
        return x.map(v -> v.abs().pow(order)).sum(axes).map(s -> root(s, s.pow(1 / order)));
    }

    /// A root with slope 1 instead of infinity at 0: times the slope 0 of the powers, the norm's is 0 there.
    private static Expr root(Expr x, Expr root) {
        return x.gt(0, root, x);
    }

    /// All axes if none is named; else in rising order.
    private static int[] normal(Shape shape, int[] axes) {
        boolean[] named = new boolean[shape.rank()];
        Arrays.fill(named, axes.length == 0);
        for (int a : axes) {
            int axis = shape.axis(a);
            if (named[axis]) throw new IllegalArgumentException("an axis is named twice: " + Arrays.toString(axes));
            named[axis] = true;
        }
        return IntStream.range(0, named.length).filter(i -> named[i]).toArray();
    }

    /// The backend reduces the middle one of three dimensions; axes that do not lie together are moved to the end
    /// first.
    static float[] numbers(Node.Reduce r) {
        Shape shape = r.x().shape();
        int[] axes = r.axes().stream().mapToInt(Integer::intValue).toArray();
        if (axes.length == 0) return r.x().data();
        boolean together = axes[axes.length - 1] - axes[0] == axes.length - 1;
        Tensor x = together ? r.x() : Views.permute(r.x().detach(), reducedLast(shape.rank(), axes));
        int first = together ? axes[0] : shape.rank() - axes.length;
        int outer = product(x.shape(), 0, first);
        int reduced = product(x.shape(), first, first + axes.length);
        int inner = product(x.shape(), first + axes.length, shape.rank());
        float[] result = new float[outer * inner];
        switch (r.op()) {
            case SUM -> Reduce.sum(x.data(), 0, outer, reduced, inner, result, 0);
            case MAX -> Reduce.max(x.data(), 0, outer, reduced, inner, result, 0);
        }
        return result;
    }

    static Tensor argmax(Tensor x, int axis) {
        Recording.spoil("it asks where the largest number stands (argmax())");
        int a = x.shape().axis(axis);
        int reduced = x.shape().dim(a);
        if (reduced == 0) throw new IllegalArgumentException("no maximum of no numbers: shape " + x.shape());
        int inner = product(x.shape(), a + 1, x.shape().rank());
        float[] result = new float[x.shape().size() / reduced];
        Reduce.argmax(x.data(), 0, product(x.shape(), 0, a), reduced, inner, result, 0);
        return Making.leaf(x.shape().reduced(new int[] {a}, false), result);
    }

    static int[] reducedLast(int rank, int[] axes) {
        IntStream kept = IntStream.range(0, rank).filter(d -> Arrays.binarySearch(axes, d) < 0);
        return IntStream.concat(kept, Arrays.stream(axes)).toArray();
    }

    private static int product(Shape shape, int from, int to) {
        int product = 1;
        for (int d = from; d < to; d++) product *= shape.dim(d);
        return product;
    }
}
