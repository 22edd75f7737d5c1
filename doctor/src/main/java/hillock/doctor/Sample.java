package hillock.doctor;

import hillock.data.Dataset;
import hillock.tensor.Tensor;
import java.util.stream.IntStream;

/// Rows that stand for all: evenly spaced, so that nothing is drawn.
final class Sample {
    /// Rows of the last look, by which the network is judged.
    static final int ROWS = 512;

    /// Rows of the look before training.
    static final int FIRST = 128;

    /// Rows of the looks between.
    static final int FEWER = 64;

    /// Numbers of a table that are looked at: 32 MB.
    static final int NUMBERS = 4_000_000;

    private Sample() {}

    static Dataset of(Dataset data, int most) {
        if (data.rows() <= most) return data;
        return data.select(spaced(data.rows(), most));
    }

    /// A tensor's rows, or as many as hold four million numbers.
    static Columns numbers(Tensor t) {
        int rows = t.shape().rank() == 0 ? 1 : t.shape().dim(0);
        int most = Math.max(1, NUMBERS / Math.max(1, t.shape().size() / Math.max(1, rows)));
        return Columns.of(rows <= most ? t : t.take(spaced(rows, most)));
    }

    /// So many of a tensor's rows.
    static Columns numbers(Tensor t, int most) {
        return Columns.of(t.take(spaced(t.shape().dim(0), most)));
    }

    private static int[] spaced(int rows, int most) {
        return IntStream.range(0, most).map(i -> (int) ((long) i * rows / most)).toArray();
    }
}
