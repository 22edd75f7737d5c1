package hillock.tabular;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// Prints how what the defaults hand out does on all tables and curves, as Markdown: many minutes
/// of work, so no part of the build. `scripts/real-tables.sh` runs it; `-Dseeds=0,1,2` chooses
/// other weights.
class QualityReport {
    private static final List<String> TABLES = List.of(
            "iris",
            "wine",
            "breast_cancer",
            "penguins",
            "titanic",
            "pima_diabetes",
            "diabetes",
            "mpg",
            "tips",
            "digits",
            "diamonds");
    private static final List<String> CURVES = List.of("abs", "damped_sine", "exp", "runge", "sin", "step");
    private static final List<String> NIST =
            List.of("Bennett5", "Chwirut1", "Eckerle4", "Gauss2", "Hahn1", "Nelson", "Thurber");

    private final long[] seeds = Arrays.stream(System.getProperty("seeds", "0").split(","))
            .mapToLong(Long::parseLong)
            .toArray();

    @Test
    void tables() {
        IO.println(
                "| table | measure | seed | Hillock | between folds | linear | MLP | random forest | HistGB | rank | s |");
        IO.println("|---|---|---|---|---|---|---|---|---|---|---|");
        for (long seed : seeds) {
            double ranks = 0;
            for (String table : TABLES) {
                long begun = System.nanoTime();
                Quality quality = Quality.measure(table, seed);
                IO.println(row(quality, seed, (System.nanoTime() - begun) / 1e9 / quality.folds().length));
                ranks += quality.rank();
            }
            IO.println(String.format(Locale.ROOT, "\nSeed %d: mean rank %.2f\n", seed, ranks / TABLES.size()));
        }
    }

    @Test
    void curves() {
        IO.println("| curve | least | test R² for seeds " + Arrays.toString(seeds) + " |\n|---|---|---|");
        for (String curve : CURVES)
            IO.println("| " + curve + " | " + (curve.equals("step") ? ".995" : ".999") + " | "
                    + over(s -> Quality.ofCurve(curve, s)) + " |");
    }

    @Test
    void nist() {
        IO.println("| set | certified R², fitted | R² over 10 folds for seeds " + Arrays.toString(seeds)
                + " |\n|---|---|---|");
        for (String set : NIST)
            IO.println(String.format(
                    Locale.ROOT, "| %s | %.4f | %s |", set, Quality.certified(set), over(s -> Quality.ofNist(set, s))));
    }

    private String over(java.util.function.LongToDoubleFunction score) {
        return Arrays.stream(seeds)
                .mapToDouble(score)
                .mapToObj(s -> String.format(Locale.ROOT, "%.4f", s))
                .collect(Collectors.joining(" "));
    }

    private static String row(Quality q, long seed, double seconds) {
        String peers = q.peers().values().stream()
                .map(p -> String.format(Locale.ROOT, "%.3f", p))
                .collect(Collectors.joining(" | "));
        String own = String.format(Locale.ROOT, q.mean() >= q.target() ? "%.3f" : "**%.3f**", q.mean());
        return String.format(
                Locale.ROOT,
                "| %s | %s | %d | %s | %.3f | %s | %d | %.1f |",
                q.table(),
                q.measure(),
                seed,
                own,
                q.deviation(),
                peers,
                q.rank(),
                seconds);
    }
}
