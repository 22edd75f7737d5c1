package hillock.tensor;

import hillock.tensor.Node.Gather;
import hillock.tensor.Node.ScatterAdd;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Reading and adding at positions that are themselves data.
final class Indexing {
    private Indexing() {}

    static Tensor gather(Tensor x, int axis, Tensor index) {
        int a = x.shape().axis(axis);
        checkFits(x.shape(), index.shape(), a, "gather from");
        checkRange(index, x.shape().dim(a));
        return Forward.compute(new Gather(x, index.detach(), a), index.shape());
    }

    static Tensor take(Tensor x, int[] positions) {
        int rows = x.shape().dim(0);
        for (int p : positions) {
            if (p < 0 || p >= rows) throw new IllegalArgumentException("there is no row " + p + " in " + x.shape());
        }
        Shape shape = x.shape().with(0, positions.length);
        if (x.isTracked() || Recording.isRunning()) return gather(x, 0, repeated(positions, shape));
        float[] result = new float[shape.size()];
        takeRows(x, positions, 0, shape, result);
        return Making.leaf(shape, result);
    }

    /// The rows of x at the positions from `positions[from]` on, as many as the shape has, one after the other.
    static void takeRows(Tensor x, int[] positions, int from, Shape shape, float[] into) {
        int count = shape.dim(0);
        int length = count == 0 ? 0 : shape.size() / count;
        float[] data = x.data();
        for (int i = 0; i < count; i++) {
            System.arraycopy(data, positions[from + i] * length, into, i * length, length);
        }
    }

    private static Tensor repeated(int[] positions, Shape shape) {
        float[] column = new float[positions.length];
        for (int i = 0; i < column.length; i++) column[i] = positions[i];
        int[] dims = new int[shape.rank()];
        Arrays.fill(dims, 1);
        dims[0] = positions.length;
        return Making.leaf(Shape.of(dims), column).expand(shape.dims());
    }

    static Tensor scatterAdd(Tensor x, int axis, Tensor index, int length) {
        int a = x.shape().axis(axis);
        if (!x.shape().equals(index.shape())) {
            throw new IllegalArgumentException(
                    "scatterAdd of " + x.shape() + " needs an index of that shape, not " + index.shape());
        }
        checkRange(index, length);
        return Forward.compute(
                new ScatterAdd(x, index.detach(), a, length), x.shape().with(a, length));
    }

    static float[] gatherNumbers(Gather g) {
        float[] result = new float[g.index().shape().size()];
        float[] data = g.x().data();
        int[] at = positions(g.index(), g.x().shape(), g.axis());
        for (int i = 0; i < result.length; i++) result[i] = data[at[i]];
        return result;
    }

    static float[] scatterNumbers(ScatterAdd s, Shape shape) {
        float[] result = new float[shape.size()];
        float[] data = s.x().data();
        int[] at = positions(s.index(), shape, s.axis());
        for (int i = 0; i < data.length; i++) result[at[i]] += data[i];
        return result;
    }

    /// `into[i][j] = x[i][index[i][j]]`, where a row of x has `length` numbers and one of the index `columns`.
    static void gatherColumns(
            float[] x, int xAt, int length, float[] index, int indexAt, int rows, int columns, float[] into, int at) {
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int place = i * columns + j;
                into[at + place] = x[xAt + i * length + position(index[indexAt + place], length)];
            }
        }
    }

    /// `into[i][index[i][j]] += x[i][j]`, from zeros, where a row of the result has `length` numbers.
    static void scatterColumns(
            float[] x, int xAt, int length, float[] index, int indexAt, int rows, int columns, float[] into, int at) {
        Arrays.fill(into, at, at + rows * length, 0);
        for (int i = 0; i < rows; i++) {
            for (int j = 0; j < columns; j++) {
                int place = i * columns + j;
                into[at + i * length + position(index[indexAt + place], length)] += x[xAt + place];
            }
        }
    }

    /// For each element of the index, its flat position in a tensor of that shape.
    private static int[] positions(Tensor index, Shape shape, int axis) {
        int[] dims = index.shape().dims();
        int[] strides = shape.strides();
        int[] counter = new int[dims.length];
        float[] values = index.data();
        int[] at = new int[values.length];
        for (int i = 0; i < at.length; i++) {
            int position = 0;
            for (int d = 0; d < dims.length; d++) {
                position += (d == axis ? (int) values[i] : counter[d]) * strides[d];
            }
            at[i] = position;
            for (int d = dims.length - 1; d >= 0 && ++counter[d] == dims[d]; d--) counter[d] = 0;
        }
        return at;
    }

    private static void checkFits(Shape x, Shape index, int axis, String what) {
        boolean fits = x.rank() == index.rank()
                && IntStream.range(0, x.rank()).allMatch(d -> d == axis || index.dim(d) <= x.dim(d));
        if (!fits) {
            throw new IllegalArgumentException(
                    "cannot " + what + " shape " + x + " along dimension " + axis + " with an index of shape " + index);
        }
    }

    private static void checkRange(Tensor index, int length) {
        for (float i : index.data()) position(i, length);
    }

    private static int position(float i, int length) {
        if (!(i >= 0 && i < length && i == (int) i)) {
            throw new IllegalArgumentException("index " + i + " is not a whole number from 0 to " + (length - 1));
        }
        return (int) i;
    }
}
