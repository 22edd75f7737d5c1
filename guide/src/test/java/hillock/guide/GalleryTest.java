package hillock.guide;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.nn.Activation;
import hillock.nn.Activations;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is committed in docs is what the catalogue's rows say today.
class GalleryTest {
    private static final Path ROOT = root();
    private static final Path DOCS = ROOT.resolve("docs");
    private static final Path FRESH = ROOT.resolve("guide/target/gallery");
    private static final String MEND =
            "look at guide/target/gallery, then take it over: cp -r guide/target/gallery/. docs";

    @BeforeAll
    static void writeGallery() throws IOException {
        Gallery.write(FRESH);
    }

    @ParameterizedTest
    @ValueSource(strings = {"activations.md", "activations.html", "activations.zh-CN.md", "activations.zh-CN.html"})
    void pagesSayWhatTheRowsSay(String page) throws IOException {
        assertThat(Files.readString(DOCS.resolve(page))).as(MEND).isEqualTo(Files.readString(FRESH.resolve(page)));
    }

    @Test
    void picturesShowTheRowsAndNoOthers() throws IOException {
        List<String> names =
                Activations.all().stream().map(a -> a.name() + ".svg").toList();
        try (Stream<Path> files = Files.list(DOCS.resolve("activations"))) {
            assertThat(files.map(f -> f.getFileName().toString())).as(MEND).containsExactlyInAnyOrderElementsOf(names);
        }
        for (Activation a : Activations.all()) {
            Path file = DOCS.resolve("activations").resolve(a.name() + ".svg");
            assertThat(Files.readString(file))
                    .as(file + ": " + MEND)
                    .contains("<!-- content " + Gallery.picture(a).content());
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/guide"))) folder = folder.getParent();
        return folder;
    }
}
