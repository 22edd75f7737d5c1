package hillock.doctor;

import hillock.expr.Expr;
import hillock.expr.Print;
import hillock.tensor.Node;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;

/// The first operation of a computation that gave a number that is not finite, from finite ones.
///
/// @param operator with its formula: `log(x)`
/// @param row along the first dimension, from 0
/// @param unit within the row
/// @param operands their values there: `x = -0.3`
/// @param largest the size of the largest
/// @param result the number
record Origin(String operator, int row, int unit, String operands, double largest, double result) {
    /// Walks the graph of a result from its leaves up.
    static Optional<Origin> of(Tensor result) {
        if (finite(result)) return Optional.empty();
        List<Tensor> order = new ArrayList<>();
        visit(result, order, new HashSet<>());
        for (Tensor t : order) if (!finite(t)) return Optional.of(of(t, firstNotFinite(t)));
        throw new IllegalStateException("the result itself is in its graph");
    }

    private static void visit(Tensor t, List<Tensor> order, Set<Tensor> seen) {
        if (!seen.add(t)) return;
        for (Tensor read : t.node().reads()) visit(read, order, seen);
        order.add(t);
    }

    private static Origin of(Tensor t, int at) {
        int rows = t.shape().rank() == 0 ? 1 : t.shape().dim(0);
        int width = Math.max(1, t.shape().size() / Math.max(1, rows));
        double value = t.toDoubles()[at];
        return switch (t.node()) {
            case Node.Pointwise p -> pointwise(p, t, at, width, value);
            case Node.Leaf _ -> new Origin("input", at / width, at % width, "", 0, value);
            case Node other ->
                new Origin(
                        other.getClass().getSimpleName().toLowerCase(Locale.ROOT),
                        at / width,
                        at % width,
                        "",
                        0,
                        value);
        };
    }

    private static Origin pointwise(Node.Pointwise p, Tensor t, int at, int width, double value) {
        double[] inputs = new double[p.inputs().size()];
        for (int i = 0; i < inputs.length; i++)
            inputs[i] = p.inputs().get(i).expand(t.shape().dims()).toDoubles()[at];
        double[] params = p.params().stream().mapToDouble(x -> x).toArray();
        Expr guilty = first(p.expr(), inputs, params);
        List<String> names = names(inputs.length);
        StringBuilder operands = new StringBuilder();
        double largest = 0;
        for (Expr operand : guilty.operands()) {
            if (operand instanceof Expr.Const) continue;
            largest = Math.max(largest, Math.abs(operand.evaluate(inputs, params)));
            if (!operands.isEmpty()) operands.append(", ");
            operands.append(Print.text(operand, names, List.of()))
                    .append(" = ")
                    .append(Texts.number(operand.evaluate(inputs, params)));
        }
        return new Origin(
                Print.text(guilty, names, List.of()), at / width, at % width, operands.toString(), largest, value);
    }

    private static List<String> names(int inputs) {
        List<String> names = new ArrayList<>(List.of("x"));
        for (int i = 1; i < inputs; i++) names.add(i == 1 && inputs == 2 ? "y" : "x" + i);
        return names;
    }

    /// The innermost part that is not finite, in 32 bits, although its operands are.
    private static Expr first(Expr e, double[] inputs, double[] params) {
        for (Expr operand : e.operands()) {
            boolean chosen = !(e instanceof Expr.Select(Expr a, Expr b, Expr yes, Expr no))
                    || operand == a
                    || operand == b
                    || operand == (a.evaluate(inputs, params) > b.evaluate(inputs, params) ? yes : no);
            if (chosen && !Float.isFinite((float) operand.evaluate(inputs, params)))
                return first(operand, inputs, params);
        }
        return e;
    }

    private static int firstNotFinite(Tensor t) {
        float[] values = t.toArray();
        for (int i = 0; i < values.length; i++) if (!Float.isFinite(values[i])) return i;
        return 0;
    }

    private static boolean finite(Tensor t) {
        for (float v : t.toArray()) if (!Float.isFinite(v)) return false;
        return true;
    }
}
