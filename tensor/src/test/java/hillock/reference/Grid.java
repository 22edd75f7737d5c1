package hillock.reference;

import hillock.tensor.Shape;
import java.util.function.Consumer;
import java.util.function.ToDoubleFunction;

/// Doubles in a rectangular arrangement, row by row.
record Grid(int[] dims, double[] data) {
    static Grid zeros(int[] dims) {
        return new Grid(dims, new double[Shape.of(dims).size()]);
    }

    /// The grid whose element at each index is what the function says.
    static Grid of(int[] dims, ToDoubleFunction<int[]> value) {
        Grid grid = zeros(dims);
        int[] next = {0};
        grid.forEach(index -> grid.data[next[0]++] = value.applyAsDouble(index));
        return grid;
    }

    /// The element at an index, which is aligned at the last dimension; along a dimension of length 1 any index will
    /// do.
    double at(int... index) {
        return data[position(index)];
    }

    void add(double value, int... index) {
        data[position(index)] += value;
    }

    void put(double value, int... index) {
        data[position(index)] = value;
    }

    private int position(int... index) {
        int position = 0;
        int shift = index.length - dims.length;
        for (int d = 0; d < dims.length; d++) {
            position = position * dims[d] + (dims[d] == 1 ? 0 : index[d + shift]);
        }
        return position;
    }

    /// Every index in row-major order; the array is reused.
    void forEach(Consumer<int[]> action) {
        int[] index = new int[dims.length];
        for (int i = 0; i < data.length; i++) {
            action.accept(index);
            for (int d = dims.length - 1; d >= 0 && ++index[d] == dims[d]; d--) index[d] = 0;
        }
    }
}
