package hillock.tensor;

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
        double count = 1;
        for (int a : normal(x.shape(), axes)) count *= x.shape().dim(a);
        return x.sum(axes).div(count);
    }

    /// All axes if none is named; else in rising order.
    private static int[] normal(Shape shape, int[] axes) {
        if (axes.length == 0) return IntStream.range(0, shape.rank()).toArray();
        int[] normal = Arrays.stream(axes).map(shape::axis).sorted().distinct().toArray();
        if (normal.length != axes.length) {
            throw new IllegalArgumentException("an axis is named twice: " + Arrays.toString(axes));
        }
        return normal;
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
        int a = x.shape().axis(axis);
        int reduced = x.shape().dim(a);
        if (reduced == 0) throw new IllegalArgumentException("no maximum of no numbers: shape " + x.shape());
        int inner = product(x.shape(), a + 1, x.shape().rank());
        float[] result = new float[x.shape().size() / reduced];
        float[] data = x.data();
        for (int i = 0; i < result.length; i++) {
            int start = i / inner * reduced * inner + i % inner;
            int best = 0;
            for (int k = 1; k < reduced; k++) {
                if (above(data[start + k * inner], data[start + best * inner])) best = k;
            }
            result[i] = best;
        }
        return Making.leaf(x.shape().reduced(new int[] {a}, false), result);
    }

    /// NaN is above every number; the two zeros are equal.
    private static boolean above(float a, float b) {
        return a > b || (Float.isNaN(a) && !Float.isNaN(b));
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
