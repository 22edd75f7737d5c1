package hillock.io;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;

/// Why the operating system refused, in plain words.
final class Trouble {
    private Trouble() {}

    /// Without the file's name and Java's class names, and with how to mend it if known.
    static String reason(IOException e) {
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
