package hillock.reference;

import hillock.expr.Bin;
import hillock.expr.Expr;
import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import hillock.expr.Un;
import hillock.tensor.Rng;

/// Draws formulas over all operators, kept within their domains and moderate: what goes into `log` is positive, what
/// goes into `exp` is small.
public final class RandomExpr {
    private static final Un[] UNARY = Un.values();
    private static final Bin[] BINARY = Bin.values();

    private final Rng rng;
    private final int inputs;

    private RandomExpr(Rng rng, int inputs) {
        this.rng = rng;
        this.inputs = inputs;
    }

    /// A formula of `inputs` inputs that nests operators about `depth` deep.
    public static Expr of(Rng rng, int inputs, int depth) {
        return new RandomExpr(rng, inputs).draw(depth);
    }

    private Expr draw(int depth) {
        if (depth == 0) {
            return rng.nextInt(4) > 0 ? Expr.input(rng.nextInt(inputs)) : Expr.constant(rng.nextInt(9) / 2.0 - 2);
        }
        int row = rng.nextInt(UNARY.length + BINARY.length + 1);
        if (row < UNARY.length) return unary(UNARY[row], draw(depth - 1));
        if (row < UNARY.length + BINARY.length) {
            return binary(BINARY[row - UNARY.length], draw(depth - 1), draw(depth - 1));
        }
        return new Select(draw(depth - 1), draw(depth - 1), draw(depth - 1), draw(depth - 1));
    }

    private static Expr unary(Un op, Expr x) {
        Expr inside = switch (op) {
            case SQRT, LOG, LOG1P -> x.square().plus(0.5);
            case EXP, EXPM1, SINH, COSH -> x.sin();
            case NEG, ABS, SIGN, SIN, COS, ATAN, TANH, ERF, ERFC, NDTR, SIGMOID -> x;
        };
        return new Unary(op, inside);
    }

    private static Expr binary(Bin op, Expr a, Expr b) {
        return switch (op) {
            case DIV -> new Binary(op, a, b.square().plus(0.5));
            case POW -> new Binary(op, a.tanh().plus(1.5), b.sin());
            case MUL -> new Binary(op, a.sin(), b);
            case ADD, SUB, MAX, MIN -> new Binary(op, a, b);
        };
    }

    /// How far the arguments of the nearest kink or jump are from it: the smallest |a - b| of all comparisons.
    public static double distanceToKink(Expr e, double... at) {
        double own = switch (e) {
            case Const _, Input _, Param _ -> Double.POSITIVE_INFINITY;
            case Unary(Un op, Expr x) ->
                op == Un.ABS || op == Un.SIGN ? gap(x, Expr.constant(0), at) : Double.POSITIVE_INFINITY;
            case Binary(Bin op, Expr a, Expr b) ->
                op == Bin.MAX || op == Bin.MIN ? gap(a, b, at) : Double.POSITIVE_INFINITY;
            case Select(Expr a, Expr b, Expr _, Expr _) -> gap(a, b, at);
        };
        return e.operands().stream().mapToDouble(x -> distanceToKink(x, at)).reduce(own, Math::min);
    }

    /// Things that are equal for whatever input do not part company nearby.
    private static double gap(Expr a, Expr b, double[] at) {
        if (!a.dependsOnInput() && !b.dependsOnInput()) return Double.POSITIVE_INFINITY;
        return Math.abs(a.evaluate(at) - b.evaluate(at));
    }
}
