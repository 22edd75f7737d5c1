package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.tensor.Rng;
import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class NumbersTest {
    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "-0, -0.0",
        "42, 42",
        "+7, 7",
        "-3.5, -3.5",
        "\u22125, -5",
        ".5, 0.5",
        "5., 5",
        "007, 7",
        "1e5, 100000",
        "1E+5, 100000",
        "-2.5e-3, -0.0025",
        "' 3 ', 3",
        "'\u00A03', 3",
        "0.1, 0.1",
        "123456789012345678, 1.23456789012345678e17",
        "0.30000000000000004, 0.30000000000000004",
        "1e-400, 0",
        "4.9e-324, 4.9e-324",
        "9007199254740993, 9007199254740992",
        "1.7976931348623157e308, 1.7976931348623157e308",
        "1e999, Infinity",
        "inf, Infinity",
        "-Inf, -Infinity",
        "+INFINITY, Infinity",
        "Infinity, Infinity"
    })
    void parsesPlainNumbers(String cell, double value) {
        assertThat(Double.valueOf(Numbers.parse(cell))).isEqualTo(Double.valueOf(value)); // boxed: -0.0 is not 0.0
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", " ", "blue", "nan", "NaN", "NA", "-", "+", ".", "-.", "e5", "1e", "1e+", "1.2.3", "1,5", "1 5",
                "5%", "$5", "1d", "1f", "0x1p3", "1_000", "--5", "+-5", "iris", "infi", "info", "١٢", "12kg"
            })
    void textIsNoNumber(String cell) {
        assertThat(Numbers.parse(cell)).isNaN();
    }

    @ParameterizedTest
    @CsvSource({
        "DECIMAL_COMMA, '3,14', 3.14", "DECIMAL_COMMA, '1.234,5', 1234.5",
                "DECIMAL_COMMA, '-1.234.567,8e2', -123456780",
        "DECIMAL_COMMA, '1.234', 1234", "DECIMAL_COMMA, '1.23', NaN", "DECIMAL_COMMA, '0.123', NaN",
        "THOUSANDS_COMMA, '1,234.5', 1234.5", "THOUSANDS_COMMA, '12,345,678', 12345678",
                "THOUSANDS_COMMA, '1234.5', 1234.5",
        "THOUSANDS_COMMA, '1,23', NaN", "THOUSANDS_COMMA, '1234,567', NaN", "THOUSANDS_COMMA, '1,2345', NaN",
        "THOUSANDS_COMMA, ',123', NaN", "THOUSANDS_COMMA, '1.5,000', NaN", "THOUSANDS_COMMA, '0,125', NaN",
        "DECIMAL_COMMA, '3,141592653589793238', 3.141592653589793",
                "THOUSANDS_COMMA, '9,007,199,254,740,993', 9007199254740992"
    })
    void parsesOtherStylesWhenAsked(NumberStyle style, String cell, double value) {
        assertThat(Double.valueOf(Numbers.parse(cell, style))).isEqualTo(Double.valueOf(value));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2})
    void agreesWithTheLibraryToTheLastBit(long seed) {
        Rng rng = Rng.of(seed);
        for (int i = 0; i < 5000; i++) {
            double scale = Math.pow(10, rng.nextInt(40) - 20);
            double value = rng.normal() * scale;
            for (String cell : List.of(
                    Double.toString(value),
                    String.format(Locale.ROOT, "%.6f", value),
                    String.format(Locale.ROOT, "%.4e", value),
                    new BigDecimal(value).toPlainString())) {
                assertThat(Numbers.parse(cell)).as("seed %d: %s", seed, cell).isEqualTo(Double.parseDouble(cell));
            }
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "", "  ", "\u00A0", "NA", "N/A", "n/a", "<NA>", "NaN", "nan", "null", "NULL", "None", "?", "-", ".",
                "#N/A", "#DIV/0!", " NA "
            })
    void knowsMissingValues(String cell) {
        assertThat(Numbers.isMissing(cell)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"0", "Na", "none", "no", "nano", "inf", "unknown", "--x"})
    void knowsValues(String cell) {
        assertThat(Numbers.isMissing(cell)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "1.5 NA 2, PLAIN",
        "'3,14 2,7', DECIMAL_COMMA",
        "'1.234,5 7', DECIMAL_COMMA",
        "'1,234 17', THOUSANDS_COMMA",
        "'1,234 0,5', DECIMAL_COMMA",
        "'1,234.5 7', THOUSANDS_COMMA"
    })
    void findsTheStyleOfAColumn(String cells, NumberStyle style) {
        assertThat(NumberStyle.of(Arrays.asList(cells.split(" ", -1)))).contains(style);
    }

    @Test
    void aColumnWithTextHasNoStyle() {
        assertThat(NumberStyle.of(List.of("1,5", "blue"))).isEmpty();
    }

    /// What is read from bytes is what is read from text, to the last bit.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void bytesAndTextAgree(long seed) {
        Rng rng = Rng.of(seed);
        String letters = "0123456789012345678901234567890123456789..--+e ?NA";
        for (int i = 0; i < 3000; i++) {
            StringBuilder cell = new StringBuilder();
            for (int n = rng.nextInt(20); n > 0; n--) cell.append(letters.charAt(rng.nextInt(letters.length())));
            PackedCells.Builder builder = new PackedCells.Builder();
            builder.add(cell.toString().toCharArray(), 0, cell.length());
            PackedCells packed = builder.build();
            assertThat(packed.number(0)).as(cell.toString()).isEqualTo((Double) Numbers.parse(cell.toString()));
            assertThat(packed.isMissing(0)).as(cell.toString()).isEqualTo(Numbers.isMissing(cell.toString()));
        }
    }
}
