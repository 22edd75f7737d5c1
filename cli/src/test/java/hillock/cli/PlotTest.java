package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.nn.Activation;
import hillock.nn.Activations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PlotTest {
    @TempDir
    private Path folder;

    @Test
    void aSlopeIsDrawnOnlyWhereThereIsAValue() {
        ActivationCurve curve = ActivationCurve.of(Activation.parse("log(x)"), new Interval(-2, 2), 4, true);
        assertThat(curve.dydx()).usingComparatorWithPrecision(1e-6).containsExactly(Double.NaN, Double.NaN, 1.5, 0.5);
        assertThat(curve.second()[0]).isNaN();
        assertThat(curve.second()[3]).isEqualTo(-0.25);
    }

    @Test
    void aFormulaMayBeginWithAMinus() {
        assertThat(Run.of("plot", "-x * x", "-x").out()).contains("-x * x derivative", "-x derivative");
        assertThat(Run.of("plot", "relu", "--togeter").err())
                .startsWith("\"hillock plot\" has no option \"--togeter\": did you mean \"--together\"?");
        assertThat(Run.of("activations", "--sorted", "name").err())
                .startsWith("\"hillock activations\" has no option \"--sorted\": did you mean \"--sort\"?");
        assertThat(Run.of("eval", "-2 * x", "-3").out()).isEqualTo("6.0000\n");
    }

    @Test
    void showsFunctionAndDerivativeSideBySideAsWideAsTheTerminal() {
        Run run = Run.of("plot", "sigmoid", "leaky_relu(negative_slope=0.2)");
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.err()).isEmpty();
        assertThat(run.out().lines().toList())
                .anyMatch(line -> line.strip().matches("Sigmoid {5,}Sigmoid derivative"))
                .anyMatch(line -> line.strip().matches("Leaky ReLU\\(0.2\\) {5,}Leaky ReLU\\(0.2\\) derivative"))
                .allMatch(line -> line.length() <= 80);
    }

    @Test
    void titlesAreThoseOfTheTutorial() {
        assertThat(Run.of("plot", "sigmoid", "relu", "--lang", "zh").out())
                .contains("Sigmoid 函数值", "Sigmoid 导数值", "ReLU 函数值", "ReLU 导数值");
    }

    @Test
    void aFunctionOfRowsIsExplained() {
        Run run = Run.of("plot", "softmax");
        assertThat(run.out()).contains("Softmax of (x, 0), first value", "Softmax of (x, 0), derivative");
        assertThat(run.err())
                .startsWith("softmax is computed from several numbers at once")
                .hasLineCount(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"--range -5:5", "--range=-5:5", "--range -5:5 --points 2", "--range -.5e1:5.0"})
    void rangesMayBeNegative(String options) {
        assertThat(Run.of(("plot identity " + options).split(" ")).out()).contains("-4 ", " 4");
    }

    @Test
    void curvesAreExact() {
        for (Activation activation : Activations.all()) {
            boolean isPlain = activation.form() instanceof Activation.Pointwise;
            if (!isPlain && !activation.name().matches("(log_)?softmax")) continue;
            ActivationCurve curve = ActivationCurve.of(activation, new Interval(-3, 3), 7, false);
            assertThat(curve.x()).containsExactly(-3, -2, -1, 0, 1, 2, 3);
            double[] y = Arrays.stream(curve.x()).map(x -> value(activation, x)).toArray();
            double[] dydx =
                    Arrays.stream(curve.x()).map(x -> slope(activation, x)).toArray();
            assertThat(curve.y()).as(activation.name()).containsExactly(y, within(1e-6));
            assertThat(curve.dydx()).as(activation.name()).containsExactly(dydx, within(1e-6));
        }
    }

    @Test
    void theSecondDerivativeIsAThirdPanel() {
        ActivationCurve curve = ActivationCurve.of(Activations.TANH, new Interval(-1, 1), 3, true);
        double t = Math.tanh(1);
        assertThat(curve.second())
                .containsExactly(new double[] {2 * t * (1 - t * t), 0, -2 * t * (1 - t * t)}, within(1e-6));
        assertThat(Run.of("plot", "tanh", "--second").out()).contains("Tanh second derivative");
        assertThat(Run.of("plot", "x*sigmoid(1.7*x)", "--second").out()).contains("x * sigmoid(1.7 * x)");
    }

    @Test
    void severalMayShareAFigure() {
        String out =
                Run.of("plot", "x*sigmoid(1.7*x)", "gelu", "relu", "--together").out();
        assertThat(out).contains("GELU", "ReLU", "x * sigmoid(1.7 * x)");
        assertThat(out.lines().count()).isLessThan(25);
    }

    /// Of the row (1, x), glu makes sigmoid(x).
    @Test
    void ofAGateItIsShownWhatPasses() {
        ActivationCurve curve = ActivationCurve.of(Activations.GLU, new Interval(-1, 1), 3, false);
        assertThat(curve.y()[1]).isEqualTo(0.5);
        assertThat(curve.y()[2]).isEqualTo(Activations.SIGMOID.evaluate(1), within(1e-6));
        Run run = Run.of("plot", "glu");
        assertThat(run.out()).contains("GLU of (1, x), first value");
        assertThat(run.err()).contains("glu is computed from two halves of a row");
    }

    /// Of the row (x, 0), softmax makes sigmoid(x) first.
    private static double value(Activation activation, double x) {
        return switch (activation.name()) {
            case "softmax" -> 1 / (1 + Math.exp(-x));
            case "log_softmax" -> -Math.log1p(Math.exp(-x));
            default -> activation.evaluate(x);
        };
    }

    private static double slope(Activation activation, double x) {
        return switch (activation.name()) {
            case "softmax" -> Activations.SIGMOID.derivative(x);
            case "log_softmax" -> Activations.SIGMOID.evaluate(-x);
            default -> activation.derivative(x);
        };
    }

    @Test
    void writesAPngWithOneRowForEachFunction() throws IOException {
        Path file = folder.resolve("a b.PNG");
        Run run = Run.of("plot", "tanh", "relu", "--lang", "zh", "--out", file.toString());
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.out()).isEqualTo("已写入 " + file + "\n");
        assertThat(ImageIO.read(file.toFile()).getHeight()).isGreaterThan(1500);
    }

    @Test
    void writesAnSvgWithItsTextsWhateverTheFonts() throws IOException {
        Path file = folder.resolve("a.svg");
        Run run = Run.of("plot", "tanh", "--lang", "zh", "--out", file.toString());
        assertThat(run).isEqualTo(new Run(Main.OK, "已写入 " + file + "\n", ""));
        assertThat(Files.readString(file)).contains("Tanh 函数值", "Tanh 导数值");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    plot                    | Missing required parameter: 'NAME'. See: hillock plot --help
                    plot relu tanhh         | There is no activation "tanhh": did you mean "tanh"?
                    plot relu --range 5     | Invalid value for option '--range': "5" is no range: write two numbers and a colon, as in -20:20. See: hillock plot --help
                    plot relu --range 1:1   | Invalid value for option '--range': "1:1" is no range: the first number must be the smaller one, as in -20:20. See: hillock plot --help
                    plot relu --range 0:inf | Invalid value for option '--range': "0:inf" is no range: "inf" is not a number of ordinary size. See: hillock plot --help
                    plot relu --range nan:1 | Invalid value for option '--range': "nan:1" is no range: "nan" is not a number of ordinary size. See: hillock plot --help
                    plot relu --range 1e39:1e40 | Invalid value for option '--range': "1e39:1e40" is no range: "1e39" is not a number of ordinary size. See: hillock plot --help
                    plot relu --points 1    | Invalid value for option '--points': "1" is no number of points: write a whole number from 2 to 1000000. See: hillock plot --help
                    plot relu --points 1e3  | Invalid value for option '--points': "1e3" is no number of points: write a whole number from 2 to 1000000. See: hillock plot --help
                    plot relu --out a.jpg   | "a.jpg" must end in .png or .svg: that says which kind of picture to write.
                    """)
    void whatCannotBeUsedIsOneSentence(String line, String sentence) {
        assertThat(Run.of(line.split(" "))).isEqualTo(new Run(Main.BAD_INPUT, "", sentence + "\n"));
    }

    @Test
    void aPlaceThatCannotBeWrittenIsToldBeforeAnythingElse() throws IOException {
        Path directory = Files.createDirectory(folder.resolve("d.png"));
        assertThat(Run.of("plot", "relu", "--out", directory.toString()))
                .isEqualTo(new Run(Main.BAD_INPUT, "", "\"" + directory + "\" is a directory: name a file.\n"));
        Path lost = folder.resolve("lost").resolve("a.svg");
        assertThat(Run.of("plot", "relu", "--out", lost.toString()).err())
                .isEqualTo("There is no folder \"" + lost.getParent() + "\": make it, or name another place.\n");
    }
}
