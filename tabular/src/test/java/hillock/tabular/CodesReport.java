package hillock.tabular;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tensor.Rng;
import hillock.tensor.Threads;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/// Prints, as Markdown, what the defaults make of a column of many codes in generated tables,
/// beside the best that could be known: minutes of work, so no part of the build.
/// `scripts/made-tables.sh codes` runs it.
final class CodesReport {
    private static final int ASKED = 4000;

    private CodesReport() {}

    /// A table of two numbers and a code, each code with an effect of its own.
    ///
    /// @param classes 0 for a number
    /// @param skewed whether the code's frequency goes by Zipf's law, in place of all alike
    /// @param effect the standard deviation of the codes' effects, 0 for codes that tell nothing
    private record Made(int rows, int codes, boolean skewed, int classes, double effect) {
        String words() {
            return String.format(
                    Locale.ROOT,
                    "%d rows, %d codes%s, %s%s",
                    rows,
                    codes,
                    skewed ? " by Zipf" : "",
                    classes == 0 ? "number" : classes + " classes",
                    effect == 0 ? ", codes tell nothing" : effect < 1 ? ", weak" : "");
        }
    }

    private static final List<Made> TABLES = List.of(
            new Made(10_000, 2000, false, 2, 1),
            new Made(10_000, 2000, true, 2, 1),
            new Made(300, 120, false, 2, 1),
            new Made(20_000, 300, false, 2, 1),
            new Made(5000, 60, false, 2, 1),
            new Made(1000, 100, true, 2, 1),
            new Made(5000, 500, false, 5, 1),
            new Made(5000, 500, true, 0, 1),
            new Made(3000, 100, false, 0, 1),
            new Made(3000, 1000, false, 0, 0.3),
            new Made(3000, 1000, false, 2, 0),
            new Made(3000, 300, false, 0, 0));

    /// Prints the table.
    ///
    /// @param words of the descriptions of the tables that are wanted; none for all
    public static void main(String... words) {
        Threads.use(1);
        String wanted = String.join(" ", words);
        IO.println("| table | best possible | network | forest | linear | neighbours | s |");
        IO.println("|---|---|---|---|---|---|---|");
        for (Made made : TABLES) if (made.words().contains(wanted)) IO.println(row(made));
    }

    private static String row(Made made) {
        List<Double> best = new ArrayList<>();
        Table all = table(made, best);
        Table learnt = all.select(IntStream.range(0, made.rows).toArray());
        Table asked = all.select(IntStream.range(made.rows, made.rows + ASKED).toArray());
        long begun = System.nanoTime();
        Fitted fitted = Tabular.fit(learnt, "y");
        double seconds = (System.nanoTime() - begun) / 1e9;
        List<Fitted.Candidate> scored = fitted.score(asked);
        StringBuilder row = new StringBuilder("| " + made.words() + " | " + text(best.getFirst()));
        for (Contender who : List.of(Contender.NETWORK, Contender.TREES, Contender.LINEAR, Contender.NEIGHBOURS))
            row.append(" | ")
                    .append(text(Fitted.of(scored, who).scores().values().get(made.classes == 0 ? "r2" : "accuracy")));
        return row + String.format(Locale.ROOT, " | %.1f |", seconds);
    }

    /// The rows to learn from, then those that are asked about.
    ///
    /// @param best is told what whoever knows the effects would score on the latter
    private static Table table(Made made, List<Double> best) {
        Rng rng = Rng.of(7);
        int outputs = Math.max(1, made.classes == 2 ? 1 : made.classes);
        double[][] effects = new double[made.codes][outputs];
        for (double[] one : effects) Arrays.setAll(one, _ -> made.effect * rng.normal());
        double[] upTo = new double[made.codes];
        for (int i = 0; i < upTo.length; i++) upTo[i] = (i == 0 ? 0 : upTo[i - 1]) + (made.skewed ? 1.0 / (i + 1) : 1);
        int rows = made.rows + ASKED;
        String[][] cells = new String[4][rows];
        double[] truth = new double[ASKED];
        double[] known = new double[ASKED];
        int hits = 0;
        for (int row = 0; row < rows; row++) {
            double x = rng.normal();
            double z = rng.normal();
            int found = Arrays.binarySearch(upTo, rng.uniform() * upTo[upTo.length - 1]);
            int code = Math.min(found < 0 ? -found - 1 : found, made.codes - 1);
            double[] sums = new double[outputs];
            for (int k = 0; k < outputs; k++)
                sums[k] = effects[code][k] + 0.7 * Math.sin(2 * x + k) + (k % 2 == 0 ? 0.5 : -0.5) * z;
            String answer;
            if (made.classes == 0) {
                double y = sums[0] + 0.5 * rng.normal();
                answer = Double.toString(y);
                if (row >= made.rows) {
                    truth[row - made.rows] = y;
                    known[row - made.rows] = sums[0];
                }
            } else {
                double[] scores = made.classes == 2 ? new double[] {0, 4 * sums[0]} : sums;
                double[] noisy = new double[made.classes];
                for (int k = 0; k < noisy.length; k++)
                    noisy[k] = scores[k] * (made.classes == 2 ? 1 : 4) - Math.log(-Math.log(rng.uniform() + 1e-12));
                answer = "c" + greatest(noisy);
                if (row >= made.rows && greatest(noisy) == greatest(scores)) hits++;
            }
            String[] one = {Double.toString(x), Double.toString(z), "k" + code, answer};
            for (int j = 0; j < one.length; j++) cells[j][row] = one[j];
        }
        best.add(made.classes == 0 ? Metrics.regression(truth, known).values().get("r2") : (double) hits / ASKED);
        List<Column> columns = new ArrayList<>();
        for (int j = 0; j < cells.length; j++)
            columns.add(new Column(List.of("x", "z", "code", "y").get(j), List.of(cells[j])));
        return Table.of("made.csv", columns);
    }

    private static int greatest(double[] values) {
        int at = 0;
        for (int k = 1; k < values.length; k++) if (values[k] > values[at]) at = k;
        return at;
    }

    private static String text(double score) {
        return String.format(Locale.ROOT, "%.3f", score);
    }
}
