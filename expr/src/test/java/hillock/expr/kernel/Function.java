package hillock.expr.kernel;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.expr.Un;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// Every function of [Elementary] of one operand, with the double-precision one that it is measured against and the
/// error that its documentation states, in units in the last place.
enum Function {
    EXP(Un.EXP, 1.0),
    EXPM1(Un.EXPM1, 1.6),
    LOG(Un.LOG, 0.9),
    LOG1P(Un.LOG1P, 1.4),
    SIN(Un.SIN, 1.6),
    COS(Un.COS, 1.6),
    ATAN(Un.ATAN, 0.51),
    SINH(Un.SINH, 0.51),
    COSH(Un.COSH, 0.51),
    ERFC(Un.ERFC, 0.51),
    TANH(Un.TANH, 2),
    ERF(Un.ERF, 1.2),
    NDTR(Un.NDTR, 4),
    SIGMOID(Un.SIGMOID, 2, x -> x < 0 ? StrictMath.exp(x) / (1 + StrictMath.exp(x)) : 1 / (1 + StrictMath.exp(-x)));

    private final Form form;
    final DoubleUnaryOperator exact;
    final double ulps;

    Function(Un op, double ulps) {
        this(op, ulps, op::apply);
    }

    Function(Un op, double ulps, DoubleUnaryOperator exact) {
        Lowering lowering = Lowering.of(Kernel.of(new Expr.Unary(op, Expr.input(0))));
        this.form = Bytecode.compile(lowering.body(1, List.of(1), 0), new ScalarValues(), null);
        this.ulps = ulps;
        this.exact = exact;
    }

    /// What a kernel writes, in its scalar form.
    float[] apply(float... x) {
        float[] y = new float[x.length];
        form.run(new float[][] {x, y}, new int[2], new int[2], new float[0], 1, x.length);
        return y;
    }
}
