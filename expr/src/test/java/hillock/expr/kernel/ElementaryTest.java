package hillock.expr.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import org.junit.jupiter.api.TestReporter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ElementaryTest {
    private static final long SEED = 20261101;
    private static final int PER_EXPONENT = 2000; // times 512 signs and exponents: about a million

    private static final float[] SPECIAL = {
        0,
        -0f,
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        1,
        -1,
        0.5f,
        -0.5f,
        2,
        -2,
        88.72283f,
        88.72284f,
        -87.33654f,
        -87.33655f,
        -103.97207f,
        -103.97208f,
        -103.97209f,
        104,
        1e-8f,
        -1e-8f,
        16.635532f,
        -16.635532f,
        9.010913f,
        -9.010913f,
        0.3f,
        0.35f,
        0.4f,
        -0.3f,
        -0.35f,
        -0.4f,
        3.1415927f,
        1.5707964f,
        6.2831855f,
        1048576f,
        1048577f,
        16777216f,
        -1.0000001f,
        -0.99999994f,
        0.99999994f
    };

    @ParameterizedTest
    @EnumSource
    void isWithinHalfAUnitAndABitOverTheWholeRange(Function f, TestReporter reporter) {
        double worst = 0;
        float at = 0;
        SplittableRandom random = new SplittableRandom(SEED);
        for (int signAndExponent = 0; signAndExponent < 512; signAndExponent++) {
            for (int i = 0; i < PER_EXPONENT; i++) {
                float x = Float.intBitsToFloat(signAndExponent << 23 | random.nextInt(1 << 23));
                double error = Ulp.error(f.apply(x), f.exact.applyAsDouble(x));
                if (error > worst) {
                    worst = error;
                    at = x;
                }
            }
        }
        reporter.publishEntry(f + " max error", worst + " ulp at " + at);
        assertThat(worst)
                .as("%s at %s (%s)", f, at, Integer.toHexString(Float.floatToIntBits(at)))
                .isLessThan(0.5001);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSpecialValues(Function f) {
        for (float x : SPECIAL) {
            float exact = (float) f.exact.applyAsDouble(x);
            float actual = f.apply(x);
            assertThat(Ulp.error(actual, f.exact.applyAsDouble(x)))
                    .as("%s(%s) = %s, exact %s", f, x, actual, exact)
                    .isLessThan(0.5001);
            if (exact == 0)
                assertThat(1 / actual).as("sign of the zero %s(%s)", f, x).isEqualTo(1 / exact);
        }
    }

    @ParameterizedTest
    @EnumSource
    void isTheSameHotAndCold(Function f) {
        SplittableRandom random = new SplittableRandom(SEED);
        int[] cold = new int[200];
        float[] xs = new float[cold.length];
        for (int i = 0; i < xs.length; i++) {
            xs[i] = i < SPECIAL.length ? SPECIAL[i] : (float) (random.nextDouble() * 20 - 10);
            cold[i] = Float.floatToIntBits(f.apply(xs[i]));
        }
        for (int round = 0; round < 500; round++) { // 100,000 calls: compiled by C2 on the way
            for (int i = 0; i < xs.length; i++) {
                if (Float.floatToIntBits(f.apply(xs[i])) != cold[i]) {
                    throw new AssertionError(f + "(" + xs[i] + ") changed in round " + round);
                }
            }
        }
    }
}
