package hillock.expr;

import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import java.util.List;

/// Several expressions of the same inputs and run-time parameters, computed in one pass over the data: the
/// gradients of a loss for both of its arguments, or Adam's new parameter and its two averages.
///
/// A kernel is a value and its structure is its identity, so that it is compiled once however often it is described.
public final class Kernel {
    private static final int SMALL = 100;

    private final List<Expr> outputs;
    private final int inputs;
    private final int params;
    private final int hash;

    private Kernel(List<Expr> outputs) {
        if (outputs.isEmpty()) throw new IllegalArgumentException("a kernel needs at least one output");
        this.outputs = List.copyOf(outputs);
        int[] highest = {-1, -1};
        int[] left = {SMALL};
        for (Expr e : this.outputs) raise(e, highest, left);
        ByObject<Boolean> seen = left[0] < 0 ? new ByObject<>() : null;
        for (Expr e : this.outputs) if (seen != null) raise(e, highest, seen);
        this.inputs = highest[0] + 1;
        this.params = highest[1] + 1;
        this.hash = this.outputs.hashCode();
    }

    public static Kernel of(List<Expr> outputs) {
        return new Kernel(outputs);
    }

    public static Kernel of(Expr output) {
        return new Kernel(List.of(output));
    }

    public List<Expr> outputs() {
        return outputs;
    }

    /// How many inputs the outputs read: one more than the highest index.
    public int inputs() {
        return inputs;
    }

    /// How many run-time parameters the outputs read.
    public int params() {
        return params;
    }

    /// For kernels of few parts, as a tree; with others `left` becomes negative.
    private static void raise(Expr e, int[] highest, int[] left) {
        if (--left[0] < 0) return;
        switch (e) {
            case Const _ -> {}
            case Input(int index) -> highest[0] = Math.max(highest[0], index);
            case Param(int index) -> highest[1] = Math.max(highest[1], index);
            case Unary(Un _, Expr x) -> raise(x, highest, left);
            case Binary(Bin _, Expr a, Expr b) -> {
                raise(a, highest, left);
                raise(b, highest, left);
            }
            case Select(Expr a, Expr b, Expr yes, Expr no) -> {
                raise(a, highest, left);
                raise(b, highest, left);
                raise(yes, highest, left);
                raise(no, highest, left);
            }
        }
    }

    private static void raise(Expr e, int[] highest, ByObject<Boolean> seen) {
        switch (e) {
            case Const _ -> {}
            case Input(int index) -> highest[0] = Math.max(highest[0], index);
            case Param(int index) -> highest[1] = Math.max(highest[1], index);
            case Unary _, Binary _, Select _ ->
                seen.of(e, part -> {
                    for (Expr operand : part.operands()) raise(operand, highest, seen);
                    return true;
                });
        }
    }

    @Override
    public boolean equals(Object other) {
        return this == other || (other instanceof Kernel k && hash == k.hash && outputs.equals(k.outputs));
    }

    @Override
    public int hashCode() {
        return hash;
    }

    @Override
    public String toString() {
        return outputs.stream().map(Print::text).toList().toString();
    }
}
