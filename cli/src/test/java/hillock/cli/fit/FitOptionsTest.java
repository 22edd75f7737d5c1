package hillock.cli.fit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FitOptionsTest {
    @ParameterizedTest
    @CsvSource({"60s, PT1M", "2m, PT2M", "1h, PT1H", "1.5h, PT1H30M", "90, PT1M30S", "0.5s, PT0.5S"})
    void timesHaveUnits(String text, Duration time) {
        assertThat(FitOptions.time(text)).isEqualTo(time);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "1d", "-3s", "0", "NaN", "1e99h", "2 m"})
    void otherTextIsNoTime(String text) {
        assertThatThrownBy(() -> FitOptions.time(text)).isInstanceOf(BadInput.class);
    }

    @Test
    void unitsAreOnePerLayer() {
        assertThat(FitOptions.units("64,32")).isEqualTo(List.of(64, 32));
        assertThat(FitOptions.units("8")).isEqualTo(List.of(8));
        assertThat(FitOptions.units("none")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "-1", "8,", "a", "1.5", "99999999999"})
    void otherTextIsNoUnits(String text) {
        assertThatThrownBy(() -> FitOptions.units(text)).isInstanceOf(BadInput.class);
    }
}
