package hillock.io;

import hillock.data.BadInput;
import hillock.io.SafetensorsHeader.Entry;
import hillock.tensor.Tensor;
import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// Reads a safetensors file: nothing is allocated on the word of the file before the file's own size bears it out.
final class SafetensorsReader {
    /// As the reference implementation has it.
    private static final int LONGEST_HEADER = 100_000_000;

    private static final int CHUNK = 1 << 16;

    private SafetensorsReader() {}

    static Safetensors read(Path path) {
        if (Files.isDirectory(path)) throw new BadInput(path + " is a directory: name a safetensors file.");
        if (Files.notExists(path)) throw new BadInput("there is no file " + path + ": check its name.");
        try (FileChannel file = FileChannel.open(path)) {
            return read(file, path.toString());
        } catch (IOException e) {
            throw new BadInput(path + " cannot be read: " + BadInput.reason(e) + ".", e);
        }
    }

    private static Safetensors read(FileChannel file, String name) throws IOException {
        long bytes = file.size();
        if (bytes < Long.BYTES)
            throw new BadInput(name + " is no safetensors file: it has " + bytes
                    + " bytes, not even the 8 that such a file begins with.");
        long length = exactly(file, 0, Long.BYTES).getLong();
        long rest = bytes - Long.BYTES;
        if (length < 0 || length > rest)
            throw new BadInput(name + " is cut off or no safetensors file: its header should have "
                    + Long.toUnsignedString(length) + " bytes, but only " + rest + " are there.");
        if (length > LONGEST_HEADER)
            throw new BadInput(name + " is no safetensors file: its header should have " + length
                    + " bytes, more than the " + LONGEST_HEADER + " that are allowed.");
        byte[] json = new byte[(int) length];
        exactly(file, Long.BYTES, json.length).get(json);
        SafetensorsHeader header = SafetensorsHeader.of(json, rest - length, name);
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        for (Entry entry : header.entries()) tensors.put(entry.name(), tensor(file, Long.BYTES + length, entry));
        return new Safetensors(tensors, header.metadata());
    }

    private static Tensor tensor(FileChannel file, long data, Entry entry) throws IOException {
        float[] values = new float[entry.size()];
        int atOnce = CHUNK / entry.dtype().bytes();
        for (int done = 0; done < values.length; ) {
            int count = Math.min(atOnce, values.length - done);
            long at = data + entry.begin() + (long) done * entry.dtype().bytes();
            entry.dtype().read(exactly(file, at, count * entry.dtype().bytes()), values, done, count);
            done += count;
        }
        return Tensor.of(values, entry.dims());
    }

    private static ByteBuffer exactly(FileChannel file, long at, int count) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(count).order(ByteOrder.LITTLE_ENDIAN);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, at + bytes.position()) < 0)
                throw new EOFException("it became shorter while it was read");
        }
        return bytes.flip();
    }
}
