package hillock.bench;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.bench.report.MarkdownReport;
import hillock.bench.report.Results;
import hillock.bench.report.TextReport;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportsTest {
    private static final List<Outcome> OUTCOMES = List.of(
            new Outcome(
                    "gemm-32",
                    "gemm",
                    List.of(
                            timed("hillock", 2e-6, null),
                            timed("openblas", 3e-6, Spread.of(1.5)),
                            Standing.absent("djl", "no network")),
                    0.25),
            new Outcome("relu-1e3-forward", "pointwise", pair(0.5), 0),
            new Outcome("relu-1e5-forward", "pointwise", pair(1.5), 0),
            new Outcome("relu-1e3-forward-into", "pointwise", pair(2), 0));

    private static List<Standing> pair(double ratio) {
        return List.of(timed("hillock", 1, null), timed("pytorch", ratio, Spread.of(ratio)));
    }

    private static Standing timed(String label, double seconds, Spread ratio) {
        return new Standing(label, "", false, "", Spread.of(seconds), ratio, "fast");
    }

    @Test
    void textHasALineForEach() {
        assertThat(TextReport.lines(OUTCOMES.getFirst()))
                .map(line -> line.replaceAll(" +", " "))
                .containsExactly(
                        "gemm-32 hillock 2.00 µs fast",
                        " openblas 3.00 µs fast ratio 1.50 (1.50–1.50; 1.50–1.50)",
                        " djl skipped: no network",
                        " disturbed: other programs had the processor for up to 25 % of a turn");
    }

    @Test
    void markdownHasARowForEachAndASummaryOfPointwiseWork() {
        assertThat(MarkdownReport.lines(OUTCOMES))
                .contains(
                        "| `gemm-32` | 2.00 µs, fast | openblas | 3.00 µs, fast | 1.50 (1.50–1.50) |",
                        "| `gemm-32` | 2.00 µs, fast | djl | no network | |",
                        "| relu, forward | 0.500 | 1.50 |",
                        "| relu, forward, into | 2.00 | – |",
                        "as a user writes it: median 1.50, least 0.500 (relu, forward, 1e3), 1 of 2 at least 1.");
    }

    @Test
    void whatIsWrittenAsJsonIsReadBack(@TempDir Path dir) throws Exception {
        Conditions here = Conditions.now(0.5, new Race(3, 1, 1), new TreeMap<>());
        Path file = dir.resolve("results.json");
        Files.writeString(file, new Results(here, OUTCOMES).json());
        assertThat(Results.read(file)).isEqualTo(new Results(here, OUTCOMES));
    }
}
