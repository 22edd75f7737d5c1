package hillock.cli;

import hillock.nn.Activation;
import hillock.nn.Activation.Rowwise;
import hillock.plot.Figure;
import hillock.plot.TextStyle;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.TypeConversionException;

/// `hillock plot NAME…`: activations and their derivatives, in the terminal or as a picture.
@Command(name = "plot")
final class Plot implements Callable<Integer> {
    private static final int MOST_POINTS = 1_000_000;
    private static final int MOST_NAMES = 50;

    private final Console console;

    private CommandSpec spec;

    @Parameters(arity = "1..*", paramLabel = "NAME", descriptionKey = "names")
    private List<String> names;

    @Option(names = "--range", paramLabel = "LOW:HIGH", defaultValue = "-20:20", converter = RangeOption.class)
    private Interval range;

    @Option(names = "--points", paramLabel = "N", defaultValue = "1000", converter = PointsOption.class)
    private int points;

    @Option(names = "--second")
    private boolean second;

    @Option(names = "--together")
    private boolean together;

    @Option(names = "--out", paramLabel = "FILE")
    private Path out;

    Plot(Console console) {
        this.console = console;
    }

    @Spec
    void spec(CommandSpec spec) {
        this.spec = spec;
        Minus.allow(spec);
    }

    /// [Interval#parse] for picocli.
    static final class RangeOption implements ITypeConverter<Interval> {
        @Override
        public Interval convert(String text) {
            return Interval.parse(text);
        }
    }

    /// A number of points that memory holds.
    static final class PointsOption implements ITypeConverter<Integer> {
        @Override
        public Integer convert(String text) {
            if (text.matches("\\d{1,7}")) {
                int points = Integer.parseInt(text);
                if (points >= 2 && points <= MOST_POINTS) return points;
            }
            throw new TypeConversionException(
                    "\"" + text + "\" is no number of points: write a whole number from 2 to 1000000");
        }
    }

    @Override
    public Integer call() throws IOException {
        if (names.size() > MOST_NAMES) {
            throw new ParameterException(
                    spec.commandLine(), console.messages().text("plot.names", names.size(), MOST_NAMES));
        }
        List<Activation> activations = names.stream()
                .map(n -> Activation.parse(Minus.checkName(spec, n)))
                .toList();
        if (out != null) FigureFile.check(out, console.messages());

        List<ActivationCurve> curves = activations.stream()
                .map(a -> ActivationCurve.of(a, range, points, second))
                .toList();
        if (out == null) {
            console.out().print(text(figure(curves, console.messages())));
        } else {
            Messages messages = FigureFile.readable(out, figure(curves, console.messages()), console);
            FigureFile.write(out, figure(curves, messages));
            console.out().println(console.messages().text("plot.written", out));
        }
        activations.stream()
                .filter(a -> a.form() instanceof Rowwise)
                .forEach(a -> console.err().println(ActivationCurve.note(a, console.messages())));
        return Main.OK;
    }

    private Figure figure(List<ActivationCurve> curves, Messages messages) {
        if (together) return ActivationCurve.together(curves, messages);
        return curves.stream()
                .map(curve -> curve.figure(messages))
                .reduce(Figure::below)
                .orElseThrow();
    }

    /// One row of panels for each function, high enough to be read and low enough for one function
    /// to fit the screen.
    private String text(Figure figure) {
        Terminal terminal = Terminal.of(console.env());
        int row = Math.clamp(terminal.width() / 5, 12, Math.max(12, terminal.height() - 2));
        int functions = together ? 1 : names.size();
        return figure.toText(TextStyle.of(terminal.width(), functions * (row + 1))
                .withColour(terminal.colour())
                .withAscii(terminal.plain()));
    }
}
