package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ColumnInfoTest {
    @ParameterizedTest
    @CsvSource({
        "3, 3",
        "0.25, 0.25",
        "1.5e18, 1.5e+18",
        "3.73e-6, 3.73e-06",
        "1e-9, 1e-09",
        "6.74e-10, 6.74e-10",
        "1e-20, 1e-20",
        "2.5e100, 2.5e+100",
        "1234.0000001, 1234",
        "100.5, 100.5",
        "-0.1, -0.1",
        "NaN, NaN"
    })
    void aNumberHasNoEmptyDigits(double value, String text) {
        assertThat(ColumnInfo.text(value)).isEqualTo(text);
    }
}
