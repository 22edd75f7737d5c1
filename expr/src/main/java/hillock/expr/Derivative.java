package hillock.expr;

import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import java.util.function.Supplier;

/// Symbolic differentiation by the chain rule: `∂e/∂v = Σ ∂e/∂operand · ∂operand/∂v`, the first factor from the tables
/// [Un] and [Bin].
///
/// ```java
/// Derivative.of(Expr.input(0).tanh(), 0);     // 1 - tanh(x) * tanh(x)
/// ```
///
/// A term whose derivative is 0 is dropped even where its other factor is infinite or NaN: the derivative of a constant
/// is 0.
public final class Derivative {
    private final Expr variable;
    private final boolean exact;
    private final ByObject<Expr> done = new ByObject<>();
    private final Simplify simplify = new Simplify();

    private Derivative(Expr variable, boolean exact) {
        this.variable = variable;
        this.exact = exact;
    }

    /// ∂e/∂(the input of that index), simplified.
    public static Expr of(Expr e, int input) {
        return by(e, new Input(input));
    }

    /// ∂e/∂variable, simplified, where the variable is an [Input] or a [Param].
    public static Expr by(Expr e, Expr variable) {
        return Simplify.of(new Derivative(variable, false).derive(e));
    }

    /// The same ∂e/∂(the input of that index), written so that no digits cancel in the tails of sigmoid and tanh: for
    /// tables and references, where [#of] is for kernels, which reuse the value of the function.
    ///
    /// ```java
    /// Derivative.exactOf(Expr.input(0).sigmoid(), 0);     // sigmoid(x) * sigmoid(-x)
    /// ```
    public static Expr exactOf(Expr e, int input) {
        return Simplify.of(new Derivative(new Input(input), true).derive(e));
    }

    /// What flows back to an input when `upstream` arrives at the result: `upstream · ∂e/∂input`.
    public static Expr pullback(Expr e, int input, Expr upstream) {
        return Simplify.of(scale(of(e, input), upstream));
    }

    private Expr derive(Expr e) {
        return done.of(e, this::deriveNode);
    }

    private Expr deriveNode(Expr e) {
        if (e.equals(variable)) return new Const(1);
        return switch (e) {
            case Const _, Input _, Param _ -> new Const(0);
            case Unary(Un op, Expr x) -> chain(derive(x), () -> exact ? op.exactDerivative(x) : op.derivative(x, e));
            case Binary(Bin op, Expr a, Expr b) ->
                add(
                        chain(derive(a), () -> op.derivativeByA(a, b, e)),
                        chain(derive(b), () -> op.derivativeByB(a, b, e)));
            case Select(Expr a, Expr b, Expr yes, Expr no) -> {
                Expr dYes = derive(yes);
                Expr dNo = derive(no);
                yield dYes.equals(dNo) ? dYes : new Select(a, b, dYes, dNo);
            }
        };
    }

    private Expr chain(Expr inner, Supplier<Expr> outer) {
        return isConst(inner, 0) ? inner : scale(simplify.simplify(outer.get()), inner);
    }

    /// `d * factor`, without computing what is multiplied by a constant 0 or 1. Where `d` chooses between branches the
    /// product moves inside, so that a branch of 0 stays 0 even if the factor is infinite.
    static Expr scale(Expr d, Expr factor) {
        if (isConst(d, 0) || isConst(factor, 1)) return d;
        if (isConst(d, 1)) return factor;
        if (d instanceof Select(Expr a, Expr b, Expr yes, Expr no) && (yes instanceof Const || no instanceof Const)) {
            return new Select(a, b, scale(yes, factor), scale(no, factor));
        }
        return d.times(factor);
    }

    private static Expr add(Expr a, Expr b) {
        if (isConst(a, 0)) return b;
        return isConst(b, 0) ? a : a.plus(b);
    }

    private static boolean isConst(Expr e, double value) {
        return e instanceof Const(double c) && c == value;
    }
}
