package hillock.reference;

import hillock.tensor.Tensor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Assumptions;
import tools.jackson.core.json.JsonReadFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Values that PyTorch computed, from `../shared/torch-golden` beside the repository (its README says how they are
/// named). Where the folder is absent, the test that asks is skipped.
///
/// ```java
/// Golden golden = Golden.open("softmax");
/// for (Golden.Case c : golden.cases()) {
///     Tensor x = golden.tensor(c.key("in.x"));
///     double[] expected = golden.values(c.key("out64.y"));
/// }
/// ```
public final class Golden {
    /// One call of an operation: the keys of its tensors are `in.` and each of `inputs`, `out64.` and each
    /// of `outputs`, `up.` and an output (the gradient that arrives there), `grad64.` and each of `grads`.
    public record Case(
            String group,
            String name,
            String op,
            JsonNode params,
            List<String> inputs,
            List<String> outputs,
            List<String> grads) {
        /// The full key of one of this case's tensors.
        public String key(String part) {
            return name + "/" + part;
        }

        @Override
        public String toString() {
            return name;
        }
    }

    /// Python writes an infinite number as `Infinity`.
    private static final JsonMapper JSON = JsonMapper.builder()
            .enable(JsonReadFeature.ALLOW_NON_NUMERIC_NUMBERS)
            .build();

    private final String group;
    private final JsonNode header;
    private final ByteBuffer data;

    private Golden(String group, JsonNode header, ByteBuffer data) {
        this.group = group;
        this.header = header;
        this.data = data;
    }

    /// The values of a group: `activations`, `softmax`, `tensorops`, `losses`, `layers`, `models`, `optimizers`.
    public static Golden open(String group) {
        ByteBuffer file =
                ByteBuffer.wrap(bytes(folder().resolve(group + ".safetensors"))).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) file.getLong()];
        file.get(header);
        return new Golden(
                group,
                JSON.readTree(new String(header, StandardCharsets.UTF_8)),
                file.slice().order(ByteOrder.LITTLE_ENDIAN));
    }

    /// A file of plain JSON beside them, such as `init.json`.
    public static JsonNode json(String file) {
        return JSON.readTree(new String(bytes(folder().resolve(file)), StandardCharsets.UTF_8));
    }

    /// `../shared/torch-golden`, seen from the repository's root or from one of its modules.
    public static Path folder() {
        Path here = Path.of("").toAbsolutePath();
        Optional<Path> found = Stream.iterate(here, Objects::nonNull, Path::getParent)
                .limit(3)
                .map(p -> p.resolve("shared/torch-golden"))
                .filter(Files::isDirectory)
                .findFirst();
        Assumptions.assumeTrue(
                found.isPresent(), "golden values are absent: no ../shared/torch-golden beside the repository");
        return found.orElseThrow();
    }

    /// The cases of this group, in the order of `index.json`.
    public List<Case> cases() {
        return StreamSupport.stream(json("index.json").get("cases").spliterator(), false)
                .filter(c -> c.get("group").asString().equals(group))
                .map(c -> new Case(
                        group,
                        c.get("case").asString(),
                        c.get("op").asString(),
                        c.get("params"),
                        strings(c.path("inputs")),
                        strings(c.path("outputs")),
                        strings(c.path("grads"))))
                .toList();
    }

    public boolean has(String key) {
        return header.has(key);
    }

    public int[] dims(String key) {
        return StreamSupport.stream(entry(key).get("shape").spliterator(), false)
                .mapToInt(JsonNode::asInt)
                .toArray();
    }

    /// The numbers of any type as doubles, row by row; a boolean is 0 or 1.
    public double[] values(String key) {
        String type = entry(key).get("dtype").asString();
        int from = entry(key).get("data_offsets").get(0).asInt();
        int width = switch (type) {
            case "BOOL" -> 1;
            case "F32" -> 4;
            case "F64", "I64" -> 8;
            default -> throw new IllegalArgumentException("no reader for the type " + type + " of " + key);
        };
        double[] values = new double[(entry(key).get("data_offsets").get(1).asInt() - from) / width];
        for (int i = 0; i < values.length; i++) {
            int at = from + i * width;
            values[i] = switch (type) {
                case "BOOL" -> data.get(at);
                case "F32" -> data.getFloat(at);
                case "F64" -> data.getDouble(at);
                default -> data.getLong(at);
            };
        }
        return values;
    }

    /// The same as a tensor.
    public Tensor tensor(String key) {
        return Tensor.of(values(key)).reshape(dims(key));
    }

    private JsonNode entry(String key) {
        if (!has(key)) throw new IllegalArgumentException("no " + key + " among the golden values of " + group);
        return header.get(key);
    }

    private static List<String> strings(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false)
                .map(JsonNode::asString)
                .toList();
    }

    private static byte[] bytes(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
