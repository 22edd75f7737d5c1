package hillock.cli.report;

import hillock.data.Table;
import hillock.plot.Range;
import hillock.tabular.Coding;
import hillock.tabular.Encoded;
import hillock.tabular.Model;
import java.util.Arrays;
import java.util.List;

/// Number inputs between the table's unit, which people read, and the standardised features that the network sees.
/// Dates are shown as years.
///
/// @param codings the inputs, all numeric
/// @param rows the encoded table
record Inputs(List<Coding.Numeric> codings, Encoded rows) {
    private static final double DAYS_PER_YEAR = 365.2425;
    private static final int EPOCH_YEAR = 1970;

    static Inputs of(Model model, Table table) {
        List<Coding.Numeric> codings = model.preparation().codings().stream()
                .map(Coding.Numeric.class::cast)
                .toList();
        return new Inputs(codings, model.preparation().apply(table));
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
        Coding.Numeric coding = codings.get(input);
        double scale = coding.deviation() == 0 ? 1 : coding.deviation();
        return Arrays.stream(z)
                .map(v -> v * scale + coding.mean())
                .map(v -> coding.dates() ? EPOCH_YEAR + v / DAYS_PER_YEAR : v)
                .toArray();
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
            for (int row = 0; row < count; row++) values[row * features + place(i)] = (float) inputs[i][row];
        return Encoded.of(values, count, features);
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
