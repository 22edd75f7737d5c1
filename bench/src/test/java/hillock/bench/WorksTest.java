package hillock.bench;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.bench.task.Noise;
import hillock.bench.task.Task;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WorksTest {
    @Test
    void namesAreUniqueAndATaskIsMadeOfItsName() {
        List<Work> all = Works.all();
        assertThat(all).extracting(Work::name).doesNotHaveDuplicates();
        assertThat(all).allSatisfy(work -> {
            assertThat(Task.parse(work.task().name())).isEqualTo(work.task());
            assertThat(work.entrants().getFirst().peer()).isEqualTo(Peer.HILLOCK);
        });
    }

    @ParameterizedTest
    @CsvSource({"gemm-128, 1", "gemm-128x784x256, 3", "tanh, 16", "tanh-1e5, 4", "*-1e3-forward, 11", "infer, 2"})
    void onlyMeansANameItsBeginningAGroupOrAPattern(String only, int count) {
        assertThat(Works.named(List.of(only))).hasSize(count);
    }

    /// The figures are those of `uniform(7, 4, -1, 1)` in torch_worker.py.
    @Test
    void noiseIsThatOfThePythonWorker() {
        assertThat(Noise.uniform(7, 4, -1, 1)).containsExactly(-0.056759477f, 0.9447353f, -0.056375623f, -0.7354549f);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
                    --only gemm-129 | There is no work "gemm-129" (did you mean gemm-128?)
                    --peers=pytorsh --list | There is no peer "pytorsh", only hillock, openblas, pytorch, djl, nd4j, smile
                    --nix | Unknown option: '--nix'
                    /no/such.json | /no/such.json does not hold results written by --json
                    --turns 0 | At least one turn is needed, not 0
                    """)
    void mistakesAreToldInOneSentence(String arguments, String beginning) {
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Bench.run(
                new PrintStream(new ByteArrayOutputStream(), true, UTF_8),
                new PrintStream(err, true, UTF_8),
                arguments.split(" ", -1));
        assertThat(code).isEqualTo(2);
        assertThat(err.toString(UTF_8)).startsWith(beginning).hasLineCount(1);
    }
}
