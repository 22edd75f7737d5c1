package hillock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StdoutTest {
    @ParameterizedTest
    @CsvSource({"No space left on device, true", "Broken pipe, false"})
    void remembersWhyItFailedButForgivesAClosedPipe(String reason, boolean told) {
        Stdout stdout = new Stdout(new OutputStream() {
            @Override
            public void write(int b) throws IOException {
                throw new IOException(reason);
            }
        });
        new PrintStream(stdout, true, UTF_8).println("text");
        assertThat(stdout.failure().isPresent()).isEqualTo(told);
    }
}
