package hillock.expr;

import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import java.util.List;
import java.util.function.ToIntFunction;

/// Several expressions of the same inputs and run-time parameters, computed in one pass over the data: the gradients of
/// a
/// loss for both of its arguments, or Adam's new parameter and its two averages.
///
/// A kernel is a value and its structure is its identity, so that it is compiled once however often it is described.
public record Kernel(List<Expr> outputs) {
    public Kernel {
        outputs = List.copyOf(outputs);
        if (outputs.isEmpty()) throw new IllegalArgumentException("a kernel needs at least one output");
    }

    public static Kernel of(Expr... outputs) {
        return new Kernel(List.of(outputs));
    }

    /// How many inputs the outputs read: one more than the highest index.
    public int inputs() {
        return highest(e -> e instanceof Input(int index) ? index : -1) + 1;
    }

    /// How many run-time parameters the outputs read.
    public int params() {
        return highest(e -> e instanceof Param(int index) ? index : -1) + 1;
    }

    private int highest(ToIntFunction<Expr> index) {
        return outputs.stream().mapToInt(e -> highest(e, index)).max().orElse(-1);
    }

    private static int highest(Expr e, ToIntFunction<Expr> index) {
        int deepest =
                e.operands().stream().mapToInt(o -> highest(o, index)).max().orElse(-1);
        return Math.max(index.applyAsInt(e), deepest);
    }
}
