package hillock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import picocli.CommandLine;

/// Where the command `hillock` begins and ends.
///
/// ```java
/// int code = Main.run(System.out, System.err, "help");   // 0
/// ```
public final class Main {
    /// The command did what it was asked to.
    public static final int OK = 0;
    /// A bug in Hillock.
    public static final int BUG = 1;
    /// What the user gave cannot be used.
    public static final int BAD_INPUT = 2;
    /// The doctor was asked and found more than notes.
    public static final int UNHEALTHY = 3;
    /// Stopped by Ctrl-C, as shells number it; a JVM that nobody told otherwise exits with it, too.
    public static final int INTERRUPTED = 130;

    static final String STACKTRACE = "--stacktrace";
    private static final String DEBUG_VARIABLE = "HILLOCK_DEBUG";

    private Main() {}

    /// Runs a command and ends the JVM with its exit code. Text is UTF-8 whatever the locale says.
    public static void main(String... args) {
        Stdout stdout = new Stdout(new FileOutputStream(FileDescriptor.out));
        PrintStream out = new PrintStream(stdout, true, UTF_8);
        PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
        System.setOut(out);
        System.setErr(err);
        int code = run(out, err, args);
        out.flush();
        Optional<IOException> lost = stdout.failure();
        if (code == OK && lost.isPresent()) {
            code = report(lost.get(), console(out, err, System.getenv(), args), args);
        }
        System.exit(code);
    }

    /// Runs a command and returns its exit code; whatever goes wrong is told on `err` in one sentence.
    public static int run(PrintStream out, PrintStream err, String... args) {
        return run(out, err, System.getenv(), args);
    }

    static int run(PrintStream out, PrintStream err, Map<String, String> env, String... args) {
        Console console = console(out, err, env, args);
        return run(Hillock.commandLine(console), console, args);
    }

    static int run(CommandLine line, Console console, String... args) {
        try {
            return line.setOut(new PrintWriter(console.out(), true, UTF_8))
                    .setErr(new PrintWriter(console.err(), true, UTF_8))
                    .setParameterExceptionHandler((e, all) -> report(e, console, args))
                    .setExecutionExceptionHandler((e, command, parsed) -> report(e, console, args))
                    .execute(args);
        } catch (Throwable e) { // an Error, out of memory say: picocli passes on exceptions only
            return report(e, console, args);
        }
    }

    private static Console console(PrintStream out, PrintStream err, Map<String, String> env, String... args) {
        return new Console(out, err, Messages.of(Language.of(env, args)), env);
    }

    private static int report(Throwable error, Console console, String... args) {
        Failure failure = Failure.of(error, console.messages());
        boolean debug = Arrays.asList(args).contains(STACKTRACE)
                || !console.env().getOrDefault(DEBUG_VARIABLE, "").isEmpty();
        if (debug) {
            console.err().println(failure.sentence());
            error.printStackTrace(console.err());
        } else {
            console.err().println(failure.bug() ? reportable(error, console, failure) : failure.sentence());
        }
        return failure.exitCode();
    }

    /// The sentence for a bug, with the file that its stack trace was written to, if it could be.
    private static String reportable(Throwable error, Console console, Failure failure) {
        try {
            Path file = Files.createTempFile("hillock-bug-", ".txt");
            try (PrintStream to = new PrintStream(Files.newOutputStream(file), false, UTF_8)) {
                for (String line : new Version(console.messages()).getVersion()) to.println(line);
                error.printStackTrace(to);
            }
            return console.messages().text("error.bug.file", error, file);
        } catch (IOException e) {
            return failure.sentence();
        }
    }
}
