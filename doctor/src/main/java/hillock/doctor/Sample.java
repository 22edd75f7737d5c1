package hillock.doctor;

import hillock.data.Dataset;
import java.util.stream.IntStream;

/// Rows that stand for all: evenly spaced, so that nothing is drawn.
final class Sample {
    /// Rows of a probe.
    static final int ROWS = 512;

    /// Rows of the looks between the first and the last.
    static final int FEWER = 256;

    private Sample() {}

    static Dataset of(Dataset data, int most) {
        if (data.rows() <= most) return data;
        return data.select(IntStream.range(0, most)
                .map(i -> (int) ((long) i * data.rows() / most))
                .toArray());
    }
}
