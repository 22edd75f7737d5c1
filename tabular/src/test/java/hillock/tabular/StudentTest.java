package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.tabular.Student.Chance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTest {
    /// `scipy.stats.t.ppf(1 - p / 2, df)`.
    @ParameterizedTest
    @CsvSource({
        "ONCE_IN_20, 1, 12.7062",
        "ONCE_IN_20, 2, 4.3027",
        "ONCE_IN_20, 4, 2.7764",
        "ONCE_IN_20, 9, 2.2622",
        "ONCE_IN_20, 39, 2.0227",
        "ONCE_IN_20, 40, 2.0211",
        "ONCE_IN_20, 1000, 1.9623",
        "ONCE_IN_100, 1, 63.6567",
        "ONCE_IN_100, 4, 4.6041",
        "ONCE_IN_100, 24, 2.7969",
        "ONCE_IN_100, 100, 2.6259"
    })
    void quantiles(Chance chance, int freedom, double t) {
        assertThat(Student.beyond(chance, freedom)).isCloseTo(t, within(1e-4 * t));
    }
}
