package hillock.nn;

import hillock.expr.Derivative;
import hillock.expr.Expr;
import hillock.tensor.Tensor;
import java.util.TreeSet;
import java.util.stream.IntStream;

/// How exact a pointwise activation is as it is computed, in 32-bit arithmetic: the largest error
/// of its values and of its derivatives by autograd, against the formula in double precision, at
/// some 8,000 numbers of all magnitudes.
///
/// ```java
/// Exactness.of(Activations.TANH).value();   // 1.3…, in units in the last place of the exact value
/// ```
///
/// Units in the last place (ulp) are those of the exact result; of one below 10⁻³⁰ those of 10⁻³⁰,
/// since next to nothing has few bits.
///
/// @param value error of the values, in ulp
/// @param slope error of the derivatives, in ulp
/// @param slopeOfOne the same error in ulp of 1: derivatives that are computed from the value,
///     such as `1 - y²` of tanh, lose their digits one by one where they come near 0, and keep
///     this
public record Exactness(double value, double slope, double slopeOfOne) {
    private static final int LOWEST = -40;
    private static final int HIGHEST = 8;

    /// Most functions bend between this power of 2 and the highest.
    private static final int DENSE = -7;

    private static final int STEPS = 8;
    private static final int DENSE_STEPS = 240;
    private static final float TINY = 1e-30f;

    /// That of an activation with its settings.
    ///
    /// @throws IllegalArgumentException if it is one of rows
    public static Exactness of(Activation activation) {
        Expr formula = activation.formula();
        Expr derivative = Derivative.exactOf(formula, 0);
        float[] numbers = numbers(activation);
        Tensor x = Tensor.of(numbers, numbers.length).requiresGradient();
        Tensor y = activation.apply(x);
        float[] slopes = y.sum().gradients().of(x).toArray();
        return new Exactness(
                worst(y.toArray(), exact(numbers, formula), 0),
                worst(slopes, exact(numbers, derivative), 0),
                worst(slopes, exact(numbers, derivative), 1));
    }

    private static double[] exact(float[] x, Expr formula) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> formula.evaluate(x[i]))
                .toArray();
    }

    /// The largest error in ulp of the exact results, or of `least` where they are smaller; those
    /// that are not finite are left out.
    static double worst(float[] results, double[] exact, float least) {
        double worst = 0;
        for (int i = 0; i < exact.length; i++) {
            if (!Float.isFinite((float) exact[i]) || !Float.isFinite(results[i])) continue;
            double ulp = Math.ulp(Math.max(Math.max(TINY, least), Math.abs((float) exact[i])));
            worst = Math.max(worst, Math.abs(results[i] - exact[i]) / ulp);
        }
        return worst;
    }

    private static float[] numbers(Activation activation) {
        TreeSet<Float> numbers = new TreeSet<>();
        for (int e = LOWEST; e < HIGHEST; e++) {
            int steps = e < DENSE ? STEPS : DENSE_STEPS;
            for (int i = 0; i < steps; i++) {
                float m = Math.scalb(1 + (float) i / steps, e);
                numbers.add(m);
                numbers.add(-m);
            }
        }
        for (Traits.Kink k : Traits.of(activation).kinks()) {
            float x = (float) k.x();
            for (float near : new float[] {Math.nextDown(x), x, Math.nextUp(x)}) numbers.add(near);
        }
        float[] all = new float[numbers.size()];
        int n = 0;
        for (float x : numbers) all[n++] = x;
        return all;
    }
}
