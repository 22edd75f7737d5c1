package hillock.tabular;

import java.util.List;
import java.util.Locale;
import org.junit.jupiter.api.Test;

/// Prints how the default recipe does on all tables and curves, as Markdown: minutes of work, so no part of the
/// build. `scripts/real-tables.sh` runs it; `-Dseed=1` chooses other weights and validation rows.
class QualityReport {
    private static final List<String> TABLES = List.of(
            "iris",
            "wine",
            "breast_cancer",
            "penguins",
            "titanic",
            "diabetes",
            "mpg",
            "pima_diabetes",
            "tips",
            "digits");
    private static final List<String> CURVES = List.of("abs", "damped_sine", "exp", "runge", "sin", "step");

    @Test
    void print() {
        long seed = Long.getLong("seed", 0);
        IO.println("Seed " + seed + ":\n");
        IO.println("| table | measure | Hillock | linear | scikit-learn | target | reached |");
        IO.println("|---|---|---|---|---|---|---|");
        for (String table : TABLES) IO.println(Quality.measure(table, seed).row());
        IO.println("\n| curve | test R² |\n|---|---|");
        for (String curve : CURVES)
            IO.println(String.format(Locale.ROOT, "| %s | %.4f |", curve, Quality.ofCurve(curve, seed)));
    }
}
