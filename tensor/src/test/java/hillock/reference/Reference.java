package hillock.reference;

import hillock.tensor.Node.Concat;
import hillock.tensor.Node.Expand;
import hillock.tensor.Node.Gather;
import hillock.tensor.Node.Leaf;
import hillock.tensor.Node.MatMul;
import hillock.tensor.Node.Permute;
import hillock.tensor.Node.Pointwise;
import hillock.tensor.Node.Reduce;
import hillock.tensor.Node.Reshape;
import hillock.tensor.Node.ScatterAdd;
import hillock.tensor.Node.Slice;
import hillock.tensor.Node.Softmax;
import hillock.tensor.Node.SoftmaxGradient;
import hillock.tensor.Node.Unslice;
import hillock.tensor.Tensor;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleUnaryOperator;

/// The naive backend in double precision: walks the graph of a tensor and computes every node anew by its definition,
/// one element after the other. It is the specification that the real backend is tested against, and smooth enough to
/// take finite differences on.
///
/// ```java
/// Tensor x = Tensor.of(1, 2).requiresGradient();
/// Tensor y = x.map(Expr::exp);
/// Reference.evaluate(y, Map.of());                                   // e, e² to 16 digits
/// Reference.evaluate(y, Map.of(x, new double[] {1 + 1e-6, 2}));      // the same formula at another place
/// ```
///
/// A tensor without a tracked input is a leaf, whose floats are taken as they are: only what [Tensor#requiresGradient]
/// and what was computed from it is evaluated anew.
public final class Reference {
    private final Map<Tensor, Grid> known = new HashMap<>();

    private Reference(Map<Tensor, double[]> leaves) {
        leaves.forEach((leaf, values) -> known.put(leaf, new Grid(leaf.shape().dims(), values)));
    }

    /// The numbers of `y`, row by row.
    ///
    /// @param leaves values in place of a leaf's own
    public static double[] evaluate(Tensor y, Map<Tensor, double[]> leaves) {
        return new Reference(leaves).value(y).data();
    }

    /// The numbers of a leaf as doubles.
    public static double[] exact(Tensor leaf) {
        float[] floats = leaf.toArray();
        double[] values = new double[floats.length];
        for (int i = 0; i < values.length; i++) values[i] = floats[i];
        return values;
    }

    /// Inputs before what is computed from them, without recursion: a graph may be deep.
    private Grid value(Tensor y) {
        Deque<Tensor> path = new ArrayDeque<>(List.of(y));
        while (!path.isEmpty()) {
            Tensor t = path.peek();
            int before = path.size();
            if (!known.containsKey(t)) {
                for (Tensor input : t.node().inputs()) if (!known.containsKey(input)) path.push(input);
            }
            if (path.size() > before) continue;
            path.pop();
            if (!known.containsKey(t)) known.put(t, compute(t));
        }
        return known.get(y);
    }

    private Grid compute(Tensor t) {
        int[] dims = t.shape().dims();
        return switch (t.node()) {
            case Leaf _ -> new Grid(dims, exact(t));
            case Pointwise p -> pointwise(p, dims);
            case Reduce r -> reduce(r, dims);
            case Softmax s -> softmax(s.log(), known.get(s.x()), dims);
            case SoftmaxGradient s -> softmaxGradient(s, dims);
            case MatMul m -> matmul(m, dims);
            case Reshape r -> new Grid(dims, known.get(r.x()).data());
            case Expand e -> Grid.of(dims, known.get(e.x())::at);
            case Permute p -> permute(p, dims);
            case Slice s -> {
                Grid x = known.get(s.x());
                yield Grid.of(dims, i -> x.at(moved(i, s.axis(), s.from() + i[s.axis()] * s.step())));
            }
            case Unslice u -> {
                Grid y = Grid.zeros(dims);
                Grid x = known.get(u.x());
                x.forEach(i -> y.put(x.at(i), moved(i, u.axis(), u.from() + i[u.axis()] * u.step())));
                yield y;
            }
            case Concat c -> concat(c, dims);
            case Gather g -> {
                Grid x = known.get(g.x());
                Grid index = new Grid(dims, exact(g.index()));
                yield Grid.of(dims, i -> x.at(moved(i, g.axis(), (int) index.at(i))));
            }
            case ScatterAdd s -> {
                Grid y = Grid.zeros(dims);
                Grid x = known.get(s.x());
                Grid index = new Grid(x.dims(), exact(s.index()));
                x.forEach(i -> y.add(x.at(i), moved(i, s.axis(), (int) index.at(i))));
                yield y;
            }
        };
    }

