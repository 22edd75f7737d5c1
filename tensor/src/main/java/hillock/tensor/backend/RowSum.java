package hillock.tensor.backend;

/// The sum of numbers in a row that come a part at a time, in double precision: each of
/// [Columns#LANES] sums gets every so-manieth number, they are folded at the end, and what is left
/// over is added one after the other. Into how many parts the row is cut does not show in the sum.
public final class RowSum {
    private final ColumnSums lanes = new ColumnSums(Columns.LANES);
    private final double[] few = new double[Columns.LANES];
    private double rest;
    private boolean isLong;

    /// The sum of numbers that are all there.
    double of(float[] x, int from, int count) {
        int groups = count / Columns.LANES;
        if (groups >= ColumnSums.STRETCH) {
            begin();
            add(x, from, count);
            return end();
        }
        int grouped = groups * Columns.LANES;
        double sum = 0;
        for (int i = grouped; i < count; i++) sum += x[from + i];
        return groups == 0 ? sum : Columns.sum(x, from, groups, few) + sum;
    }

    /// The sum of the products of fewer than 32 · [ColumnSums#STRETCH] numbers, with the bits of
    /// the sum of their array.
    double ofProducts(float[] x, int from, float[] y, int at, int count) {
        int groups = count / Columns.LANES;
        int grouped = groups * Columns.LANES;
        double sum = 0;
        for (int i = grouped; i < count; i++) sum += x[from + i] * y[at + i];
        return groups == 0 ? sum : Columns.sumOfProducts(x, from, y, at, groups, few) + sum;
    }

    public void begin() {
        isLong = false;
        rest = 0;
    }

    /// Adds the next `count` numbers, a multiple of 32 but for the last part.
    public void add(float[] x, int from, int count) {
        int groups = count / Columns.LANES;
        if (groups > 0) {
            if (!isLong) lanes.begin(Columns.LANES);
            isLong = true;
            lanes.add(x, from, Columns.LANES, groups);
        }
        for (int i = groups * Columns.LANES; i < count; i++) rest += x[from + i];
    }

    public double end() {
        return isLong ? Columns.fold(lanes.sums()) + rest : rest;
    }
}
