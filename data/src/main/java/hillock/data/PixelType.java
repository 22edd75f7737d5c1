package hillock.data;

import java.nio.ByteBuffer;
import java.util.Optional;

/// How an IDX file writes a number; the code is the third byte of the file.
enum PixelType {
    UNSIGNED_BYTE(0x08, 1),
    BYTE(0x09, 1),
    SHORT(0x0B, 2),
    INT(0x0C, 4),
    FLOAT(0x0D, 4),
    DOUBLE(0x0E, 8);

    private final int code;
    private final int size;

    PixelType(int code, int size) {
        this.code = code;
        this.size = size;
    }

    static Optional<PixelType> of(int code) {
        for (PixelType type : values()) if (type.code == code) return Optional.of(type);
        return Optional.empty();
    }

    /// Bytes that a number takes.
    int size() {
        return size;
    }

    boolean mayBeInfinite() {
        return this == FLOAT || this == DOUBLE;
    }

    /// The number whose first byte is `at`.
    float number(ByteBuffer bytes, int at) {
        return switch (this) {
            case UNSIGNED_BYTE -> bytes.get(at) & 0xFF;
            case BYTE -> bytes.get(at);
            case SHORT -> bytes.getShort(at);
            case INT -> bytes.getInt(at);
            case FLOAT -> bytes.getFloat(at);
            case DOUBLE -> (float) bytes.getDouble(at);
        };
    }

    /// The same, written; whole numbers exactly.
    String text(ByteBuffer bytes, int at) {
        return switch (this) {
            case UNSIGNED_BYTE, BYTE, SHORT -> Integer.toString((int) number(bytes, at));
            case INT -> Integer.toString(bytes.getInt(at));
            case FLOAT -> Float.toString(bytes.getFloat(at));
            case DOUBLE -> Double.toString(bytes.getDouble(at));
        };
    }
}
