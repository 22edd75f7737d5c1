package hillock.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import picocli.CommandLine.Help.Ansi;

/// The screen that text is laid out for.
///
/// @param colour whether it shows colours and somebody wants them
/// @param plain  whether it lacks Braille dots
public record Terminal(int width, int height, boolean colour, boolean plain) {
    private static final int WIDTH = 80;
    private static final int HEIGHT = 24;
    private static final int WIDEST = 400;

    /// As the variables COLUMNS and LINES say, else as the terminal itself does, else 80 by 24.
    public static Terminal of(Map<String, String> env) {
        int width = positive(env.getOrDefault("COLUMNS", ""));
        int height = positive(env.getOrDefault("LINES", ""));
        if (width == 0) {
            String[] size = askTerminal().split(" ", -1);
            if (size.length == 2) {
                width = positive(size[1]);
                height = height == 0 ? positive(size[0]) : height;
            }
        }
        boolean colour = Ansi.AUTO.enabled() && env.getOrDefault("NO_COLOR", "").isEmpty();
        // The Linux console has no font for Braille.
        boolean plain = env.getOrDefault("TERM", "").equals("linux");
        return new Terminal(width == 0 ? WIDTH : Math.min(width, WIDEST), height == 0 ? HEIGHT : height, colour, plain);
    }

    /// The text in bold, where colours show.
    public String bold(String text) {
        return colour ? "\033[1m" + text + "\033[0m" : text;
    }

    /// Its lines and columns, `24 80`, or nothing where there is no terminal or no such program.
    private static String askTerminal() {
        File terminal = new File("/dev/tty");
        if (!terminal.exists()) return "";
        try {
            Process stty = new ProcessBuilder("stty", "size")
                    .redirectInput(terminal)
                    .redirectError(ProcessBuilder.Redirect.DISCARD)
                    .start();
            return new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
        } catch (IOException e) {
            return "";
        }
    }

    private static int positive(String number) {
        return number.matches("\\d{1,6}") ? Integer.parseInt(number) : 0;
    }
}
