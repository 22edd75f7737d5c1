package hillock.cli;

import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;
import picocli.CommandLine.UnmatchedArgumentException;

/// `hillock help [COMMAND]`: what `hillock COMMAND --help` prints. (picocli's own help command brings a `--help` that
/// collides with the inherited one.)
@Command(name = "help")
final class Help implements Callable<Integer> {
    private final Console console;

    @Spec
    private CommandSpec spec;

    @Parameters(arity = "0..1", paramLabel = "COMMAND", descriptionKey = "command")
    private String command;

    Help(Console console) {
        this.console = console;
    }

    @Override
    public Integer call() {
        CommandLine root = spec.parent().commandLine();
        CommandLine asked = command == null ? root : root.getSubcommands().get(command);
        if (asked == null) throw new UnmatchedArgumentException(root, List.of(command));
        asked.usage(console.out());
        return Main.OK;
    }
}
