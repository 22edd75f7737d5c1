package hillock.bench.worker;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Hillock's side of each kind of work, by the orders that the driver gives.
class HillockWorkerTest {
    private final Server server = new Server(new HillockWorker(1));

    @ParameterizedTest
    @CsvSource({
        "gemm-32, 1024",
        "gemm-8x5x3, 24",
        "gemm-8x5x3-dx, 40",
        "gemm-8x5x3-dw, 15",
        "mish-1e3-forward, 1000",
        "sigmoid-1e3-gradient, 2000",
        "softmax-1e3-gradient-into, 2000",
        "step-1-4-1, 10",
        "infer-4-16-3, 3"
    })
    void aTaskIsPreparedWrittenAndTimed(String task, int count, @TempDir Path dir) throws Exception {
        assertThat(server.answer("prepare " + task + " -")).isEqualTo("ok");
        Path file = dir.resolve("out put");
        assertThat(server.answer("output " + file)).isEqualTo("ok " + count);
        assertThat(Files.size(file)).isEqualTo(4L * count);
        assertThat(server.answer("turn 1000")).matches("ok [1-9]\\d* [-\\d.E]+");
    }

    @Test
    void whatThereIsNotIsSkippedAndWhatFailsIsTold() {
        assertThat(server.answer("prepare nonesuch-1e3-forward -")).startsWith("skip Hillock has no nonesuch");
        assertThat(server.answer("turn 1000")).startsWith("failed ");
        assertThat(server.answer("prepare what -")).startsWith("failed ").contains("there is no task what");
        assertThat(server.answer("sing")).startsWith("failed there is no order sing");
    }
}
