package hillock.tensor;

/// A stretch of memory of a [Plan]: `size` numbers from `offset` on in an array. The array is given from the start, or
/// assigned when it is known how long the numbers are needed, so that buffers can share it one after the other.
final class Buffer {
    final int size;
    float[] array;
    int offset;

    Buffer(int size) {
        this.size = size;
    }

    static Buffer of(float[] array, int offset, int size) {
        Buffer buffer = new Buffer(size);
        buffer.settle(array, offset);
        return buffer;
    }

    void settle(float[] place, int at) {
        array = place;
        offset = at;
    }

    boolean isSettled() {
        return array != null;
    }
}
