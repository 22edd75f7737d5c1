package hillock.io;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/// safetensors files written down by hand.
final class Bytes {
    private Bytes() {}

    /// A header with its length before it, and so many bytes of zeros as data.
    static byte[] safetensors(String header, int data) {
        return safetensors(header, new byte[data]);
    }

    static byte[] safetensors(String header, byte[] data) {
        byte[] json = header.getBytes(StandardCharsets.UTF_8);
        return ByteBuffer.allocate(8 + json.length + data.length)
                .order(ByteOrder.LITTLE_ENDIAN)
                .putLong(json.length)
                .put(json)
                .put(data)
                .array();
    }

    /// One tensor named `a`.
    static String tensor(String dtype, String shape, long begin, long end) {
        return "{\"a\":{\"dtype\":\"" + dtype + "\",\"shape\":" + shape + ",\"data_offsets\":[" + begin + "," + end
                + "]}}";
    }

    static Path file(Path folder, byte[] bytes) throws IOException {
        return Files.write(folder.resolve("a.safetensors"), bytes);
    }
}
