package hillock.tensor;

import hillock.expr.Kernel;
import hillock.expr.kernel.Loop;
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
import hillock.tensor.backend.Elements;
import hillock.tensor.backend.Walk;
import java.util.ArrayList;
import java.util.List;

/// The numbers of a node: one switch over all operations. Shapes were checked by whoever made the
/// node.
final class Forward {
    private static final Leaf UNTRACKED = new Leaf(false);

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
            case Node.Softmax s -> Softmaxes.numbers(s);
            case Node.SoftmaxGradient s -> Softmaxes.numbers(s);
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
                Walk.write(u.x().shape().dims(), u.x().data(), into, strides, offset);
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
        if (shape.size() == 0) return results;
        double[] numbers = new double[params.size()];
        for (int i = 0; i < numbers.length; i++) numbers[i] = params.get(i);
        Elements elements = isFlat(inputs, shape)
                ? flat(kernel, numbers, inputs, results, shape.size())
                : broadcast(kernel, numbers, inputs, results, shape);
        elements.run();
        return results;
    }

    /// Whether every input has that shape or is a single number: then all is one long row.
    private static boolean isFlat(List<Tensor> inputs, Shape shape) {
        for (int i = 0; i < inputs.size(); i++) {
            Shape s = inputs.get(i).shape();
            if (s.size() != 1 && !s.equals(shape)) return false;
        }
        return true;
    }

    private static Elements flat(Kernel kernel, double[] params, List<Tensor> inputs, float[][] results, int size) {
        int read = kernel.inputs();
        int count = read + results.length;
        float[][] arrays = new float[count][];
        long still = 0;
        for (int i = 0; i < read; i++) {
            arrays[i] = inputs.get(i).data();
            if (arrays[i].length == 1 && size != 1) still |= 1L << i;
        }
        System.arraycopy(results, 0, arrays, read, results.length);
        Loop loop = Loop.of(kernel, still);
        float[] uniforms = new float[loop.uniforms()];
        loop.uniforms(params, uniforms);
        return new Elements(loop, still, arrays, new int[count], new int[count], uniforms, 1, size);
    }

    private static Elements broadcast(
            Kernel kernel, double[] params, List<Tensor> inputs, float[][] results, Shape shape) {
        List<View> views = new ArrayList<>();
        for (Tensor input : inputs) {
            Buffer whole = Buffer.of(input.data(), 0, input.shape().size());
            views.add(View.of(whole, input.shape()).broadcast(shape));
        }
        int[] dims =
                views.isEmpty() ? new int[] {shape.size()} : views.getFirst().dims();
        int columns = Fused.columns(dims, views);
        if (columns < 0) {
            views.replaceAll(Forward::lined);
            columns = Fused.columns(dims, views);
        }
        List<Buffer> into = new ArrayList<>();
        for (float[] result : results) into.add(Buffer.of(result, 0, result.length));
        return Fused.elements(kernel, params, views, into, shape.size() / columns, columns);
    }

    /// The same numbers one after the other.
    private static View lined(View v) {
        if (v.isContiguous()) return v;
        Shape shape = Shape.of(v.dims());
        float[] numbers = new float[shape.size()];
        Walk.read(v.dims(), v.buffer().array, v.strides(), v.offset(), numbers);
        return View.of(Buffer.of(numbers, 0, numbers.length), shape);
    }

    private static float[] strided(Tensor x, int[] strides, int offset, Shape shape) {
        float[] into = new float[shape.size()];
        Walk.read(shape.dims(), x.data(), strides, offset, into);
        return into;
    }

    private static float[] concat(Concat c, Shape shape) {
        float[] into = new float[shape.size()];
        int[] strides = shape.strides();
        int at = 0;
        for (Tensor part : c.inputs()) {
            Walk.write(part.shape().dims(), part.data(), into, strides, at * strides[c.axis()]);
            at += part.shape().dim(c.axis());
        }
        return into;
    }
}
