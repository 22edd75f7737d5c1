package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CellsTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "NA", "n/a", "NaN", "NULL", "none", "?", "-"})
    void saysThatNothingIsThere(String cell) {
        assertThat(Cells.isMissing(cell)).isTrue();
        assertThat(Cells.number(cell)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "3,3",
        "-0.5,-0.5",
        "+.25,0.25",
        "5.,5",
        "1e-3,0.001",
        "2E+10,2e10",
        "inf,Infinity",
        "-Infinity,-Infinity"
    })
    void readsNumbers(String cell, double value) {
        assertThat(Cells.number(cell)).isEqualTo(value);
    }

    @ParameterizedTest
    @ValueSource(strings = {"1d", "0x1p3", "1 000", "12abc", "1e", ".", "e5", "--1", "٣"})
    void whatJavaAloneReadsIsNoNumber(String cell) {
        assertThat(Cells.number(cell)).isNaN();
        assertThat(Cells.isMissing(cell)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1970-01-02,1",
        "1970-02,31",
        "1969-12-31,-1",
        "1970-01-02T12:00,1.5",
        "1970-01-02 06:00:00,1.25",
        "1970-01-02T06:00:00.5Z,1.2500057870370371",
        "1970-02-30,NaN",
        "1970-13,NaN",
        "01/02/1970,NaN",
        "1970,NaN"
    })
    void readsIsoDatesAsDays(String cell, double days) {
        assertThat(Cells.days(cell)).isEqualTo(Double.valueOf(days));
    }
}
