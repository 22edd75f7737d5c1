package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
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
        assertThat(Dates.days(cell)).isEqualTo(Double.valueOf(days));
    }
}
