package hillock.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import hillock.data.BadInput;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import java.util.SequencedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;

/// A file that breaks a rule is refused in one sentence; nothing else ever comes out of bytes.
class SafetensorsDamageTest {
    @TempDir
    Path folder;

    static Stream<Arguments> broken() {
        String two = "{\"a\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[0,2]},"
                + "\"b\":{\"dtype\":\"U8\",\"shape\":[2],\"data_offsets\":[%s]}}";
        return Stream.of(
                arguments("has 0 bytes", new byte[0]),
                arguments("has 7 bytes", new byte[7]),
                arguments("18446744073709551615 bytes", new byte[] {-1, -1, -1, -1, -1, -1, -1, -1, '{', '}'}),
                arguments("should have 3 bytes, but only 2", new byte[] {3, 0, 0, 0, 0, 0, 0, 0, '{', '}'}),
                arguments("JSON that ends too early", Bytes.safetensors("{\"a\":{", 0)),
                arguments("not valid JSON (line 1, column", Bytes.safetensors("{\"a\":[}", 0)),
                arguments("not valid JSON", Bytes.safetensors("{} x", 0)),
                arguments("not an object in braces", Bytes.safetensors("[1,2]", 0)),
                arguments("its header is empty.", Bytes.safetensors("   ", 0)),
                arguments("not valid JSON", Bytes.safetensors("[".repeat(5000), 0)),
                arguments("names \"a\" twice", Bytes.safetensors("{\"a\":1,\"a\":2}", 0)),
                arguments("__metadata__ is not an object", Bytes.safetensors("{\"__metadata__\":1}", 0)),
                arguments("__metadata__ \"k\" must be a text", Bytes.safetensors("{\"__metadata__\":{\"k\":1}}", 0)),
                arguments("tensor \"a\" is not described", Bytes.safetensors("{\"a\":1}", 0)),
                arguments("has no dtype", Bytes.safetensors("{\"a\":{}}", 0)),
                arguments("has no shape", Bytes.safetensors("{\"a\":{\"dtype\":\"F32\"}}", 0)),
                arguments("has no data_offsets", Bytes.safetensors("{\"a\":{\"dtype\":\"F32\",\"shape\":[]}}", 4)),
                arguments("dtype \"F7\", which", Bytes.safetensors(Bytes.tensor("F7", "[1]", 0, 4), 4)),
                arguments("not made of whole numbers", Bytes.safetensors(Bytes.tensor("F32", "[-1,-1]", 0, 4), 4)),
                arguments("not made of whole numbers", Bytes.safetensors(Bytes.tensor("F32", "[1.5]", 0, 4), 4)),
                arguments("not made of whole numbers", Bytes.safetensors(Bytes.tensor("F32", "[\"1\"]", 0, 4), 4)),
                arguments("is larger than", Bytes.safetensors(Bytes.tensor("F32", "[1099511627776]", 0, 4), 4)),
                arguments("is larger than", Bytes.safetensors(Bytes.tensor("U8", "[99999,99999]", 0, 4), 4)),
                arguments(
                        "is larger than", Bytes.safetensors(Bytes.tensor("U8", "[1" + "0".repeat(300) + "]", 0, 4), 4)),
                arguments("4 bytes of data, but its shape", Bytes.safetensors(Bytes.tensor("F32", "[2]", 0, 4), 4)),
                arguments("has no data_offsets", Bytes.safetensors(Bytes.tensor("F32", "[1]", -4, 0), 4)),
                arguments("end (0) before they begin (4)", Bytes.safetensors(Bytes.tensor("F32", "[1]", 4, 0), 4)),
                arguments("cut off: its tensors need 4", Bytes.safetensors(Bytes.tensor("F32", "[1]", 0, 4), 3)),
                arguments("4 bytes at its end", Bytes.safetensors(Bytes.tensor("F32", "[1]", 0, 4), 8)),
                arguments("inside those of another", Bytes.safetensors(two.formatted("1,3"), 3)),
                arguments("after a hole (expected 2)", Bytes.safetensors(two.formatted("3,5"), 5)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("broken")
    void aBrokenRuleIsNamed(String what, byte[] bytes) throws IOException {
        Path file = Bytes.file(folder, bytes);
        assertThatThrownBy(() -> Safetensors.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(file.toString())
                .hasMessageContaining(what)
                .hasMessageEndingWith(".")
                .hasMessageNotContainingAny("\n", "Exception", "jackson");
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void anyBytesGiveAResultOrOneSentence(long seed) throws IOException {
        Random random = new Random(seed);
        Path good = folder.resolve("good");
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("0.weight", Tensor.of(new float[] {1, 2, 3, 4, 5, 6}, 2, 3));
        tensors.put("0.bias", Tensor.of(7, 8));
        Safetensors.write(good, tensors, Map.of("format", "pt"));
        byte[] original = Files.readAllBytes(good);
        int refused = 0;
        for (int i = 0; i < 500; i++) {
            byte[] bytes = mutated(original, random);
            try {
                Safetensors.read(Bytes.file(folder, bytes));
            } catch (BadInput e) {
                refused++;
                assertThat(e.getMessage()).endsWith(".").doesNotContain("\n");
            } catch (RuntimeException e) {
                throw new AssertionError(
                        "seed " + seed + ", round " + i + ": " + new String(bytes, StandardCharsets.ISO_8859_1), e);
            }
        }
        assertThat(refused).as("seed %d", seed).isBetween(150, 499);
    }

    /// A few bytes changed, swapped for those of JSON, cut off or added.
    private static byte[] mutated(byte[] original, Random random) {
        byte[] bytes = original.clone();
        for (int changes = random.nextInt(4); changes >= 0; changes--) {
            int at = random.nextInt(bytes.length);
            switch (random.nextInt(4)) {
                case 0 -> bytes[at] = (byte) random.nextInt(256);
                case 1 -> bytes[at] = (byte) "{}[]\",:0129-.eE \\u".charAt(random.nextInt(18));
                case 2 -> bytes[at] ^= (byte) (1 << random.nextInt(8));
                default -> bytes = java.util.Arrays.copyOf(bytes, random.nextInt(5) == 0 ? at + 1 : bytes.length);
            }
        }
        return bytes;
    }

    @Test
    void filesOfOthersAreReadOrRefused() throws IOException {
        Path all = Shared.file("torch-golden/safetensors-io");
        try (Stream<Path> files = Files.list(all)) {
            for (Path file :
                    files.filter(f -> f.toString().endsWith(".safetensors")).toList()) {
                if (file.getFileName().toString().startsWith("bad_"))
                    assertThatThrownBy(() -> Safetensors.read(file))
                            .as("%s", file)
                            .isInstanceOf(BadInput.class);
                else assertThat(Safetensors.read(file)).as("%s", file).isNotNull();
            }
        }
        Safetensors dtypes = Safetensors.read(all.resolve("dtypes.safetensors"));
        JsonNode expected = new ObjectMapper().readTree(Files.readString(all.resolve("dtypes.expected.json")));
        for (String name : expected.propertyNames()) {
            Tensor tensor = dtypes.tensors().get(name.replace(" as float", ""));
            float[] values = tensor.toArray();
            int i = 0;
            for (JsonNode row : expected.get(name))
                for (JsonNode x : row) assertThat(values[i++]).as(name).isEqualTo((float) x.doubleValue());
            assertThat(i).as(name).isEqualTo(values.length);
        }
    }
}
