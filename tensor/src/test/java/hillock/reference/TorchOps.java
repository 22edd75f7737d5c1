package hillock.reference;

import hillock.expr.Expr;
import hillock.reference.Golden.Case;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.BiFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import tools.jackson.databind.JsonNode;

/// PyTorch's operations in terms of this library: by its name where there is one, composed where not.
final class TorchOps {
    private static final Expr A = Expr.input(0);
    private static final Expr B = Expr.input(1);
    private static final Map<String, BiFunction<Case, List<Tensor>, List<Tensor>>> OPS = new HashMap<>();

    private TorchOps() {}

    static boolean has(Case c) {
        return OPS.containsKey(c.op());
    }

    /// The outputs of a case, at least the first.
    static List<Tensor> apply(Case c, List<Tensor> inputs) {
        return OPS.get(c.op()).apply(c, inputs);
    }

    static void op(String name, BiFunction<Case, List<Tensor>, Tensor> f) {
        OPS.put(name, (c, t) -> List.of(f.apply(c, t)));
    }

    static void unary(String name, UnaryOperator<Tensor> f) {
        op(name, (_, t) -> f.apply(t.getFirst()));
    }

    private static void pointwise(String name, Expr e) {
        op(name, (_, t) -> Tensor.pointwise(e, t.toArray(Tensor[]::new)));
    }

    /// Several outputs.
    static void ops(String name, BiFunction<Case, List<Tensor>, List<Tensor>> f) {
        OPS.put(name, f);
    }

    private static void reduction(String name, BiFunction<Tensor, int[], Tensor> keepingDims) {
        op(name, (c, t) -> {
            Tensor x = t.getFirst();
            int[] axes = ints(c.params().get("dim"));
            if (axes.length == 0) axes = IntStream.range(0, x.shape().rank()).toArray();
            Tensor y = keepingDims.apply(x, axes);
            boolean keep =
                    c.params().has("keepdim") && c.params().get("keepdim").asBoolean();
            return keep ? y : y.reshape(x.sum(axes).shape().dims());
        });
    }

