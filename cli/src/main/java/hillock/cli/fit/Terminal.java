package hillock.cli.fit;

import hillock.cli.Console;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import picocli.CommandLine.Help.Ansi;

/// Where progress is shown: whether standard error is a terminal, and how wide it is.
///
/// @param live whether a line may be drawn again and again
/// @param width in columns
public record Terminal(boolean live, int width) {
    /// Set by the launcher, since Java cannot tell of standard error alone.
    private static final String STDERR = "hillock.stderr.terminal";

    private static final int USUAL_WIDTH = 80;
    private static final int LEAST_WIDTH = 40;
    private static final File DEVICE = new File("/dev/tty");

    /// The terminal of this process; not live where the console writes elsewhere, in a test say.
    public static Terminal of(Console console) {
        boolean own = console.err() == System.err;
        boolean live = own && Boolean.parseBoolean(System.getProperty(STDERR, String.valueOf(isTerminal())));
        return new Terminal(live, live ? width(console) : USUAL_WIDTH);
    }

    /// Error Prone says that there always is a console; with output redirected there is none.
    @SuppressWarnings("SystemConsoleNull")
    private static boolean isTerminal() {
        java.io.Console console = System.console();
        return console != null && console.isTerminal();
    }

    /// Text in bold, where standard output shows it.
    public static String bold(String text) {
        return Ansi.AUTO.enabled() ? "\033[1m" + text + "\033[0m" : text;
    }

    private static int width(Console console) {
        try {
            String columns = console.env().getOrDefault("COLUMNS", "");
            return Math.max(LEAST_WIDTH, columns.isEmpty() ? ofDevice() : Integer.parseInt(columns));
        } catch (NumberFormatException | IOException e) {
            return USUAL_WIDTH;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return USUAL_WIDTH;
        }
    }

    /// `stty size` prints rows and columns; Java has no such question, and a native library is no answer.
    private static int ofDevice() throws IOException, InterruptedException {
        Process stty = new ProcessBuilder("stty", "size")
                .redirectInput(DEVICE)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        if (!stty.waitFor(1, TimeUnit.SECONDS)) return USUAL_WIDTH;
        String[] size = new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII)
                .strip()
                .split(" ", -1);
        int columns = size.length == 2 ? Integer.parseInt(size[1]) : 0;
        return columns > 0 ? columns : USUAL_WIDTH;
    }
}
