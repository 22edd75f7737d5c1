package hillock.tabular;

import hillock.data.Table;
import hillock.tensor.Threads;
import java.util.Locale;

/// Prints, as Markdown, how well the defaults fit generated curves: R² on 1000 new points of the
/// same range. `scripts/made-tables.sh curves` runs it.
final class CurvesReport {
    private static final int ROWS = 300;
    private static final int ASKED = 1000;

    private CurvesReport() {}

    /// Prints the table.
    ///
    /// @param words of the names of the curves that are wanted; none for all
    public static void main(String... words) {
        Threads.use(1);
        String wanted = String.join(" ", words);
        IO.println("| curve | network | neighbours | forest | s |");
        IO.println("|---|---|---|---|---|");
        for (Curve curve : Curve.ALL) if (curve.name().contains(wanted)) IO.println(row(curve));
    }

    private static String row(Curve curve) {
        long begun = System.nanoTime();
        Fitted fitted = Tabular.fit(curve.table(ROWS, 1), "y");
        double seconds = (System.nanoTime() - begun) / 1e9;
        Table asked = curve.table(ASKED, 2);
        double[] actual = fitted.model().target().numbers(asked);
        Encoded x = fitted.model().preparation().apply(asked);
        double[] network = ((Predictions.Numbers) fitted.model().predict(x)).values();
        return String.format(
                Locale.ROOT,
                "| %s | %.4f | %.4f | %.4f | %.1f |",
                curve.name(),
                r2(actual, network),
                r2(actual, fitted.candidate(Contender.NEIGHBOURS).baseline().numbers(x)),
                r2(actual, fitted.candidate(Contender.TREES).baseline().numbers(x)),
                seconds);
    }

    static double r2(double[] actual, double[] answers) {
        return Metrics.regression(actual, answers).get("r2");
    }
}
