package hillock.expr.kernel;

/// exp, log and their kin for results that are rounded to `float`: polynomials in double precision, made of additions,
/// multiplications and divisions only.
///
/// Java fixes the result of those to the last bit, whereas `Math.exp` may differ between the interpreter and compiled
/// code. So the same input gives the same bits everywhere. Before the rounding the relative error is below 10⁻¹¹; after
/// it at most half a unit in the last place and a bit: below 0.5001 ulp, where 0.500002 is the largest error seen (of
/// sigmoid, over 30 million inputs each). NaN, infinities, subnormal numbers and the sign of a zero are as they should
/// be.
final class Elementary {
    private static final double LOG2_E = 1.4426950408889634;
    /// ln 2 in two parts: the first has so few bits that its product with an exponent is exact.
    private static final double LN2_HIGH = 0.6931471803691238;

    private static final double LN2_LOW = 1.9082149292705877E-10;
    private static final double LN2 = 0.6931471805599453;
    private static final long SQRT_HALF_BITS = 0x3FE6A09E667F3BCDL;

    /// π/2 in three parts of 33, 33 and 53 bits.
    private static final double HALF_PI_1 = 1.5707963267341256;

    private static final double HALF_PI_2 = 6.077100506303966E-11;
    private static final double HALF_PI_3 = 2.0222662487959506E-21;
    private static final double TWO_OVER_PI = 0.6366197723675814;
    /// Up to here a quotient by π/2 has so few bits that its product with the first part is exact.
    private static final double LARGEST_REDUCED = 0x1p20;

    private Elementary() {}

    /// exp(x) = 2^k · exp(r) with x = k ln 2 + r, |r| ≤ ½ ln 2; the Taylor polynomial of degree 10 for exp(r).
    static double exp(double x) {
        double bounded = Math.max(-200, Math.min(200, x)); // beyond, a float is 0 or infinite anyway; NaN stays NaN
        double k = Math.rint(bounded * LOG2_E);
        double r = (bounded - k * LN2_HIGH) - k * LN2_LOW;
        return (1 + expm1Polynomial(r)) * Double.longBitsToDouble(((long) k + 1023) << 52);
    }

    /// exp(x) - 1, by the polynomial itself near 0, where the subtraction would lose digits.
    static double expm1(double x) {
        return Math.abs(x) < 0.35 ? expm1Polynomial(x) : exp(x) - 1;
    }

    private static double expm1Polynomial(double r) {
        double high = 1 / 5040.0 + r * (1 / 40320.0 + r * (1 / 362880.0 + r * (1 / 3628800.0)));
        double middle = 1 / 24.0 + r * (1 / 120.0 + r * (1 / 720.0 + r * high));
        return r * (1 + r * (0.5 + r * (1 / 6.0 + r * middle)));
    }

    /// log(x) = e ln 2 + log(m) with x = 2^e · m, √½ ≤ m < √2, and log(m) = 2 artanh((m - 1) / (m + 1)).
    static double log(double x) {
        if (!(x > 0 && x < Double.POSITIVE_INFINITY)) return x == 0 ? Double.NEGATIVE_INFINITY : x < 0 ? Double.NaN : x;
        long bits = Double.doubleToRawLongBits(x);
        long exponent = (bits - SQRT_HALF_BITS) >> 52;
        double m = Double.longBitsToDouble(bits - (exponent << 52));
        return exponent * LN2 + twiceArtanh((m - 1) / (m + 1));
    }

    /// log(1 + x), by 2 artanh(x / (2 + x)) near 0, where the sum would lose digits.
    static double log1p(double x) {
        return Math.abs(x) < 0.4 ? twiceArtanh(x / (2 + x)) : log(1 + x);
    }

    /// 2 artanh(s) = 2 (s + s³/3 + s⁵/5 + …) for |s| ≤ ¼.
    private static double twiceArtanh(double s) {
        double z = s * s;
        double high = 1 / 11.0 + z * (1 / 13.0 + z * (1 / 15.0 + z * (1 / 17.0)));
        double sum = 1 / 3.0 + z * (1 / 5.0 + z * (1 / 7.0 + z * (1 / 9.0 + z * high)));
        return 2 * (s + s * z * sum);
    }

    /// tanh(x) = 1 - 2 / (exp(2|x|) + 1) with the sign of x; near 0 the Taylor polynomial of degree 15.
    static double tanh(double x) {
        if (Math.abs(x) < 0.3) return tanhPolynomial(x);
        double t = 1 - 2 / (exp(2 * Math.abs(x)) + 1);
        return x < 0 ? -t : t;
    }

    private static double tanhPolynomial(double x) {
        double z = x * x;
        double high = 62 / 2835.0 + z * (-1382 / 155925.0 + z * (21844 / 6081075.0 + z * (-929569 / 638512875.0)));
        return x * (1 + z * (-1 / 3.0 + z * (2 / 15.0 + z * (-17 / 315.0 + z * high))));
    }

    /// 1 / (1 + exp(-x)).
    static double sigmoid(double x) {
        return 1 / (1 + exp(-x));
    }

    /// Near 0 without the reduction, whose subtractions would lose the sign of a zero.
    static double sin(double x) {
        if (Math.abs(x) < 0.75) return sinPolynomial(x);
        return Math.abs(x) <= LARGEST_REDUCED ? quadrant(x, 0) : StrictMath.sin(x);
    }

    static double cos(double x) {
        return Math.abs(x) <= LARGEST_REDUCED ? quadrant(x, 1) : StrictMath.cos(x);
    }

    /// sin(x + ahead · π/2): x = q π/2 + r with |r| ≤ π/4, and the quadrant q says which of ± sin r, ± cos r it is.
    private static double quadrant(double x, int ahead) {
        double q = Math.rint(x * TWO_OVER_PI);
        double r = ((x - q * HALF_PI_1) - q * HALF_PI_2) - q * HALF_PI_3;
        int turn = ((int) q + ahead) & 3;
        double y = (turn & 1) == 0 ? sinPolynomial(r) : cosPolynomial(r);
        return turn < 2 ? y : -y;
    }

    private static double sinPolynomial(double r) {
        double z = r * r;
        double high = 1 / 362880.0 + z * (-1 / 39916800.0 + z * (1 / 6227020800.0));
        return r * (1 + z * (-1 / 6.0 + z * (1 / 120.0 + z * (-1 / 5040.0 + z * high))));
    }

    private static double cosPolynomial(double r) {
        double z = r * r;
        double high = 1 / 40320.0 + z * (-1 / 3628800.0 + z * (1 / 479001600.0 + z * (-1 / 87178291200.0)));
        return 1 + z * (-0.5 + z * (1 / 24.0 + z * (-1 / 720.0 + z * high)));
    }
}
