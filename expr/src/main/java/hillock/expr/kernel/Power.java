package hillock.expr.kernel;

import static hillock.expr.kernel.Elementary.asFloat;
import static hillock.expr.kernel.Elementary.polynomial;

/// aᵇ = 2^(b log₂|a|), with a logarithm of about 30 bits in two floats, and the sign for negative bases;
/// 5 ulp at most, near 1 ulp where the power is neither very large nor very small.
final class Power {
    private static final float INFINITY = Float.POSITIVE_INFINITY;
    private static final float WHOLE = 0x1.8p23f;

    /// 2 / ln 2 in two parts.
    private static final float TWO_LOG2_E = 2.88539f;

    private static final float TWO_LOG2_E_LOW = 3.851926e-8f;

    /// log₂((1 + s) / (1 - s)) = s (2 / ln 2 + s² p(s²)) for |s| ≤ 0.1717, to 8.4e-10, by minimax.
    private static final float[] LOG2 = {0.9617983f, 0.57675004f, 0.43106043f};

    /// 2ᶠ for |f| ≤ 1 to 1.4e-8, by minimax.
    private static final float[] EXP2 = {
        1, 0.69314724f, 0.24022669f, 0.055503666f, 0.009616829f, 0.0013341509f, 0.00015647172f, 0.000014932532f
    };

    /// A number as the unrounded sum of two floats, the second much smaller.
    private record Sum(int high, int low) {
        /// a + b without a rounding error, where |a| ≥ |b| or a = 0.
        static Sum of(Code c, int a, int b) {
            int high = c.add(a, b);
            return new Sum(high, c.sub(b, c.sub(high, a)));
        }
    }

    private Power() {}

    /// The special cases are those of [Math#pow].
    static int pow(Code c, int a, int b) {
        int positive = c.abs(a);
        int y = exp2OfProduct(c, b, log2(c, positive));
        y = c.select(c.equal(b, c.constant(0)), c.constant(1), y);

        int size = c.abs(b);
        size = c.select(c.greater(size, c.constant(0x1p24f)), c.constant(0x1p24f), size); // even from there on
        int large = c.greater(size, c.constant(0x1p23f)); // whole from there on
        int shifted = c.select(large, size, c.add(size, c.constant(0x1p23f))); // its lowest bit says whether b is odd
        int rounded = c.select(large, size, c.sub(shifted, c.constant(0x1p23f)));
        int odd = c.shiftLeft(c.toBits(shifted), 31);
        int whole = c.fromBits(c.xor(c.toBits(y), c.and(odd, c.toBits(a))));
        int negative = c.greater(c.constant(0), a);
        int undefined = c.select(c.greater(c.constant(INFINITY), positive), c.constant(Float.NaN), y);
        int broken = c.select(negative, undefined, y);
        return c.select(c.equal(rounded, size), whole, broken);
    }

    /// log₂(x) for x ≥ 0: x = 2ᵏ m with √½ ≤ m < √2 and s = (m - 1) / (m + 1).
    private static Sum log2(Code c, int x) {
        int tiny = c.greater(c.constant(Float.MIN_NORMAL), x);
        int normal = c.select(tiny, c.mul(x, c.constant(0x1p23f)), x);
        int exponent = Elementary.exponent(c, normal);
        int m = Elementary.mantissa(c, normal, exponent);
        int k = c.sub(asFloat(c, exponent), c.select(tiny, c.constant(23), c.constant(0)));

        int f = c.sub(m, c.constant(1));
        Sum below = Sum.of(c, c.constant(2), f);
        int inverse = c.div(c.constant(1), below.high);
        int s = c.mul(f, inverse);
        int rest = c.fma(c.neg(s), below.high, f);
        rest = c.fma(c.neg(s), below.low, rest);
        int sLow = c.mul(rest, inverse);

        int z = c.mul(s, s);
        int tail = c.mul(c.mul(s, z), polynomial(c, z, LOG2));
        int high = c.mul(s, c.constant(TWO_LOG2_E));
        int low = c.fma(s, c.constant(TWO_LOG2_E), c.neg(high));
        low = c.fma(s, c.constant(TWO_LOG2_E_LOW), low);
        low = c.fma(sLow, c.constant(TWO_LOG2_E), low);
        Sum sum = Sum.of(c, k, high);
        Sum log = Sum.of(c, sum.high, c.add(sum.low, c.add(low, tail)));
        int limit = c.select(c.equal(x, c.constant(0)), c.constant(-INFINITY), log.high);
        return new Sum(c.select(c.greater(c.constant(INFINITY), x), limit, x), log.low);
    }

    /// 2^(b log), and the limits where the product is too large or too small.
    private static int exp2OfProduct(Code c, int b, Sum log) {
        int high = c.mul(b, log.high);
        int low = c.fma(b, log.low, c.fma(b, log.high, c.neg(high)));
        int t = c.fma(high, c.constant(0.5f), c.constant(WHOLE + 127));
        int m = c.sub(t, c.constant(WHOLE + 127));
        int f = c.add(c.sub(high, c.add(m, m)), low);
        int scale = c.fromBits(c.shiftLeft(c.toBits(t), 23));
        int y = c.mul(c.mul(polynomial(c, f, EXP2), scale), scale);
        y = c.select(c.greater(high, c.constant(130)), c.constant(INFINITY), y);
        return c.select(c.greater(c.constant(-160), high), c.constant(0), y);
    }
}
