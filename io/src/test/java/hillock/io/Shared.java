package hillock.io;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;

/// Files of ../shared, seen from the repository's root.
final class Shared {
    private Shared() {}

    /// The test is skipped where the file is absent.
    static Path file(String path) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path file = at.resolve("shared").resolve(path);
            if (Files.exists(file)) return file;
        }
        assumeTrue(false, "needs ../shared/" + path);
        throw new AssertionError();
    }
}
