package hillock.io;

import java.nio.ByteBuffer;

/// The kinds of number that a safetensors file may hold, and how each is read as a 32-bit float: to the nearest, ties
/// to even. BF16 is the upper half of a float.
enum Dtype {
    F64(8, b -> (float) b.getDouble()),
    F32(4, ByteBuffer::getFloat),
    F16(2, b -> Float.float16ToFloat(b.getShort())),
    BF16(2, b -> Float.intBitsToFloat(b.getShort() << 16)),
    I64(8, b -> (float) b.getLong()),
    I32(4, b -> (float) b.getInt()),
    I16(2, ByteBuffer::getShort),
    I8(1, ByteBuffer::get),
    U64(8, b -> unsigned(b.getLong())),
    U32(4, b -> (float) Integer.toUnsignedLong(b.getInt())),
    U16(2, ByteBuffer::getChar),
    U8(1, b -> (float) Byte.toUnsignedInt(b.get())),
    BOOL(1, b -> b.get() == 0 ? 0 : 1);

    private final int bytes;
    private final Next next;

    private interface Next {
        float read(ByteBuffer from);
    }

    Dtype(int bytes, Next next) {
        this.bytes = bytes;
        this.next = next;
    }

    /// Bytes of one number.
    int bytes() {
        return bytes;
    }

    /// Reads `count` numbers into `to`, from position `at` on.
    void read(ByteBuffer from, float[] to, int at, int count) {
        for (int i = 0; i < count; i++) to[at + i] = next.read(from);
    }

    /// The lowest bit stays in place as a sticky one, so that halving does not round before the conversion does.
    private static float unsigned(long bits) {
        return bits >= 0 ? (float) bits : (float) (bits >>> 1 | (bits & 1)) * 2;
    }
}
