package hillock.cli;

import hillock.cli.doctor.Examine;
import hillock.cli.fit.Demo;
import hillock.cli.fit.Fit;
import hillock.cli.predict.Predict;
import hillock.nn.Entry.Kind;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/// The command `hillock`: the options that every command has, and the list of commands.
@SuppressWarnings("UnusedVariable") // options that picocli only checks, documents or acts on by itself
@Command(name = "hillock")
final class Hillock implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Option(
            names = {"-h", "--help"},
            usageHelp = true,
            scope = ScopeType.INHERIT)
    private boolean help;

    @Option(
            names = {"-V", "--version"},
            versionHelp = true)
    private boolean version;

    /// Read by [Language#of] before the parser runs; here it is checked and documented.
    @Option(names = "--lang", paramLabel = "en|zh", scope = ScopeType.INHERIT)
    private Language language;

    /// Read by [Main], which may have to report what the parser throws.
    @Option(names = Main.STACKTRACE, scope = ScopeType.INHERIT)
    private boolean stacktrace;

    private Hillock(Console console) {
        this.console = console;
    }

    /// The parser of the whole command line. Commands are listed in the help in the order in which
    /// they stand here.
    static CommandLine commandLine(Console console) {
        CommandLine line = new CommandLine(new Hillock(console));
        line.addSubcommand("fit", new Fit(console));
        line.addSubcommand("predict", new Predict(console));
        line.addSubcommand("doctor", new Examine(console));
        line.addSubcommand("demo", new Demo(console));
        line.addSubcommand("plot", new Plot(console));
        line.addSubcommand("eval", new Eval(console));
        line.addSubcommand("activations", new Catalogue(console));
        for (Kind kind : Kind.values()) line.addSubcommand(Listing.command(kind), new Listing(console, kind));
        line.addSubcommand("help", new Help(console));
        line.setCaseInsensitiveEnumValuesAllowed(true);

        line.getCommandSpec().versionProvider(new Version(console.messages()));
        line.setResourceBundle(console.messages().bundle());
        line.registerConverter(Language.class, Language::parse);
        line.setExpandAtFiles(false);
        line.setUsageHelpWidth(100);
        return line;
    }

    /// Without a command: the help.
    @Override
    public Integer call() {
        spec.commandLine().usage(console.out());
        return Main.OK;
    }
}
