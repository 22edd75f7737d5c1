package hillock.tensor.backend;

/// A matrix of `rows` by `columns`, or several in a row, in an array of which it may be the transpose.
public record Matrix(float[] data, int start, int rows, int columns, boolean transposed) {
    /// Where element (0, 0) of the `i`-th matrix stands.
    int start(int i) {
        return start + i * rows * columns;
    }

    Matrix transpose() {
        return new Matrix(data, start, columns, rows, !transposed);
    }

    int rowStride() {
        return transposed ? 1 : columns;
    }

    int columnStride() {
        return transposed ? rows : 1;
    }
}
