package hillock.cli.report;

import hillock.data.Table;
import hillock.plot.Range;
import hillock.tabular.Coding;
import hillock.tabular.Encoded;
import hillock.tabular.Model;
import java.util.Arrays;
import java.util.List;

/// Number inputs between the table's unit, which people read, and the standardised features that
/// the network sees. Dates are shown as years.
///
/// @param codings the inputs, numbers or dates
/// @param rows the encoded table
record Inputs(List<Coding> codings, Encoded rows) {
    private static final double DAYS_PER_YEAR = 365.2425;
    private static final int EPOCH_YEAR = 1970;

    static Inputs of(Model model, Table table) {
        return new Inputs(model.preparation().codings(), model.preparation().apply(table));
    }

    /// Whether an input is one number that can be shown along an axis.
    static boolean isShown(Coding coding) {
        return switch (coding) {
            case Coding.Numeric _, Coding.Dates _ -> true;
            case Coding.Categorical _, Coding.Means _, Coding.Pixels _ -> false;
        };
    }

    /// The standardised values of an input from the least to the greatest.
    Range range(int input) {
        double[] z = standardised(input);
        double lo = Arrays.stream(z).min().orElse(0);
        double hi = Arrays.stream(z).max().orElse(1);
        return lo < hi ? new Range(lo, hi) : new Range(lo - 1, lo + 1);
    }

    /// An input of every row, as it is shown.
    double[] column(int input) {
        return shown(input, standardised(input));
    }

    /// Standardised values as they are shown.
    double[] shown(int input, double[] z) {
        return switch (codings.get(input)) {
            case Coding.Numeric n -> restored(z, n.mean(), n.deviation());
            case Coding.Dates d ->
                Arrays.stream(restored(z, d.mean(), d.deviation()))
                        .map(Inputs::year)
                        .toArray();
            case Coding.Categorical c -> throw notShown(c);
            case Coding.Means m -> throw notShown(m);
            case Coding.Pixels p -> throw notShown(p);
        };
    }

    /// Days since 1970-01-01 as a year with its fraction.
    static double year(double days) {
        return EPOCH_YEAR + days / DAYS_PER_YEAR;
    }

    private static double[] restored(double[] z, double mean, double deviation) {
        double scale = deviation == 0 ? 1 : deviation;
        return Arrays.stream(z).map(v -> v * scale + mean).toArray();
    }

    private static IllegalArgumentException notShown(Coding coding) {
        return new IllegalArgumentException("\"" + coding.name() + "\" is not one number");
    }

    String label(int input) {
        return codings.get(input).name();
    }

    /// Rows with these standardised inputs, one array for each; nothing is missing in them.
    Encoded encoded(double[]... inputs) {
        int features = rows.features();
        int count = inputs[0].length;
        float[] values = new float[count * features];
        for (int i = 0; i < inputs.length; i++)
            for (int row = 0; row < count; row++) put(values, row * features + place(i), i, inputs[i][row]);
        return Encoded.of(values, count, features);
    }

    private void put(float[] values, int at, int input, double z) {
        if (codings.get(input) instanceof Coding.Dates d) {
            double[] parts = d.features(restored(new double[] {z}, d.mean(), d.deviation())[0]);
            for (int i = 0; i < parts.length; i++) values[at + i] = (float) parts[i];
        }
        values[at] = (float) z;
    }

    private double[] standardised(int input) {
        double[] z = new double[rows.rows()];
        for (int row = 0; row < z.length; row++) z[row] = rows.values()[row * rows.features() + place(input)];
        return z;
    }

    /// The feature in which an input stands: one that had missing cells takes two.
    private int place(int input) {
        return codings.subList(0, input).stream()
                .mapToInt(c -> c.features().size())
                .sum();
    }
}
