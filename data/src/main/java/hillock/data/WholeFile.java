package hillock.data;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.AtomicMoveNotSupportedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;

/// Writes a file whole or not at all: the bytes go to a temporary file beside it, which takes the file's place at the
/// end in one step. If the disk fills up or the program fails on the way, what was there before stays as it was.
///
/// ```java
/// WholeFile.write(Path.of("model.json"), out -> out.write(bytes));
/// ```
public final class WholeFile {
    /// What is to be written. The stream is buffered; closing it is left to the caller of the body.
    @FunctionalInterface
    public interface Body {
        void writeTo(OutputStream out) throws IOException;
    }

    private WholeFile() {}

    /// Writes to `path`, through a link to what it points at. A device or a pipe, `/dev/stdout` say, is written
    /// straight.
    ///
    /// @throws BadInput with one sentence for the user if the place cannot be written
    public static void write(Path path, Body body) {
        if (Files.isDirectory(path)) throw new BadInput(path + " is a directory: name a file to write.");
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            throw new BadInput(path + " cannot be written: there is no directory " + parent + ", create it first.");
        }
        try {
            boolean exists = Files.exists(path);
            if (exists && !Files.isWritable(path)) throw new AccessDeniedException(path.toString());
            Path target = exists ? path.toRealPath() : path;
            if (exists && !Files.isRegularFile(path)) fill(target, body, StandardOpenOption.WRITE);
            else replace(target, body);
        } catch (IOException e) {
            throw new BadInput(path + " cannot be written: " + BadInput.reason(e) + ".", e);
        }
    }

    private static void replace(Path target, Body body) throws IOException {
        Path temporary = target.resolveSibling(
                target.getFileName() + "." + ProcessHandle.current().pid() + "-" + System.nanoTime() + ".tmp");
        try {
            fill(temporary, body, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            try {
                Files.move(temporary, target, StandardCopyOption.ATOMIC_MOVE);
            } catch (AtomicMoveNotSupportedException e) {
                Files.move(temporary, target, StandardCopyOption.REPLACE_EXISTING);
            }
        } finally {
            Files.deleteIfExists(temporary);
        }
    }

    private static void fill(Path path, Body body, StandardOpenOption... options) throws IOException {
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(path, options), 1 << 16)) {
            body.writeTo(out);
        }
    }
}
