package hillock.expr;

/// The error function in double precision, about 10⁻¹⁵ relative.
final class ErrorFunction {
    private static final double TWO_OVER_SQRT_PI = 1.1283791670955126;

    private ErrorFunction() {}

    static double of(double x) {
        double a = Math.abs(x);
        if (a < 2.5) return series(x);
        return a > 6.5 ? Math.signum(x) : Math.copySign(1 - complement(a), x);
    }

    /// Φ(x) = erfc(-x/√2) / 2.
    static double normal(double x) {
        double a = Math.abs(x) / Math.sqrt(2);
        double tail = (a < 2.5 ? 1 - series(a) : a > 40 ? 0 : complement(a)) / 2;
        return x > 0 ? 1 - tail : tail;
    }

    /// 1 - erf(x), exact also where that is tiny.
    static double complementary(double x) {
        double a = Math.abs(x);
        double tail = a < 2.5 ? 1 - series(a) : a > 40 ? 0 : complement(a);
        return x > 0 ? tail : 2 - tail;
    }

    /// 2/√π exp(-x²) Σ 2ⁿ x²ⁿ⁺¹ / (1·3·…·(2n+1)): all terms have the same sign.
    private static double series(double x) {
        double term = x;
        double sum = x;
        for (int n = 1; Math.abs(term) > 1e-17 * Math.abs(sum); n++) {
            term *= 2 * x * x / (2 * n + 1);
            sum += term;
        }
        return TWO_OVER_SQRT_PI * StrictMath.exp(-x * x) * sum;
    }

    /// 1 - erf(x) by the continued fraction x + ½/(x + 1/(x + 3/2/(x + …))).
    private static double complement(double x) {
        double fraction = x;
        for (int n = 120; n > 0; n--) fraction = x + n / 2.0 / fraction;
        return StrictMath.exp(-x * x) / (fraction * Math.sqrt(Math.PI));
    }
}
