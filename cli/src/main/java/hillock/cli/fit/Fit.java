package hillock.cli.fit;

import hillock.cli.Console;
import hillock.cli.Main;
import hillock.cli.report.Source;
import hillock.data.BadInput;
import hillock.data.Idx;
import hillock.tabular.Study;
import hillock.tensor.Threads;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `hillock fit FILE`: a table becomes a trained network, its pictures and a verdict. Without a file:
/// what there is to try.
@Command(name = "fit")
public final class Fit implements Callable<Integer> {
    private static final int EXAMPLE_ROWS = 400;
    private static final int MOST_EXAMPLE_ROWS = 10_000_000;

    private final Console console;

    @Spec
    private CommandSpec command;

    @Parameters(arity = "0..1", paramLabel = "FILE", descriptionKey = "file")
    private Path file;

    @Option(names = "--example", paramLabel = "NAME")
    private String example;

    @Option(names = "--rows", paramLabel = "COUNT")
    private Integer rows;

    @Mixin
    private FitOptions options = new FitOptions();

    @Mixin
    private JudgingOptions judging = new JudgingOptions();

    @Option(names = "--json")
    private boolean json;

    @Option(names = "--quiet")
    private boolean quiet;

    public Fit(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        if (file == null && example == null) {
            new Offer(console).print();
            return Main.OK;
        }
        if (file != null && example != null)
            throw new BadInput("fit takes a file or --example, not both: leave out " + file + " or --example.");
        long begun = System.nanoTime();
        options.threads().ifPresent(Threads::use);
        Source source = file != null ? Source.of(file) : Source.example(example, exampleRows(), options.seed());
        Path folder = options.out().orElse(Path.of(source.name() + "-model"));
        Study.Question question = options.question(source.table(), judging.division());
        Job job = new Job(
                source,
                test(),
                question,
                options.transform(),
                options.recipe(),
                judging.folding(),
                options.triesActivations(),
                options.findsRate(),
                options.asksDoctor(),
                options.triesMends(),
                folder,
                begun,
                Again.command(command.root().commandLine().getParseResult().originalArgs(), options.seed()));
        Style style = json ? Style.JSON : quiet ? Style.QUIET : Style.FULL;
        return new Fitting(console, new Telling(console, style)).run(job).exitCode();
    }

    /// The file that the user names, or the usual one beside a set of pictures.
    private Optional<Path> test() {
        return options.test().or(() -> file == null ? Optional.empty() : Idx.testBeside(file));
    }

    private int exampleRows() {
        if (rows == null) return EXAMPLE_ROWS;
        if (rows < 1 || rows > MOST_EXAMPLE_ROWS)
            throw new BadInput("--rows cannot be " + rows + ": give a count from 5 to " + MOST_EXAMPLE_ROWS + ".");
        return rows;
    }
}
