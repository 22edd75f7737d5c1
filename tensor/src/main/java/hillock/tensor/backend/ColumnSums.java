package hillock.tensor.backend;

import java.util.Arrays;

/// Sums of the columns of a matrix that comes a few rows at a time, in double precision: each column is added up from
/// the first row to the last within stretches of [#STRETCH] rows, and the stretches one after the other. Into how many
/// parts the rows are cut does not show in the sums.
///
/// ```java
/// sums.begin(3);
/// sums.add(block, 0, 3, 100);      // rows 0 to 99
/// sums.add(block, 0, 3, 20);       // the last 20
/// sums.end(into, 0);
/// ```
public final class ColumnSums {
    /// Rows of which each thread adds up its own.
    static final int STRETCH = 1 << 13;

    private final double[] finished;
    private final double[] current;
    private int columns;
    private int rows;
    private boolean isSplit;

    /// For matrices of at most that many columns.
    public ColumnSums(int mostColumns) {
        finished = new double[mostColumns];
        current = new double[mostColumns];
    }

    public void begin(int columns) {
        this.columns = columns;
        rows = 0;
        isSplit = false;
        Arrays.fill(current, 0, columns, 0);
    }

    /// Adds rows that begin at `x[from]`, `x[from + stride]`, …
    public void add(float[] x, int from, int stride, int count) {
        for (int done = 0; done < count; ) {
            if (rows == STRETCH) finish();
            int n = Math.min(count - done, STRETCH - rows);
            Columns.add(x, from + done * stride, stride, n, columns, current, 0);
            done += n;
            rows += n;
        }
    }

    /// A stretch is complete.
    private void finish() {
        if (!isSplit) Arrays.fill(finished, 0, columns, 0);
        isSplit = true;
        for (int c = 0; c < columns; c++) {
            finished[c] += current[c];
            current[c] = 0;
        }
        rows = 0;
    }

    /// The sums, valid until the next [#begin].
    double[] sums() {
        if (!isSplit) return current;
        finish();
        return finished;
    }

    /// The sums, rounded to floats.
    public void end(float[] into, int at) {
        double[] sums = sums();
        for (int c = 0; c < columns; c++) into[at + c] = (float) sums[c];
    }
}
