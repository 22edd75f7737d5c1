package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The promise of quality on what trains in seconds; [QualityReport] has all of it.
class QualityTest {
    @ParameterizedTest
    @ValueSource(strings = {"iris", "diabetes"})
    void asGoodAsScikitLearn(String table) {
        Quality quality = Quality.measure(table, 0);
        assertThat(quality.mean()).isGreaterThanOrEqualTo(quality.target());
    }

    @ParameterizedTest
    @CsvSource({"abs, 0.999", "damped_sine, 0.999", "exp, 0.999", "runge, 0.999", "sin, 0.999", "step, 0.995"})
    void fitsACurve(String curve, double least) {
        assertThat(Quality.ofCurve(curve, 0)).isGreaterThanOrEqualTo(least);
    }
}
