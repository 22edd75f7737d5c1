package hillock.cli;

import hillock.data.BadInput;
import hillock.data.Names;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/// How a command failed: its exit code and the one sentence that the user reads. `bug` tells that the user could not
/// have avoided it.
///
/// ```java
/// Failure.of(new NoSuchFileException("a.csv"), messages).sentence();   // There is no file "a.csv": check the path.
/// ```
record Failure(int exitCode, String sentence, boolean bug) {
    private static final long MIB = 1 << 20;

    /// Every way to fail, each with its sentence. What is not known here is a bug.
    static Failure of(Throwable error, Messages messages) {
        return switch (error) {
            case BadInput e -> input(e.getMessage());
            case ParameterException e when e.getCause() instanceof BadInput cause -> input(cause.getMessage());
            case ParameterException e when e.getCause() instanceof IOException cause -> of(cause, messages);
            case UnmatchedArgumentException e -> input(unmatched(e, messages));
            case ParameterException e -> input(messages.text("error.usage", line(e), command(e)));
            case IOException e -> input(FileTrouble.sentence(e, messages));
            case UncheckedIOException e -> of(e.getCause(), messages);
            case ExecutionException e when e.getCause() != null -> of(e.getCause(), messages);
            case CompletionException e when e.getCause() != null -> of(e.getCause(), messages);
            case CommandLine.ExecutionException e when e.getCause() != null -> of(e.getCause(), messages);
            case InterruptedException e -> new Failure(Main.INTERRUPTED, messages.text("error.interrupted"), false);
            case OutOfMemoryError e ->
                input(messages.text("error.memory", Runtime.getRuntime().maxMemory() / MIB));
            default -> new Failure(Main.BUG, messages.text("error.bug", error), true);
        };
    }

    private static Failure input(String sentence) {
        return new Failure(Main.BAD_INPUT, sentence, false);
    }

    /// picocli's own message as the beginning of a sentence.
    private static String line(ParameterException e) {
        return e.getMessage().lines().findFirst().orElse("").replaceFirst("[.\\s]+$", "");
    }

    private static String command(ParameterException e) {
        return e.getCommandLine().getCommandSpec().qualifiedName();
    }

    private static String unmatched(UnmatchedArgumentException e, Messages messages) {
        CommandLine line = e.getCommandLine();
        List<String> arguments = e.getUnmatched();
        String typed = arguments.getFirst();
        if (e.isUnknownOption()) {
            String name = typed.split("=", 2)[0];
            return Names.nearest(name, line.getCommandSpec().optionsMap().keySet())
                    .map(near -> messages.text("error.unknown.option.near", command(e), name, near))
                    .orElseGet(() -> messages.text("error.unknown.option", command(e), name));
        }
        if (line.getSubcommands().isEmpty()) return messages.text("error.unknown.argument", command(e), typed);
        return Names.nearest(typed, line.getSubcommands().keySet())
                .map(near -> messages.text("error.unknown.command.near", typed, near, command(e)))
                .orElseGet(() -> messages.text("error.unknown.command", typed, command(e)));
    }
}
