package hillock.expr.kernel;

/// How far a float is from the exact result, counted in the distance between neighbouring floats there.
final class Ulp {
    private static final double FIRST_INFINITE = 0x1p128;

    private Ulp() {}

    /// 0 for a correctly chosen NaN or infinity; infinite for a wrong one.
    static double error(float actual, double exact) {
        float rounded = (float) exact;
        if (Float.isNaN(actual) || Float.isNaN(rounded)) {
            return Float.isNaN(actual) == Float.isNaN(rounded) ? 0 : Double.POSITIVE_INFINITY;
        }
        if (actual == rounded && Float.isInfinite(actual)) return 0;
        double unit = Math.ulp(Math.min(Math.abs(rounded), Float.MAX_VALUE));
        return Math.abs(finite(actual) - finite(exact)) / unit;
    }

    private static double finite(double value) {
        return Math.max(-FIRST_INFINITE, Math.min(FIRST_INFINITE, value));
    }
}
