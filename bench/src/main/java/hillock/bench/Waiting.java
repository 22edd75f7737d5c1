package hillock.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/// How long a process has been kept waiting for a processor by others: what Linux counts in
/// `/proc/PID/task/*/schedstat`.
final class Waiting {
    private Waiting() {}

    /// Seconds, over all its threads that live; 0 on other systems.
    static double seconds(long pid) {
        try (Stream<Path> threads = Files.list(Path.of("/proc", Long.toString(pid), "task"))) {
            return threads.mapToLong(Waiting::nanos).sum() / 1e9;
        } catch (IOException e) {
            return 0;
        }
    }

    private static long nanos(Path thread) {
        try {
            List<String> words = List.of(
                    Files.readString(thread.resolve("schedstat")).strip().split(" ", -1));
            return words.size() == 3 ? Long.parseLong(words.get(1)) : 0;
        } catch (IOException e) { // it has ended
            return 0;
        }
    }
}
