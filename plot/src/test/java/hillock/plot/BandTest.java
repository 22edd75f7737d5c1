package hillock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BandTest {
    private static final double[] X = {0, 1, 2, 3, 4};
    private static final double[] LOW = {0, 0, Double.NaN, 0, 0};
    private static final double[] HIGH = {1, 2, 2, 2, 4};

    @Test
    void anAreaBreaksAtGaps() {
        Band band = Band.shaded("", X, LOW, HIGH);
        Panel panel = Panel.of("", "", "", band).withXRange(0, 4).withYRange(0, 4);
        List<double[]> areas = new ArrayList<>();
        new Areas(band, Axis.x(panel, 100, _ -> 1), Axis.y(panel, 100, _ -> 1)).each(areas::add);
        assertThat(areas).hasSize(2);
        assertThat(areas.getFirst()).containsExactly(0, 0, 0.25, 0, 0.25, 0.5, 0, 0.25);
        assertThat(areas.getLast()).containsExactly(0.75, 0, 1, 0, 1, 1, 0.75, 0.5);
    }

    @Test
    void axesShowAllOfIt() {
        Panel panel = Panel.of("", "", "", Band.whiskers("", X, LOW, HIGH));
        assertThat(Bounds.y(panel).hi()).isGreaterThanOrEqualTo(4);
        assertThat(Bounds.x(panel)).isEqualTo(new Range(0, 4));
    }

    @Test
    void textShowsItToo() {
        Figure figure = Figure.of("", Panel.of("", "", "", Band.whiskers("spread", X, LOW, HIGH)));
        assertThat(figure.toText(40, 10, false)).contains("⠂");
    }

    @Test
    void numbersComeInTriples() {
        assertThatIllegalArgumentException().isThrownBy(() -> Band.shaded("", X, LOW, new double[1]));
    }
}
