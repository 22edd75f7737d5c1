package hillock.data;

import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Pictures of one size, pixel by pixel, as they stood in an IDX file: one byte for a pixel where the file has bytes.
///
/// ```java
/// Images digits = Table.read(Path.of("train-images-idx3-ubyte.gz")).columns().getFirst().images().orElseThrow();
/// float[] pixels = new float[digits.pixels()];   // 28 · 28
/// digits.copy(0, pixels, 0);                     // row after row of the first picture, 0 to 255
/// ```
public final class Images {
    private final List<Integer> shape;
    private final int pixels;
    private final PixelType type;
    private final ByteBuffer bytes;
    /// The place of each picture among all; null where these are all.
    private final int[] rows;

    private Images(List<Integer> shape, PixelType type, ByteBuffer bytes, int[] rows) {
        this.shape = shape;
        this.pixels = shape.stream().reduce(1, Math::multiplyExact);
        this.type = type;
        this.bytes = bytes;
        this.rows = rows;
    }

    /// @param bytes a multiple of the product of the shape, big-endian
    static Images of(List<Integer> shape, PixelType type, byte[] bytes) {
        return new Images(List.copyOf(shape), type, ByteBuffer.wrap(bytes), null);
    }

    Images pick(Selection selection) {
        return new Images(shape, type, bytes, rows == null ? selection.rows() : selection.of(rows));
    }

    /// How many there are.
    public int count() {
        return rows != null ? rows.length : bytes.capacity() / (pixels * type.size());
    }

    /// The place of a picture in its file, counted from 0.
    int place(int image) {
        return rows == null ? image : rows[image];
    }

    /// The numbers that a picture is made of: height and width, before them channels if there are any.
    public List<Integer> shape() {
        return shape;
    }

    /// Numbers in a picture, the product of its shape.
    public int pixels() {
        return pixels;
    }

    /// Copies the pixels of one picture, row after row, to `into[from]` and on.
    public void copy(int image, float[] into, int from) {
        int at = place(image) * pixels * type.size();
        for (int i = 0; i < pixels; i++, at += type.size()) into[from + i] = type.number(bytes, at);
    }

    /// `28 × 28`.
    public static String describe(List<Integer> shape) {
        return shape.stream().map(String::valueOf).collect(Collectors.joining(" × "));
    }

    /// The first picture with a pixel that is not finite.
    Optional<Integer> firstDamaged() {
        if (!type.mayBeInfinite()) return Optional.empty();
        float[] one = new float[pixels];
        for (int i = 0; i < count(); i++) {
            copy(i, one, 0);
            for (float v : one) if (!Float.isFinite(v)) return Optional.of(i);
        }
        return Optional.empty();
    }
}
