package hillock.plot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class PngTest {
    @TempDir
    Path folder;

    private static Figure figure() {
        return Figure.of("", Panel.of("", "", "", Line.of("", new double[] {0, 1}, new double[] {0, 1})));
    }

    private static long count(BufferedImage image, int rgb) {
        return IntStream.range(0, image.getWidth() * image.getHeight())
                .filter(i -> (image.getRGB(i % image.getWidth(), i / image.getWidth()) & 0xffffff) == rgb)
                .count();
    }

    @Test
    void hasTwiceTheNominalSizeAndTheLineInItsColour() throws Exception {
        byte[] png = figure().withPanelSize(200, 150).toPng();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(image.getWidth()).isEqualTo(2 * (200 + 16));
        assertThat(image.getHeight()).isEqualTo(2 * (150 + 16));
        assertThat(count(image, 0x1f77b4)).isGreaterThan(300);
        assertThat(count(image, 0xffffff)).isGreaterThan(image.getWidth() * image.getHeight() / 2);
    }

    @Test
    void pointsLieOverTheirRegion() throws Exception {
        Region region =
                new Region(List.of("a", "b"), new Range(0, 1), new Range(0, 1), Grid.of(new double[][] {{0, 1}}));
        Points points = Points.of("a", new double[] {0.1, 0.1}, new double[] {0.5, 0.8});
        byte[] png = Figures.decisionRegions("", "", region, List.of(points), Labels.ENGLISH)
                .toPng();
        BufferedImage image = ImageIO.read(new ByteArrayInputStream(png));
        assertThat(count(image, region.colour(0))).isGreaterThan(10_000);
        assertThat(count(image, region.colour(1))).isGreaterThan(10_000);
        // Somewhat sheer, so the colour of a point is that of its class mixed with what is behind.
        int dot = Palette.mix(region.colour(0), Palette.colour(0), 215 / 255.0);
        assertThat(IntStream.rangeClosed(-2, 2)
                        .mapToLong(d -> count(image, dot + d))
                        .sum())
                .isGreaterThan(50);
    }

    @ParameterizedTest
    @MethodSource("hillock.plot.OddData#figures")
    void oddDataAreDrawn(Figure figure) throws Exception {
        assertThat(ImageIO.read(new ByteArrayInputStream(
                                figure.withPanelSize(150, 120).toPng()))
                        .getWidth())
                .isGreaterThan(300);
    }

    @Test
    void aFileIsThereInFullOrNotAtAll() throws Exception {
        Path file = folder.resolve("a.png");
        figure().writePng(file);
        figure().writePng(file);
        assertThat(Files.readAllBytes(file)).isEqualTo(figure().toPng());
        assertThatIOException().isThrownBy(() -> figure().writeSvg(folder)).withMessageContaining("is a directory");
        assertThatIOException()
                .isThrownBy(() -> figure().writeSvg(folder.resolve("no/such/folder.svg")))
                .withMessageContaining("there is no folder");
        try (Stream<Path> files = Files.list(folder)) {
            assertThat(files).containsExactly(file);
        }
    }
}
