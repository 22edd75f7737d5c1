package hillock.expr;

/// The operators of one operand: the name of each in a formula, its value in double precision, and its derivative,
/// given the operand `x` and the result `y`. A derivative says what it can in terms of `y`, so that whoever kept the
/// result need not keep the operand: `sigmoid' = y (1 - y)`.
///
/// Tables by `switch`: a program that starts would have to make some fifty lambdas first.
public enum Un {
    NEG("-"),
    ABS("abs"),
    SIGN("sign"),
    SQRT("sqrt"),
    EXP("exp"),
    EXPM1("expm1"),
    LOG("log"),
    LOG1P("log1p"),
    SIN("sin"),
    COS("cos"),
    ATAN("atan"),
    SINH("sinh"),
    COSH("cosh"),
    TANH("tanh"),
    ERF("erf"),
    ERFC("erfc"),
    /// The normal distribution's cumulative function Φ, so named in torch.special and scipy.special.
    NDTR("ndtr"),
    SIGMOID("sigmoid");

    private final String symbol;

    Un(String symbol) {
        this.symbol = symbol;
    }

    /// How the operator is written in a formula.
    public String symbol() {
        return symbol;
    }

    /// The value at `x` in double precision.
    public double apply(double x) {
        return switch (this) {
            case NEG -> -x;
            case ABS -> Math.abs(x);
            case SIGN -> Math.signum(x);
            case SQRT -> Math.sqrt(x);
            case EXP -> StrictMath.exp(x);
            case EXPM1 -> StrictMath.expm1(x);
            case LOG -> StrictMath.log(x);
            case LOG1P -> StrictMath.log1p(x);
            case SIN -> StrictMath.sin(x);
            case COS -> StrictMath.cos(x);
            case ATAN -> StrictMath.atan(x);
            case SINH -> StrictMath.sinh(x);
            case COSH -> StrictMath.cosh(x);
            case TANH -> StrictMath.tanh(x);
            case ERF -> ErrorFunction.of(x);
            case ERFC -> ErrorFunction.complementary(x);
            case NDTR -> ErrorFunction.normal(x);
            case SIGMOID -> 1 / (1 + StrictMath.exp(-x));
        };
    }

    /// The derivative at the operand `x`, where the result is `y`.
    public Expr derivative(Expr x, Expr y) {
        return switch (this) {
            case NEG -> Expr.constant(-1);
            case ABS -> x.sign();
            case SIGN -> Expr.constant(0);
            case SQRT -> Expr.constant(0.5).div(y);
            case EXP -> y;
            case EXPM1 -> y.plus(1);
            case LOG -> Expr.constant(1).div(x);
            case LOG1P -> Expr.constant(1).div(x.plus(1));
            case SIN -> x.cos();
            case COS -> x.sin().unaryMinus();
            case ATAN -> Expr.constant(1).div(x.square().plus(1));
            case SINH -> x.cosh();
            case COSH -> x.sinh();
            case TANH -> Expr.constant(1).minus(y.square());
            case ERF -> x.square().unaryMinus().exp().times(2 / Math.sqrt(Math.PI));
            case ERFC -> x.square().unaryMinus().exp().times(-2 / Math.sqrt(Math.PI));
            case NDTR -> x.square().times(-0.5).exp().times(1 / Math.sqrt(2 * Math.PI));
            case SIGMOID -> y.times(Expr.constant(1).minus(y));
        };
    }

    /// The derivative in terms of the operand alone, where that of [#derivative] would lose digits: as sigmoid nears 1,
    /// `1 - y` has ever fewer of them and none from x ≈ 37 on, while `sigmoid(x) * sigmoid(-x)` keeps all.
    public Expr exactDerivative(Expr x) {
        if (this == SIGMOID) return slope(x);
        if (this == TANH) return slope(x.times(2)).times(4);
        return derivative(x, new Expr.Unary(this, x));
    }

    /// sigmoid' without cancellation.
    private static Expr slope(Expr x) {
        return x.sigmoid().times(x.unaryMinus().sigmoid());
    }
}
