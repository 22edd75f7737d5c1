package hillock.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.util.Map;

/// What a command line does: its exit code and what it prints, with lines that end in `\n`.
record Run(int code, String out, String err) {
    private static final Map<String, String> ENV = Map.of("LANG", "en_US.UTF-8", "COLUMNS", "80", "LINES", "24");

    static Run of(String... args) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int code = Main.run(new PrintStream(out, true, UTF_8), new PrintStream(err, true, UTF_8), ENV, args);
        return new Run(code, text(out), text(err));
    }

    private static String text(ByteArrayOutputStream bytes) {
        return bytes.toString(UTF_8).replace("\r\n", "\n");
    }
}
