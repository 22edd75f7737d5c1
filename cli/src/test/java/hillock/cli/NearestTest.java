package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
    @ParameterizedTest
    @CsvSource({
        "fti, fit",
        "fit, fit",
        "ploot, plot",
        "activation, activations",
        "sigmiod, sigmoid",
        "xyz, ",
        "f, ",
        "'', ",
    })
    void isWhatFewEditsLeadTo(String typed, String name) {
        List<String> names = List.of("fit", "plot", "predict", "eval", "activations", "sigmoid");
        assertThat(Nearest.of(typed, names).orElse(null)).isEqualTo(name);
    }
}
