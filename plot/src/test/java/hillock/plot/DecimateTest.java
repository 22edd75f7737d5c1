package hillock.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class DecimateTest {
    private static final Axis X = new Axis(0, 1_000_000, false, false, List.of());
    private static final Axis Y = new Axis(-2, 2, false, false, List.of());

    private static Line line(double[] y) {
        return new Line("", Values.counting(0, y.length), Values.of(y));
    }

    @Test
    void aPeakOfOneSampleIsKept() {
        double[] y = new double[1_000_000];
        y[123_456] = 2;
        y[654_321] = -2;
        double[][] kept = Decimate.line(line(y), X, Y, 500);
        assertThat(kept[0].length).isLessThan(2001);
        assertThat(kept[1]).contains(1, 0);
        assertThat(Arrays.stream(kept[0]).toArray()).isSorted();
    }

    @Test
    void gapsAreKept() {
        double[][] kept = Decimate.line(line(new double[] {0, Double.NaN, 0, 0}), X, Y, 500);
        assertThat(kept[1]).containsExactly(0.5, Double.NaN, 0.5, 0.5);
    }

    @Test
    void aShortLineIsLeftAsItIs() {
        Axis four = new Axis(0, 4, false, false, List.of());
        assertThat(Decimate.line(line(new double[] {1, -1, 1, -1}), four, Y, 500)[1])
                .containsExactly(0.75, 0.25, 0.75, 0.25);
    }

    @Test
    void ofManyPointsOneIsKeptInEachSquare() {
        double[] same = new double[10_000];
        Arrays.fill(same, 1);
        assertThat(Decimate.points(Points.of("", same, same), X, Y, 100, 100)[0])
                .hasSize(1);
        double[] few = {1, 1, 1};
        assertThat(Decimate.points(Points.of("", few, few), X, Y, 100, 100)[0]).hasSize(3);
    }
}
