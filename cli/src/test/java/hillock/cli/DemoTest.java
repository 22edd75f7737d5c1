package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoTest {
    @Test
    void fitsARealCurveAndASpiralAndDrawsBoth(@TempDir Path dir) {
        Run run = Run.of("demo", "--out", dir.resolve("d").toString());
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.out()).contains("Mauna Loa", "NOAA", "Fitted curve", "Decision regions", "What to try next");
        assertThat(run.out().split("The network is worth it", -1)).hasSize(3);
        assertThat(dir.resolve("d/co2-model/report.html")).isNotEmptyFile();
        assertThat(dir.resolve("d/spiral-model/report.html")).isNotEmptyFile();
    }
}
