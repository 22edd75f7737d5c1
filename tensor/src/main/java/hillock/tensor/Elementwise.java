package hillock.tensor;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.expr.Print;
import hillock.tensor.Node.Pointwise;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Pointwise operations: one formula at every position.
final class Elementwise {
    private static final Expr A = Expr.input(0);
    private static final Expr B = Expr.input(1);
    private static final Expr P = Expr.param(0);

    static final Expr PLUS = A.plus(B);
    static final Expr PLUS_NUMBER = A.plus(P);
    static final Expr MINUS = A.minus(B);
    static final Expr TIMES = A.times(B);
    static final Expr TIMES_NUMBER = A.times(P);
    static final Expr DIV = A.div(B);
    static final Expr DIV_NUMBER = A.div(P);

    private Elementwise() {}

    static Tensor apply(Expr formula, List<Double> params, List<Tensor> inputs) {
        return applyAll(Kernel.of(formula), params, inputs).getFirst();
    }

    /// Formulas of the same inputs, all in one pass; each result has a node of its own.
    static List<Tensor> applyAll(Kernel kernel, List<Double> params, List<Tensor> inputs) {
        Shape shape = check(kernel, params, inputs);
        float[][] data = Forward.pointwise(kernel, params, inputs, shape);
        List<Tensor> results = new ArrayList<>();
        for (int k = 0; k < data.length; k++) {
            Node node = new Pointwise(kernel.outputs().get(k), params, inputs);
            results.add(Forward.result(node, shape, data[k]));
        }
        return results;
    }

    private static Shape check(Kernel kernel, List<Double> params, List<Tensor> inputs) {
        if (kernel.inputs() > inputs.size()) {
            throw new IllegalArgumentException(
                    "the formula reads " + kernel.inputs() + " inputs, but " + inputs.size() + " were given");
        }
        if (kernel.params() > params.size()) {
            throw new IllegalArgumentException(
                    "the formula reads " + kernel.params() + " parameters, but " + params.size() + " were given");
        }
        Shape shape = Shape.SCALAR;
        for (Tensor input : inputs) {
            if (!shape.broadcasts(input.shape())) throw mismatch(kernel, inputs);
            shape = shape.broadcast(input.shape());
        }
        return shape;
    }

    private static IllegalArgumentException mismatch(Kernel kernel, List<Tensor> inputs) {
        String formula = Print.text(kernel.outputs().getFirst(), List.of("a", "b", "c", "d"), List.of());
        String shapes = inputs.stream().map(t -> t.shape().toString()).collect(Collectors.joining(" and "));
        return new IllegalArgumentException("cannot compute " + formula + ": shapes " + shapes + " do not broadcast");
    }
}
