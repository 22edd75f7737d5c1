package hillock.cli.fit;

import hillock.cli.Console;
import hillock.cli.Main;
import hillock.cli.Paragraph;
import hillock.cli.Terminal;
import hillock.cli.report.Outcome;
import hillock.cli.report.Pictures;
import hillock.cli.report.Shell;
import hillock.cli.report.Source;
import hillock.plot.Figure;
import hillock.plot.TextStyle;
import hillock.tabular.Recipe;
import hillock.tabular.Study;
import hillock.tabular.TargetTransform;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Option;

/// `hillock demo`: the main job on a small real table and on a generated problem that no line can solve.
@Command(name = "demo")
public final class Demo implements Callable<Integer> {
    private static final int SPIRAL_ROWS = 400;
    private static final int PLOT_WIDTH = 78;
    private static final int PLOT_HEIGHT = 22;

    private final Console console;

    @Option(names = "--out", paramLabel = "DIR")
    private Path out = Path.of("hillock-demo");

    public Demo(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        Source co2 = Source.example(Source.CO2, 0, 0);
        say("demo.co2", co2.about());
        Fitting.Result first = fit(co2);
        if (first.exitCode() != Main.OK) return first.exitCode();
        draw(first.outcome());
        say("demo.spiral");
        Fitting.Result second = fit(Source.example("spiral", SPIRAL_ROWS, 0));
        if (second.exitCode() != Main.OK) return second.exitCode();
        draw(second.outcome());
        say("demo.next", Shell.quote(out.toString()));
        return Main.OK;
    }

    private Fitting.Result fit(Source source) {
        Path folder = out.resolve(source.name() + "-model");
        Job job = new Job(
                source,
                Optional.empty(),
                Study.Question.DEFAULT,
                TargetTransform.Choice.NONE,
                Recipe.DEFAULT,
                Optional.empty(),
                false,
                false,
                false,
                false,
                folder,
                System.nanoTime(),
                Again.command(List.of("demo", "--out", out.toString())));
        return new Fitting(console, new Telling(console, Style.FULL)).run(job);
    }

    /// The picture that shows what was learnt, in the terminal.
    private void draw(Outcome outcome) {
        TextStyle style = TextStyle.of(PLOT_WIDTH, PLOT_HEIGHT).withColour(Ansi.AUTO.enabled());
        Figure figure = Pictures.answer(outcome, console.messages()).figure();
        console.out().println();
        console.out().println(figure.toText(style));
    }

    private void say(String key, Object... values) {
        int width = Terminal.of(console.env()).width();
        console.messages()
                .text(key, values)
                .lines()
                .forEach(line -> console.out().println(Paragraph.wrap(line, width, "  ")));
        console.out().println();
    }
}
