package hillock.tensor.backend;

import hillock.expr.kernel.Simd;
import java.util.Arrays;
import jdk.incubator.vector.DoubleVector;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorShape;
import jdk.incubator.vector.VectorSpecies;

/// [Columns] in vectors of the machine's preferred length, or of the one that was asked for:
/// several vectors side by side while there are so many columns, then one, then single columns.
final class VectorColumns {
    private static final int BITS = Simd.bits() != 0 ? Simd.bits() : FloatVector.SPECIES_PREFERRED.vectorBitSize();

    private static final VectorSpecies<Float> FLOATS = VectorSpecies.of(float.class, VectorShape.forBitSize(BITS));
    private static final VectorSpecies<Double> DOUBLES = VectorSpecies.of(double.class, VectorShape.forBitSize(BITS));

    /// As many floats as a vector holds doubles.
    private static final VectorSpecies<Float> HALF = VectorSpecies.of(float.class, VectorShape.forBitSize(BITS / 2));

    private static final int F = FLOATS.length();
    private static final int D = DOUBLES.length();

    /// Rows that are worked on at a time where they are long, so that memory is read in a few streams.
    private static final int STREAMS = 8;

    private VectorColumns() {}

    static void add(float[] x, int from, int stride, int rows, int columns, double[] sums, int at) {
        int step = columns <= 4 * F ? rows : STREAMS;
        for (int r = 0; r < rows; r += step) {
            int n = Math.min(step, rows - r);
            int start = from + r * stride;
            int c = 0;
            for (; c <= columns - 4 * D; c += 4 * D) addFour(x, start + c, stride, n, sums, at + c);
            for (; c <= columns - D; c += D) addOne(x, start + c, stride, n, sums, at + c);
            if (c < columns) ScalarColumns.add(x, start + c, stride, n, columns - c, sums, at + c);
        }
    }

    private static DoubleVector doubles(float[] x, int at) {
        return (DoubleVector) FloatVector.fromArray(HALF, x, at).convertShape(VectorOperators.F2D, DOUBLES, 0);
    }

    private static void addFour(float[] x, int from, int stride, int rows, double[] sums, int at) {
        DoubleVector s0 = DoubleVector.fromArray(DOUBLES, sums, at);
        DoubleVector s1 = DoubleVector.fromArray(DOUBLES, sums, at + D);
        DoubleVector s2 = DoubleVector.fromArray(DOUBLES, sums, at + 2 * D);
        DoubleVector s3 = DoubleVector.fromArray(DOUBLES, sums, at + 3 * D);
        for (int r = 0; r < rows; r++) {
            int row = from + r * stride;
            s0 = s0.add(doubles(x, row));
            s1 = s1.add(doubles(x, row + D));
            s2 = s2.add(doubles(x, row + 2 * D));
            s3 = s3.add(doubles(x, row + 3 * D));
        }
        s0.intoArray(sums, at);
        s1.intoArray(sums, at + D);
        s2.intoArray(sums, at + 2 * D);
        s3.intoArray(sums, at + 3 * D);
    }

    private static void addOne(float[] x, int from, int stride, int rows, double[] sums, int at) {
        DoubleVector s = DoubleVector.fromArray(DOUBLES, sums, at);
        for (int r = 0; r < rows; r++) s = s.add(doubles(x, from + r * stride));
        s.intoArray(sums, at);
    }

    static void max(float[] x, int from, int stride, int rows, int columns, float[] into, int at) {
        int step = columns <= 4 * F ? rows : STREAMS;
        for (int r = 0; r < rows; r += step) {
            int n = Math.min(step, rows - r);
            int start = from + r * stride;
            int c = 0;
            for (; c <= columns - 2 * F; c += 2 * F) maxTwo(x, start + c, stride, n, into, at + c);
            for (; c <= columns - F; c += F) maxOne(x, start + c, stride, n, into, at + c);
            if (c < columns) ScalarColumns.max(x, start + c, stride, n, columns - c, into, at + c);
        }
    }

    private static void maxTwo(float[] x, int from, int stride, int rows, float[] into, int at) {
        FloatVector m0 = FloatVector.fromArray(FLOATS, into, at);
        FloatVector m1 = FloatVector.fromArray(FLOATS, into, at + F);
        for (int r = 0; r < rows; r++) {
            int row = from + r * stride;
            m0 = m0.max(FloatVector.fromArray(FLOATS, x, row));
            m1 = m1.max(FloatVector.fromArray(FLOATS, x, row + F));
        }
        m0.intoArray(into, at);
        m1.intoArray(into, at + F);
    }

