package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The promise of quality on what trains in seconds; [QualityReport] has all of it.
class QualityTest {
    @ParameterizedTest
    @ValueSource(strings = {"iris", "penguins", "diabetes"})
    void asGoodAsScikitLearnOrAStandardErrorBelow(String table) {
        Quality quality = Quality.measure(table, 0);
        IO.println(quality.row());
        assertThat(quality.network()).isGreaterThanOrEqualTo(quality.target());
    }

    @ParameterizedTest
    @CsvSource({"abs, 0.99", "damped_sine, 0.99", "exp, 0.99", "runge, 0.99", "sin, 0.99", "step, 0.9"})
    void fitsACurve(String curve, double least) {
        assertThat(Quality.ofCurve(curve, 0)).isGreaterThanOrEqualTo(least);
    }
}
