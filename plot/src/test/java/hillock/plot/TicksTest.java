package hillock.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TicksTest {
    private static String labels(List<Tick> ticks) {
        return ticks.stream().map(Tick::label).collect(Collectors.joining(" ")).replace('\u2212', '-');
    }

    @ParameterizedTest
    @CsvSource({
        "0, 1, 6, 0.0 0.2 0.4 0.6 0.8 1.0",
        "-20, 20, 5, -20 -10 0 10 20",
        "0, 1, 2, 0 1",
        "0.1, 0.9, 5, 0.2 0.4 0.6 0.8",
        "1990, 2026, 4, 1990 2000 2010 2020",
        "0, 4e6, 5, 0 1e6 2e6 3e6 4e6",
        "0, 3e-30, 4, 0 1e-30 2e-30 3e-30",
        "-1e30, 1e30, 3, -1e30 0 1e30",
        "1000000, 1000001, 3, 1000000.0 1000000.5 1000001.0",
        "0, 0.0004, 3, 0 2e-4 4e-4",
        "-0.05, 0.25, 4, 0.0 0.1 0.2"
    })
    void linearTicksAreRoundNumbers(double lo, double hi, int most, String expected) {
        assertThat(labels(Ticks.linear(lo, hi, most))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "-3, 0, 5, 0.001 0.01 0.1 1",
        "-9, 0, 4, 1e-9 1e-6 0.001 1",
        "-1, 1, 12, 0.1 0.2 0.5 1 2 5 10",
        "-0.523, -0.301, 5, 0.30 0.35 0.40 0.45 0.50",
        "4, 7, 4, 10000 100000 1e6 1e7"
    })
    void logarithmicTicksArePowersOfTen(double lo, double hi, int most, String expected) {
        assertThat(labels(Ticks.logarithmic(lo, hi, most))).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({
        "12, true, 12",
        "-0.0071, false, -0.007",
        "0.5, false, 0.500",
        "3.14159, false, 3.14",
        "123.456, false, 123.5",
        "1e-9, false, 1.0e-9",
        "NaN, false, NaN",
        "-Infinity, false, -inf"
    })
    void cellsHoldThreeDecimals(double value, boolean whole, String expected) {
        assertThat(Ticks.cell(value, whole).replace('\u2212', '-')).isEqualTo(expected);
    }
}
