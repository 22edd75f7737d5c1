package hillock.plot;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// A plot in the terminal must not wait for AWT: it is seconds on a slow machine.
class StartUpTest {
    /// Run in a JVM of its own.
    static final class TextPlot {
        public static void main(String[] args) {
            double[] x = {0, 1, 2};
            System.out.print(Figures.functionAndDerivative("f", "f'", x, x, x).toText(80, 24, true));
            System.out.print(Figures.histogram("h", x, 3, Labels.ENGLISH).toText(80, 24, false));
        }
    }

    @Test
    void textLoadsNothingOfAwtOrJFreeChart() throws Exception {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Xlog:class+load",
                        "-cp",
                        System.getProperty("java.class.path"),
                        TextPlot.class.getName())
                .redirectErrorStream(true)
                .start();
        String log = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(log).isZero();
        assertThat(log.lines().filter(l -> l.contains("source:")).map(l -> l.replaceFirst(".*] ", "")))
                .anyMatch(l -> l.startsWith("hillock.plot.TextPanel "))
                .noneMatch(l -> l.startsWith("java.awt.") || l.startsWith("org.jfree."));
    }
}
