package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.reference.Golden;
import hillock.tensor.Tensor;

/// Floats beside exact values.
final class Close {
    private Close() {}

    /// Each number within `tolerance` of the expected one, relative from 1 on; NaN and infinities are themselves.
    static void assertClose(Tensor actual, double[] expected, double tolerance, String what) {
        assertClose(actual.toArray(), expected, tolerance, what);
    }

    static void assertClose(float[] actual, double[] expected, double tolerance, String what) {
        assertThat(actual).as(what).hasSize(expected.length);
        for (int i = 0; i < actual.length; i++) {
            String where = what + " at element " + i;
            if (Double.isFinite(expected[i])) {
                assertThat((double) actual[i])
                        .as(where)
                        .isCloseTo(expected[i], within(tolerance * Math.max(1, Math.abs(expected[i]))));
            } else {
                assertThat((double) actual[i]).as(where).isEqualTo(Double.valueOf(expected[i]));
            }
        }
    }

    /// PyTorch's float64 values of the same key where it has them: `out` and `out64`.
    static double[] exact(Golden golden, Golden.Case c, String kind, String name) {
        return golden.values(c.key(kind + "64." + name));
    }
}
