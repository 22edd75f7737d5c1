package hillock.expr.kernel;

/// exp, log and their kin in 32-bit arithmetic: a reduction to a small interval, a polynomial of least maximal error
/// there, and the way back. All are made of additions, multiplications, divisions and bit operations, which IEEE 754
/// fixes to the last bit, so that the scalar and the vector form of a kernel agree.
///
/// The errors given are the largest over some 10⁹ inputs, in units in the last place of the result. NaN, infinities,
/// subnormal numbers and the sign of a zero are as in [StrictMath].
final class Elementary {
    private static final float LOG2_E = 1.442695f;
    /// ln 2 in two parts: the first has so few bits that its product with an exponent is exact.
    private static final float LN2_HIGH = 0.69314575f;

    private static final float LN2_LOW = 1.4286068E-6f;
    private static final float TWO_OVER_PI = 0.63661975f;
    /// π/2 in three parts of 24 bits.
    private static final float HALF_PI_1 = 1.5707964f;

    private static final float HALF_PI_2 = -4.371139E-8f;
    private static final float HALF_PI_3 = -1.7151249E-15f;

    /// Added to a small number and subtracted again, it rounds to a whole number, which stands in the lowest bits of
    /// the sum.
    private static final float ROUNDER = 0x1.8p23f;

    private static final int ONE = 0x3F800000;
    private static final int SIGN = 0x80000000;

    private Elementary() {}

    /// `x = n ln 2 + r`: n, the bits of n where an exponent has them, and `exp(r) - 1`.
    private record Reduced(int n, int exponent, int expm1) {}

    private static Reduced reduce(Code c, int x) {
        int sum = c.fma(x, c.constant(LOG2_E), c.constant(ROUNDER));
        int n = c.sub(sum, c.constant(ROUNDER));
        int exact = c.fma(n, c.constant(-LN2_HIGH), x);
        int r = c.fma(n, c.constant(-LN2_LOW), exact);
        int lost = c.fma(n, c.constant(-LN2_LOW), c.sub(exact, r));
        int q = polynomial(c, r, 0.49999997f, 0.16666543f, 0.0416672f, 0.0083665475f, 0.0013882514f);
        return new Reduced(n, c.shiftLeft(c.toBits(sum), 23), c.add(r, c.fma(c.mul(r, r), q, lost)));
    }

    /// 2ⁿ, where n has been moved to the place of an exponent.
    private static int power(Code c, int exponent) {
        return c.fromBits(c.intAdd(exponent, c.integer(ONE)));
    }

    /// exp(x) = 2ⁿ exp(r), 1.0 ulp. The power is applied in two halves, so that subnormal results are rounded once.
    static int exp(Code c, int x) {
        Reduced e = reduce(c, atLeast(c, atMost(c, x, 89), -104));
        int half = c.and(c.shiftRight(e.exponent, 1), c.integer(0xFF800000));
        int rest = c.intSub(e.exponent, half);
        return c.mul(c.mul(c.add(e.expm1, c.constant(1)), power(c, half)), power(c, rest));
    }

    /// exp(x) - 1 = 2ⁿ (exp(r) - 1) + (2ⁿ - 1), 1.6 ulp; half of it first, since 2¹²⁸ is no float.
    static int expm1(Code c, int x) {
        Reduced e = reduce(c, atLeast(c, atMost(c, x, 89), -20));
        int half = power(c, c.intSub(e.exponent, c.integer(1 << 23)));
        int sum = c.fma(half, e.expm1, c.sub(half, c.constant(0.5f)));
        int whole = c.select(c.equal(e.n, c.constant(0)), e.expm1, c.add(sum, sum));
        return withSignOf(c, x, c.abs(whole));
    }

    /// With m = exp(-2|x|) - 1: -m / (m + 2), or where that is not small 1 - 2 (m + 1) / (m + 2), and the sign of x;
    /// 1.95 ulp.
    static int tanh(Code c, int x) {
        int a = c.neg(c.abs(x));
        Reduced e = reduce(c, atLeast(c, c.add(a, a), -18.1f));
        int power = power(c, e.exponent);
        int one = c.constant(1);
        int large = c.greater(c.constant(-0.6f), a);
        int whole = c.fma(power, e.expm1, power);
        int numerator = c.select(large, c.add(whole, whole), c.fma(power, c.neg(e.expm1), c.sub(one, power)));
        int q = c.div(numerator, c.fma(power, e.expm1, c.add(power, one)));
        return withSignOf(c, x, c.abs(c.select(large, c.sub(one, q), q)));
    }

