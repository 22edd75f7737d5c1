package hillock.expr.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The bits that compiled code gives are those of a JVM that only interprets.
class InterpretedTest {
    @Test
    void theInterpreterAndTheCompilerGiveTheSameBits() throws Exception {
        for (int warm = 0; warm < 40; warm++) Arrays.stream(Function.values()).forEach(BitsOfEverything::line);
        List<String> hot =
                Arrays.stream(Function.values()).map(BitsOfEverything::line).toList();
        assertThat(interpreted()).isEqualTo(hot);
    }

    private static List<String> interpreted() throws Exception {
        String classPath = String.join(
                File.pathSeparator,
                Stream.of(Elementary.class, BitsOfEverything.class)
                        .map(InterpretedTest::home)
                        .toList());
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xint",
                        "-cp",
                        classPath,
                        BitsOfEverything.class.getName())
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start();
        String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isZero();
        return output.lines().toList();
    }

    private static String home(Class<?> type) {
        try {
            return Path.of(type.getProtectionDomain()
                            .getCodeSource()
                            .getLocation()
                            .toURI())
                    .toString();
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
