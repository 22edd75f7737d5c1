package hillock.bench;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.stream.Collectors;

/// Where and how it was measured.
///
/// @param load how many processes were ready to run, the mean of the last minute, before and after
/// @param libraries versions and settings of all who took part
/// @param race turns and their length
public record Conditions(
        String date,
        String processor,
        int cores,
        String memory,
        String system,
        List<Double> load,
        String race,
        SequencedMap<String, String> libraries) {

    static Conditions now(double loadBefore, Race race, SequencedMap<String, String> libraries) {
        return new Conditions(
                LocalDate.now(java.time.ZoneId.systemDefault()).toString(),
                processorName(),
                Runtime.getRuntime().availableProcessors(),
                memoryText(),
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                List.of(loadBefore, loadNow()),
                "%d turns of %d ms each, after %d ms or more to warm up"
                        .formatted(race.rounds(), race.turnNanos() / 1_000_000, race.warmUpNanos() / 1_000_000),
                libraries);
    }

    /// The load average of the last minute; negative where the system has none.
    static double loadNow() {
        return ManagementFactory.getOperatingSystemMXBean().getSystemLoadAverage();
    }

    /// As text, a line each.
    public List<String> lines() {
        return List.of(
                date + ", " + processor + ", " + cores + (cores == 1 ? " core" : " cores")
                        + (memory.isEmpty() ? "" : ", " + memory) + ", " + system,
                String.format(Locale.ROOT, "load %.2f before, %.2f after; %s", load.getFirst(), load.getLast(), race),
                libraries.values().stream().collect(Collectors.joining("\n")));
    }

    /// The name, which a virtual machine may hide, and family, model and widest vectors, which it does not.
    private static String processorName() {
        Map<String, String> facts = facts(Path.of("/proc/cpuinfo"));
        if (!facts.containsKey("model name")) return System.getProperty("os.arch");
        String flags = " " + facts.getOrDefault("flags", "") + " ";
        String vectors = flags.contains(" avx512f ") ? "AVX-512" : flags.contains(" avx2 ") ? "AVX2" : "no AVX2";
        return "%s (family %s, model %s, %s)"
                .formatted(facts.get("model name"), facts.get("cpu family"), facts.get("model"), vectors);
    }

    private static String memoryText() {
        String total = facts(Path.of("/proc/meminfo")).get("MemTotal");
        return total == null ? "" : Math.round(Long.parseLong(total.split(" ", -1)[0]) / 1e6) + " GB";
    }

    private static Map<String, String> facts(Path file) {
        try {
            return Files.readAllLines(file).stream()
                    .map(line -> line.split("\\s*:\\s*", 2))
                    .filter(parts -> parts.length == 2)
                    .collect(Collectors.toMap(parts -> parts[0], parts -> parts[1], (first, _) -> first));
        } catch (IOException e) {
            return Map.of();
        }
    }
}
