package hillock.tensor;

import hillock.expr.Derivative;
import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.expr.Simplify;
import hillock.tensor.Node.Concat;
import hillock.tensor.Node.Expand;
import hillock.tensor.Node.Gather;
import hillock.tensor.Node.Leaf;
import hillock.tensor.Node.MatMul;
import hillock.tensor.Node.Permute;
import hillock.tensor.Node.Pointwise;
import hillock.tensor.Node.Reduce;
import hillock.tensor.Node.Reduction;
import hillock.tensor.Node.Reshape;
import hillock.tensor.Node.ScatterAdd;
import hillock.tensor.Node.Slice;
import hillock.tensor.Node.Unslice;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.IntStream;

/// Vector-Jacobian products: what flows back to a node's inputs when the gradient `gy` arrives at its result `y`. One
/// switch is all of differentiation. The products are made of the same nodes, so they can be differentiated again.
final class Vjp {
    private static final Expr A = Expr.input(0);
    private static final Expr B = Expr.input(1);

    /// 1 where the first input is not below the second.
    private static final Expr NOT_BELOW = B.gt(A, Expr.constant(0), Expr.constant(1));

    /// By the formula of a node and by which of its inputs want a gradient.
    private static final Map<Expr, Map<List<Boolean>, Kernel>> KERNELS = new ConcurrentHashMap<>();

    private Vjp() {}

    /// One gradient per input, of that input's shape; null for those that are not wanted.
    static List<Tensor> of(Node node, Tensor y, Tensor gy, List<Boolean> wanted) {
        return switch (node) {
            case Leaf _ -> List.of();
            case Pointwise p -> pointwise(p, y, gy, wanted);
            case Reduce r -> List.of(reduce(r, y, gy));
            case Node.Softmax s -> List.of(Softmaxes.gradient(s.log(), y, gy));
            case Node.SoftmaxGradient s -> Softmaxes.secondGradients(s, gy, wanted);
            case MatMul m -> matmul(m, gy, wanted);
            case Reshape r -> List.of(gy.reshape(r.x().shape().dims()));
            case Expand e -> List.of(sumTo(gy, e.x().shape()));
            case Permute p -> List.of(gy.permute(inverse(p.order())));
            case Slice s ->
                List.of(Views.unslice(
                        gy, s.axis(), s.from(), s.to(), s.step(), s.x().shape().dim(s.axis())));
            case Unslice u -> List.of(gy.slice(u.axis(), u.from(), u.to(), u.step()));
            case Concat c -> concat(c, gy);
            case Gather g -> List.of(gather(g, gy));
            case ScatterAdd s -> List.of(gy.gather(s.axis(), s.index()));
        };
    }

    /// The chain rule, all wanted inputs in one pass over the data.
    private static List<Tensor> pointwise(Pointwise p, Tensor y, Tensor gy, List<Boolean> wanted) {
        Kernel kernel = KERNELS.computeIfAbsent(p.expr(), _ -> new ConcurrentHashMap<>())
                .computeIfAbsent(wanted, _ -> backward(p.expr(), wanted));
        List<Tensor> operands = new ArrayList<>(p.inputs());
        operands.add(y);
        operands.add(gy);
        List<Tensor> computed = Elementwise.applyAll(kernel, p.params(), operands);
        List<Tensor> gradients = new ArrayList<>();
        int next = 0;
        for (int i = 0; i < wanted.size(); i++) {
            boolean wants = wanted.get(i);
            gradients.add(wants ? sumTo(computed.get(next++), p.inputs().get(i).shape()) : null);
        }
        return gradients;
    }

    /// For each wanted input `gy · ∂e/∂input`, where the result, wherever it occurs, is read and not computed again.
    private static Kernel backward(Expr e, List<Boolean> wanted) {
        int inputs = wanted.size();
        Expr y = Expr.input(inputs);
        Expr gy = Expr.input(inputs + 1);
        return Kernel.of(IntStream.range(0, inputs)
                .filter(wanted::get)
                .mapToObj(i -> Derivative.pullback(e, i, gy).replace(Simplify.of(e), y))
                .toList());
    }

    private static Tensor reduce(Reduce r, Tensor y, Tensor gy) {
        Shape full = r.x().shape();
        int[] kept = full.reduced(r.axes().stream().mapToInt(Integer::intValue).toArray(), true)
                .dims();
        Tensor upstream = gy.reshape(kept);
        if (r.op() == Reduction.SUM) return upstream.expand(full.dims());
        Tensor largest = Tensor.pointwise(NOT_BELOW, r.x(), y.reshape(kept)).detach();
        Tensor ties = largest.sumKeepingDims(
                r.axes().stream().mapToInt(Integer::intValue).toArray());
        return largest.times(upstream.div(ties));
    }

    private static List<Tensor> matmul(MatMul m, Tensor gy, List<Boolean> wanted) {
        List<Tensor> gradients = new ArrayList<>();
        gradients.add(wanted.get(0) ? byLeft(m, gy) : null);
        gradients.add(wanted.get(1) ? byRight(m, gy) : null);
        return gradients;
    }

    /// C = A·B gives dA = dC·Bᵀ; for a transposed A the transpose of that, B·dCᵀ.
    private static Tensor byLeft(MatMul m, Tensor gy) {
        return m.transposeA()
                ? Products.matmul(m.b(), m.transposeB(), gy, true)
                : Products.matmul(gy, false, m.b(), !m.transposeB());
    }

    /// C = A·B gives dB = Aᵀ·dC; for a transposed B the transpose of that, dCᵀ·A.
    private static Tensor byRight(MatMul m, Tensor gy) {
        return m.transposeB()
                ? Products.matmul(gy, true, m.a(), m.transposeA())
                : Products.matmul(m.a(), !m.transposeA(), gy, false);
    }

    private static List<Tensor> concat(Concat c, Tensor gy) {
        List<Tensor> gradients = new ArrayList<>();
        int at = 0;
        for (Tensor part : c.inputs()) {
            int length = part.shape().dim(c.axis());
            gradients.add(gy.slice(c.axis(), at, at + length));
            at += length;
        }
        return gradients;
    }

    /// Adds back to where it was read; where the index is shorter than the input in another dimension, zeros follow.
    private static Tensor gather(Gather g, Tensor gy) {
        Shape full = g.x().shape();
        Tensor result = gy.scatterAdd(g.axis(), g.index(), full.dim(g.axis()));
        for (int d = 0; d < full.rank(); d++) {
            int length = result.shape().dim(d);
            if (length < full.dim(d)) result = Views.unslice(result, d, 0, length, 1, full.dim(d));
        }
        return result;
    }

    private static int[] inverse(List<Integer> order) {
        int[] inverse = new int[order.size()];
        for (int d = 0; d < inverse.length; d++) inverse[order.get(d)] = d;
        return inverse;
    }

    /// Undoes broadcasting: sums over the dimensions that were stretched.
    private static Tensor sumTo(Tensor g, Shape shape) {
        if (g.shape().equals(shape)) return g;
        int shift = g.shape().rank() - shape.rank();
        int[] stretched = IntStream.range(0, g.shape().rank())
                .filter(d ->
                        d < shift || (shape.dim(d - shift) == 1 && g.shape().dim(d) != 1))
                .toArray();
        Tensor summed = stretched.length == 0 ? g : g.sum(stretched);
        return summed.reshape(shape.dims());
    }
}
