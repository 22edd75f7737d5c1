package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ReliabilityTest {
    private static final List<String> TWO = List.of("no", "yes");

    @Test
    void ofTwoClassesTheSecondIsAsked() {
        double[][] p = new double[20][];
        int[] actual = new int[20];
        for (int i = 0; i < 20; i++) {
            double yes = i % 2 == 0 ? 0.1 : 0.8;
            p[i] = new double[] {1 - yes, yes};
            actual[i] = i % 2 == 1 && i < 10 ? 1 : 0;
        }
        List<Reliability.Bin> bins =
                Reliability.of(new Predictions.Classes(TWO, p), actual).bins();
        assertThat(bins).extracting(Reliability.Bin::rows).containsExactly(10, 10);
        assertThat(bins.get(0).said()).isCloseTo(0.1, within(1e-12));
        assertThat(bins.get(0).share()).isZero();
        assertThat(bins.get(1).said()).isCloseTo(0.8, within(1e-12));
        assertThat(bins.get(1).share()).isEqualTo(0.5);
        // statsmodels.stats.proportion.proportion_confint(count, 10, method="wilson")
        assertThat(bins.get(0).low()).isZero();
        assertThat(bins.get(0).high()).isCloseTo(0.27753, within(1e-4));
        assertThat(bins.get(1).low()).isCloseTo(0.23659, within(1e-4));
        assertThat(bins.get(1).high()).isCloseTo(0.76341, within(1e-4));
    }

    @Test
    void ofMoreClassesThePredictedOneIsAsked() {
        double[][] p = new double[40][];
        int[] actual = new int[40];
        for (int i = 0; i < 40; i++) {
            p[i] = i < 20 ? new double[] {0.2, 0.3, 0.5} : new double[] {0.9, 0.05, 0.05};
            actual[i] = i < 20 ? i % 2 * 2 : 0;
        }
        assertThat(Reliability.of(new Predictions.Classes(List.of("a", "b", "c"), p), actual)
                        .bins())
                .extracting(b -> Math.round(b.said() * 100) + " " + Math.round(b.share() * 100))
                .containsExactly("50 50", "50 50", "90 100", "90 100");
    }

    @Test
    void honestProbabilitiesLieWithinTheirIntervals() {
        Random random = new Random(1);
        int rows = 10_005;
        double[][] p = new double[rows][];
        int[] actual = new int[rows];
        for (int i = 0; i < rows; i++) {
            double yes = random.nextDouble();
            p[i] = new double[] {1 - yes, yes};
            actual[i] = random.nextDouble() < yes ? 1 : 0;
        }
        List<Reliability.Bin> bins =
                Reliability.of(new Predictions.Classes(TWO, p), actual).bins();
        assertThat(bins).hasSize(10).isSortedAccordingTo((a, b) -> Double.compare(a.said(), b.said()));
        assertThat(bins.stream().mapToInt(Reliability.Bin::rows).sum()).isEqualTo(rows);
        assertThat(bins.stream().filter(b -> b.low() <= b.said() && b.said() <= b.high()))
                .hasSizeGreaterThanOrEqualTo(8);
    }

    @Test
    void fewRowsAndNansGiveNoBins() {
        double[][] p =
                IntStream.range(0, 19).mapToObj(_ -> new double[] {0.5, 0.5}).toArray(double[][]::new);
        assertThat(Reliability.of(new Predictions.Classes(TWO, p), new int[19]).bins())
                .isEmpty();
        double[][] nan = IntStream.range(0, 30)
                .mapToObj(_ -> new double[] {Double.NaN, 0.5})
                .toArray(double[][]::new);
        assertThat(Reliability.of(new Predictions.Classes(TWO, nan), new int[30])
                        .bins())
                .isEmpty();
    }
}
