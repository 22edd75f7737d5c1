package hillock.expr;

import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;

/// Rewrites an expression into a shorter one with the same value at every input, NaN and infinities included (only the
/// sign of a zero may differ): constants are folded, and `x + 0`, `x * 1`, `x / 1`, `x ^ 1`, `-(-x)` become `x`.
public final class Simplify {
    private final ByObject<Expr> done = new ByObject<>();

    Simplify() {}

    /// The simplified expression.
    public static Expr of(Expr e) {
        return new Simplify().simplify(e);
    }

    /// The same for one of several expressions: a part that they share stays shared.
    Expr simplify(Expr e) {
        return done.of(e, part -> rewrite(part.withOperands(this::simplify)));
    }

    private static Expr rewrite(Expr inner) {
        return switch (inner) {
            case Unary(Un op, Const(double x)) -> new Const(op.apply(x));
            case Unary(Un op, Unary(Un again, Expr x)) when op == Un.NEG && again == Un.NEG -> x;
            case Binary(Bin op, Const(double a), Const(double b)) -> new Const(op.apply(a, b));
            case Binary(Bin op, Const(double a), Expr b) -> withConstantLeft(op, a, b, inner);
            case Binary(Bin op, Expr a, Const(double b)) -> withConstantRight(op, a, b, inner);
            case Binary(Bin op, Expr a, Unary(Un neg, Expr b)) when op == Bin.ADD && neg == Un.NEG -> a.minus(b);
            case Binary(Bin op, Expr a, Unary(Un neg, Expr b)) when op == Bin.SUB && neg == Un.NEG -> a.plus(b);
            case Select(Const(double a), Const(double b), Expr yes, Expr no) -> a > b ? yes : no;
            case Select(Expr _, Expr _, Expr yes, Expr no) when yes.equals(no) -> yes;
            case Expr other -> other;
        };
    }

    private static Expr withConstantLeft(Bin op, double a, Expr b, Expr unchanged) {
        if ((op == Bin.ADD && a == 0) || (op == Bin.MUL && a == 1)) return b;
        if ((op == Bin.MUL && a == -1) || (op == Bin.SUB && a == 0)) return b.unaryMinus();
        return unchanged;
    }

    private static Expr withConstantRight(Bin op, Expr a, double b, Expr unchanged) {
        return switch (op) {
            case ADD, SUB -> b == 0 ? a : unchanged;
            case MUL -> b == 1 ? a : b == -1 ? a.unaryMinus() : unchanged;
            case DIV, POW -> b == 1 ? a : unchanged;
            case MIN, MAX -> unchanged;
        };
    }
}
