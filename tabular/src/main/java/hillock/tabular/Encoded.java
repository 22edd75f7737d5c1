package hillock.tabular;

import java.util.List;
import java.util.Map;

/// A table as numbers: `values[row * features + feature]`, none of them NaN or infinite, and what
/// was odd about the table.
///
/// ```java
/// Encoded x = preparation.apply(table);
/// Tensor.of(x.values(), x.rows(), x.features());
/// x.unseen();   // {island=2}: two cells of "island" hold a text that the training rows did not have
/// ```
public final class Encoded {
    private final float[] values;
    private final int rows;
    private final int features;
    private final Map<String, Integer> unseen;
    private final Map<String, Integer> filled;
    private final List<String> ignored;

    Encoded(
            float[] values,
            int rows,
            int features,
            Map<String, Integer> unseen,
            Map<String, Integer> filled,
            List<String> ignored) {
        if ((long) rows * features != values.length)
            throw new IllegalArgumentException(
                    values.length + " values do not fill " + rows + " rows of " + features + " features");
        this.values = values;
        this.rows = rows;
        this.features = features;
        this.unseen = Map.copyOf(unseen);
        this.filled = Map.copyOf(filled);
        this.ignored = List.copyOf(ignored);
    }

    /// Numbers that come from no table: row-major, kept and not copied.
    public static Encoded of(float[] values, int rows, int features) {
        return new Encoded(values, rows, features, Map.of(), Map.of(), List.of());
    }

    /// The rows at these positions; what was odd about the table is not known of them.
    Encoded select(int... positions) {
        float[] chosen = new float[positions.length * features];
        for (int i = 0; i < positions.length; i++)
            System.arraycopy(values, positions[i] * features, chosen, i * features, features);
        return of(chosen, positions.length, features);
    }

    /// All values, row after row. The array itself: whoever writes to it changes this object.
    public float[] values() {
        return values;
    }

    public int rows() {
        return rows;
    }

    public int features() {
        return features;
    }

    /// For each category column, how many cells hold a text that the training rows did not have:
    /// all its features are 0 there. Columns without such cells are not listed.
    public Map<String, Integer> unseen() {
        return unseen;
    }

    /// For each column that had no missing cell in the training rows, how many are missing here: a
    /// number is filled with the training median, a category has all its features 0.
    public Map<String, Integer> filled() {
        return filled;
    }

    /// The table's columns that are no input, in the table's order; the target may be among them.
    public List<String> ignored() {
        return ignored;
    }
}
