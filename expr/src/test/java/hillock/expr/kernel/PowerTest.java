package hillock.expr.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PowerTest {
    private static final int COUNT = 1_000_000;
    private static final double ULPS = 5;

    private static final float[] SPECIAL = {
        0,
        -0f,
        1,
        -1,
        2,
        -2,
        3,
        -3,
        0.5f,
        -0.5f,
        1.5f,
        0.99999994f,
        -0.99999994f,
        1.0000001f,
        -1.0000001f,
        Float.MIN_VALUE,
        -Float.MIN_VALUE,
        Float.MIN_NORMAL,
        -Float.MIN_NORMAL,
        Float.MAX_VALUE,
        -Float.MAX_VALUE,
        8388607.5f,
        8388609,
        -8388609,
        16777215,
        16777216,
        -16777215,
        1e10f,
        -1e10f,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        Float.NaN
    };

    @Test
    void isAsExactAsItsDocumentationSaysWhereverThePowerIsAFloat() {
        SplittableRandom random = new SplittableRandom(20261124);
        float[] a = new float[COUNT];
        float[] b = new float[COUNT];
        for (int i = 0; i < COUNT; i++) {
            a[i] = Float.intBitsToFloat(random.nextInt(Float.floatToIntBits(Float.POSITIVE_INFINITY)));
            double log = Math.log(a[i]) / Math.log(2);
            b[i] = (float) (random.nextDouble(-150, 130) / (log == 0 ? 1 : log));
        }
        float[] y = pow(a, b);
        for (int i = 0; i < COUNT; i++) check(a[i], b[i], y[i]);
    }

    @Test
    void hasTheSpecialValuesOfMathPow() {
        int n = SPECIAL.length;
        float[] a = new float[n * n];
        float[] b = new float[n * n];
        for (int i = 0; i < n * n; i++) {
            a[i] = SPECIAL[i / n];
            b[i] = SPECIAL[i % n];
        }
        float[] y = pow(a, b);
        for (int i = 0; i < n * n; i++) {
            check(a[i], b[i], y[i]);
            float exact = (float) StrictMath.pow(a[i], b[i]);
            if (exact == 0) {
                assertThat(1 / y[i]).as("%s ^ %s", a[i], b[i]).isEqualTo(1 / exact);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(doubles = {-1, 0, 0.5, 1, 2, 3, 4, 5, -2})
    void constantExponentsGiveTheSame(double exponent) {
        float[] y = run(Expr.input(0).pow(exponent), SPECIAL, SPECIAL);
        for (int i = 0; i < y.length; i++) check(SPECIAL[i], (float) exponent, y[i]);
    }

    private static void check(float a, float b, float y) {
        double exact = StrictMath.pow(a, b);
        assertThat(Ulp.error(y, exact))
                .as("%s ^ %s = %s, exact %s", a, b, y, exact)
                .isLessThanOrEqualTo(ULPS);
    }

    private static float[] pow(float[] a, float[] b) {
        return run(Expr.input(0).pow(Expr.input(1)), a, b);
    }

    private static float[] run(Expr power, float[] a, float[] b) {
        float[] y = new float[a.length];
        Kernel kernel = Kernel.of(power);
        float[][] arrays = kernel.inputs() == 1 ? new float[][] {a, y} : new float[][] {a, b, y};
        Loop loop = Loop.of(kernel, 0);
        float[] uniforms = new float[loop.uniforms()];
        loop.uniforms(new double[0], uniforms);
        loop.run(arrays, new int[arrays.length], new int[arrays.length], uniforms, 1, a.length);
        return y;
    }
}
