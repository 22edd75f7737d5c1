package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.tensor.Tensor;
import java.util.BitSet;
import org.junit.jupiter.api.Test;

class RobustScaleTest {
    /// Quartiles 1 and 3 about the median 2; equal quartiles and a range of 4; a constant.
    private static final Encoded X = Encoded.of(new float[] {0, 0, 7, 1, 0, 7, 2, 0, 7, 3, 0, 7, 1000, 4, 7}, 5, 3);

    private static double bent(double z) {
        return z / Math.sqrt(1 + z * z / 9);
    }

    @Test
    void bringsColumnsToOneScale() {
        float[] y = RobustScale.of(X, new BitSet())
                .apply(Tensor.of(X.values(), 5, 3))
                .toArray();
        double[] expected = {bent(-1), bent(-0.5), 0, bent(0.5), bent(499)};
        for (int i = 0; i < 5; i++) {
            assertThat((double) y[3 * i]).isCloseTo(expected[i], within(1e-6));
            assertThat((double) y[3 * i + 1]).isCloseTo(i == 4 ? bent(2) : 0, within(1e-6));
            assertThat(y[3 * i + 2]).isZero();
        }
    }

    @Test
    void nothingIsFartherThanThree() {
        Tensor wild = Tensor.of(new float[] {1e6f, -1e6f, 0}, 1, 3);
        float[] y = RobustScale.of(X, new BitSet()).apply(wild).toArray();
        assertThat(y[0]).isBetween(2.999f, 3f);
        assertThat(y[1]).isBetween(-3f, -2.999f);
    }

    @Test
    void leavesPixelsAtTheirCommonScale() {
        BitSet first = BitSet.valueOf(new long[] {1});
        float[] y = RobustScale.of(X, first).apply(Tensor.of(X.values(), 5, 3)).toArray();
        for (int i = 0; i < 5; i++) assertThat((double) y[3 * i]).isCloseTo(bent(X.values()[3 * i]), within(1e-5));
    }
}
