package hillock.nn;

import hillock.expr.Expr;
import java.util.function.UnaryOperator;

/// Formulas of activations that need more than a line, written so that no digits are lost and
/// infinities give the limit.
final class Formulas {
    /// Beyond it gates are 0 or 1 in float32, and their slopes 0: infinity times 0 is no number.
    private static final double FAR = 200;

    /// (x - tanh x) / x³ by powers of x², for |x| ≤ 1 to 10⁻¹⁰, its slope to 10⁻⁸, by
    /// interpolation at Chebyshev's points.
    private static final double[] TANHSHRINK = {
        0.33333333332061693,
        -0.13333333078487453,
        0.05396816900569522,
        -0.02186837979683985,
        0.008855803169724917,
        -0.003563045878489923,
        0.0013847979017839406,
        -0.0004778968050914046,
        0.00012284470203667293,
        -1.645079937588889E-5
    };

    private Formulas() {}

    /// `x · gate(x)` where the gate rises from 0 to 1: 0 and x at the infinities.
    static Expr gated(Expr x, UnaryOperator<Expr> gate) {
        Expr bounded = x.max(-FAR);
        return x.gt(FAR, x, bounded.times(gate.apply(bounded)));
    }

    static Expr elu(Expr x, Expr alpha) {
        return x.gt(0, x, alpha.times(x.expm1()));
    }

    static Expr selu(Expr x) {
        double scale = 1.0507009873554805;
        double alpha = 1.6732632423543772;
        return x.gt(0, x.times(scale), x.expm1().times(scale * alpha));
    }

    /// `x σ(2u)` is `x (1 + tanh u) / 2`, and does not cancel.
    static Expr geluTanh(Expr x) {
        double factor = 2 * Math.sqrt(2 / Math.PI);
        return gated(
                x,
                u -> u.plus(u.times(u.square()).times(0.044715)).times(factor).sigmoid());
    }

    /// With w = eˣ (eˣ + 2), tanh(log(1 + eˣ)) = w / (w + 2).
    static Expr mish(Expr x) {
        return gated(x, u -> {
            Expr e = u.min(20).exp();
            Expr w = e.times(e.plus(2));
            return w.div(w.plus(2));
        });
    }

    static Expr softplus(Expr x, Expr beta, Expr threshold) {
        Expr bx = beta.times(x);
        return bx.gt(threshold, x, bx.exp().log1p().div(beta));
    }

    static Expr logSigmoid(Expr x) {
        return x.gt(
                0, x.unaryMinus().exp().log1p().unaryMinus(), x.minus(x.exp().log1p()));
    }

    /// `1 - 1 / (1 + |x|)` with the sign of x where |x| > 1: neither that nor its slope `1 / (1 +
    /// |x|)²` cancels, and infinity is not divided by infinity.
    static Expr softsign(Expr x) {
        Expr a = x.abs();
        Expr far = x.sign().times(Expr.constant(1).minus(Expr.constant(1).div(a.plus(1))));
        return a.gt(1, far, x.div(a.plus(1)));
    }

    /// `(1 + x / (1 + |x|)) / 2`, which for x < 0 is `1 / (1 + |x|) / 2` and does not cancel.
    static Expr elliott(Expr x) {
        Expr half = Expr.constant(0.5);
        Expr right = Expr.constant(1).minus(half.div(x.plus(1)));
        return x.gt(0, right, half.div(Expr.constant(1).minus(x)));
    }

    static Expr tanhshrink(Expr x) {
        Expr z = x.square();
        Expr p = Expr.constant(TANHSHRINK[TANHSHRINK.length - 1]);
        for (int i = TANHSHRINK.length - 2; i >= 0; i--) p = p.times(z).plus(TANHSHRINK[i]);
        return x.abs().gt(1, x.minus(x.tanh()), x.times(z).times(p));
    }

    /// NaN stays NaN where nothing is larger than it.
    static Expr zero(Expr x) {
        return x.times(0);
    }

    static Expr softshrink(Expr x, Expr lambda) {
        return x.gt(lambda, x.minus(lambda), x.unaryMinus().gt(lambda, x.plus(lambda), zero(x)));
    }

    /// `v + (x - θ) · 0` is v where x is θ, and NaN where x is NaN.
    static Expr threshold(Expr x, Expr threshold, Expr value) {
        Expr below = threshold.gt(x, value, value.plus(zero(x.minus(threshold))));
        return x.gt(threshold, x, below);
    }

    /// For x < 0 `b/2 / (√(x² + b) - x)`, which does not cancel; beyond 10⁹ x², which may
    /// overflow, is all of it.
    static Expr squareplus(Expr x, Expr b) {
        Expr root = x.square().plus(b).sqrt();
        Expr right = x.gt(1e9, x, x.plus(root).times(0.5));
        return x.gt(0, right, b.times(0.5).div(root.minus(x)));
    }

    static Expr sparsePlus(Expr x) {
        Expr m = x.max(-1);
        return m.gt(1, m, m.plus(1).square().times(0.25));
    }

    /// Up to 1 `½ log1p(sinh² x)`, beyond it `|x| + log1p(e^-2|x|) - log 2`. The bound that keeps
    /// the first from infinity lies apart from 1, since its slope there is 0.
    static Expr logCosh(Expr x) {
        Expr a = x.abs();
        Expr far = a.plus(a.times(-2).exp().log1p().minus(StrictMath.log(2)));
        Expr e = x.min(2).max(-2).expm1();
        Expr sinh = e.plus(e.div(e.plus(1))).times(0.5);
        return a.gt(1, far, sinh.square().log1p().times(0.5));
    }

    /// Infinity has no sine; what is added to it counts for nothing.
    static Expr snake(Expr x, Expr a) {
        return x.plus(a.times(x.max(-1e30).min(1e30)).sin().square().div(a));
    }

    static Expr hardswish(Expr x) {
        Expr m = x.max(-3);
        return Expr.constant(3).gt(x, m.times(m.plus(3)).div(6), x);
    }
}
