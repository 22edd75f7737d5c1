package hillock.reference;

import static hillock.reference.TorchOps.dim;
import static hillock.reference.TorchOps.ints;
import static hillock.reference.TorchOps.op;
import static hillock.reference.TorchOps.ops;
import static hillock.reference.TorchOps.unary;

import hillock.expr.Expr;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// PyTorch's operations that arrange, cut and pick, in terms of this library.
final class TorchShapeOps {
    private static final Expr A = Expr.input(0);
    private static final Expr B = Expr.input(1);

    private TorchShapeOps() {}

    static void define() {
        arrangement();
        cutting();
        indexing();
    }

    private static void arrangement() {
        op("reshape", (c, t) -> t.getFirst().reshape(ints(c.params().get("shape"))));
        op("permute", (c, t) -> t.getFirst().permute(ints(c.params().get("dims"))));
        unary("permute+reshape", x -> x.permute(2, 0, 1).reshape(-1));
        unary("transpose", x -> x.permute(2, 1, 0));
        op("expand", (c, t) -> t.getFirst().expand(ints(c.params().get("shape"))));
        op("squeeze", (c, t) -> t.getFirst().squeeze(dim(c)));
        op("unsqueeze", (c, t) -> t.getFirst().unsqueeze(dim(c)));
        op("cat", (c, t) -> Tensor.concat(dim(c), t.get(0), t.get(1), t.get(0)));
        op("stack", (c, t) -> Tensor.stack(dim(c), t.toArray(Tensor[]::new)));
        op("tile", (c, t) -> tile(t.getFirst(), ints(c.params().get("reps"))));
        op(
                "repeat_interleave",
                (c, t) ->
                        repeated(t.getFirst(), dim(c), c.params().get("repeats").asInt()));
        op("flip", (c, t) -> flip(t.getFirst(), ints(c.params().get("dims"))[0]));
        op("roll", (c, t) -> roll(t.getFirst(), dim(c), c.params().get("shifts").asInt()));
    }

    private static Tensor tile(Tensor x, int[] times) {
        Tensor y = x;
        for (int d = 0; d < times.length; d++) {
            Tensor[] copies = new Tensor[times[d]];
            Arrays.fill(copies, y);
            y = Tensor.concat(d, copies);
        }
        return y;
    }

    private static Tensor repeated(Tensor x, int axis, int times) {
        int[] dims = x.unsqueeze(axis + 1).shape().dims();
        dims[axis + 1] = times;
        return x.unsqueeze(axis + 1)
                .expand(dims)
                .reshape(x.shape().with(axis, x.shape().dim(axis) * times).dims());
    }

    private static Tensor flip(Tensor x, int axis) {
        List<Tensor> parts = new ArrayList<>();
        for (int i = x.shape().dim(axis); i > 0; i--) parts.add(x.slice(axis, i - 1, i));
        return Tensor.concat(axis, parts.toArray(Tensor[]::new));
    }

    private static Tensor roll(Tensor x, int axis, int shifts) {
        int length = x.shape().dim(axis);
        return Tensor.concat(axis, x.slice(axis, length - shifts, length), x.slice(axis, 0, length - shifts));
    }

    private static void cutting() {
        ops("split", (c, t) -> halves(t.getFirst(), dim(c)));
        ops("chunk", (c, t) -> halves(t.getFirst(), dim(c)));
        op("slice", (c, t) -> slice(c.params().get("expr").asString(), t.getFirst()));
        op("tril", (c, t) -> triangle(t.getFirst(), c.params().get("k").asInt(), 1));
        op("triu", (c, t) -> triangle(t.getFirst(), c.params().get("k").asInt(), -1));
    }

    private static List<Tensor> halves(Tensor x, int axis) {
        int length = x.shape().dim(axis);
        return List.of(x.slice(axis, 0, length / 2), x.slice(axis, length / 2, length));
    }

    private static Tensor slice(String expr, Tensor x) {
        return switch (expr) {
            case "x[1]" -> x.get(1);
            case "x[:,1:3]" -> x.slice(1, 1, 3);
            case "x[:,::2,1]" ->
                x.slice(1, 0, x.shape().dim(1), 2).slice(2, 1, 2).squeeze(2);
            case "x[...,-1]" ->
                x.slice(-1, x.shape().dim(-1) - 1, x.shape().dim(-1)).squeeze(-1);
            case "x[None,:,0]" -> x.slice(1, 0, 1).squeeze(1).unsqueeze(0);
            case "x[-1,:,1:]" ->
                x.get(x.shape().dim(0) - 1).slice(1, 1, x.shape().dim(2));
            default -> throw new IllegalArgumentException(expr + " has no counterpart");
        };
    }

    /// What lies on the side of the k-th diagonal that `sign` says, by a mask of ones and zeros.
    private static Tensor triangle(Tensor x, int k, int sign) {
        int rows = x.shape().dim(-2);
        int columns = x.shape().dim(-1);
        float[] mask = new float[rows * columns];
        for (int i = 0; i < mask.length; i++) mask[i] = sign * (i % columns - i / columns - k) <= 0 ? 1 : 0;
        return x.times(Tensor.of(mask, rows, columns));
    }

    private static void indexing() {
        op("gather", (c, t) -> t.get(0).gather(dim(c), t.get(1)));
        op(
                "scatter_add",
                (c, t) -> t.get(0)
                        .plus(t.get(2)
                                .scatterAdd(dim(c), t.get(1), t.get(0).shape().dim(dim(c)))));
        op("x[i,j]", (_, t) -> picked(t.get(0), t.get(1), t.get(2)));
        op("index_select", (c, t) -> selected(t.get(0), t.get(1)));
        op("x[:,i]", (_, t) -> selected(t.get(0), t.get(1)));
        op(
                "where",
                (c, t) -> c.params().has("expr")
                        ? t.getFirst().map(x -> x.gt(0, x.log(), Expr.constant(0)))
                        : Tensor.pointwise(A.gt(0, B, Expr.input(2)), t.toArray(Tensor[]::new)));
        op(
                "masked_fill",
                (c, t) -> Tensor.pointwise(
                        B.gt(0, Expr.constant(c.params().get("value").asDouble()), A), t.toArray(Tensor[]::new)));
        op("one_hot", (c, t) -> {
            Tensor i = t.getFirst().unsqueeze(-1);
            return Tensor.ones(i.shape().dims())
                    .scatterAdd(-1, i, c.params().get("num_classes").asInt());
        });
    }

    /// Both indices as one, over the first two dimensions taken together.
    private static Tensor picked(Tensor x, Tensor i, Tensor j) {
        int last = x.shape().dim(2);
        Tensor row = i.times(x.shape().dim(1)).plus(j).unsqueeze(1);
        return x.reshape(-1, last).gather(0, row.expand(row.shape().dim(0), last));
    }

    private static Tensor selected(Tensor x, Tensor index) {
        int[] dims = x.shape().dims();
        dims[1] = index.shape().size();
        return x.gather(1, index.reshape(1, -1, 1).expand(dims));
    }
}
