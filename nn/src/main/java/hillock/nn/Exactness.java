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
/// @param at where the error of the values is largest
public record Exactness(double value, double slope, double slopeOfOne, double at) {
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
        double[] values = exact(numbers, formula);
        double[] exactSlopes = exact(numbers, derivative);
        int at = worstAt(y.toArray(), values, 0);
        return new Exactness(
                worst(y.toArray(), values, 0),
                worst(slopes, exactSlopes, 0),
                worst(slopes, exactSlopes, 1),
                numbers[at]);
    }

    private static double[] exact(float[] x, Expr formula) {
        return IntStream.range(0, x.length)
                .mapToDouble(i -> formula.evaluate(x[i]))
                .toArray();
    }

    /// The largest error in ulp of the exact results, or of `least` where they are smaller; those
    /// that are not finite are left out.
    static double worst(float[] results, double[] exact, float least) {
        int at = worstAt(results, exact, least);
        return error(results[at], exact[at], least);
    }

    private static int worstAt(float[] results, double[] exact, float least) {
        int worst = 0;
        for (int i = 1; i < exact.length; i++)
            if (error(results[i], exact[i], least) > error(results[worst], exact[worst], least)) worst = i;
        return worst;
    }

    private static double error(float result, double exact, float least) {
        if (!Float.isFinite((float) exact) || !Float.isFinite(result)) return 0;
        double ulp = Math.ulp(Math.max(Math.max(TINY, least), Math.abs((float) exact)));
        return Math.abs(result - exact) / ulp;
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