    /// 1 / (1 + exp(-x)), 2.0 ulp. The sum is 2ⁿ (exp(r) - 1) + (2ⁿ + 1), or where 2ⁿ + 1 is no float
    /// 2ⁿ (exp(r) - 1 + 2⁻ⁿ) + 2ⁿ.
    static int sigmoid(Code c, int x) {
        Reduced e = reduce(c, atLeast(c, c.neg(x), -87));
        int power = power(c, e.exponent);
        int one = c.constant(1);
        int inverse = power(c, c.intSub(c.integer(0), e.exponent));
        int large = c.fma(power, c.add(e.expm1, inverse), power);
        int small = c.fma(power, e.expm1, c.add(power, one));
        int y = c.div(one, c.select(c.greater(c.constant(0), x), large, small));
        return c.rare(Code.Op.RARE_SIGMOID, x, y);
    }

    /// log(x) = k ln 2 + log(1 + f) with x = 2ᵏ (1 + f), √½ ≤ 1 + f < √2, 0.9 ulp.
    static int log(Code c, int x) {
        int tiny = c.greater(c.constant(Float.MIN_NORMAL), x);
        int scaled = c.select(tiny, c.mul(x, c.constant(0x1p23f)), x);
        int k = exponent(c, scaled);
        int f = c.sub(mantissa(c, scaled, k), c.constant(1));
        int exact = c.sub(asFloat(c, k), c.select(tiny, c.constant(23), c.constant(0)));
        return logSpecial(c, x, logOf(c, exact, f));
    }

    /// log(1 + x), where what rounding 1 + x loses is added to f, 1.4 ulp.
    static int log1p(Code c, int x) {
        int one = c.constant(1);
        int u = c.add(x, one);
        int back = c.sub(u, one);
        int lost = c.add(c.sub(one, c.sub(u, back)), c.sub(x, back));
        int k = exponent(c, u);
        int shrink = c.fromBits(c.intSub(c.integer(ONE), c.shiftLeft(k, 23)));
        // Nothing that is lost counts where x is so large, and 2⁻ᵏ may be no float.
        int counted = c.select(c.greater(x, c.constant(0x1p60f)), c.constant(0), shrink);
        int f = c.fma(lost, counted, c.sub(mantissa(c, u, k), one));
        int y = logSpecial(c, u, logOf(c, asFloat(c, k), f));
        return c.select(c.equal(x, c.constant(0)), x, y);
    }

    /// The k of x = 2ᵏ m with √½ ≤ m < √2.
    static int exponent(Code c, int x) {
        return c.shiftRight(c.intSub(c.toBits(x), c.integer(0x3F3504F3)), 23);
    }

    static int mantissa(Code c, int x, int k) {
        return c.fromBits(c.intSub(c.toBits(x), c.shiftLeft(k, 23)));
    }

    static int asFloat(Code c, int k) {
        int sum = c.fromBits(c.intAdd(k, c.integer(Float.floatToRawIntBits(ROUNDER))));
        return c.sub(sum, c.constant(ROUNDER));
    }

    /// k ln 2 + log(1 + f), with log(1 + f) = f - f²/2 + f³ P(f).
    private static int logOf(Code c, int k, int f) {
        int p = polynomial(
                c,
                f,
                0.3333333f,
                -0.25000823f,
                0.20001227f,
                -0.16623357f,
                0.14201762f,
                -0.13160194f,
                0.1276155f,
                -0.0763443f);
        int square = c.mul(f, f);
        int tail = c.fma(c.mul(square, f), p, c.mul(k, c.constant(LN2_LOW)));
        int low = c.fma(square, c.constant(-0.5f), tail);
        return c.fma(k, c.constant(LN2_HIGH), c.add(low, f));
    }

    private static int logSpecial(Code c, int x, int y) {
        int zero = c.constant(0);
        int infinity = c.constant(Float.POSITIVE_INFINITY);
        int notInfinite = c.select(c.equal(x, infinity), infinity, y);
        int notZero = c.select(c.equal(x, zero), c.constant(Float.NEGATIVE_INFINITY), notInfinite);
        return c.select(c.greater(zero, x), c.constant(Float.NaN), c.select(c.equal(x, x), notZero, x));
    }

    /// x = q π/2 + r, and q says which of ± sin r, ± cos r it is, 1.6 ulp; beyond 10⁵ by [StrictMath].
    static int sin(Code c, int x) {
        int y = quadrant(c, x, 0);
        return c.rare(Code.Op.RARE_SIN, x, c.select(c.equal(x, c.constant(0)), x, y));
    }

