package hillock.expr;

import java.util.function.BinaryOperator;
import java.util.function.DoubleUnaryOperator;
import java.util.function.UnaryOperator;

/// The operators of one operand, one row each: its name in a formula, its value in double precision, and
/// its derivative, given the operand `x` and the result `y`. A derivative says what it can in terms of `y`,
/// so that whoever kept the result need not keep the operand: `sigmoid' = y (1 - y)`.
public enum Un {
    NEG("-", x -> -x, (x, y) -> Expr.constant(-1)),
    ABS("abs", Math::abs, (x, y) -> x.sign()),
    SIGN("sign", Math::signum, (x, y) -> Expr.constant(0)),
    SQRT("sqrt", Math::sqrt, (x, y) -> Expr.constant(0.5).div(y)),
    EXP("exp", StrictMath::exp, (x, y) -> y),
    EXPM1("expm1", StrictMath::expm1, (x, y) -> y.plus(1)),
    LOG("log", StrictMath::log, (x, y) -> Expr.constant(1).div(x)),
    LOG1P("log1p", StrictMath::log1p, (x, y) -> Expr.constant(1).div(x.plus(1))),
    SIN("sin", StrictMath::sin, (x, y) -> x.cos()),
    COS("cos", StrictMath::cos, (x, y) -> x.sin().unaryMinus()),
    ATAN("atan", StrictMath::atan, (x, y) -> Expr.constant(1).div(x.square().plus(1))),
    SINH("sinh", StrictMath::sinh, (x, y) -> x.cosh()),
    COSH("cosh", StrictMath::cosh, (x, y) -> x.sinh()),
    TANH(
            "tanh",
            StrictMath::tanh,
            (x, y) -> Expr.constant(1).minus(y.square()),
            x -> slope(x.times(2)).times(4)),
    ERF("erf", ErrorFunction::of, (x, y) -> x.square().unaryMinus().exp().times(2 / Math.sqrt(Math.PI))),
    ERFC(
            "erfc",
            ErrorFunction::complementary,
            (x, y) -> x.square().unaryMinus().exp().times(-2 / Math.sqrt(Math.PI))),
    /// The normal distribution's cumulative function Φ, so named in torch.special and scipy.special.
    NDTR("ndtr", ErrorFunction::normal, (x, y) -> x.square().times(-0.5).exp().times(1 / Math.sqrt(2 * Math.PI))),
    SIGMOID("sigmoid", Un::logistic, (x, y) -> y.times(Expr.constant(1).minus(y)), Un::slope);

    private final String symbol;
    private final DoubleUnaryOperator value;
    private final BinaryOperator<Expr> derivative;
    private final UnaryOperator<Expr> exactDerivative;

    Un(String symbol, DoubleUnaryOperator value, BinaryOperator<Expr> derivative) {
        this(symbol, value, derivative, null);
    }

    Un(String symbol, DoubleUnaryOperator value, BinaryOperator<Expr> derivative, UnaryOperator<Expr> exactDerivative) {
        this.symbol = symbol;
        this.value = value;
        this.derivative = derivative;
        this.exactDerivative = exactDerivative;
    }

    /// How the operator is written in a formula.
    public String symbol() {
        return symbol;
    }

    /// The value at `x` in double precision.
    public double apply(double x) {
        return value.applyAsDouble(x);
    }

    /// The derivative at the operand `x`, where the result is `y`.
    public Expr derivative(Expr x, Expr y) {
        return derivative.apply(x, y);
    }

    /// The derivative in terms of the operand alone, where that of [#derivative] would lose digits: as sigmoid nears 1,
    /// `1 - y` has ever fewer of them and none from x ≈ 37 on, while `sigmoid(x) * sigmoid(-x)` keeps all.
    public Expr exactDerivative(Expr x) {
        return exactDerivative == null ? derivative(x, new Expr.Unary(this, x)) : exactDerivative.apply(x);
    }

    /// sigmoid' without cancellation.
    private static Expr slope(Expr x) {
        return x.sigmoid().times(x.unaryMinus().sigmoid());
    }

    private static double logistic(double x) {
        return 1 / (1 + StrictMath.exp(-x));
    }
}
