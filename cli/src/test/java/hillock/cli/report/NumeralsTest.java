package hillock.cli.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NumeralsTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1234.5678, 1235",
        "123456789, 123500000",
        "-0.0012345, -0.001234",
        "0.00001234567, 1.235e-05",
        "1e20, 1.000e+20",
        "NaN, ?",
        "-Infinity, -∞"
    })
    void fourDigitsAreShown(double value, String text) {
        assertThat(Numerals.significant(value, 4)).isEqualTo(text);
    }

    @Test
    void timesAndCountsAreShownAsOnAClock() {
        assertThat(Numerals.clock(7.4)).isEqualTo("0:07");
        assertThat(Numerals.clock(3723)).isEqualTo("1:02:03");
        assertThat(Numerals.seconds(0.4234)).isEqualTo("0.42 s");
        assertThat(Numerals.seconds(125)).isEqualTo("2:05");
        assertThat(Numerals.count(1234567)).isEqualTo("1,234,567");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {"plain-model|plain-model", "数据-model|数据-model", "my model|'my model'", "a'b|'a'\\''b'", "-x|'-x'"})
    void wordsForTheShellAreQuotedWhereNeeded(String word, String quoted) {
        assertThat(Shell.quote(word)).isEqualTo(quoted);
    }
}
