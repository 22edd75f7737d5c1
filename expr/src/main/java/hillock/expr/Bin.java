package hillock.expr;

/// The operators of two operands: the name of each in a formula, its value in double precision, and its partial
/// derivatives, given the operands `a`, `b` and the result `y`.
///
/// At a kink the derivatives are PyTorch's. Where `max` or `min` compares two things that vary, a tie gives each half.
/// Where one of them is a constant, the other gets 0 at the tie: relu' (0) = 0. At NaN, where there is no slope, both
/// get 0 (PyTorch's relu passes the gradient on): telling NaN from a tie would take a second comparison everywhere.
public enum Bin {
    ADD("+"),
    SUB("-"),
    MUL("*"),
    DIV("/"),
    /// With the exponent 0 the derivative for the base is 0 even at a = 0, where the formula would be 0 ·
    /// 0^-1; at a = 0 the derivative for the exponent is 0, where the formula would be 0 · log 0.
    POW("^"),
    MAX("max"),
    MIN("min");

    private final String symbol;

    Bin(String symbol) {
        this.symbol = symbol;
    }

    /// How the operator is written in a formula.
    public String symbol() {
        return symbol;
    }

    /// The value in double precision.
    public double apply(double a, double b) {
        return switch (this) {
            case ADD -> a + b;
            case SUB -> a - b;
            case MUL -> a * b;
            case DIV -> a / b;
            case POW -> StrictMath.pow(a, b);
            case MAX -> Math.max(a, b);
            case MIN -> Math.min(a, b);
        };
    }

    /// ∂y/∂a at the operands `a`, `b`, where the result is `y`.
    public Expr derivativeByA(Expr a, Expr b, Expr y) {
        return switch (this) {
            case ADD, SUB -> Expr.constant(1);
            case MUL -> b;
            case DIV -> Expr.constant(1).div(b);
            case POW -> powerByBase(a, b);
            case MAX -> larger(a, b);
            case MIN -> larger(b, a);
        };
    }

    /// ∂y/∂b at the operands `a`, `b`, where the result is `y`.
    public Expr derivativeByB(Expr a, Expr b, Expr y) {
        return switch (this) {
            case ADD -> Expr.constant(1);
            case SUB -> Expr.constant(-1);
            case MUL -> a;
            case DIV -> y.div(b).unaryMinus();
            case POW -> a.abs().gt(0, y.times(a.log()), Expr.constant(0));
            case MAX -> larger(b, a);
            case MIN -> larger(a, b);
        };
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
