package hillock.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.nn.Activation;
import hillock.tabular.Architecture;
import hillock.tabular.Coding;
import hillock.tabular.Descent;
import hillock.tabular.Fitted;
import hillock.tabular.Model;
import hillock.tabular.Recipe;
import hillock.tabular.Study;
import hillock.tabular.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ModelFolderTest {
    @TempDir
    Path folder;

    @ParameterizedTest
    @EnumSource
    void aModelAnswersTheSameAfterItWasWrittenAndRead(Task task) {
        comesBack(Models.fitted(task, Models.RECIPE));
    }

    @ParameterizedTest
    @EnumSource
    void soDoSeveralNetworksTogether(Task task) {
        Fitted fitted = Models.fitted(task, Models.TOGETHER);
        assertThat(fitted.model().architecture().describe()).startsWith("3 × ");
        comesBack(fitted);
    }

    @ParameterizedTest
    @EnumSource
    void meansOfManyLevelsComeBack(Task task) throws IOException {
        Fitted fitted = Study.of(Models.manyCodes(task), Study.Question.DEFAULT).fit(Models.RECIPE, _ -> {});
        assertThat(fitted.model().preparation().codings().getFirst()).isInstanceOf(Coding.Means.class);
        ModelFolder.write(folder.resolve("made"), fitted.model(), Models.provenance(fitted), _ -> {});
        Model read = ModelFolder.read(folder.resolve("made")).model();
        assertThat(read.preparation()).isEqualTo(fitted.model().preparation());
        Models.assertSameAnswers(read, fitted.model(), Models.manyCodes(task));

        Path json = folder.resolve("made/model.json");
        Files.writeString(json, Files.readString(json).replaceFirst("\"unknown\": \\[", "\"unknown\": [ 0.5, "));
        assertThatThrownBy(() -> ModelFolder.read(folder.resolve("made")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("column \"part\" must have ");
    }

    private void comesBack(Fitted fitted) {
        Path target = folder.resolve("made");
        Provenance provenance =
                Models.provenance(fitted).withTest(fitted.score(fitted.study().source()));
        ModelFolder.write(target, fitted.model(), provenance, _ -> {});

        Saved saved = ModelFolder.read(target);

        Model model = saved.model();
        assertThat(model.preparation()).isEqualTo(fitted.model().preparation());
        assertThat(model.target()).isEqualTo(fitted.model().target());
        assertThat(model.architecture()).isEqualTo(fitted.model().architecture());
        assertThat(saved.provenance()).isEqualTo(provenance);
        Models.assertSameAnswers(model, fitted.model(), fitted.study().source());
        Models.assertSameAnswers(
                model, fitted.model(), Models.table(model.target().task(), 99));
    }

    @Test
    void aLinearModelHasNoHiddenLayer() {
        Fitted fitted = Models.fitted(Task.REGRESSION, Models.RECIPE.hidden(List.of()));
        ModelFolder.write(folder.resolve("made"), fitted.model(), Models.provenance(fitted), _ -> {});
        Models.assertSameAnswers(
                ModelFolder.read(folder.resolve("made")).model(), fitted.model(), Models.table(Task.REGRESSION, 5));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsKnownOfTheAnswersComesBack(Task task) {
        Fitted fitted = Models.fitted(task, Models.RECIPE);
        ModelFolder.write(folder.resolve("made"), fitted.model(), Models.provenance(fitted), _ -> {});
        Model read = ModelFolder.read(folder.resolve("made")).model();
        assertThat(read.calibration()).isEqualTo(fitted.model().calibration());
        assertThat(read.target()).isEqualTo(fitted.model().target());
        assertThat(read.domain()).isEqualTo(fitted.model().domain());
        assertThat(read.domain().ranges()).isNotEmpty();
        if (task == Task.REGRESSION) assertThat(read.calibration().errors()).isNotEmpty();
        else assertThat(read.calibration().temperature()).isNotEqualTo(1);
    }

    @Test
    void aThresholdComesBack() {
        Model model = Models.fitted(Task.BINARY, Models.RECIPE).model().threshold(0.25);
        ModelFolder.write(
                folder.resolve("made"), model, Models.provenance(Models.fitted(Task.BINARY, Models.RECIPE)), _ -> {});
        Model read = ModelFolder.read(folder.resolve("made")).model();
        assertThat(read.calibration().decision().threshold()).isEqualTo(0.25);
        assertThat(read.calibration()).isEqualTo(model.calibration());
    }

    @Test
    void theWholeRecipeComesBack() {
        Recipe recipe = Models.RECIPE
                .optimizer(hillock.nn.Optimizer.parse("sgd(lr=0.1, momentum=0.9)"))
                .descent(Descent.OPEN
                        .loss("focal(gamma=1.5)")
                        .clipNorm(2)
                        .clipValue(0.5)
                        .averaging(0.9)
                        .schedule("linear(total_iters=2) then cosine")
                        .weightDecay(0.125))
                .seed(Long.MIN_VALUE);
        Fitted fitted = Models.fitted(Task.BINARY, recipe);
        ModelFolder.write(folder.resolve("made"), fitted.model(), Models.provenance(fitted), _ -> {});
        assertThat(ModelFolder.read(folder.resolve("made")).provenance().recipe())
                .isEqualTo(fitted.recipe());
    }

    @Test
    void theSameFitWritesTheSameBytes() throws IOException {
        for (String name : List.of("one", "two")) {
            Fitted fitted = Models.fitted(Task.MULTICLASS, Models.RECIPE);
            ModelFolder.write(folder.resolve(name), fitted.model(), Models.provenance(fitted), _ -> {});
        }
        assertThat(contents(folder.resolve("one"))).isEqualTo(contents(folder.resolve("two")));
    }

    @Test
    void weightsHaveTheNamesAndShapesOfPyTorch() {
        Fitted fitted = Models.fitted(Task.MULTICLASS, Models.RECIPE);
        ModelFolder.write(folder.resolve("made"), fitted.model(), Models.provenance(fitted), _ -> {});
        Safetensors weights = Safetensors.read(folder.resolve("made/weights.safetensors"));
        Map<String, String> shapes = new HashMap<>();
        weights.tensors().forEach((name, t) -> shapes.put(name, t.shape().toString()));
        int inputs = fitted.model().architecture().inputs();
        assertThat(shapes)
                .containsExactlyInAnyOrderEntriesOf(Map.of(
                        "0.weight", "[5, " + inputs + "]",
                        "0.bias", "[5]",
                        "2.weight", "[3, 5]",
                        "2.bias", "[3]",
                        "4.weight", "[3, 3]",
                        "4.bias", "[3]"));
        assertThat(weights.metadata()).containsEntry("format", "pt");
    }

    @Test
    void theSumsAreThoseOfEveryFile() throws IOException {
        Fitted fitted = Models.fitted(Task.BINARY, Models.RECIPE);
        ModelFolder.write(folder.resolve("made"), fitted.model(), Models.provenance(fitted), made -> {
            assertThat(made).isDirectoryContaining(p -> p.endsWith("model.json"));
            write(made.resolve("report.html"), "abc");
        });
        assertThat(folder.resolve("made/SHA256SUMS"))
                .content()
                .contains("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad  report.html\n")
                .contains("  model.json\n")
                .contains("  weights.safetensors\n")
                .hasLineCount(3);
        assertThat(Provenance.sha256(folder.resolve("made/report.html"))).startsWith("ba7816bf");
    }

    @Test
    void whatCouldNotBeReadAgainIsNotWritten() {
        Fitted fitted = Models.fitted(Task.REGRESSION, Models.RECIPE);
        Model model = fitted.model();
        Architecture shape = model.architecture();
        Activation mine = Activation.pointwise("mine", x -> x);
        assertThatThrownBy(() -> write(model, new Architecture(shape.inputs(), List.of(9), 1, shape.activation())))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("does not fit");
        assertThatThrownBy(() -> write(model, new Architecture(shape.inputs(), shape.hidden(), 1, mine)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("mine is not in the catalogue");
        assertThat(folder).isEmptyDirectory();
    }

    private void write(Model model, Architecture other) {
        Provenance provenance = Models.provenance(Models.fitted(Task.REGRESSION, Models.RECIPE));
        Model changed = new Model(model.preparation(), model.target(), other, model.network());
        ModelFolder.write(folder.resolve("made"), changed, provenance, _ -> {});
    }

    private static void write(Path file, String text) {
        try {
            Files.writeString(file, text);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    private static Map<String, String> contents(Path folder) throws IOException {
        Map<String, String> contents = new HashMap<>();
        try (var files = Files.list(folder)) {
            for (Path file : files.toList()) contents.put(file.getFileName().toString(), Provenance.sha256(file));
        }
        return contents;
    }
}
