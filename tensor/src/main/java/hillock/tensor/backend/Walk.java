package hillock.tensor.backend;

/// A walk over the rows (runs along the last dimension) of a strided array beside a contiguous one of the same shape.
public final class Walk {
    private final int[] dims;
    private final int[] strides;
    private final int offset;

    /// What is done with a row: where it begins in the contiguous array and in the strided one, how long it is, and how
    /// far apart its elements lie in the strided one.
    public interface Row {
        void accept(int contiguous, int strided, int length, int stride);
    }

    public Walk(int[] dims, int[] strides, int offset) {
        this.dims = dims.length == 0 ? new int[] {1} : dims;
        this.strides = dims.length == 0 ? new int[] {0} : strides;
        this.offset = offset;
    }

    public void forEachRow(Row action) {
        for (int d : dims) if (d == 0) return;
        int last = dims.length - 1;
        int[] index = new int[last];
        int at = offset;
        int contiguous = 0;
        while (true) {
            action.accept(contiguous, at, dims[last], strides[last]);
            contiguous += dims[last];
            int d = last - 1;
            while (d >= 0 && ++index[d] == dims[d]) {
                at -= (dims[d] - 1) * strides[d];
                index[d--] = 0;
            }
            if (d < 0) return;
            at += strides[d];
        }
    }

    /// Reads `x[offset + Σ index·stride]` for each index of `dims` into a contiguous array.
    public static void read(int[] dims, float[] x, int[] strides, int offset, float[] into) {
        new Walk(dims, strides, offset).forEachRow((row, at, length, stride) -> {
            for (int i = 0; i < length; i++) into[row + i] = x[at + i * stride];
        });
    }

    /// Writes a contiguous array of shape `dims` to `into[offset + Σ index·stride]`.
    public static void write(int[] dims, float[] x, float[] into, int[] strides, int offset) {
        new Walk(dims, strides, offset).forEachRow((row, at, length, stride) -> {
            for (int i = 0; i < length; i++) into[at + i * stride] = x[row + i];
        });
    }
}
