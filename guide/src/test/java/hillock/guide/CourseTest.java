package hillock.guide;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What is committed in docs/guide is what the pages measure and draw today.
class CourseTest {
    private static final Path ROOT = root();
    private static final Path DOCS = ROOT.resolve("docs/guide");
    private static final Path FRESH = ROOT.resolve("guide/target/course");
    private static final Path SOURCES = ROOT.resolve("guide/src/main/java/hillock/guide");
    private static final String MEND =
            "look at guide/target/course, then take it over:" + " cp -r guide/target/course/. docs/guide";

    private static final Pattern FENCE = Pattern.compile("```java\n(.*?)```", Pattern.DOTALL);
    private static final Pattern PICTURE = Pattern.compile("!\\[[^]]+]\\(([^)]+)\\)");
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)]+)\\)");

    @BeforeAll
    static void writeCourse() throws IOException {
        MeasuredCourse.COURSE.write(DOCS, FRESH);
    }

    @ParameterizedTest
    @EnumSource
    void textHasPresentResults(Language language) throws IOException {
        String file = Course.readme(language);
        assertThat(Files.readString(DOCS.resolve(file))).as(MEND).isEqualTo(Files.readString(FRESH.resolve(file)));
    }

    @ParameterizedTest
    @EnumSource
    void picturesShowPresentResults(Language language) throws IOException {
        for (Picture picture : drawn(language)) {
            Path file = DOCS.resolve(Course.pictures(language)).resolve(picture.name() + ".svg");
            assertThat(file).as(MEND).exists();
            assertThat(Files.readString(file)).as(file + ": " + MEND).contains("<!-- content " + picture.content());
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPictureIsInTheTextAndNoOther(Language language) throws IOException {
        List<String> shown = PICTURE.matcher(Files.readString(DOCS.resolve(Course.readme(language))))
                .results()
                .map(m -> m.group(1))
                .toList();
        assertThat(shown)
                .containsExactlyInAnyOrderElementsOf(drawn(language).stream()
                        .map(p -> Course.pictures(language) + "/" + p.name() + ".svg")
                        .toList());
        try (Stream<Path> files = Files.list(DOCS.resolve(Course.pictures(language)))) {
            assertThat(files)
                    .hasSize(shown.size())
                    .allSatisfy(f -> assertThat(Files.size(f)).isLessThan(100_000));
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyPageIsInTheText(Language language) throws IOException {
        String text = Files.readString(DOCS.resolve(Course.readme(language)));
        for (Page page : MeasuredCourse.COURSE.pages()) {
            assertThat(text).contains("<!-- measured " + page.getClass().getSimpleName() + " -->");
        }
    }

    @ParameterizedTest
    @EnumSource
    void everyExcerptOccursInAPage(Language language) throws IOException {
        String sources;
        try (Stream<Path> files = Files.list(SOURCES)) {
            sources = files.map(CourseTest::read).collect(Collectors.joining("\n"));
        }
        assertThat(FENCE.matcher(read(DOCS.resolve(Course.readme(language))))
                        .results()
                        .map(m -> m.group(1)))
                .hasSizeGreaterThanOrEqualTo(12)
                .allSatisfy(excerpt -> assertThat(sources).contains(excerpt));
    }

    @ParameterizedTest
    @EnumSource
    void everyLinkLeadsSomewhere(Language language) {
        assertThat(LINK.matcher(read(DOCS.resolve(Course.readme(language)))).results())
                .isNotEmpty()
                .allSatisfy(m -> assertThat(DOCS.resolve(m.group(1))).exists());
    }

    @Test
    void chinesePicturesHaveTheTutorialsTitles() throws IOException {
        for (String name : List.of("Sigmoid", "Tanh", "ReLU")) {
            assertThat(drawn(Language.CHINESE))
                    .anySatisfy(p -> assertThat(p.svg()).contains(name + " 函数值", name + " 导数值"));
        }
    }

    private static List<Picture> drawn(Language language) {
        return MeasuredCourse.COURSE.pages().stream()
                .flatMap(p -> p.pictures(language).stream())
                .toList();
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// The repository: the folder with docs/guide, here or above.
    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(folder.resolve("docs/guide"))) folder = folder.getParent();
        return folder;
    }
}
