package hillock.doctor;

import hillock.tensor.Tensor;
import java.util.Arrays;

/// A matrix of rows by units (or inputs), looked at column by column.
///
/// @param values row by row
public record Columns(double[] values, int rows, int columns) {
    /// A tensor's numbers; what comes after the first dimension counts as one row.
    static Columns of(Tensor t) {
        int rows = t.shape().rank() == 0 ? 1 : t.shape().dim(0);
        return new Columns(t.toDoubles(), rows, rows == 0 ? 0 : t.shape().size() / rows);
    }

    /// The number in that row and column.
    public double at(int row, int column) {
        return values[row * columns + column];
    }

    /// Whether all numbers are.
    public boolean isFinite() {
        return Arrays.stream(values).allMatch(Double::isFinite);
    }

    double mean(int column) {
        double sum = 0;
        for (int r = 0; r < rows; r++) sum += at(r, column);
        return sum / rows;
    }

    /// The standard deviation of a column.
    double deviation(int column) {
        double mean = mean(column);
        double sum = 0;
        for (int r = 0; r < rows; r++) sum += (at(r, column) - mean) * (at(r, column) - mean);
        return Math.sqrt(sum / rows);
    }

    /// The column as an array.
    public double[] column(int column) {
        double[] x = new double[rows];
        for (int r = 0; r < rows; r++) x[r] = at(r, column);
        return x;
    }

    /// The deviations of the columns, as a root mean square.
    double spread() {
        double[] means = new double[columns];
        for (int i = 0, c = 0; i < values.length; i++) {
            means[c] += values[i];
            c = c + 1 == columns ? 0 : c + 1;
        }
        for (int c = 0; c < columns; c++) means[c] /= rows;
        double sum = 0;
        for (int i = 0, c = 0; i < values.length; i++) {
            double away = values[i] - means[c];
            sum += away * away;
            c = c + 1 == columns ? 0 : c + 1;
        }
        return Math.sqrt(sum / Math.max(1, values.length));
    }

    /// The root mean square of all numbers.
    double size() {
        return rms(values);
    }

    static double rms(double[] x) {
        double sum = 0;
        for (double v : x) sum += v * v;
        return Math.sqrt(sum / Math.max(1, x.length));
    }

    static double rms(Tensor t) {
        double sum = 0;
        for (float v : t.toArray()) sum += (double) v * v;
        return Math.sqrt(sum / Math.max(1, t.shape().size()));
    }
}
