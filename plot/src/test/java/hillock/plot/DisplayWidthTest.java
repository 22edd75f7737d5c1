package hillock.plot;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DisplayWidthTest {
    @ParameterizedTest
    @CsvSource({"abc, 3", "函数值, 6", "Sigmoid 导数值, 14", "e\u0301, 1", "한글, 4", "カナ, 4", "😀, 2", "−1, 2", "'', 0"})
    void wideCharactersCountTwice(String text, int columns) {
        assertThat(DisplayWidth.of(text)).isEqualTo(columns);
    }

    @ParameterizedTest
    @CsvSource({"abc, 3, abc", "abcd, 3, ab…", "函数值, 5, 函数…", "函数值, 4, 函…", "abc, 1, …", "abc, 0, ''"})
    void longTextsEndInAnEllipsis(String text, int columns, String expected) {
        assertThat(DisplayWidth.fit(text, columns)).isEqualTo(expected);
    }
}
