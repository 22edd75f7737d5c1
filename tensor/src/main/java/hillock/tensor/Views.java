package hillock.tensor;

import hillock.tensor.Node.Concat;
import hillock.tensor.Node.Expand;
import hillock.tensor.Node.Permute;
import hillock.tensor.Node.Reshape;
import hillock.tensor.Node.Slice;
import hillock.tensor.Node.Unslice;
import java.util.Arrays;
import java.util.List;

/// Operations that arrange numbers without computing any. All but [#reshape] copy: a tensor is always contiguous.
final class Views {
    private Views() {}

    static Tensor reshape(Tensor x, int... dims) {
        Shape shape = Shape.of(inferred(x, dims));
        if (shape.size() != x.shape().size()) {
            throw new IllegalArgumentException("cannot reshape " + x.shape() + " to " + shape + ": "
                    + x.shape().size() + " against " + shape.size() + " elements");
        }
        return shape.equals(x.shape()) ? x : Forward.compute(new Reshape(x), shape);
    }

    private static int[] inferred(Tensor x, int[] dims) {
        int[] result = dims.clone();
        int open = -1;
        int known = 1;
        for (int d = 0; d < dims.length; d++) {
            if (dims[d] != -1) known *= dims[d];
            else if (open >= 0) throw new IllegalArgumentException("only one dimension may be -1");
            else open = d;
        }
        if (open >= 0) {
            if (known == 0 || x.shape().size() % known != 0) {
                throw new IllegalArgumentException(
                        "cannot reshape " + x.shape() + " to " + Arrays.toString(dims) + ": no length fits -1");
            }
            result[open] = x.shape().size() / known;
        }
        return result;
    }

    static Tensor expand(Tensor x, Shape shape) {
        if (shape.equals(x.shape())) return x;
        if (!x.shape().broadcasts(shape) || !x.shape().broadcast(shape).equals(shape)) {
            throw new IllegalArgumentException("cannot expand " + x.shape() + " to " + shape);
        }
        return Forward.compute(new Expand(x), shape);
    }

    static Tensor permute(Tensor x, int... order) {
        int rank = x.shape().rank();
        int[] normal = Arrays.stream(order).map(x.shape()::axis).toArray();
        if (order.length != rank || Arrays.stream(normal).distinct().count() != rank) {
            throw new IllegalArgumentException(
                    "permute of " + x.shape() + " needs each dimension once, not " + Arrays.toString(order));
        }
        int[] dims = Arrays.stream(normal).map(x.shape()::dim).toArray();
        return Forward.compute(new Permute(x, Arrays.stream(normal).boxed().toList()), Shape.of(dims));
    }

    /// The strides with which the permuted tensor reads its input.
    static int[] permuted(Permute p) {
        int[] strides = p.x().shape().strides();
        return p.order().stream().mapToInt(d -> strides[d]).toArray();
    }

    static Tensor transpose(Tensor x) {
        int rank = x.shape().rank();
        if (rank < 2) throw new IllegalArgumentException("transpose needs two dimensions, not shape " + x.shape());
        int[] order = new int[rank];
        for (int d = 0; d < rank; d++) order[d] = d;
        order[rank - 2] = rank - 1;
        order[rank - 1] = rank - 2;
        return permute(x, order);
    }

    static Tensor unsqueeze(Tensor x, int axis) {
        int rank = x.shape().rank();
        int at = axis < 0 ? axis + rank + 1 : axis;
        if (at < 0 || at > rank) throw new IllegalArgumentException("no place " + axis + " in shape " + x.shape());
        int[] old = x.shape().dims();
        int[] dims = new int[rank + 1];
        System.arraycopy(old, 0, dims, 0, at);
        dims[at] = 1;
        System.arraycopy(old, at, dims, at + 1, rank - at);
        return reshape(x, dims);
    }

    static Tensor squeeze(Tensor x, int axis) {
        if (x.shape().dim(axis) != 1) {
            throw new IllegalArgumentException("dimension " + axis + " of " + x.shape() + " is not of length 1");
        }
        return reshape(x, x.shape().reduced(new int[] {axis}, false).dims());
    }

    static Tensor slice(Tensor x, int axis, int from, int to, int step) {
        int a = x.shape().axis(axis);
        if (from < 0 || to > x.shape().dim(a) || from > to || step < 1) {
            throw new IllegalArgumentException("cannot slice dimension " + axis + " of " + x.shape() + " from " + from
                    + " to " + to + " in steps of " + step);
        }
        int length = (to - from + step - 1) / step;
        return Forward.compute(new Slice(x, a, from, to, step), x.shape().with(a, length));
    }

    /// Zeros of that length along the axis, with `x` at `from`, `from + step`, …
    static Tensor unslice(Tensor x, int axis, int from, int to, int step, int length) {
        return Forward.compute(
                new Unslice(x, axis, from, to, step, length), x.shape().with(axis, length));
    }

    static Tensor concat(int axis, List<Tensor> parts) {
        if (parts.isEmpty()) throw new IllegalArgumentException("concat needs at least one tensor");
        Shape first = parts.getFirst().shape();
        int a = first.axis(axis);
        int length = 0;
        for (Tensor part : parts) {
            if (part.shape().rank() != first.rank() || !part.shape().with(a, 0).equals(first.with(a, 0))) {
                throw new IllegalArgumentException(
                        "cannot concat " + first + " and " + part.shape() + " along dimension " + axis);
            }
            length += part.shape().dim(a);
        }
        return Forward.compute(new Concat(parts, a), first.with(a, length));
    }

    static Tensor stack(int axis, List<Tensor> parts) {
        if (parts.isEmpty()) throw new IllegalArgumentException("stack needs at least one tensor");
        Shape first = parts.getFirst().shape();
        for (Tensor part : parts) {
            if (!part.shape().equals(first)) {
                throw new IllegalArgumentException(
                        "cannot stack " + first + " and " + part.shape() + ": the shapes must be equal");
            }
        }
        return concat(axis, parts.stream().map(p -> unsqueeze(p, axis)).toList());
    }
}