    static int[] ints(JsonNode node) {
        if (node == null) return new int[0];
        if (node.isNumber()) return new int[] {node.asInt()};
        return StreamSupport.stream(node.spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    static int dim(Case c) {
        return c.params().get("dim").asInt();
    }

    static {
        arithmetic();
        products();
        reductions();
        softmaxes();
        expressions();
        TorchShapeOps.define();
    }

    private static void arithmetic() {
        op("add", (_, t) -> t.get(0).plus(t.get(1)));
        op("sub", (_, t) -> t.get(0).minus(t.get(1)));
        op("mul", (_, t) -> t.get(0).times(t.get(1)));
        op("div", (_, t) -> t.get(0).div(t.get(1)));
        pointwise("maximum", A.max(B));
        pointwise("minimum", A.min(B));
        pointwise("pow", A.pow(B));
        op(
                "pow_scalar",
                (c, t) -> t.getFirst().map(x -> x.pow(c.params().get("exponent").asDouble())));
        unary("sign", x -> x.map(Expr::sign));
        op(
                "clamp",
                (c, t) -> t.getFirst()
                        .map(x -> clamp(x, c.params().get("min"), c.params().get("max"))));
    }

    /// At its bounds clamp has the slope 1, unlike max and min: the bound is taken only beyond them.
    private static Expr clamp(Expr x, JsonNode min, JsonNode max) {
        Expr y = x;
        if (!min.isNull()) y = Expr.constant(min.asDouble()).gt(x, Expr.constant(min.asDouble()), y);
        if (!max.isNull()) y = x.gt(max.asDouble(), Expr.constant(max.asDouble()), y);
        return y;
    }

    private static void products() {
        op("matmul", (_, t) -> t.get(0).matmul(t.get(1)));
        op(
                "addmm",
                (c, t) -> t.get(0)
                        .times(c.params().get("beta").asDouble())
                        .plus(t.get(1)
                                .matmul(t.get(2))
                                .times(c.params().get("alpha").asDouble())));
        op("einsum", (c, t) -> switch (c.params().get("equation").asString()) {
            case "ij,jk->ik" -> t.get(0).matmul(t.get(1));
            case "bij,bkj->bik", "bhqd,bhkd->bhqk" -> t.get(0).matmul(t.get(1).transpose());
            case "ii->i" -> t.get(0).times(eye(t.get(0).shape().dim(0))).sum(1);
            case "ij->ji" -> t.get(0).transpose();
            case "i,j->ij" -> t.get(0).unsqueeze(1).times(t.get(1));
            case "ij,ij->" -> t.get(0).times(t.get(1)).sum();
            default -> throw new IllegalArgumentException(c + " has an equation without a counterpart");
        });
    }

    private static Tensor eye(int n) {
        float[] ones = new float[n * n];
        for (int i = 0; i < n; i++) ones[i * n + i] = 1;
        return Tensor.of(ones, n, n);
    }

    private static void reductions() {
        reduction("sum", Tensor::sumKeepingDims);
        reduction("mean", (x, axes) -> x.sumKeepingDims(axes).div(count(x, axes)));
        reduction("amax", Tensor::maxKeepingDims);
        reduction("amin", (x, axes) -> x.unaryMinus().maxKeepingDims(axes).unaryMinus());
        reduction(
                "logsumexp",
                (x, axes) ->
                        x.logSumExp(axes).reshape(x.sumKeepingDims(axes).shape().dims()));
        op("min", (_, t) -> t.getFirst().min());
        op("max", (c, t) -> c.params().isEmpty() ? t.getFirst().max() : chosen(t.getFirst(), dim(c)));
        op("argmax", (c, t) -> t.getFirst().argmax(dim(c)));
        op("var", (c, t) -> variance(c, t.getFirst()));
        op("std", (c, t) -> variance(c, t.getFirst()).map(Expr::sqrt));
        op("norm", (c, t) -> norm(c, t.getFirst()));
    }

    private static double count(Tensor x, int... axes) {
        return Arrays.stream(axes).mapToDouble(x.shape()::dim).reduce(1, (a, b) -> a * b);
    }

    /// The largest along a dimension, the gradient to the first of several.
    private static Tensor chosen(Tensor x, int axis) {
        return x.gather(axis, x.argmax(axis).unsqueeze(axis)).squeeze(axis);
    }

    private static Tensor variance(Case c, Tensor x) {
        boolean unbiased =
                !c.params().has("unbiased") || c.params().get("unbiased").asBoolean();
        return x.variance(unbiased ? 1 : 0, ints(c.params().get("dim")));
    }

    private static Tensor norm(Case c, Tensor x) {
        if (c.params().isEmpty()) return x.norm(2);
        String p = c.params().get("p").asString();
        return x.norm(p.equals("inf") ? Double.POSITIVE_INFINITY : Double.parseDouble(p), dim(c));
    }

    private static void softmaxes() {
        op("Softmax", (c, t) -> t.getFirst().softmax(dim(c)));
        op("Softmin", (c, t) -> t.getFirst().unaryMinus().softmax(dim(c)));
        op("Softmax2d", (_, t) -> t.getFirst().softmax(-3));
        op("LogSoftmax", (c, t) -> t.getFirst().logSoftmax(dim(c)));
        op("LogSumExp", (c, t) -> t.getFirst().logSumExp(dim(c)));
    }

    private static void expressions() {
        op("expr", (c, t) -> switch (c.name()) {
            case "shared_subexpression" -> {
                Tensor u = t.get(0).times(t.get(1)).map(Expr::tanh);
                yield u.times(u).plus(u.times(t.get(0)));
            }
            case "deep_chain" -> {
                Tensor x = t.getFirst();
                for (int i = 0; i < 50; i++) x = x.plus(x.map(Expr::sin).times(0.1));
                yield x;
            }
            case "detach" -> t.getFirst().times(t.getFirst().detach());
            default -> throw new IllegalArgumentException(c + " has no counterpart");
        });
        unary("grad of grad", x -> {
            Tensor y = x.map(v -> v.tanh().times(v.pow(3))).sum();
            return y.differentiableGradients().of(x);
        });
    }
}
