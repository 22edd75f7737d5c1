package hillock.bench;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// Where things are: told by `scripts/bench.sh` as system properties.
///
/// @param root the checkout
/// @param state a folder for what is resolved and built for peers
public record Setup(Path root, Path state) {
    /// Environment variable that names the Python which has PyTorch.
    static final String PYTHON = "HILLOCK_BENCH_PYTHON";

    static Setup ofProperties() {
        Path root = Path.of(System.getProperty("hillock.bench.root", "."));
        return new Setup(root, Path.of(System.getProperty("hillock.bench.state", root + "/.hillock/bench")));
    }

    String java() {
        return Path.of(System.getProperty("java.home"), "bin", "java").toString();
    }

    /// The class path of this program, which is that of Hillock and of the workers.
    String classPath() {
        return System.getProperty("java.class.path");
    }

    /// The Python to ask for PyTorch: the one named by the environment, or Debian's, or the first on the path.
    String python() {
        return Optional.ofNullable(System.getenv(PYTHON))
                .orElseGet(() -> Stream.of("/usr/bin/python3")
                        .filter(file -> Files.isExecutable(Path.of(file)))
                        .findFirst()
                        .orElse("python3"));
    }

    /// A Python program of this module.
    String pythonFile(String name) {
        return root.resolve("bench/src/main/python").resolve(name).toString();
    }

    /// Java with Hillock and the Vector API, on a class of the class path.
    List<String> hillock(String mainClass) {
        return List.of(java(), "--add-modules", "jdk.incubator.vector", "-cp", classPath(), mainClass);
    }
}
