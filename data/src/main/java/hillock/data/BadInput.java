package hillock.data;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// What a user gave cannot be used. The message is one plain sentence for that user: what is wrong, where (file, line,
/// column), and how to mend it. The command line prints it and exits with code 2; no stack trace is of interest.
///
/// ```java
/// throw new BadInput("iris.csv has no column \"specis\": did you mean \"species\"?");
/// ```
public final class BadInput extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public BadInput(String sentence) {
        super(sentence);
    }

    public BadInput(String sentence, Throwable cause) {
        super(sentence, cause);
    }

    /// Why the operating system refused, without the file's name and Java's class names, and how to mend it if known.
    public static String reason(IOException e) {
        if (e instanceof AccessDeniedException)
            return "you lack the permission, get it (chmod) or choose another place";
        if (e instanceof NoSuchFileException) return "there is no such place";
        String reason = e instanceof FileSystemException f && f.getReason() != null ? f.getReason() : e.getMessage();
        if (reason == null) return e.getClass().getSimpleName();
        return reason.contains("No space left") || reason.contains("Disk quota")
                ? "the disk is full, make room or choose another place"
                : reason;
    }
}
