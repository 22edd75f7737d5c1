package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {
    private static final List<String> KNOWN =
            List.of("relu", "leaky_relu", "sigmoid", "tanh", "softmax", "x1", "x2", "y");

    @ParameterizedTest
    @CsvSource({
        "rleu, relu",
        "RELU, relu",
        "leaky-relu, leaky_relu",
        "leakyrelu, leaky_relu",
        "sigmod, sigmoid",
        "sigm, sigmoid",
        "tahn, tanh",
        "soft max, softmax",
        "x3, x1",
        "Y, y",
        "qwertz,",
        "z,",
        "'',"
    })
    void findsTheNearest(String name, String nearest) {
        assertThat(Names.nearest(name, KNOWN).orElse(null)).isEqualTo(nearest);
    }

    @ParameterizedTest
    @CsvSource({
        "fti, fit",
        "fit, fit",
        "ploot, plot",
        "activation, activations",
        "sigmiod, sigmoid",
        "xyz,",
        "f,",
        "'',"
    })
    void findsTheNearestCommand(String typed, String command) {
        List<String> commands = List.of("fit", "plot", "predict", "eval", "activations", "sigmoid");
        assertThat(Names.nearest(typed, commands).orElse(null)).isEqualTo(command);
    }

    @Test
    void knowsNothingOfNothing() {
        assertThat(Names.nearest("relu", List.of())).isEmpty();
    }

    @Test
    void quotesOnOneLine() {
        assertThat(Names.quote("a\r\nb")).isEqualTo("\"a b\"");
        assertThat(Names.quote("z".repeat(1000))).hasSize(63).endsWith("…\"");
    }
}
