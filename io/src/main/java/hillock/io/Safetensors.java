package hillock.io;

import hillock.data.WholeFile;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Path;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// Named tensors in a file, in the format of PyTorch's neighbours
/// [safetensors](https://huggingface.co/docs/safetensors): data alone, nothing that could run.
///
/// | bytes | what |
/// |---|---|
/// | 8 | the header's length, little-endian |
/// | header | JSON: `{"0.weight":{"dtype":"F32","shape":[64,4],"data_offsets":[0,1024]},…}` |
/// | the rest | the numbers of each tensor, little-endian, row by row, without holes |
///
/// ```java
/// Safetensors.write(Path.of("net.safetensors"), Parameters.snapshot(net), Map.of("format", "pt"));
/// Parameters.restore(net, Safetensors.read(Path.of("net.safetensors")).tensors());
/// ```
///
/// F32 is written. F64, F16, BF16, integers and booleans are read, too, as the nearest float.
///
/// @param tensors in the order of the header
/// @param metadata texts about them, the header's `__metadata__`
public record Safetensors(SequencedMap<String, Tensor> tensors, Map<String, String> metadata) {
    static final String METADATA = "__metadata__";

    private static final int CHUNK = 1 << 16;

    public Safetensors {
        tensors = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(tensors));
        metadata = Collections.unmodifiableMap(new TreeMap<>(metadata));
    }

    /// Reads a whole file.
    ///
    /// @throws hillock.data.BadInput with one sentence if there is no such file, or if it breaks a rule of the
    ///     format
    public static Safetensors read(Path path) {
        return SafetensorsReader.read(path);
    }

    /// Writes a file whole or not at all, see [WholeFile]. The same tensors and texts give the same bytes: texts are
    /// sorted by name.
    ///
    /// @throws hillock.data.BadInput if the place cannot be written
    public static void write(Path path, SequencedMap<String, Tensor> tensors, Map<String, String> metadata) {
        byte[] header = header(tensors, metadata);
        WholeFile.write(path, out -> write(out, header, tensors));
    }

    static void write(OutputStream out, SequencedMap<String, Tensor> tensors, Map<String, String> metadata)
            throws IOException {
        write(out, header(tensors, metadata), tensors);
    }

    private static void write(OutputStream out, byte[] header, SequencedMap<String, Tensor> tensors)
            throws IOException {
        ByteBuffer length = ByteBuffer.allocate(Long.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        out.write(length.putLong(header.length).array());
        out.write(header);
        byte[] bytes = new byte[CHUNK];
        ByteBuffer chunk = ByteBuffer.wrap(bytes).order(ByteOrder.LITTLE_ENDIAN);
        for (Tensor tensor : tensors.values()) {
            for (float x : tensor.toArray()) {
                if (!chunk.hasRemaining()) {
                    out.write(bytes);
                    chunk.clear();
                }
                chunk.putFloat(x);
            }
        }
        out.write(bytes, 0, chunk.position());
    }

    /// The header, filled up with blanks so that the numbers begin at a multiple of 8.
    private static byte[] header(SequencedMap<String, Tensor> tensors, Map<String, String> metadata) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        if (!metadata.isEmpty()) {
            ObjectNode texts = root.putObject(METADATA);
            new TreeMap<>(metadata).forEach(texts::put);
        }
        long offset = 0;
        for (Map.Entry<String, Tensor> named : tensors.entrySet()) {
            if (named.getKey().equals(METADATA))
                throw new IllegalArgumentException("no tensor may be named " + METADATA);
            ObjectNode entry = root.putObject(named.getKey()).put("dtype", "F32");
            ArrayNode shape = entry.putArray("shape");
            for (int dim : named.getValue().shape().dims()) shape.add(dim);
            long end = offset + (long) Float.BYTES * named.getValue().shape().size();
            entry.putArray("data_offsets").add(offset).add(end);
            offset = end;
        }
        StringBuilder text = new StringBuilder(Json.compact(root));
        byte[] bytes = Json.utf8(text.toString());
        return bytes.length % 8 == 0
                ? bytes
                : Json.utf8(text.append(" ".repeat(8 - bytes.length % 8)).toString());
    }
}
