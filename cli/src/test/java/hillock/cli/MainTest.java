package hillock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.BadInput;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;
import picocli.CommandLine.Command;

class MainTest {
    private static final Map<String, String> ENGLISH = Map.of("LANG", "en_US.UTF-8");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    private int run(Map<String, String> env, String... args) {
        return Main.run(stream(out), stream(err), env, args);
    }

    private static PrintStream stream(ByteArrayOutputStream to) {
        return new PrintStream(to, true, UTF_8);
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', quoteCharacter = '`', textBlock = """
                    hlep                  ; There is no command "hlep": did you mean "help"? See: hillock --help
                    zzz                   ; There is no command "zzz". See: hillock --help
                    help zzz              ; There is no command "zzz". See: hillock --help
                    --versoin             ; "hillock" has no option "--versoin": did you mean "--version"? See: hillock --help
                    help --lnag=zh        ; "hillock help" has no option "--lnag": did you mean "--lang"? See: hillock help --help
                    --frobnicate          ; "hillock" has no option "--frobnicate". See: hillock --help
                    help help me          ; "hillock help" does not know what to do with the argument "me". See: hillock help --help
                    --lang fr             ; Invalid value for option '--lang': "fr" is neither en nor zh. See: hillock --help
                    --lang                ; Missing required parameter for option '--lang' (en|zh). See: hillock --help
                    help --lang zh --lnag ; “hillock help”没有选项“--lnag”：您是指“--lang”吗？请看：hillock help --help
                    """)
    void aWrongCommandLineIsOneSentence(String line, String sentence) {
        assertThat(run(ENGLISH, line.split(" "))).isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString(UTF_8)).isEqualToNormalizingNewlines(sentence + "\n");
        assertThat(out.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"''", "--help", "-h", "help"})
    void helpListsCommandsAndExamples(String line) {
        String[] args = line.isEmpty() ? new String[0] : line.split(" ");
        assertThat(run(ENGLISH, args)).isEqualTo(Main.OK);
        assertThat(out.toString(UTF_8))
                .contains("Usage: hillock", "Commands:\n  fit", "\n  help", "Examples:\n  hillock");
        assertThat(err.toString(UTF_8)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"help help", "help --help", "help help --lang en"})
    void aCommandExplainsItself(String line) {
        assertThat(run(ENGLISH, line.split(" "))).isEqualTo(Main.OK);
        assertThat(out.toString(UTF_8)).contains("Usage: hillock help", "Show this help", "Show where in the program");
    }

    @Test
    void theSystemsLanguageIsSpokenUnlessAnotherIsAsked() {
        run(Map.of("LANG", "zh_CN.UTF-8"), "help");
        assertThat(out.toString(UTF_8)).contains("用法：", "显示本帮助");
        out.reset();
        run(Map.of("LANG", "zh_CN.UTF-8"), "help", "--lang", "en");
        assertThat(out.toString(UTF_8)).contains("Usage:").doesNotContain("用法");
    }

    @Test
    void versionComesFromTheBuild() {
        assertThat(run(ENGLISH, "--version")).isEqualTo(Main.OK);
        assertThat(out.toString(UTF_8)).matches("(?s)hillock \\d+\\.\\d+\\.\\d+.*\\RJava .+ on .+\\R");
    }

    @Test
    void badInputIsItsOwnSentence() {
        assertThat(failing(() -> {
                    throw new BadInput("a.csv is empty: give it rows.");
                }))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString(UTF_8)).isEqualToNormalizingNewlines("a.csv is empty: give it rows.\n");
    }

    @Test
    void outOfMemoryIsOneSentence() {
        assertThat(failing(() -> {
                    throw new OutOfMemoryError("Java heap space");
                }))
                .isEqualTo(Main.BAD_INPUT);
        assertThat(err.toString(UTF_8))
                .startsWith("The memory that Java may use (")
                .hasLineCount(1);
    }

    @Test
    void aBugIsOneSentenceThatNamesAFileWithTheStackTrace() throws Exception {
        assertThat(failing(() -> {
                    throw new IllegalStateException("no such thing");
                }))
                .isEqualTo(Main.BUG);
        String told = err.toString(UTF_8).strip();
        assertThat(told).startsWith("This is a bug in Hillock: java.lang.IllegalStateException: no such thing.");
        Path file = Path.of(told.substring(told.lastIndexOf(' ') + 1));
        assertThat(file).content().contains("hillock ", "IllegalStateException: no such thing", "\tat hillock.cli");
        Files.delete(file);
    }

    @Test
    void stacktraceShowsWhereABugAroseAndWritesNoFile() {
        assertThat(failing(
                        () -> {
                            throw new IllegalStateException("no such thing");
                        },
                        Main.STACKTRACE))
                .isEqualTo(Main.BUG);
        assertThat(err.toString(UTF_8))
                .startsWith("This is a bug in Hillock: java.lang.IllegalStateException: no such thing")
                .contains("\tat hillock.cli.MainTest");
    }

    @Command(name = "failing")
    record Failing(Callable<Integer> body) implements Callable<Integer> {
        @Override
        public Integer call() throws Exception {
            return body.call();
        }
    }

    private int failing(Callable<Integer> body, String... options) {
        Console console = new Console(stream(out), stream(err), Messages.of(Language.EN), ENGLISH);
        CommandLine line = Hillock.commandLine(console).addSubcommand(new Failing(body));
        String[] args = new String[options.length + 1];
        args[0] = "failing";
        System.arraycopy(options, 0, args, 1, options.length);
        return Main.run(line, console, args);
    }
}
