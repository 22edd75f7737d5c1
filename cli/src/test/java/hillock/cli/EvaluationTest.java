package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import hillock.nn.Activation;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Values and slopes against those that mpmath computed with 120 digits, at the points where PyTorch was recorded.
class EvaluationTest {
    private static final Path GOLDEN = golden();

    private static Path golden() {
        Path start = Path.of("").toAbsolutePath();
        for (Path at = start; at != null; at = at.getParent()) {
            Path file = at.resolveSibling("shared").resolve("torch-golden/activations.safetensors");
            if (Files.exists(file)) return file;
        }
        return start.resolve("absent");
    }

    @ParameterizedTest
    @CsvSource({
        "sigmoid, sigmoid",
        "tanh, tanh",
        "relu, relu",
        "leaky_relu, leaky_relu_0.01",
        "leaky_relu(negative_slope=0.2), leaky_relu_0.2"
    })
    void agreesWithPyTorchAndMpmath(String text, String recorded) throws IOException {
        assumeTrue(Files.exists(GOLDEN), () -> "no " + GOLDEN);
        ByteBuffer file = ByteBuffer.wrap(Files.readAllBytes(GOLDEN)).order(ByteOrder.LITTLE_ENDIAN);
        double[] x = read(file, "x");
        float[] floats = new float[x.length];
        for (int i = 0; i < x.length; i++) floats[i] = (float) x[i];

        Evaluation evaluation = Evaluation.of(Activation.parse(text), floats, true);
        assertClose(evaluation.y(), read(file, recorded + "/ref.y"), x);
        assertClose(evaluation.slopes()[0], read(file, recorded + "/ref.dydx"), x);
    }

    /// At most one float apart.
    private static void assertClose(float[] actual, double[] expected, double[] x) {
        for (int i = 0; i < actual.length; i++) {
            float e = (float) expected[i];
            boolean same = Float.compare(actual[i], e) == 0 || actual[i] == e;
            assertThat(same || Math.abs(actual[i] - e) <= Math.ulp(e))
                    .as("at %s: %s, not %s", x[i], actual[i], e)
                    .isTrue();
        }
    }

    private static double[] read(ByteBuffer file, String name) {
        int length = (int) file.getLong(0);
        byte[] header = new byte[length];
        file.get(8, header);
        JsonNode entry = new JsonMapper()
                .readTree(new String(header, StandardCharsets.UTF_8))
                .get(name);
        int from = 8 + length + entry.get("data_offsets").get(0).asInt();
        int bytes = 8 + length + entry.get("data_offsets").get(1).asInt() - from;
        boolean wide = entry.get("dtype").asString().equals("F64");
        double[] values = new double[bytes / (wide ? 8 : 4)];
        for (int i = 0; i < values.length; i++) {
            values[i] = wide ? file.getDouble(from + 8 * i) : file.getFloat(from + 4 * i);
        }
        return values;
    }
}
