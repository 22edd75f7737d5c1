package hillock.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a program has to bring along to train a network: the jars on its class path, in bytes. The cold runs show that
/// Hillock's are enough.
final class DeployedSize {
    private DeployedSize() {}

    static Outcome measure(Work work, Setup setup) {
        long own = bytes(setup.neededJars().toList());
        return new Outcome(
                work.name(),
                work.group(),
                work.entrants().stream()
                        .map(e -> standing(e.peer(), setup, own))
                        .toList(),
                0);
    }

    private static Standing standing(Peer peer, Setup setup, long own) {
        if (peer == Peer.HILLOCK) return standing(peer, setup.neededJars().toList(), null);
        try {
            setup.resolve(peer);
        } catch (Racer.Absent e) {
            return Standing.absent(peer.label(), e.getMessage());
        }
        List<Path> jars = jars(setup.home(peer).resolve("lib"));
        return standing(peer, jars, Spread.of((double) bytes(jars) / own));
    }

    private static Standing standing(Peer peer, List<Path> jars, Spread ratio) {
        String text = String.format(Locale.ROOT, "%.2f MB in %d jars", bytes(jars) / 1e6, jars.size());
        return new Standing(peer.label(), "", false, "", null, ratio, text);
    }

    private static long bytes(List<Path> jars) {
        return jars.stream().mapToLong(jar -> jar.toFile().length()).sum();
    }

    private static List<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".jar")).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