    static int cos(Code c, int x) {
        return c.rare(Code.Op.RARE_COS, x, quadrant(c, x, 1));
    }

    private static int quadrant(Code c, int x, int ahead) {
        int sum = c.fma(x, c.constant(TWO_OVER_PI), c.constant(ROUNDER));
        int q = c.sub(sum, c.constant(ROUNDER));
        int r = c.fma(q, c.constant(-HALF_PI_1), x);
        r = c.fma(q, c.constant(-HALF_PI_2), r);
        r = c.fma(q, c.constant(-HALF_PI_3), r);
        int z = c.mul(r, r);
        int sine = c.fma(c.mul(r, z), polynomial(c, z, -0.16666655f, 0.008332158f, -0.00019514957f), r);
        int bend = c.fma(z, c.constant(-0.5f), c.constant(1));
        int cosine = c.fma(c.mul(z, z), polynomial(c, z, 0.041666646f, -0.0013887313f, 2.4432784e-05f), bend);
        int turn = c.intAdd(c.toBits(sum), c.integer(ahead));
        int odd = c.intEqual(c.and(turn, c.integer(1)), c.integer(1));
        int y = c.select(odd, cosine, sine);
        return c.fromBits(c.xor(c.toBits(y), c.shiftLeft(c.and(turn, c.integer(2)), 30)));
    }

    /// The error function, 1.2 ulp: x + x E(x²) up to 0.93, beyond it 1 - exp(g(|x|)) with the sign of x.
    static int erf(Code c, int x) {
        int a = c.abs(x);
        int z = c.mul(x, x);
        int e = polynomial(
                c,
                z,
                0.12837917f,
                -0.37612632f,
                0.112836875f,
                -0.02685894f,
                0.0051999064f,
                -0.0008130012f,
                8.3167724e-05f);
        int small = c.fma(a, e, a);
        int t = atMost(c, a, 4);
        int g = polynomial(
                c,
                t,
                0.00017468445f,
                -0.12951493f,
                -0.6333469f,
                -0.10828009f,
                0.025119428f,
                -0.004171063f,
                0.00043446262f,
                -2.1095051e-05f);
        Reduced r = reduce(c, c.sub(g, t));
        int power = power(c, r.exponent);
        int large = c.sub(c.constant(1), c.fma(power, r.expm1, power));
        return withSignOf(c, x, c.select(c.greater(a, c.constant(0.93f)), large, small));
    }

    /// Φ(x), 4 ulp: exp(-x²/2) R(|x|) for x ≤ 0, with what rounding x² loses made up for, and 1 minus that for x > 0.
    static int ndtr(Code c, int x) {
        int a = atMost(c, c.abs(x), 14.5f);
        int one = c.constant(1);
        int q = c.div(c.sub(a, c.constant(4)), c.add(a, c.constant(4)));
        int p = polynomial(
                c,
                q,
                0.47205323f,
                -0.096703395f,
                0.013998691f,
                0.028597565f,
                -0.032185342f,
                0.017965218f,
                -0.005050469f,
                -0.00040845957f,
                0.000724481f,
                8.963323e-5f);
        int square = c.mul(a, a);
        int lost = c.fma(a, a, c.neg(square));
        int half = c.constant(-0.5f);
        int tail = c.mul(exp(c, c.mul(square, half)), c.div(p, c.add(a, one)));
        int exact = c.fma(tail, c.mul(lost, half), tail);
        return c.select(c.greater(x, c.constant(0)), c.sub(one, exact), exact);
    }

    private static int atMost(Code c, int x, float limit) {
        return c.select(c.greater(x, c.constant(limit)), c.constant(limit), x);
    }

    private static int atLeast(Code c, int x, float limit) {
        return c.select(c.greater(c.constant(limit), x), c.constant(limit), x);
    }

    /// The bits of y, which is not negative, with the sign of x.
    private static int withSignOf(Code c, int x, int y) {
        return c.fromBits(c.or(c.toBits(y), c.and(c.toBits(x), c.integer(SIGN))));
    }

    /// c₀ + x (c₁ + x (c₂ + …)).
    static int polynomial(Code c, int x, float... coefficients) {
        int y = c.constant(coefficients[coefficients.length - 1]);
        for (int i = coefficients.length - 2; i >= 0; i--) y = c.fma(y, x, c.constant(coefficients[i]));
        return y;
    }
}
