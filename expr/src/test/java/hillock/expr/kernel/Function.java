package hillock.expr.kernel;

import java.util.function.DoubleUnaryOperator;

/// Every function of [Elementary], with the double-precision one that it is measured against. `Block` takes the square
/// root from the processor, which rounds correctly.
enum Function {
    EXP(Elementary::exp, StrictMath::exp),
    EXPM1(Elementary::expm1, StrictMath::expm1),
    LOG(Elementary::log, StrictMath::log),
    LOG1P(Elementary::log1p, StrictMath::log1p),
    SIN(Elementary::sin, StrictMath::sin),
    COS(Elementary::cos, StrictMath::cos),
    TANH(Elementary::tanh, StrictMath::tanh),
    SIGMOID(
            Elementary::sigmoid,
            x -> x < 0 ? StrictMath.exp(x) / (1 + StrictMath.exp(x)) : 1 / (1 + StrictMath.exp(-x))),
    SQRT(Math::sqrt, StrictMath::sqrt);

    private final DoubleUnaryOperator own;
    final DoubleUnaryOperator exact;

    Function(DoubleUnaryOperator own, DoubleUnaryOperator exact) {
        this.own = own;
        this.exact = exact;
    }

    /// What a kernel writes.
    float apply(float x) {
        return (float) own.applyAsDouble(x);
    }
}
