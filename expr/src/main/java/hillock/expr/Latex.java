package hillock.expr;

import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import java.util.List;

/// Writes an expression for LaTeX's mathematical mode.
///
/// ```java
/// Latex.of(Formula.parse("x / (1 + abs(x))").expr(), List.of());     // \frac{x}{1 + \left|x\right|}
/// ```
public final class Latex {
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private final List<String> params;

    private Latex(List<String> params) {
        this.params = params;
    }

    /// The LaTeX text, with the input x and these names for the parameters.
    public static String of(Expr e, List<String> params) {
        return new Latex(params).write(e, 0);
    }

    private String write(Expr e, int least) {
        String text = node(e);
        return precedence(e) < least ? "\\left(" + text + "\\right)" : text;
    }

    private String node(Expr e) {
        return switch (e) {
            case Const(double value) -> number(value);
            case Input(int i) -> i == 0 ? "x" : "x_{" + i + "}";
            case Param(int i) -> i < params.size() ? name(params.get(i)) : "p_{" + i + "}";
            case Unary(Un op, Expr x) -> unary(op, x);
            case Binary(Bin op, Expr a, Expr b) -> binary(op, a, b);
            case Select(Expr a, Expr b, Expr yes, Expr no) ->
                "\\begin{cases} " + write(yes, 0) + " & " + write(a, SUM) + " > " + write(b, SUM) + " \\\\ "
                        + write(no, 0) + " & \\text{otherwise} \\end{cases}";
        };
    }

    private String unary(Un op, Expr x) {
        return switch (op) {
            case NEG -> "-" + write(x, POWER);
            case ABS -> "\\left|" + write(x, 0) + "\\right|";
            case SQRT -> "\\sqrt{" + write(x, 0) + "}";
            case EXP -> "e^{" + write(x, 0) + "}";
            case EXPM1 -> "\\left(e^{" + write(x, 0) + "} - 1\\right)";
            case LOG1P -> "\\log\\left(1 + " + write(x, SUM) + "\\right)";
            case SIGMOID -> "\\sigma\\left(" + write(x, 0) + "\\right)";
            case LOG, SIN, COS, SINH, COSH, TANH -> "\\" + op.symbol() + "\\left(" + write(x, 0) + "\\right)";
            case NDTR -> "\\Phi\\left(" + write(x, 0) + "\\right)";
            case ATAN -> "\\arctan\\left(" + write(x, 0) + "\\right)";
            case SIGN, ERF, ERFC -> "\\operatorname{" + op.symbol() + "}\\left(" + write(x, 0) + "\\right)";
        };
    }

    private String binary(Bin op, Expr a, Expr b) {
        return switch (op) {
            case ADD -> write(a, SUM) + " + " + write(b, SUM);
            case SUB -> write(a, SUM) + " - " + write(b, PRODUCT);
            case MUL -> a.equals(b) ? write(a, ATOM) + "^{2}" : product(a, b);
            case DIV -> "\\frac{" + write(a, 0) + "}{" + write(b, 0) + "}";
            case POW -> write(a, ATOM) + "^{" + write(b, 0) + "}";
            case MIN, MAX -> "\\" + op.symbol() + "\\left(" + write(a, 0) + ", " + write(b, 0) + "\\right)";
        };
    }

    /// Two numbers side by side need a sign between them.
    private String product(Expr a, Expr b) {
        String right = write(b, SIGN);
        boolean startsWithDigit = Character.isDigit(right.charAt(0)) || right.charAt(0) == '-';
        return write(a, PRODUCT) + (startsWithDigit ? " \\cdot " : " \\, ") + right;
    }

    private static int precedence(Expr e) {
        return switch (e) {
            case Const(double value) -> value < 0 ? SIGN : ATOM;
            case Input _, Param _ -> ATOM;
            case Unary(Un op, Expr _) -> op == Un.NEG ? SIGN : op == Un.EXP ? POWER : ATOM;
            case Binary(Bin op, Expr a, Expr b) ->
                switch (op) {
                    case ADD, SUB -> SUM;
                    case MUL -> a.equals(b) ? POWER : PRODUCT;
                    case DIV, MIN, MAX -> ATOM;
                    case POW -> POWER;
                };
            case Select _ -> 0;
        };
    }

    private static String name(String param) {
        return param.length() == 1 ? param : "\\mathit{" + param.replace("_", "\\_") + "}";
    }

    private static String number(double value) {
        if (value == Math.PI) return "\\pi";
        String text = Print.text(Expr.constant(value));
        int exponent = text.indexOf('E');
        if (exponent < 0) return text;
        return text.substring(0, exponent) + " \\cdot 10^{" + text.substring(exponent + 1) + "}";
    }
}
