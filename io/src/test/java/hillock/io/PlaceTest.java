package hillock.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.tabular.Fitted;
import hillock.tabular.Task;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Where a model folder goes: whole, or not at all, and over nothing that is not a model.
class PlaceTest {
    private static Fitted old;
    private static Fitted fitted;

    @TempDir
    Path folder;

    @BeforeAll
    static void fit() {
        old = Models.fitted(Task.BINARY, Models.RECIPE);
        fitted = Models.fitted(Task.REGRESSION, Models.RECIPE);
    }

    @Test
    void missingDirectoriesAreMade() throws IOException {
        Path target = folder.resolve("a/b/made");
        ModelFolder.checkWritable(target);
        assertThat(folder).isEmptyDirectory();
        write(target);
        assertNew(target);
        assertThat(names(target.getParent())).containsExactly("made");
    }

    @Test
    void anEmptyDirectoryIsFilledAndStaysTheSame() throws IOException {
        Path target = Files.createDirectory(folder.resolve("made"));
        Object key = Files.readAttributes(target, java.nio.file.attribute.BasicFileAttributes.class)
                .fileKey();
        ModelFolder.checkWritable(target);
        assertThat(target).isEmptyDirectory();
        write(target);
        assertNew(target);
        assertThat(Files.readAttributes(target, java.nio.file.attribute.BasicFileAttributes.class)
                        .fileKey())
                .isEqualTo(key);
    }

    @Test
    void aModelIsReplacedAsAWhole() throws IOException {
        Path target = folder.resolve("made");
        ModelFolder.write(target, old.model(), Models.provenance(old), made -> put(made, "loss.png"));
        Files.writeString(target.resolve(".DS_Store"), "");
        ModelFolder.checkWritable(target);
        write(target);
        assertNew(target);
        assertThat(names(target)).doesNotContain("loss.png", ".DS_Store");
        assertThat(names(folder)).containsExactly("made");
    }

    @Test
    void aDamagedModelIsReplacedToo() throws IOException {
        Path target = folder.resolve("made");
        ModelFolder.write(target, old.model(), Models.provenance(old), _ -> {});
        Files.writeString(
                target.resolve("model.json"),
                Files.readString(target.resolve("model.json")).substring(0, 99));
        Files.delete(target.resolve("SHA256SUMS"));
        write(target);
        assertNew(target);
    }

    @Test
    void aLinkIsFollowed() throws IOException {
        Path target = folder.resolve("made");
        ModelFolder.write(target, old.model(), Models.provenance(old), _ -> {});
        Path link = Files.createSymbolicLink(folder.resolve("link"), target);
        write(link);
        assertThat(link).isSymbolicLink();
        assertNew(target);
    }

    @Test
    void aFileIsRefused() throws IOException {
        Path file = Files.writeString(folder.resolve("made"), "precious");
        refused(file, file + " is a file: name a folder to write the model to.");
        refused(file.resolve("in"), file + " is a file, so no folder can be made in it: name another folder.");
        assertThat(file).content().isEqualTo("precious");
    }

    @Test
    void aLinkToNothingIsRefused() throws IOException {
        Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("nowhere"));
        refused(link, link + " is a link that leads nowhere: remove it or name another folder.");
    }

    @Test
    void aDirectoryWithOtherThingsIsRefused() throws IOException {
        Path target = Files.createDirectory(folder.resolve("made"));
        put(target, "thesis.txt");
        refused(
                target,
                target
                        + " is a directory that holds other things (thesis.txt): name a folder that is empty or not there"
                        + " yet.");
        Files.writeString(target.resolve("model.json"), "{\"layers\": 3}"); // somebody else's
        refused(
                target,
                target + " is a directory that holds other things (model.json, …): name a folder that is empty or not"
                        + " there yet.");
    }

    @Test
    void whatTheUserPutBesideAModelIsNotLost() throws IOException {
        Path target = folder.resolve("made");
        ModelFolder.write(target, old.model(), Models.provenance(old), _ -> {});
        put(target, "answers.csv");
        refused(
                target,
                target + " holds a model, which would be replaced, and answers.csv, which Hillock did not write:"
                        + " move that away or name another folder.");
        assertThat(ModelFolder.read(target).provenance()).isEqualTo(Models.provenance(old));
    }

    @Test
    void whereNothingCanBeMadeIsRefused() {
        Path proc = Path.of("/proc/self");
        org.junit.jupiter.api.Assumptions.assumeTrue(Files.isDirectory(proc), "needs /proc, which nobody can write to");
        assertThatThrownBy(() -> ModelFolder.checkWritable(proc.resolve("made")))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith("/proc/self/made cannot be written: ");
    }

    /// Whatever goes wrong in the middle, what was there before is there after, and nothing else.
    @Test
    void aFailureLeavesNoTrace() throws IOException {
        Path there = folder.resolve("there");
        ModelFolder.write(there, old.model(), Models.provenance(old), _ -> {});
        for (Path target : new Path[] {there, folder.resolve("a/b/new")}) {
            assertThatThrownBy(() -> write(target, made -> {
                        throw new IllegalStateException("a bug in " + made);
                    }))
                    .isInstanceOf(IllegalStateException.class);
            assertThatThrownBy(() -> write(target, _ -> {
                        throw new UncheckedIOException(new IOException("No space left on device"));
                    }))
                    .isInstanceOf(BadInput.class)
                    .hasMessage(target + " cannot be written: the disk is full, make room or choose another place.");
            assertThatThrownBy(() -> write(target, made -> {
                        throw new BadInput(made.resolve("report.html") + " cannot be drawn.");
                    }))
                    .isInstanceOf(BadInput.class)
                    .hasMessage(target.resolve("report.html") + " cannot be drawn.");
        }
        assertThat(names(folder)).containsExactly("there");
        assertThat(ModelFolder.read(there).provenance()).isEqualTo(Models.provenance(old));
    }

    private void refused(Path target, String sentence) {
        assertThatThrownBy(() -> ModelFolder.checkWritable(target))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
        assertThatThrownBy(() -> write(target)).isInstanceOf(BadInput.class).hasMessage(sentence);
    }

    private static void write(Path target) {
        write(target, made -> put(made, "report.html"));
    }

    private static void write(Path target, Consumer<Path> extras) {
        ModelFolder.write(target, fitted.model(), Models.provenance(fitted), extras);
    }

    private static void assertNew(Path target) throws IOException {
        assertThat(names(target)).containsExactly("SHA256SUMS", "model.json", "report.html", "weights.safetensors");
        assertThat(ModelFolder.read(target).provenance()).isEqualTo(Models.provenance(fitted));
    }

    private static void put(Path directory, String name) {
        try {
            Files.writeString(directory.resolve(name), name);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static java.util.List<String> names(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }
}
