package hillock.expr;

import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;

/// The value of expressions for certain inputs and run-time parameters, in double precision.
final class Evaluation {
    private final double[] inputs;
    private final double[] params;
    private final ByObject<Double> known = new ByObject<>();

    Evaluation(double[] inputs, double[] params) {
        this.inputs = inputs;
        this.params = params;
    }

    double of(Expr e) {
        return switch (e) {
            case Const(double value) -> value;
            case Input(int index) -> inputs[index];
            case Param(int index) -> params[index];
            case Unary _, Binary _, Select _ -> known.of(e, this::compute);
        };
    }

    private double compute(Expr e) {
        return switch (e) {
            case Const _, Input _, Param _ -> of(e);
            case Unary(Un op, Expr x) -> op.apply(of(x));
            case Binary(Bin op, Expr a, Expr b) -> op.apply(of(a), of(b));
            case Select(Expr a, Expr b, Expr yes, Expr no) -> of(a) > of(b) ? of(yes) : of(no);
        };
    }
}
