package hillock.cli.report;

import java.util.regex.Pattern;

/// Words of a command that is to be copied into a shell.
///
/// ```java
/// Shell.quote("my data-model");   // 'my data-model'
/// ```
public final class Shell {
    private static final Pattern PLAIN = Pattern.compile("[\\p{L}\\p{N}_./:+,@%=-]+");

    private Shell() {}

    /// An argument that is given as it is, an option among them.
    public static String argument(String word) {
        return word.startsWith("-") && PLAIN.matcher(word).matches() ? word : quote(word);
    }

    /// The word as it is, or in quotes where the shell would take it apart.
    public static String quote(String word) {
        return PLAIN.matcher(word).matches() && !word.startsWith("-") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
