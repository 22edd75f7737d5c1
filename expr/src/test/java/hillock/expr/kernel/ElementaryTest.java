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
    void isAsExactAsItsDocumentationSaysOverTheWholeRange(Function f, TestReporter reporter) {
        double worst = 0;
        float at = 0;
        SplittableRandom random = new SplittableRandom(SEED);
        float[] x = new float[PER_EXPONENT];
        for (int signAndExponent = 0; signAndExponent < 512; signAndExponent++) {
            for (int i = 0; i < PER_EXPONENT; i++) {
                x[i] = Float.intBitsToFloat(signAndExponent << 23 | random.nextInt(1 << 23));
            }
            float[] y = f.apply(x);
            for (int i = 0; i < PER_EXPONENT; i++) {
                double error = Ulp.error(y[i], f.exact.applyAsDouble(x[i]));
                if (error > worst) {
                    worst = error;
                    at = x[i];
                }
            }
        }
        reporter.publishEntry(f + " max error", worst + " ulp at " + at);
        assertThat(worst)
                .as("%s at %s (%s)", f, at, Integer.toHexString(Float.floatToIntBits(at)))
                .isLessThanOrEqualTo(f.ulps);
    }

    @ParameterizedTest
    @EnumSource
    void hasTheSpecialValues(Function f) {
        float[] y = f.apply(SPECIAL);
        for (int i = 0; i < SPECIAL.length; i++) {
            double exact = f.exact.applyAsDouble(SPECIAL[i]);
            assertThat(Ulp.error(y[i], exact))
                    .as("%s(%s) = %s, exact %s", f, SPECIAL[i], y[i], exact)
                    .isLessThanOrEqualTo(f.ulps);
            if ((float) exact == 0) {
                assertThat(1 / y[i])
                        .as("sign of the zero %s(%s)", f, SPECIAL[i])
                        .isEqualTo(1 / (float) exact);
            }
        }
    }
}
