package hillock.expr;

import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import java.util.List;

/// Writes an expression as text, with as few parentheses as it can be read with: `x > 0 ? x : negative_slope * x`.
/// Read with the usual precedence (`^` from the right, all others from the left) the text gives the same expression
/// again: `x + (y + z)` keeps its parentheses, since in float32 the order of a sum counts.
public final class Print {
    private static final int CONDITIONAL = 0;
    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private final List<String> inputs;
    private final List<String> params;

    private Print(List<String> inputs, List<String> params) {
        this.inputs = inputs;
        this.params = params;
    }

    /// The text, with the first input called `x`, further ones and the parameters by number.
    public static String text(Expr e) {
        return text(e, List.of("x"), List.of());
    }

    /// The text with these names for inputs and parameters.
    public static String text(Expr e, List<String> inputs, List<String> params) {
        return new Print(inputs, params).write(e, CONDITIONAL);
    }

    private String write(Expr e, int least) {
        String text = node(e);
        return precedence(e) < least ? "(" + text + ")" : text;
    }

    private String node(Expr e) {
        return switch (e) {
            case Const(double value) -> number(value);
            case Input(int i) -> i < inputs.size() ? inputs.get(i) : "x" + i;
            case Param(int i) -> i < params.size() ? params.get(i) : "p" + i;
            case Unary(Un op, Expr x) -> op == Un.NEG ? "-" + negated(x) : op.symbol() + parenthesised(x);
            case Binary(Bin op, Expr a, Expr b) -> binary(op, a, b);
            case Select(Expr a, Expr b, Expr yes, Expr no) ->
                write(a, SUM) + " > " + write(b, SUM) + " ? " + write(yes, SUM) + " : " + write(no, CONDITIONAL);
        };
    }

    /// A minus in front of a bare number belongs to the number: `-2` is a constant, `-(2)` the negation of one.
    private String negated(Expr x) {
        return x instanceof Const ? parenthesised(x) : write(x, POWER);
    }

    private String parenthesised(Expr e) {
        return "(" + write(e, CONDITIONAL) + ")";
    }

    private String binary(Bin op, Expr a, Expr b) {
        return switch (op) {
            case ADD -> write(a, SUM) + " + " + write(b, PRODUCT);
            case SUB -> write(a, SUM) + " - " + write(b, PRODUCT);
            case MUL -> write(a, PRODUCT) + " * " + write(b, SIGN);
            case DIV -> write(a, PRODUCT) + " / " + write(b, SIGN);
            case POW -> write(a, ATOM) + " ^ " + write(b, SIGN);
            case MIN, MAX -> op.symbol() + "(" + write(a, CONDITIONAL) + ", " + write(b, CONDITIONAL) + ")";
        };
    }

    private static int precedence(Expr e) {
        return switch (e) {
            case Const(double value) -> number(value).startsWith("-") ? SIGN : ATOM;
            case Input _, Param _ -> ATOM;
            case Unary(Un op, Expr _) -> op == Un.NEG ? SIGN : ATOM;
            case Binary(Bin op, Expr _, Expr _) ->
                switch (op) {
                    case ADD, SUB -> SUM;
                    case MUL, DIV -> PRODUCT;
                    case POW -> POWER;
                    case MIN, MAX -> ATOM;
                };
            case Select _ -> CONDITIONAL;
        };
    }

    private static String number(double value) {
        if (value == 0) return 1 / value < 0 ? "-0" : "0";
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
        return Double.toString(value);
    }
}
