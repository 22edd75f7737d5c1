package hillock.tensor;

import hillock.tensor.Node.Leaf;
import java.util.Arrays;
import java.util.function.DoubleSupplier;

/// Tensors that are given, not computed.
final class Making {
    private static final Leaf CONSTANT = new Leaf(false);

    private Making() {}

    static Tensor leaf(Shape shape, float[] data) {
        if (shape.size() != data.length) {
            throw new IllegalArgumentException(
                    data.length + " numbers do not fill shape " + shape + ", which has " + shape.size());
        }
        return new Tensor(shape, data, CONSTANT);
    }

    static Tensor row(double[] values) {
        float[] data = new float[values.length];
        for (int i = 0; i < data.length; i++) data[i] = (float) values[i];
        return leaf(Shape.of(data.length), data);
    }

    static double[] doubles(float[] data) {
        double[] doubles = new double[data.length];
        for (int i = 0; i < data.length; i++) doubles[i] = data[i];
        return doubles;
    }

    /// The first dozen numbers.
    static String text(float[] data) {
        String numbers = Arrays.toString(data.length <= 12 ? data : Arrays.copyOf(data, 12));
        return data.length <= 12 ? numbers : numbers.replace("]", ", …]");
    }

    static Tensor matrix(double[][] rows) {
        int columns = rows.length == 0 ? 0 : rows[0].length;
        float[] data = new float[rows.length * columns];
        for (int i = 0; i < rows.length; i++) {
            if (rows[i].length != columns) {
                throw new IllegalArgumentException(
                        "row " + i + " has " + rows[i].length + " numbers, the first has " + columns);
            }
            for (int j = 0; j < columns; j++) data[i * columns + j] = (float) rows[i][j];
        }
        return leaf(Shape.of(rows.length, columns), data);
    }

    static Tensor full(double value, Shape shape) {
        float[] data = new float[shape.size()];
        Arrays.fill(data, (float) value);
        return leaf(shape, data);
    }

    static Tensor linspace(double first, double last, int count) {
        if (count < 1) throw new IllegalArgumentException("linspace needs a count of at least 1, not " + count);
        float[] data = new float[count];
        double step = count == 1 ? 0 : (last - first) / (count - 1);
        // Counted from the nearer end, so that both ends are exact.
        for (int i = 0; i < count; i++) {
            data[i] = (float) (i < count / 2 || count == 1 ? first + i * step : last - (count - 1 - i) * step);
        }
        return leaf(Shape.of(count), data);
    }

    static Tensor uniform(Rng rng, double low, double high, Shape shape) {
        // Rounded to a float, a number just below the upper bound would become the bound.
        double largest = low < high ? Math.max(low, Math.nextDown((float) high)) : low;
        return draw(() -> Math.min(rng.uniform(low, high), largest), shape);
    }

    static Tensor draw(DoubleSupplier source, Shape shape) {
        float[] data = new float[shape.size()];
        for (int i = 0; i < data.length; i++) data[i] = (float) source.getAsDouble();
        return leaf(shape, data);
    }
}
