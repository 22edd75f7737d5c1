package hillock.expr;

import java.util.function.DoubleBinaryOperator;

/// The operators of two operands, one row each: its name in a formula, its value in double precision, and its partial
/// derivatives, given the operands `a`, `b` and the result `y`.
///
/// At a kink the derivatives are PyTorch's. Where `max` or `min` compares two things that vary, a tie gives each half.
/// Where one of them is a constant, the other gets 0 at the tie: relu' (0) = 0. At NaN, where there is no slope, both
/// get 0 (PyTorch's relu passes the gradient on): telling NaN from a tie would take a second comparison everywhere.
public enum Bin {
    ADD("+", Double::sum, (a, b, y) -> Expr.constant(1), (a, b, y) -> Expr.constant(1)),
    SUB("-", (a, b) -> a - b, (a, b, y) -> Expr.constant(1), (a, b, y) -> Expr.constant(-1)),
    MUL("*", (a, b) -> a * b, (a, b, y) -> b, (a, b, y) -> a),
    DIV(
            "/",
            (a, b) -> a / b,
            (a, b, y) -> Expr.constant(1).div(b),
            (a, b, y) -> y.div(b).unaryMinus()),
    /// With the exponent 0 the derivative for the base is 0 even at a = 0, where the formula would be 0 ·
    /// 0^-1; at a = 0 the derivative for the exponent is 0, where the formula would be 0 · log 0.
    POW(
            "^",
            StrictMath::pow,
            (a, b, y) -> powerByBase(a, b),
            (a, b, y) -> a.abs().gt(0, y.times(a.log()), Expr.constant(0))),
    MAX("max", Math::max, (a, b, y) -> larger(a, b), (a, b, y) -> larger(b, a)),
    MIN("min", Math::min, (a, b, y) -> larger(b, a), (a, b, y) -> larger(a, b));

    private final String symbol;
    private final DoubleBinaryOperator value;
    private final Partial byA;
    private final Partial byB;

    private interface Partial {
        Expr of(Expr a, Expr b, Expr y);
    }

    Bin(String symbol, DoubleBinaryOperator value, Partial byA, Partial byB) {
        this.symbol = symbol;
        this.value = value;
        this.byA = byA;
        this.byB = byB;
    }

    /// How the operator is written in a formula.
    public String symbol() {
        return symbol;
    }

    /// The value in double precision.
    public double apply(double a, double b) {
        return value.applyAsDouble(a, b);
    }

    /// ∂y/∂a at the operands `a`, `b`, where the result is `y`.
    public Expr derivativeByA(Expr a, Expr b, Expr y) {
        return byA.of(a, b, y);
    }

    /// ∂y/∂b at the operands `a`, `b`, where the result is `y`.
    public Expr derivativeByB(Expr a, Expr b, Expr y) {
        return byB.of(a, b, y);
    }

    private static Expr powerByBase(Expr a, Expr b) {
        Expr slope = b.times(a.pow(b.minus(1)));
        if (b instanceof Expr.Const(double exponent)) return exponent == 0 ? b : slope;
        return b.abs().gt(0, slope, b); // `b` is then 0, or NaN and stays so
    }

    /// 1 where `a > b`, 0 where `a < b`, and at a tie as the class says.
    private static Expr larger(Expr a, Expr b) {
        boolean bothVary = a.dependsOnInput() && b.dependsOnInput();
        Expr otherwise = bothVary ? b.gt(a, Expr.constant(0), Expr.constant(0.5)) : Expr.constant(0);
        return a.gt(b, Expr.constant(1), otherwise);
    }
}
