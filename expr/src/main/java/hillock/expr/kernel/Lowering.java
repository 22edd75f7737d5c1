package hillock.expr.kernel;

import hillock.expr.Bin;
import hillock.expr.Distinct;
import hillock.expr.Expr;
import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import hillock.expr.Kernel;
import hillock.expr.Un;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A kernel as [Code]. Whatever does not depend on an input is taken out: a uniform, which is
/// computed once a run, in double precision. So formulas that differ in their constants alone
/// become the same code.
final class Lowering {
    final Code code = new Code();
    final int[] results;
    final List<Expr> uniforms = new ArrayList<>();

    private final Distinct parts = new Distinct();
    private final Map<Integer, Integer> values = new HashMap<>();

    private Lowering(Kernel kernel) {
        results =
                kernel.outputs().stream().mapToInt(e -> value(parts.number(e))).toArray();
    }

    static Lowering of(Kernel kernel) {
        return new Lowering(kernel);
    }

    /// The code of a loop with so many inputs.
    Body body(int inputs, List<Integer> places, long still) {
        return new Body(code.steps(), Arrays.stream(results).boxed().toList(), places, inputs, still);
    }

    private int value(int part) {
        Integer known = values.get(part);
        if (known != null) return known;
        Expr e = parts.get(part);
        int value;
        if (e instanceof Binary(Bin op, Expr _, Const(double n)) && op == Bin.POW && isFewProducts(n)) {
            int x = value(parts.operands(part).getFirst());
            int square = code.mul(x, x);
            value = n == 2 ? square : code.mul(square, n == 3 ? x : square);
        } else if (e.dependsOnInput()) {
            int[] operands = parts.operands(part).stream().mapToInt(this::value).toArray();
            value = value(e, operands);
        } else {
            uniforms.add(e);
            value = code.uniform(uniforms.size() - 1);
        }
        values.put(part, value);
        return value;
    }

    private static boolean isFewProducts(double exponent) {
        return exponent == 2 || exponent == 3 || exponent == 4;
    }

    private int value(Expr e, int[] v) {
        return switch (e) {
            case Input(int index) -> code.input(index);
            case Unary(Un op, Expr _) -> unary(op, v[0]);
            case Binary(Bin op, Expr a, Expr b) when op == Bin.MAX || op == Bin.MIN -> extreme(op, a, b, v);
            case Binary(Bin op, Expr _, Expr _) -> binary(op, v[0], v[1]);
            case Select _ -> code.select(code.greater(v[0], v[1]), v[2], v[3]);
            case Const _, Param _ -> throw new IllegalStateException("a constant is a uniform");
        };
    }

    private int unary(Un op, int x) {
        return switch (op) {
            case NEG -> code.neg(x);
            case ABS -> code.abs(x);
            case SIGN -> sign(x);
            case SQRT -> code.sqrt(x);
            case EXP -> Elementary.exp(code, x);
            case EXPM1 -> Elementary.expm1(code, x);
            case LOG -> Elementary.log(code, x);
            case LOG1P -> Elementary.log1p(code, x);
            case SIN -> Elementary.sin(code, x);
            case COS -> Elementary.cos(code, x);
            case ATAN -> code.rare(Code.Op.RARE_ATAN, x, x);
            case SINH -> code.rare(Code.Op.RARE_SINH, x, x);
            case COSH -> code.rare(Code.Op.RARE_COSH, x, x);
            case ERFC -> code.rare(Code.Op.RARE_ERFC, x, x);
            case TANH -> Elementary.tanh(code, x);
            case SIGMOID -> Elementary.sigmoid(code, x);
            case NDTR -> Elementary.ndtr(code, x);
            case ERF -> Elementary.erf(code, x);
        };
    }

    /// A zero and NaN are their own signs.
    private int sign(int x) {
        int zero = code.constant(0);
        int negative = code.select(code.greater(zero, x), code.constant(-1), x);
        return code.select(code.greater(x, zero), code.constant(1), negative);
    }

    /// Processors have no maximum that knows NaN and the sign of a zero: it takes them some eight
    /// instructions, which a bound that is neither does without.
    private int extreme(Bin op, Expr a, Expr b, int[] v) {
        if (isPlainBound(a)) return bounded(op, v[1], v[0]);
        if (isPlainBound(b)) return bounded(op, v[0], v[1]);
        return binary(op, v[0], v[1]);
    }

    private static boolean isPlainBound(Expr e) {
        return e instanceof Const(double n) && (float) n != 0 && !Double.isNaN(n);
    }

    /// A NaN compares false, and stays.
    private int bounded(Bin op, int x, int bound) {
        int beyond = op == Bin.MAX ? code.greater(bound, x) : code.greater(x, bound);
        return code.select(beyond, bound, x);
    }

    private int binary(Bin op, int a, int b) {
        return switch (op) {
            case ADD -> code.add(a, b);
            case SUB -> code.sub(a, b);
            case MUL -> code.mul(a, b);
            case DIV -> code.div(a, b);
            case POW -> Power.pow(code, a, b);
            case MAX -> code.max(a, b);
            case MIN -> code.min(a, b);
        };
    }
}
