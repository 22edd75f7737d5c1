package hillock.tensor;

import hillock.expr.Kernel;
import hillock.expr.kernel.Operand;
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
import hillock.tensor.Node.Unslice;
import hillock.tensor.backend.Backend;
import java.util.List;

/// The numbers of a node: one switch that hands each operation to the backend. Shapes were checked by whoever made the
/// node.
final class Forward {
    private static final Leaf UNTRACKED = new Leaf(false);
    private static final Backend BACKEND = Backend.CPU;

    private Forward() {}

    /// The tensor of that shape that the node describes.
    static Tensor compute(Node node, Shape shape) {
        return result(node, shape, numbers(node, shape));
    }

    /// Numbers with their node, which is kept only if a gradient flows through it.
    static Tensor result(Node node, Shape shape, float[] data) {
        for (Tensor input : node.inputs()) if (input.isTracked()) return new Tensor(shape, data, node);
        return Recording.isRunning() ? new Tensor(shape, data, node, false) : new Tensor(shape, data, UNTRACKED);
    }

    static float[] numbers(Node node, Shape shape) {
        return switch (node) {
            case Leaf _ -> throw new IllegalArgumentException("a leaf is not computed");
            case Pointwise p -> pointwise(Kernel.of(p.expr()), p.params(), p.inputs(), shape)[0];
            case Reduce r -> Reductions.numbers(r);
            case MatMul m -> Products.numbers(m, shape);
            case Reshape r -> r.x().data();
            case Expand e -> strided(e.x(), e.x().shape().stridesFor(shape), 0, shape);
            case Permute p -> strided(p.x(), Views.permuted(p), 0, shape);
            case Slice s -> {
                int[] strides = s.x().shape().strides();
                int offset = s.from() * strides[s.axis()];
                strides[s.axis()] *= s.step();
                yield strided(s.x(), strides, offset, shape);
            }
            case Unslice u -> {
                int[] strides = shape.strides();
                int offset = u.from() * strides[u.axis()];
                strides[u.axis()] *= u.step();
                float[] into = new float[shape.size()];
                BACKEND.write(u.x().shape().dims(), u.x().data(), into, strides, offset);
                yield into;
            }
            case Concat c -> concat(c, shape);
            case Gather g -> Indexing.gatherNumbers(g);
            case ScatterAdd s -> Indexing.scatterNumbers(s, shape);
        };
    }

    /// Runs a kernel over inputs that are broadcast to a shape; one array per output.
    static float[][] pointwise(Kernel kernel, List<Double> params, List<Tensor> inputs, Shape shape) {
        float[][] results = new float[kernel.outputs().size()][shape.size()];
        double[] numbers = params.stream().mapToDouble(Double::doubleValue).toArray();
        boolean sameShape = inputs.stream().allMatch(t -> t.shape().equals(shape));
        // Inputs that need no broadcasting are one long row.
        int[] dims = sameShape || shape.rank() == 0 ? new int[] {shape.size()} : shape.dims();
        List<Operand> operands = inputs.stream()
                .map(t -> new Operand(t.data(), sameShape ? new int[] {1} : strides(t.shape(), shape)))
                .toList();
        BACKEND.pointwise(kernel, dims, operands, numbers, results);
        return results;
    }

    private static int[] strides(Shape from, Shape to) {
        return to.rank() == 0 ? new int[] {0} : from.stridesFor(to);
    }

    private static float[] strided(Tensor x, int[] strides, int offset, Shape shape) {
        float[] into = new float[shape.size()];
        BACKEND.read(shape.dims(), x.data(), strides, offset, into);
        return into;
    }

    private static float[] concat(Concat c, Shape shape) {
        float[] into = new float[shape.size()];
        int[] strides = shape.strides();
        int at = 0;
        for (Tensor part : c.inputs()) {
            BACKEND.write(part.shape().dims(), part.data(), into, strides, at * strides[c.axis()]);
            at += part.shape().dim(c.axis());
        }
        return into;
    }
}
