package hillock.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetensorsTest {
    @TempDir
    Path folder;

    @Test
    void whatIsWrittenIsReadAgainBitForBit() {
        Path file = folder.resolve("a.safetensors");
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("0.weight", Tensor.normal(Rng.of(1), 200, 300)); // several chunks
        tensors.put("scalar", Tensor.scalar(3.5));
        tensors.put("empty", Tensor.zeros(0, 4));
        tensors.put("odd \"name\"\n中", Tensor.of(Double.NaN, -0.0, Double.POSITIVE_INFINITY, Float.MIN_VALUE));
        Safetensors.write(file, tensors, Map.of("format", "pt", "about", "ünï ✓"));

        Safetensors read = Safetensors.read(file);

        assertThat(read.metadata()).containsExactlyInAnyOrderEntriesOf(Map.of("format", "pt", "about", "ünï ✓"));
        assertThat(read.tensors().sequencedKeySet()).containsExactlyElementsOf(tensors.keySet());
        tensors.forEach((name, tensor) -> {
            Tensor again = read.tensors().get(name);
            assertThat(again.shape()).as(name).isEqualTo(tensor.shape());
            assertThat(bits(again)).as(name).isEqualTo(bits(tensor));
        });
    }

    @Test
    void theFormatIsThatOfTheSpecification() throws IOException {
        Path file = folder.resolve("a.safetensors");
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>();
        tensors.put("b", Tensor.of(1, -2));
        tensors.put("a", Tensor.scalar(0.5));
        Safetensors.write(file, tensors, Map.of("z", "1", "y", "2"));

        ByteBuffer bytes = ByteBuffer.wrap(Files.readAllBytes(file)).order(ByteOrder.LITTLE_ENDIAN);
        byte[] header = new byte[(int) bytes.getLong()];
        bytes.get(header);
        assertThat(header.length % 8).isZero();
        assertThat(new String(header, StandardCharsets.UTF_8).stripTrailing()).isEqualTo("""
                {"__metadata__":{"y":"2","z":"1"},\
                "b":{"dtype":"F32","shape":[2],"data_offsets":[0,8]},\
                "a":{"dtype":"F32","shape":[],"data_offsets":[8,12]}}""");
        assertThat(new float[] {bytes.getFloat(), bytes.getFloat(), bytes.getFloat()})
                .containsExactly(1, -2, 0.5f);
        assertThat(bytes.hasRemaining()).isFalse();
    }

    @Test
    void noTensorMayHaveTheNameOfTheMetadata() {
        SequencedMap<String, Tensor> tensors = new LinkedHashMap<>(Map.of("__metadata__", Tensor.scalar(1)));
        assertThatThrownBy(() -> Safetensors.write(folder.resolve("a"), tensors, Map.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("__metadata__");
        assertThat(folder).isEmptyDirectory();
    }

    /// Little-endian bytes and the number that they mean.
    @ParameterizedTest(name = "{0} {1} is {2}")
    @CsvSource(textBlock = """
            F64,  000000000000f83f, 1.5
            F64,  9a9999999999b93f, 0.1
            F64,  000000000000f07f, Infinity
            F64,  ffffffffffffef7f, Infinity
            F32,  0000c0bf,         -1.5
            F16,  003e,             1.5
            F16,  0100,             5.9604645E-8
            F16,  00fc,             -Infinity
            F16,  007e,             NaN
            BF16, c03f,             1.5
            BF16, 80ff,             -Infinity
            I64,  ffffffffffffffff, -1
            I64,  0100000000000020, 2305843009213693952
            I32,  00000080,         -2147483648
            I16,  feff,             -2
            I8,   80,               -128
            U64,  ffffffffffffffff, 18446744073709551616
            U64,  0000000000000080, 9223372036854775808
            U32,  ffffffff,         4294967296
            U16,  ffff,             65535
            U8,   ff,               255
            BOOL, 01,               1
            BOOL, 00,               0
            """)
    void everyKindOfNumberBecomesTheNearestFloat(String dtype, String hex, float expected) throws IOException {
        byte[] data = HexFormat.of().parseHex(hex);
        byte[] bytes = Bytes.safetensors(Bytes.tensor(dtype, "[1]", 0, data.length), data);
        Tensor tensor = Safetensors.read(Bytes.file(folder, bytes)).tensors().get("a");
        assertThat(Float.toString(tensor.item())).isEqualTo(Float.toString(expected)); // NaN is NaN here
    }

    @Test
    void tensorsMayLieInAnotherOrderThanTheirNames() throws IOException {
        String header = """
                {"a":{"dtype":"U8","shape":[1],"data_offsets":[2,3]},"b":{"dtype":"U8","shape":[2],"data_offsets":[0,2]}}
                """;
        SequencedMap<String, Tensor> read = Safetensors.read(
                        Bytes.file(folder, Bytes.safetensors(header, new byte[] {1, 2, 3})))
                .tensors();
        assertThat(read.sequencedKeySet()).containsExactly("a", "b");
        assertThat(read.get("a").item()).isEqualTo(3);
        assertThat(read.get("b").toArray()).containsExactly(1, 2);
    }

    @Test
    void noFileAndNoPlaceAreOneSentence() {
        assertThatThrownBy(() -> Safetensors.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("directory");
        assertThatThrownBy(() -> Safetensors.read(folder.resolve("none")))
                .isInstanceOf(BadInput.class)
                .hasMessage("there is no file " + folder.resolve("none") + ": check its name.");
        assertThatThrownBy(() -> Safetensors.write(folder.resolve("none/a"), new LinkedHashMap<>(), Map.of()))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("no directory");
    }

    private static int[] bits(Tensor tensor) {
        float[] values = tensor.toArray();
        int[] bits = new int[values.length];
        for (int i = 0; i < bits.length; i++) bits[i] = Float.floatToRawIntBits(values[i]);
        return bits;
    }
}
