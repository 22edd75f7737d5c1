package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.tensor.Rng;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class IdxTest {
    private static final byte[] PIXELS = {0, 1, 2, 3, 4, 5, (byte) 255, 7, 8, 9, 10, 11};

    @TempDir
    Path dir;

    private Path write(String name, byte[] bytes) throws IOException {
        return Files.write(dir.resolve(name), bytes);
    }

    @ParameterizedTest
    @CsvSource({
        "train-images-idx3-ubyte, train-labels-idx1-ubyte",
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte.gz",
        "train-images-idx3-ubyte.gz, train-labels-idx1-ubyte",
        "train-images.idx3-ubyte, train-labels.idx1-ubyte.gz",
        "emnist-letters-test-images-idx3-ubyte, emnist-letters-test-labels-idx1-ubyte"
    })
    void picturesFindTheirLabels(String images, String labels) throws IOException {
        byte[] pictures = Packing.idx(PIXELS, 2, 2, 3);
        byte[] answers = Packing.idx(new byte[] {7, 0}, 2);
        write(labels, labels.endsWith(".gz") ? Packing.gzip(answers) : answers);
        Table table = Table.read(write(images, images.endsWith(".gz") ? Packing.gzip(pictures) : pictures));
        assertThat(CsvTest.show(table)).isEqualTo("image:0,1 label:7,0");
        assertThat(table.notes()).isEmpty();

        Images all = table.columns().getFirst().images().orElseThrow();
        assertThat(all.shape()).containsExactly(2, 3);
        assertThat(pixels(all, 1)).containsExactly(255, 7, 8, 9, 10, 11);
    }

    private static float[] pixels(Images images, int image) {
        float[] pixels = new float[images.pixels()];
        images.copy(image, pixels, 0);
        return pixels;
    }

    @Test
    void picturesCanBePicked() throws IOException {
        Table table = Table.read(write("a-images", Packing.idx(PIXELS, 3, 2, 2)));
        Table picked = table.select(new int[] {2, 1}).select(new int[] {1, 0, 0});
        assertThat(CsvTest.show(picked)).isEqualTo("image:1,2,2");
        Images images = picked.columns().getFirst().images().orElseThrow();
        assertThat(images.count()).isEqualTo(3);
        assertThat(pixels(images, 2)).containsExactly(8, 9, 10, 11);
        assertThat(picked.notes()).singleElement().asString().contains("there is no a-labels / a-labels.gz beside it");
    }

    @Test
    void everyTypeOfNumber() throws IOException {
        byte[] numbers = ByteBuffer.allocate(24)
                .putDouble(1.5)
                .putDouble(-2)
                .putDouble(3)
                .array();
        assertThat(first(0x0E, numbers, 3)).containsExactly(1.5f, -2, 3);
        assertThat(first(
                        0x0D, ByteBuffer.allocate(8).putFloat(0.5f).putFloat(-1).array(), 2))
                .containsExactly(0.5f, -1);
        assertThat(first(0x0C, ByteBuffer.allocate(4).putInt(-70_000).array(), 1))
                .containsExactly(-70_000);
        assertThat(first(
                        0x0B,
                        ByteBuffer.allocate(4)
                                .putShort((short) -3)
                                .putShort((short) 500)
                                .array(),
                        2))
                .containsExactly(-3, 500);
        assertThat(first(0x09, new byte[] {-1, 2}, 2)).containsExactly(-1, 2);
    }

    /// A single vector.
    private float[] first(int type, byte[] numbers, int length) throws IOException {
        Table table = Table.read(write("vectors", Packing.idx(type, numbers, 1, length)));
        assertThat(table.columns().getFirst().name()).isEqualTo("x");
        return pixels(table.columns().getFirst().images().orElseThrow(), 0);
    }

    @Test
    void aTestSetIsFoundWithItsLabels() throws IOException {
        Path train = write("train-images-idx3-ubyte.gz", new byte[] {1});
        assertThat(Idx.testBeside(train)).isEmpty();
        Path test = write("t10k-images-idx3-ubyte", new byte[] {1});
        assertThat(Idx.testBeside(train)).isEmpty();
        write("t10k-labels-idx1-ubyte.gz", new byte[] {1});
        assertThat(Idx.testBeside(train)).contains(test);
        assertThat(Idx.testBeside(test)).isEmpty();
    }

    @Test
    void saysWhatIsWrong() throws IOException {
        byte[] pictures = Packing.idx(PIXELS, 3, 2, 2);
        Path labels = write("train-labels-idx1-ubyte", Packing.idx(new byte[] {1, 2}, 2));
        Path images = write("train-images-idx3-ubyte", pictures);
        refuses(images, labels + " holds 2 labels for the 3 pictures in " + images);
        refuses(labels, "holds labels alone: name the file of the pictures, " + images + ".");
        write("train-labels-idx1-ubyte", pictures);
        refuses(images, labels + " holds 3 × 2 × 2 numbers: one label for each picture");
        write("train-labels-idx1-ubyte", new byte[] {'a'});
        refuses(images, labels + " is no IDX file");

        refuses(write("short", Packing.idx(new byte[] {1, 2}, 3, 2, 2)), "is damaged: it ends too early");
        refuses(write("short", new byte[] {0, 0, 8, 3, 0, 0}), "is damaged: it ends too early");
        refuses(write("long", Packing.idx(PIXELS, 2, 2, 2)), "is longer than its first bytes say (2 × 2 × 2 numbers)");
        refuses(write("none", Packing.idx(new byte[0], 0, 2, 2)), "a dimension in its first bytes is 0");
        refuses(
                write("huge", Packing.idx(PIXELS, 1 << 30, 1 << 30, 9)),
                "1073741824 × 1073741824 × 9 numbers, more than");
        byte[] nan = ByteBuffer.allocate(8).putFloat(1).putFloat(Float.NaN).array();
        refuses(write("nan", Packing.idx(0x0D, nan, 2, 1)), "holds NaN or an infinite number in picture 1");
    }

    private static void refuses(Path file, String message) {
        assertThatThrownBy(() -> Table.read(file))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(file.toString())
                .hasMessageContaining(message)
                .hasMessageEndingWith(".");
    }

    /// Any bytes give a table or a sentence.
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void fuzzed(long seed) throws IOException {
        Rng rng = Rng.of(seed);
        List<byte[]> seeds = List.of(
                Packing.idx(PIXELS, 3, 2, 2),
                Packing.idx(0x0D, PIXELS, 3, 1),
                Packing.gzip(Packing.idx(PIXELS, 3, 4)),
                Packing.gzip("a,b\n1,2\n"));
        for (int i = 0; i < 300; i++) {
            byte[] bytes = seeds.get(rng.nextInt(seeds.size())).clone();
            for (int j = rng.nextInt(4); j >= 0; j--) bytes[rng.nextInt(bytes.length)] = (byte) rng.nextInt(256);
            if (rng.nextInt(3) == 0) bytes = Arrays.copyOf(bytes, rng.nextInt(bytes.length + 1));
            Path file = write("some-images", bytes);
            try {
                Table table = Table.read(file);
                table.columns()
                        .forEach(c -> c.cells().forEach(cell -> assertThat(cell).isNotNull()));
            } catch (BadInput expected) {
                assertThat(expected).hasMessageContaining(file.toString());
            }
        }
    }
}
