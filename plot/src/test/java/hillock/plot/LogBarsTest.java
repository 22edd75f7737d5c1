package hillock.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/// Bars on a logarithmic axis, which has no 0 to stand on: they stand on the power of ten below the least.
class LogBarsTest {
    private static final Panel PANEL = Panel.of(
                    "gradient", "", "", Bars.of("", List.of("first", "last"), new double[] {2e-6, 3}))
            .withLogY(true);

    @Test
    void theAxisBeginsBelowTheLeastBar() {
        assertThat(Bounds.y(PANEL).lo()).isEqualTo(-6);
        Panel powers = Panel.of("", "", "", Bars.of("", List.of("a", "b"), new double[] {1, 1000}))
                .withLogY(true);
        assertThat(Bounds.y(powers).lo()).isEqualTo(-1);
    }

    @Test
    void theyAreDrawnInTextAndInThePicture() {
        Figure figure = Figure.of("", PANEL);
        assertThat(figure.toText(TextStyle.of(60, 16))).contains("█");
        String without = Figure.of(
                        "",
                        Panel.of("gradient", "", "", Bars.of("", List.of("first", "last"), new double[] {
                                    Double.NaN, Double.NaN
                                }))
                                .withLogY(true))
                .toSvg();
        assertThat(figure.toSvg().split("<rect").length).isGreaterThan(without.split("<rect").length);
    }
}
