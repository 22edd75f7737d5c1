package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures in IDX files, from the file to the answers.
class ImagesTest {
    private static final int SIDE = 6;

    @TempDir
    private static Path dir;

    /// A bright bar on a dark noisy ground, upright (1) or lying (0).
    private static void write(String set, int count, int seed) throws IOException {
        Random random = new Random(seed);
        ByteBuffer pixels = ByteBuffer.allocate(count * SIDE * SIDE);
        ByteBuffer answers = ByteBuffer.allocate(count);
        for (int i = 0; i < count; i++) {
            boolean upright = random.nextBoolean();
            int bar = random.nextInt(SIDE);
            for (int p = 0; p < SIDE * SIDE; p++)
                pixels.put((byte) ((upright ? p % SIDE : p / SIDE) == bar ? 250 : random.nextInt(40)));
            answers.put((byte) (upright ? 1 : 0));
        }
        Files.write(dir.resolve(set + "-images-idx3-ubyte"), idx(pixels, 3, count, SIDE, SIDE));
        Files.write(dir.resolve(set + "-labels-idx1-ubyte"), idx(answers, 1, count));
    }

    private static byte[] idx(ByteBuffer numbers, int... dimensionsAndSizes) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * dimensionsAndSizes.length + numbers.capacity());
        bytes.put(new byte[] {0, 0, 8, (byte) dimensionsAndSizes[0]});
        for (int i = 1; i < dimensionsAndSizes.length; i++) bytes.putInt(dimensionsAndSizes[i]);
        return bytes.put(numbers.clear()).array();
    }

    private static Run fitted;

    @BeforeAll
    static void fitOnce() throws IOException {
        write("train", 400, 1);
        write("t10k", 100, 2);
        String images = dir.resolve("train-images-idx3-ubyte").toString();
        fitted = Run.of(
                "fit", images, "--epochs", "60", "--out", dir.resolve("m").toString());
        assertThat(fitted.code()).as(fitted.err()).isEqualTo(Main.OK);
    }

    @Test
    void picturesAreOneInputAndTheTestSetBesideThemIsScored() {
        assertThat(fitted.out())
                .contains("400 rows, 2 columns", "image  36 pixels (6 × 6)", "Test: 100 rows of", "t10k-images")
                .contains("on 100 test rows")
                .contains("The network is worth it");
    }

    @Test
    void aSavedModelAnswersOtherPictures() {
        Run run = Run.of(
                "predict",
                dir.resolve("m").toString(),
                dir.resolve("t10k-images-idx3-ubyte").toString());
        assertThat(run.err()).startsWith("The true answers of 100 rows are known (column \"label\"): accuracy ");
        assertThat(run.out()).startsWith("image,label,label predicted\n0,").contains("\n99,");
    }

    @Test
    void picturesOfAnotherSizeAreRefused() throws IOException {
        Path other = Files.write(dir.resolve("o-images"), idx(ByteBuffer.allocate(2), 3, 1, 1, 2));
        Run run = Run.of("predict", dir.resolve("m").toString(), other.toString());
        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("holds pictures of 1 × 2 pixels, but the model learnt from 6 × 6");
        Path table = Files.writeString(dir.resolve("t.csv"), "image,label\n0,1\n");
        assertThat(Run.of("predict", dir.resolve("m").toString(), table.toString())
                        .err())
                .contains("holds text where the model learnt from pictures of 6 × 6 pixels");
    }

    @Test
    void withoutLabelsThereIsNothingToLearn() throws IOException {
        Path alone = Files.write(dir.resolve("o-images"), idx(ByteBuffer.allocate(18), 3, 9, 1, 2));
        Run run = Run.of("fit", alone.toString(), "--out", dir.resolve("none").toString());
        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.err()).contains("holds pictures, which are no target", "put the labels beside");
    }
}
