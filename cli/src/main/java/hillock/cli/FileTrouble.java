package hillock.cli;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Objects;
import java.util.regex.Pattern;

/// Causes of an [IOException] that Java tells only by the system's own words, in the system's language.
enum FileTrouble {
    DISK_FULL("No space left on device|Disk quota exceeded|设备上没有空间"),
    CLOSED_PIPE("Broken pipe|断开的管道"),
    DIRECTORY("Is a directory|是一个目录"),
    MISSING("No such file or directory|没有那个文件或目录"),
    DENIED("Permission denied|Read-only file system|权限不够|只读文件系统");

    private final Pattern words;

    FileTrouble(String words) {
        this.words = Pattern.compile(words);
    }

    boolean isMeantBy(IOException error) {
        return words.matcher(Objects.toString(error.getMessage(), "")).find();
    }

    /// One sentence for whoever ran the command: what is wrong with which file, and how to mend it.
    static String sentence(IOException error, Messages messages) {
        if (DISK_FULL.isMeantBy(error)) {
            return error instanceof FileSystemException e && e.getFile() != null
                    ? messages.text("error.disk.full.at", e.getFile())
                    : messages.text("error.disk.full");
        }
        if (error instanceof CharacterCodingException) return messages.text("error.encoding");
        String file = error instanceof FileSystemException e ? e.getFile() : leadingPath(error);
        String key = key(error);
        return key == null || file == null ? messages.text("error.io", plain(error)) : messages.text(key, file);
    }

    private static String key(IOException error) {
        if (error instanceof NoSuchFileException || MISSING.isMeantBy(error)) return "error.file.missing";
        if (error instanceof AccessDeniedException || DENIED.isMeantBy(error)) return "error.file.denied";
        if (error instanceof FileAlreadyExistsException) return "error.file.exists";
        if (error instanceof NotDirectoryException) return "error.file.notdirectory";
        return DIRECTORY.isMeantBy(error) ? "error.file.directory" : null;
    }

    /// [java.io.FileNotFoundException] says `PATH (REASON)`, and the path cannot be had otherwise.
    private static String leadingPath(IOException error) {
        String message = Objects.toString(error.getMessage(), "");
        int reason = message.lastIndexOf(" (");
        return reason > 0 ? message.substring(0, reason) : null;
    }

    private static String plain(IOException error) {
        return Objects.requireNonNullElse(error.getMessage(), error.getClass().getSimpleName());
    }
}
