package hillock.data;

import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Examples to learn from: inputs `x` and targets `y`, one example per position of the first dimension.
///
/// ```java
/// Dataset points = new Dataset(Tensor.of(new double[][] {{0}, {1}, {2}}), Tensor.of(new double[][] {{1}, {3}, {5}}));
/// for (Dataset batch : points.shuffledBatches(2, Rng.of(7))) { … }
/// ```
public record Dataset(Tensor x, Tensor y) {
    public Dataset {
        if (x.shape().rank() == 0
                || y.shape().rank() == 0
                || x.shape().dim(0) != y.shape().dim(0)) {
            throw new IllegalArgumentException(
                    "x of shape " + x.shape() + " and y of shape " + y.shape() + " have not equally many rows");
        }
    }

    /// How many examples there are.
    public int rows() {
        return x.shape().dim(0);
    }

    /// The examples at these positions.
    public Dataset select(int... rows) {
        return new Dataset(x.take(rows), y.take(rows));
    }

    /// The examples in order, `size` at a time; the last batch may be shorter.
    public List<Dataset> batches(int size) {
        return batches(size, IntStream.range(0, rows()).toArray());
    }

    /// The examples in a random order, `size` at a time; the last batch may be shorter.
    public List<Dataset> shuffledBatches(int size, Rng rng) {
        return batches(size, rng.permutation(rows()));
    }

    private List<Dataset> batches(int size, int[] order) {
        return chunks(order, size).stream().map(this::select).toList();
    }

    /// An order of rows cut into pieces of `size`; the last may be shorter.
    public static List<int[]> chunks(int[] order, int size) {
        if (size < 1) throw new IllegalArgumentException("a batch needs at least one row, not " + size);
        return IntStream.range(0, (order.length + size - 1) / size)
                .mapToObj(b -> Arrays.copyOfRange(order, b * size, Math.min(order.length, (b + 1) * size)))
                .toList();
    }
}
