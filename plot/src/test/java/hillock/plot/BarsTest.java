package hillock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class BarsTest {
    @Test
    void aHistogramCountsEachFiniteValueOnce() {
        double[] values = {0, 0.9, 1, 2.5, 4, 4, Double.NaN, Double.POSITIVE_INFINITY};
        Bars bars = Bars.histogram("", values, 4);
        assertThat(bars.edges().toArray()).containsExactly(0, 1, 2, 3, 4);
        assertThat(bars.heights().toArray()).containsExactly(2, 1, 1, 2);
    }

    @Test
    void equalValuesGetBarsOfSomeWidth() {
        Bars bars = Bars.histogram("", new double[] {3, 3, 3}, 3);
        assertThat(bars.edges().get(0)).isLessThan(3);
        assertThat(bars.edges().get(3)).isGreaterThan(3);
        assertThat(Arrays.stream(bars.heights().toArray()).sum()).isEqualTo(3);
    }

    @Test
    void theWidestValuesDoNotOverflow() {
        Bars bars = Bars.histogram("", new double[] {-Double.MAX_VALUE, Double.MAX_VALUE}, 2);
        assertThat(bars.edges().toArray()).doesNotContain(Double.NaN, Double.POSITIVE_INFINITY);
        assertThat(bars.heights().toArray()).containsExactly(1, 1);
    }

    @Test
    void labelsMustMatch() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Bars.of("", List.of("a"), new double[] {1, 2}))
                .withMessageContaining("2 bars");
    }
}
