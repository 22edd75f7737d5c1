package hillock.tensor.backend;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FreeProcessorsTest {
    @ParameterizedTest
    @CsvSource({
        "0.5, 0.5, 2, 2", // nobody else
        "0.6, 0.5, 2, 2", // a fifth of one
        "0.75, 0.5, 2, 1", // half of one
        "1, 0.5, 2, 1", // one of two
        "1, 0, 2, 1", // all, but one is ours
        "0.55, 0.3, 8, 6", // two of eight
        "0.3, 0.4, 4, 4", // our own load is measured a little later
        "-1, -1, 4, 4", // not known
        "NaN, 0, 4, 4"
    })
    void areThoseThatOthersDoNotUse(double load, double ownLoad, int processors, int free) {
        assertThat(FreeProcessors.count(load, ownLoad, processors)).isEqualTo(free);
    }

    @Test
    void thereIsAlwaysOne() {
        int all = Runtime.getRuntime().availableProcessors();
        for (int i = 0; i < 3; i++) assertThat(FreeProcessors.Look.now()).isBetween(1, all);
        assertThat(FreeProcessors.count()).isBetween(1, all);
    }
}
