package hillock.tensor;

import java.util.Arrays;

/// The lengths of a tensor's dimensions, outermost first: `[2, 3]` is two rows of three. A single number has shape
/// `[]`.
public final class Shape {
    /// The shape of a single number.
    public static final Shape SCALAR = new Shape(new int[0]);

    private final int[] dims;
    private final int size;

    private Shape(int[] dims) {
        this.dims = dims;
        long product = 1;
        for (int d : dims) {
            if (d < 0) throw new IllegalArgumentException("a dimension cannot be negative: " + Arrays.toString(dims));
            product = Math.multiplyExact(product, (long) d);
            if (product > Integer.MAX_VALUE) {
                throw new IllegalArgumentException(Arrays.toString(dims) + " has more than 2^31 - 1 elements");
            }
        }
        this.size = (int) product;
    }

    public static Shape of(int... dims) {
        return dims.length == 0 ? SCALAR : new Shape(dims.clone());
    }

    /// How many dimensions there are.
    public int rank() {
        return dims.length;
    }

    /// The length of a dimension; negative numbers count from the last one, -1.
    public int dim(int axis) {
        return dims[axis(axis)];
    }

    /// How many elements there are: the product of all dimensions.
    public int size() {
        return size;
    }

    public int[] dims() {
        return dims.clone();
    }

    /// A dimension's number from 0 up, given that number or one counted from the last, -1.
    public int axis(int axis) {
        int normal = axis < 0 ? axis + dims.length : axis;
        if (normal < 0 || normal >= dims.length) {
            throw new IllegalArgumentException("there is no dimension " + axis + " in shape " + this);
        }
        return normal;
    }

    /// How far apart neighbours along each dimension lie in a contiguous array.
    public int[] strides() {
        int[] strides = new int[dims.length];
        int step = 1;
        for (int d = dims.length - 1; d >= 0; d--) {
            strides[d] = step;
            step *= dims[d];
        }
        return strides;
    }

    /// This shape with one dimension changed.
    public Shape with(int axis, int length) {
        int[] changed = dims.clone();
        changed[axis(axis)] = length;
        return new Shape(changed);
    }

    /// This shape with the axes taken out, or with length 1 there if `keepDims`.
    Shape reduced(int[] axes, boolean keepDims) {
        boolean[] gone = new boolean[dims.length];
        for (int a : axes) gone[axis(a)] = true;
        int[] kept = new int[dims.length];
        int n = 0;
        for (int d = 0; d < dims.length; d++) {
            if (!gone[d]) kept[n++] = dims[d];
            else if (keepDims) kept[n++] = 1;
        }
        return new Shape(Arrays.copyOf(kept, n));
    }

    /// The shape that both broadcast to: aligned at the last dimension, a length of 1 or a missing dimension stretches.
    ///
    /// @throws IllegalArgumentException if two lengths differ and neither is 1
    public Shape broadcast(Shape other) {
        if (equals(other)) return this;
        int rank = Math.max(rank(), other.rank());
        int[] result = new int[rank];
        for (int back = 1; back <= rank; back++) {
            int a = back <= rank() ? dims[rank() - back] : 1;
            int b = back <= other.rank() ? other.dims[other.rank() - back] : 1;
            if (a != b && a != 1 && b != 1) {
                throw new IllegalArgumentException(
                        "shapes " + this + " and " + other + " do not broadcast: " + a + " against " + b);
            }
            result[rank - back] = a == 1 ? b : a;
        }
        return new Shape(result);
    }

    /// Whether there is a shape that both broadcast to.
    boolean broadcasts(Shape other) {
        for (int back = 1; back <= Math.min(rank(), other.rank()); back++) {
            int a = dims[rank() - back];
            int b = other.dims[other.rank() - back];
            if (a != b && a != 1 && b != 1) return false;
        }
        return true;
    }

    /// The strides with which a tensor of this shape is read when it is broadcast to `target`.
    int[] stridesFor(Shape target) {
        int[] own = strides();
        int[] result = new int[target.rank()];
        int shift = target.rank() - rank();
        for (int d = 0; d < rank(); d++) result[d + shift] = dims[d] == 1 ? 0 : own[d];
        return result;
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Shape s && Arrays.equals(dims, s.dims);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(dims);
    }

    @Override
    public String toString() {
        return Arrays.toString(dims);
    }
}
