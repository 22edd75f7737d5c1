package hillock.tensor;

import hillock.expr.Expr;
import java.util.List;

/// How a tensor came about: the operation and the tensors that went in. The nodes of a result, its inputs,
/// theirs and so on are the computation graph. [Vjp] differentiates it; whoever wants to look inside a
/// network walks it likewise, with one `switch`.
///
/// A tensor that no gradient is asked through has a [Leaf] for a node, however it was computed.
public sealed interface Node {
    /// A tensor that was given, not computed.
    record Leaf(boolean wantsGradient) implements Node {}

    /// `y = expr(inputs…)` at every position, the inputs broadcast to a common shape.
    record Pointwise(Expr expr, List<Double> params, List<Tensor> inputs) implements Node {}

    /// Sum or maximum over the axes (in rising order), which keep length 1 in the result if `keepDims`.
    record Reduce(Reduction op, Tensor x, List<Integer> axes, boolean keepDims) implements Node {}

    /// `exp(x) / Σ exp(x)` along the last dimension, or its logarithm.
    record Softmax(Tensor x, boolean log) implements Node {}

    /// What flows back through [Softmax] when the gradient `gy` arrives at its result `y`: `y (gy - Σ gy y)`, or
    /// `gy - exp(y) Σ gy` for the logarithm.
    record SoftmaxGradient(Tensor y, Tensor gy, boolean log) implements Node {}

    /// The matrix product, of matrices `[m, k] · [k, n]` or of two stacks of as many; either side may be meant
    /// transposed.
    record MatMul(Tensor a, boolean transposeA, Tensor b, boolean transposeB) implements Node {}

    /// The same elements in the same order under another shape.
    record Reshape(Tensor x) implements Node {}

    /// Broadcast to a larger shape.
    record Expand(Tensor x) implements Node {}

    /// Dimension `d` of the result is dimension `order[d]` of the input.
    record Permute(Tensor x, List<Integer> order) implements Node {}

    /// The elements `from`, `from + step`, … below `to` along an axis.
    record Slice(Tensor x, int axis, int from, int to, int step) implements Node {}

    /// The opposite of [Slice]: a tensor of zeros of length `length` along the axis, into which `x` is put.
    record Unslice(Tensor x, int axis, int from, int to, int step, int length) implements Node {}

    /// The inputs one after the other along an axis.
    record Concat(List<Tensor> inputs, int axis) implements Node {}

    /// `y[i][j][k] = x[index[i][j][k]][j][k]` for axis 0, and likewise for others.
    record Gather(Tensor x, Tensor index, int axis) implements Node {}

    /// The opposite of [Gather]: adds `x[i][j][k]` to a zero `y[index[i][j][k]][j][k]` of length `length` along the
    /// axis.
    record ScatterAdd(Tensor x, Tensor index, int axis, int length) implements Node {}

    /// What [Reduce] does along its axes.
    enum Reduction {
        SUM,
        MAX
    }

    /// The tensors that the operation read and that a gradient can flow to.
    default List<Tensor> inputs() {
        return switch (this) {
            case Leaf _ -> List.of();
            case Pointwise p -> p.inputs;
            case Reduce r -> List.of(r.x);
            case Softmax s -> List.of(s.x);
            case SoftmaxGradient s -> List.of(s.y, s.gy);
            case MatMul m -> List.of(m.a, m.b);
            case Reshape r -> List.of(r.x);
            case Expand e -> List.of(e.x);
            case Permute p -> List.of(p.x);
            case Slice s -> List.of(s.x);
            case Unslice u -> List.of(u.x);
            case Concat c -> c.inputs;
            case Gather g -> List.of(g.x);
            case ScatterAdd s -> List.of(s.x);
        };
    }

    /// All tensors that the operation read, also those that no gradient can flow to.
    default List<Tensor> reads() {
        return switch (this) {
            case Gather g -> List.of(g.x, g.index);
            case ScatterAdd s -> List.of(s.x, s.index);
            case Leaf _,
                    Pointwise _,
                    Reduce _,
                    Softmax _,
                    SoftmaxGradient _,
                    MatMul _,
                    Reshape _,
                    Expand _,
                    Permute _,
                    Slice _,
                    Unslice _,
                    Concat _ -> inputs();
        };
    }

    /// The same operation on other tensors in place of [#reads].
    default Node withReads(List<Tensor> t) {
        return switch (this) {
            case Gather g -> new Gather(t.get(0), t.get(1), g.axis);
            case ScatterAdd s -> new ScatterAdd(t.get(0), t.get(1), s.axis, s.length);
            case Leaf _,
                    Pointwise _,
                    Reduce _,
                    Softmax _,
                    SoftmaxGradient _,
                    MatMul _,
                    Reshape _,
                    Expand _,
                    Permute _,
                    Slice _,
                    Unslice _,
                    Concat _ -> withInputs(t);
        };
    }

    /// The same operation on other tensors in place of [#inputs].
    default Node withInputs(List<Tensor> t) {
        return switch (this) {
            case Leaf leaf -> leaf;
            case Pointwise p -> new Pointwise(p.expr, p.params, t);
            case Reduce r -> new Reduce(r.op, t.getFirst(), r.axes, r.keepDims);
            case Softmax s -> new Softmax(t.getFirst(), s.log);
            case SoftmaxGradient s -> new SoftmaxGradient(t.get(0), t.get(1), s.log);
            case MatMul m -> new MatMul(t.get(0), m.transposeA, t.get(1), m.transposeB);
            case Reshape _ -> new Reshape(t.getFirst());
            case Expand _ -> new Expand(t.getFirst());
            case Permute p -> new Permute(t.getFirst(), p.order);
            case Slice s -> new Slice(t.getFirst(), s.axis, s.from, s.to, s.step);
            case Unslice u -> new Unslice(t.getFirst(), u.axis, u.from, u.to, u.step, u.length);
            case Concat c -> new Concat(t, c.axis);
            case Gather g -> new Gather(t.getFirst(), g.index, g.axis);
            case ScatterAdd s -> new ScatterAdd(t.getFirst(), s.index, s.axis, s.length);
        };
    }
}
