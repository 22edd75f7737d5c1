package hillock.tensor;

import java.util.Arrays;

/// A tensor's numbers within a buffer: element `index` stands at `offset + Σ index·stride`.
record View(Buffer buffer, int offset, int[] dims, int[] strides) {
    static View of(Buffer buffer, Shape shape) {
        return new View(buffer, 0, shape.dims(), shape.strides());
    }

    /// Whether the numbers lie one after the other, row by row.
    boolean isContiguous() {
        int step = 1;
        for (int d = dims.length - 1; d >= 0; d--) {
            if (dims[d] != 1 && strides[d] != step) return false;
            step *= dims[d];
        }
        return true;
    }

    /// Broadcast to a shape, without the dimensions of length 1.
    View broadcast(Shape shape) {
        int[] wide = shape.dims();
        int shift = wide.length - dims.length;
        int[] steps = new int[wide.length];
        for (int d = 0; d < dims.length; d++) steps[d + shift] = dims[d] == 1 ? 0 : strides[d];
        int[] keptDims = new int[wide.length];
        int[] keptSteps = new int[wide.length];
        int kept = 0;
        for (int d = 0; d < wide.length; d++) {
            if (wide[d] == 1) continue;
            keptDims[kept] = wide[d];
            keptSteps[kept++] = steps[d];
        }
        return new View(buffer, offset, Arrays.copyOf(keptDims, kept), Arrays.copyOf(keptSteps, kept));
    }

    /// Whether it is the same stretch of memory, read the same way.
    boolean sameAs(View other) {
        return buffer == other.buffer
                && offset == other.offset
                && Arrays.equals(dims, other.dims)
                && Arrays.equals(strides, other.strides);
    }

    /// The two strides with which this view is read as `rows` of `columns`, or null if there are no such two.
    int[] matrixStrides(int rows, int columns) {
        int d = dims.length;
        int[] result = new int[2];
        int[] lengths = {rows, columns};
        for (int part = 1; part >= 0; part--) {
            int covered = 1;
            while (covered < lengths[part]) {
                if (--d < 0) return null;
                if (covered == 1) result[part] = strides[d];
                else if (strides[d] != result[part] * covered) return null;
                covered *= dims[d];
            }
            if (covered != lengths[part]) return null;
        }
        return d == 0 ? result : null;
    }
}