    private Grid pointwise(Pointwise p, int[] dims) {
        List<Grid> inputs = p.inputs().stream().map(known::get).toList();
        double[] params = p.params().stream().mapToDouble(Double::doubleValue).toArray();
        return Grid.of(
                dims,
                i -> p.expr().evaluate(inputs.stream().mapToDouble(x -> x.at(i)).toArray(), params));
    }

    private Grid reduce(Reduce r, int[] dims) {
        Grid x = known.get(r.x());
        int[] kept = x.dims().clone();
        r.axes().forEach(a -> kept[a] = 1);
        Grid y = Grid.zeros(kept);
        switch (r.op()) {
            case SUM -> x.forEach(i -> y.add(x.at(i), i));
            case MAX -> {
                Arrays.fill(y.data(), Double.NEGATIVE_INFINITY);
                x.forEach(i -> y.put(Math.max(y.at(i), x.at(i)), i));
            }
        }
        return new Grid(dims, y.data());
    }

    private static Grid softmax(boolean log, Grid x, int[] dims) {
        Grid sums = rowSums(x, Math::exp);
        return Grid.of(dims, i -> {
            double sum = sums.at(moved(i, i.length - 1, 0));
            return log ? x.at(i) - Math.log(sum) : Math.exp(x.at(i)) / sum;
        });
    }

    private Grid softmaxGradient(SoftmaxGradient s, int[] dims) {
        Grid y = known.get(s.y());
        Grid g = known.get(s.gy());
        Grid sums = rowSums(s.log() ? g : Grid.of(dims, i -> g.at(i) * y.at(i)), v -> v);
        return Grid.of(dims, i -> {
            double sum = sums.at(moved(i, i.length - 1, 0));
            return s.log() ? g.at(i) - Math.exp(y.at(i)) * sum : y.at(i) * (g.at(i) - sum);
        });
    }

    private static Grid rowSums(Grid x, DoubleUnaryOperator f) {
        int[] kept = x.dims().clone();
        kept[kept.length - 1] = 1;
        Grid sums = Grid.zeros(kept);
        x.forEach(i -> sums.add(f.applyAsDouble(x.at(i)), moved(i, i.length - 1, 0)));
        return sums;
    }

    private Grid matmul(MatMul m, int[] dims) {
        Grid a = known.get(m.a());
        Grid b = known.get(m.b());
        int row = dims.length - 2;
        int terms = a.dims()[m.transposeA() ? row : row + 1];
        return Grid.of(dims, i -> {
            double sum = 0;
            for (int k = 0; k < terms; k++)
                sum += at(a, m.transposeA(), i, i[row], k) * at(b, m.transposeB(), i, k, i[row + 1]);
            return sum;
        });
    }

    private static double at(Grid matrices, boolean transposed, int[] stack, int row, int column) {
        int[] index = stack.clone();
        index[index.length - 2] = transposed ? column : row;
        index[index.length - 1] = transposed ? row : column;
        return matrices.at(index);
    }

    private Grid permute(Permute p, int[] dims) {
        Grid x = known.get(p.x());
        return Grid.of(dims, i -> {
            int[] from = new int[i.length];
            for (int d = 0; d < i.length; d++) from[p.order().get(d)] = i[d];
            return x.at(from);
        });
    }

    private Grid concat(Concat c, int[] dims) {
        Grid y = Grid.zeros(dims);
        int at = 0;
        for (Tensor part : c.inputs()) {
            Grid x = known.get(part);
            int start = at;
            x.forEach(i -> y.put(x.at(i), moved(i, c.axis(), start + i[c.axis()])));
            at += part.shape().dim(c.axis());
        }
        return y;
    }

    private static int[] moved(int[] index, int axis, int to) {
        int[] moved = index.clone();
        moved[axis] = to;
        return moved;
    }
}
