package hillock.data;

import java.io.ByteArrayInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/// Bytes that can be read more than once, under the name by which the user knows them. A pipe is taken into memory.
record ByteSource(String name, Opening opening) {
    /// How to begin at the first byte.
    interface Opening {
        InputStream open() throws IOException;
    }

    static ByteSource of(Path path) {
        String name = path.toString();
        if (name.equals("-")) return piped("standard input", System.in);
        if (Files.isDirectory(path)) throw directory(path);
        if (Files.notExists(path)) throw missing(path);
        ByteSource file = new ByteSource(name, () -> Files.newInputStream(path));
        if (Files.isRegularFile(path)) return file.unpacked();
        try (InputStream pipe = file.opening.open()) {
            return piped(name, pipe);
        } catch (IOException e) {
            throw file.unreadable(e);
        }
    }

    static ByteSource of(String name, byte[] bytes) {
        return new ByteSource(name, () -> new ByteArrayInputStream(bytes));
    }

    /// The first bytes, at most `count`.
    byte[] head(int count) throws IOException {
        try (InputStream in = opening.open()) {
            return in.readNBytes(count);
        }
    }

    /// What gzip packed, unpacked as it is read; anything else as it is. The first bytes tell, not the name.
    ByteSource unpacked() {
        try {
            byte[] head = head(2);
            boolean packed = head.length == 2 && (head[0] & 0xFF) == 0x1F && (head[1] & 0xFF) == 0x8B;
            return packed ? new ByteSource(name, this::unpack) : this;
        } catch (IOException e) {
            throw unreadable(e);
        }
    }

    private InputStream unpack() throws IOException {
        InputStream in = opening.open();
        try {
            return new GZIPInputStream(in, 1 << 16);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    BadInput unreadable(IOException e) {
        if (e instanceof EOFException) return damaged("it ends too early", e);
        if (e instanceof ZipException) return damaged(BadInput.reason(e), e);
        return new BadInput(name + " cannot be read: " + BadInput.reason(e) + ".", e);
    }

    private BadInput damaged(String how, IOException e) {
        return new BadInput(name + " is damaged, gzip cannot unpack it (" + how + "): get the file again.", e);
    }

    private static ByteSource piped(String name, InputStream in) {
        int most = (int) Math.min(Integer.MAX_VALUE - 8, Memory.forTables() / 2);
        try {
            byte[] bytes = in.readNBytes(most);
            if (bytes.length < most) return of(name, bytes).unpacked();
        } catch (IOException e) {
            throw new ByteSource(name, InputStream::nullInputStream).unreadable(e);
        }
        throw new BadInput(name + " is longer than the " + Memory.text(most)
                + " that fit into memory from a pipe: write it into a file and name that.");
    }

    private static BadInput directory(Path path) {
        Optional<String> csv =
                names(path).stream().filter(n -> n.endsWith(".csv")).sorted().findFirst();
        return new BadInput(path + " is a directory: name a file in it"
                + csv.map(n -> ", say " + path.resolve(n)).orElse("") + ".");
    }

    private static BadInput missing(Path path) {
        Path parent = path.toAbsolutePath().getParent();
        if (parent != null && !Files.isDirectory(parent)) {
            return new BadInput("there is no directory " + parent + ": check the path " + path + ".");
        }
        Path fileName = path.getFileName();
        if (parent == null || fileName == null) return new BadInput("there is no file " + path + ".");
        List<String> others = names(parent).stream()
                .filter(n -> !n.equals(fileName.toString())) // a link that leads nowhere
                .toList();
        return new BadInput(Names.nearest(fileName.toString(), others)
                .map(n -> "there is no file " + path + ": did you mean " + path.resolveSibling(n) + "?")
                .orElse("there is no file " + path + ": check its name and the directory."));
    }

    private static List<String> names(Path directory) {
        try (Stream<Path> entries = Files.list(directory)) {
            return entries.map(p -> p.getFileName().toString()).sorted().toList();
        } catch (IOException e) {
            return List.of(); // no suggestion then
        }
    }
}
