package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TerminalTest {
    @ParameterizedTest
    @CsvSource({"120, 40, xterm, 120, 40, false", "9999, '', linux, 400, 24, true", "100, x, '', 100, 24, false"})
    void variablesDecide(String columns, String lines, String term, int width, int height, boolean plain) {
        Terminal terminal = Terminal.of(Map.of("COLUMNS", columns, "LINES", lines, "TERM", term, "NO_COLOR", "1"));
        assertThat(terminal).isEqualTo(new Terminal(width, height, false, plain));
    }
}
