package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MetricsTest {
    private static final Offset<Double> TINY = Offset.offset(1e-12);

    @Test
    void regressionByHand() {
        // Errors 1 0 -2 1: squares 6, absolutes 4; actual mean 3, spread 4 + 1 + 1 + 4 = 10.
        Scores scores = Metrics.regression(new double[] {1, 2, 4, 5}, new double[] {2, 2, 2, 6});
        assertThat(scores.values().keySet()).containsExactly("rmse", "mae", "r2");
        assertThat(scores.get("rmse")).isCloseTo(Math.sqrt(1.5), TINY);
        assertThat(scores.get("mae")).isCloseTo(1, TINY);
        assertThat(scores.get("r2")).isCloseTo(0.4, TINY);
    }

    @Test
    void r2OfEqualValuesIsNotDefined() {
        Scores scores = Metrics.regression(new double[] {0.1, 0.1, 0.1}, new double[] {1, 1, 1});
        assertThat(scores.get("r2")).isNaN();
        assertThat(scores.get("mae")).isCloseTo(0.9, TINY);
    }

    @Test
    void threeClassesByHand() {
        int[] actual = {0, 0, 0, 1};
        double[][] p = {{0.5, 0.25, 0.25}, {0.25, 0.5, 0.25}, {0.4, 0.4, 0.2}, {0.1, 0.8, 0.1}};
        Scores scores = Metrics.classification(actual, p);
        assertThat(scores.values().keySet()).containsExactly("accuracy", "log_loss", "balanced_accuracy");
        assertThat(scores.get("accuracy")).isEqualTo(0.75);
        assertThat(scores.get("log_loss")).isCloseTo(-Math.log(0.5 * 0.25 * 0.4 * 0.8) / 4, TINY);
        // Class 2 does not occur: the mean of 2/3 and 1.
        assertThat(scores.get("balanced_accuracy")).isCloseTo(5.0 / 6, TINY);
        assertThat(Metrics.confusion(actual, p)).isDeepEqualTo(new int[][] {{2, 1, 0}, {0, 1, 0}, {0, 0, 0}});
    }

    @ParameterizedTest(name = "{0} {1}")
    @CsvSource({
        "0 0 1 1, 0.1 0.2 0.3 0.4, 1",
        "0 0 1 1, 0.4 0.3 0.2 0.1, 0",
        "0 1 0 1, 0.5 0.5 0.5 0.5, 0.5",
        "0 0 1 1, 0.1 0.4 0.35 0.8, 0.75",
        "0 1 1, 0.3 0.3 0.9, 0.75",
        "1 1 1, 0.3 0.3 0.9, NaN",
        "0 1, 0.3 NaN, NaN"
    })
    void auc(String classes, String scores, double auc) {
        int[] actual =
                Arrays.stream(classes.split(" ")).mapToInt(Integer::parseInt).toArray();
        double[][] p = Arrays.stream(scores.split(" "))
                .map(s -> new double[] {1 - Double.parseDouble(s), Double.parseDouble(s)})
                .toArray(double[][]::new);
        assertThat(Metrics.classification(actual, p).get("auc")).isEqualTo(Double.valueOf(auc));
    }

    @Test
    void aSureAndWrongAnswerCostsMuchButNotInfinity() {
        Scores scores = Metrics.classification(new int[] {0, 1}, new double[][] {{0, 1}, {0, 1}});
        assertThat(scores.get("log_loss")).isCloseTo(-Math.log(Metrics.EPSILON) / 2, Offset.offset(1e-9));
    }

    @Test
    void nanIsNotHidden() {
        double nan = Double.NaN;
        Scores numbers = Metrics.regression(new double[] {1, 2}, new double[] {1, nan});
        assertThat(numbers.values().values()).allMatch(v -> v.isNaN());
        Scores classes = Metrics.classification(new int[] {0, 1}, new double[][] {{nan, nan}, {0.2, 0.8}});
        assertThat(classes.get("accuracy")).isEqualTo(0.5);
        assertThat(classes.get("balanced_accuracy")).isEqualTo(0.5);
        assertThat(classes.get("log_loss")).isNaN();
    }

    @Test
    void rowsMustMatch() {
        assertThatThrownBy(() -> Metrics.regression(new double[2], new double[3]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 predictions for 2 actual values");
        assertThatThrownBy(() -> Metrics.regression(new double[0], new double[0]))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void scoresKnowTheirNames() {
        Scores scores = Metrics.regression(new double[] {1, 2}, new double[] {1, 2});
        assertThatThrownBy(() -> scores.get("auc"))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("no score \"auc\" among [rmse, mae, r2]");
    }
}
