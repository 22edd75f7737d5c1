package hillock.expr.kernel;

import java.util.Arrays;

/// An input of a kernel: an array, and for each dimension of the result how far apart neighbours lie in it. A stride of
/// 0 repeats the same number along that dimension: broadcasting.
public final class Operand {
    private final float[] data;
    private final int[] strides;

    public Operand(float[] data, int[] strides) {
        this.data = data;
        this.strides = strides;
    }

    /// Copies what belongs to the result's elements `from` to `from + length - 1`, in row-major order over `dims`.
    void read(int[] dims, int from, int length, float[] into) {
        int last = dims.length - 1;
        if (dims.length == 1) {
            readRun(from * strides[0], strides[0], into, 0, length);
            return;
        }
        int[] index = new int[dims.length];
        int offset = locate(dims, from, index);
        for (int done = 0; done < length; ) {
            int run = Math.min(length - done, dims[last] - index[last]);
            readRun(offset, strides[last], into, done, run);
            done += run;
            offset = advance(dims, index, offset, run);
        }
    }

    /// Unravels a flat position of the result into an index per dimension; returns the offset in this operand.
    private int locate(int[] dims, int position, int[] index) {
        int offset = 0;
        int rest = position;
        for (int d = dims.length - 1; d >= 0; d--) {
            index[d] = rest % dims[d];
            rest /= dims[d];
            offset += index[d] * strides[d];
        }
        return offset;
    }

    /// Moves on by `run` along the last dimension, carrying over into the ones before it.
    private int advance(int[] dims, int[] index, int offset, int run) {
        int d = dims.length - 1;
        index[d] += run;
        int moved = offset + run * strides[d];
        while (d > 0 && index[d] == dims[d]) {
            moved -= dims[d] * strides[d];
            index[d] = 0;
            d--;
            index[d]++;
            moved += strides[d];
        }
        return moved;
    }

    private void readRun(int offset, int stride, float[] into, int at, int count) {
        switch (stride) {
            case 0 -> Arrays.fill(into, at, at + count, data[offset]);
            case 1 -> System.arraycopy(data, offset, into, at, count);
            default -> {
                for (int i = 0; i < count; i++) into[at + i] = data[offset + i * stride];
            }
        }
    }
}
