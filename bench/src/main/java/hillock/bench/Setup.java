package hillock.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Where things are: told by `scripts/bench.sh` as system properties.
///
/// @param root the checkout
/// @param state a folder for what is resolved and built for peers
public record Setup(Path root, Path state) {
    /// Environment variable that names the Python which has PyTorch.
    static final String PYTHON = "HILLOCK_BENCH_PYTHON";

    private static final List<String> NEEDED =
            List.of("hillock-expr", "hillock-tensor", "hillock-data", "hillock-nn", "fastcsv");

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

    /// Java with Hillock and the Vector API, on a class of that class path.
    List<String> hillock(String path, String mainClass) {
        return List.of(java(), "--add-modules", "jdk.incubator.vector", "-cp", path, mainClass);
    }

    /// Java that may call native code, with these arguments after the class path.
    List<String> calling(String path, String... arguments) {
        List<String> command = new ArrayList<>(List.of(java(), "--enable-native-access=ALL-UNNAMED", "-cp", path));
        command.addAll(List.of(arguments));
        return command;
    }

    /// Where a resolved peer is.
    Path home(Peer peer) {
        return state.resolve(peer.label());
    }

    /// The class path with a resolved peer and its worker.
    String classPath(Peer peer) {
        return String.join(
                File.pathSeparator,
                classPath(),
                home(peer).resolve("classes").toString(),
                home(peer).resolve("lib").toString() + "/*");
    }

    /// Makes a peer ready that has to be resolved.
    ///
    /// @throws Racer.Absent if that fails
    void resolve(Peer peer) {
        String script = root.resolve("scripts/bench-peer.sh").toString();
        ProcessBuilder builder = new ProcessBuilder(script, peer.label()).redirectErrorStream(true);
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        try {
            Process process = builder.start();
            List<String> lines = process.inputReader(UTF_8).readAllLines();
            if (process.waitFor() != 0) throw new Racer.Absent(lines.isEmpty() ? peer.remedy() : lines.getLast());
        } catch (IOException e) {
            throw new Racer.Absent(e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Racer.Absent("interrupted");
        }
    }

    /// The class path of a deployed program that trains a network: the jars that it needs, and its own.
    String deployed() {
        return Stream.concat(neededJars(), jars(jar -> jar.startsWith("hillock-bench")))
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
    }

    /// The jars of `nn` and of what it depends on.
    Stream<Path> neededJars() {
        return jars(jar -> NEEDED.stream().anyMatch(jar::startsWith));
    }

    private Stream<Path> jars(Predicate<String> wanted) {
        return Stream.of(classPath().split(File.pathSeparator, -1))
                .map(Path::of)
                .filter(jar -> wanted.test(jar.getFileName().toString()));
    }
}