    private static void maxOne(float[] x, int from, int stride, int rows, float[] into, int at) {
        FloatVector m = FloatVector.fromArray(FLOATS, into, at);
        for (int r = 0; r < rows; r++) m = m.max(FloatVector.fromArray(FLOATS, x, from + r * stride));
        m.intoArray(into, at);
    }

    static float max(float[] x, int from, int count) {
        if (count < F) return ScalarColumns.max(x, from, count);
        FloatVector m0 = FloatVector.fromArray(FLOATS, x, from);
        // The last vector overlaps others: that changes no maximum.
        FloatVector m1 = FloatVector.fromArray(FLOATS, x, from + count - F);
        FloatVector m2 = m0;
        FloatVector m3 = m1;
        int i = F;
        for (; i <= count - 4 * F; i += 4 * F) {
            m0 = m0.max(FloatVector.fromArray(FLOATS, x, from + i));
            m1 = m1.max(FloatVector.fromArray(FLOATS, x, from + i + F));
            m2 = m2.max(FloatVector.fromArray(FLOATS, x, from + i + 2 * F));
            m3 = m3.max(FloatVector.fromArray(FLOATS, x, from + i + 3 * F));
        }
        for (; i <= count - F; i += F) m0 = m0.max(FloatVector.fromArray(FLOATS, x, from + i));
        return m0.max(m1).max(m2.max(m3)).reduceLanes(VectorOperators.MAX);
    }

    /// The folded sums of a matrix of [Columns#LANES] columns without gaps between the rows.
    ///
    /// @param lanes to work with
    static double sum(float[] x, int from, int rows, double[] lanes) {
        if (4 * D != Columns.LANES) {
            Arrays.fill(lanes, 0);
            add(x, from, Columns.LANES, rows, Columns.LANES, lanes, 0);
            fold(lanes, Columns.LANES);
            return lanes[0];
        }
        DoubleVector s0 = DoubleVector.zero(DOUBLES);
        DoubleVector s1 = s0;
        DoubleVector s2 = s0;
        DoubleVector s3 = s0;
        int end = from + rows * Columns.LANES;
        for (int i = from; i < end; i += Columns.LANES) {
            s0 = s0.add(doubles(x, i));
            s1 = s1.add(doubles(x, i + D));
            s2 = s2.add(doubles(x, i + 2 * D));
            s3 = s3.add(doubles(x, i + 3 * D));
        }
        s0.add(s2).add(s1.add(s3)).intoArray(lanes, 0);
        return ((lanes[0] + lanes[4]) + (lanes[2] + lanes[6])) + ((lanes[1] + lanes[5]) + (lanes[3] + lanes[7]));
    }

    /// As [#sum], of `x[from + i] · y[at + i]`.
    static double sumOfProducts(float[] x, int from, float[] y, int at, int rows, double[] lanes) {
        for (int c = 0; c < Columns.LANES; c += 4 * D) {
            DoubleVector s0 = DoubleVector.zero(DOUBLES);
            DoubleVector s1 = s0;
            DoubleVector s2 = s0;
            DoubleVector s3 = s0;
            for (int i = c; i < rows * Columns.LANES; i += Columns.LANES) {
                s0 = s0.add(product(x, from + i, y, at + i));
                s1 = s1.add(product(x, from + i + D, y, at + i + D));
                s2 = s2.add(product(x, from + i + 2 * D, y, at + i + 2 * D));
                s3 = s3.add(product(x, from + i + 3 * D, y, at + i + 3 * D));
            }
            s0.intoArray(lanes, c);
            s1.intoArray(lanes, c + D);
            s2.intoArray(lanes, c + 2 * D);
            s3.intoArray(lanes, c + 3 * D);
        }
        fold(lanes, Columns.LANES);
        return lanes[0];
    }

    /// Rounded to floats.
    private static DoubleVector product(float[] x, int from, float[] y, int at) {
        FloatVector product = FloatVector.fromArray(HALF, x, from).mul(FloatVector.fromArray(HALF, y, at));
        return (DoubleVector) product.convertShape(VectorOperators.F2D, DOUBLES, 0);
    }

    static void fold(double[] lanes, int count) {
        int half = count / 2;
        for (; half >= D; half /= 2) {
            for (int i = 0; i < half; i += D) {
                DoubleVector upper = DoubleVector.fromArray(DOUBLES, lanes, half + i);
                DoubleVector.fromArray(DOUBLES, lanes, i).add(upper).intoArray(lanes, i);
            }
        }
        ScalarColumns.fold(lanes, 2 * half);
    }
}
