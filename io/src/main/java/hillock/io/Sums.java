package hillock.io;

import hillock.data.BadInput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The file `SHA256SUMS`: what a folder holds, and the SHA-256 of each file, as `sha256sum` writes and checks it.
final class Sums {
    static final String FILE = "SHA256SUMS";

    private static final Pattern LINE = Pattern.compile("([0-9a-f]{64}) [ *](.+)");

    private Sums() {}

    /// Lists every file below the folder, by name.
    static void write(Path folder) throws IOException {
        StringBuilder text = new StringBuilder();
        for (String name : names(folder))
            text.append(Sha256.of(folder.resolve(name)))
                    .append("  ")
                    .append(name)
                    .append('\n');
        Files.writeString(folder.resolve(FILE), text);
    }

    /// The sums that stand in the folder's file, by name; empty if there is no such file.
    static Map<String, String> read(Path folder) throws IOException {
        Path file = folder.resolve(FILE);
        Map<String, String> sums = new LinkedHashMap<>();
        if (!Files.isRegularFile(file)) return sums;
        for (String line : new String(Files.readAllBytes(file), StandardCharsets.UTF_8)
                .lines()
                .toList()) {
            Matcher parts = LINE.matcher(line);
            if (parts.matches()) sums.put(parts.group(2), parts.group(1));
        }
        return sums;
    }

    /// Every file below the folder but the list itself, its path written with slashes, sorted.
    static List<String> names(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(p -> !Files.isDirectory(p))
                    .map(p -> folder.relativize(p).toString().replace('\\', '/'))
                    .filter(name -> !name.equals(FILE))
                    .sorted()
                    .toList();
        }
    }

    /// Holds a file against its line.
    static void verify(Path folder, String name, byte[] bytes) throws IOException {
        String sum = read(folder).get(name);
        if (sum == null)
            throw new BadInput(folder + " is damaged: it has no file " + FILE + " with the checksum of " + name + "; "
                    + Fields.MEND);
        if (!sum.equals(Sha256.of(bytes)))
            throw new BadInput(
                    folder.resolve(name) + " was changed after Hillock wrote it (its checksum is not the one in " + FILE
                            + "): " + Fields.MEND);
    }
}
