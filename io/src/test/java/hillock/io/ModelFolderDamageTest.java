package hillock.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.tabular.Fitted;
import hillock.tabular.Task;
import hillock.tensor.Tensor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// A folder that is not as it was written is refused in one sentence that says what is wrong with which file.
class ModelFolderDamageTest {
    @TempDir
    Path temporary;

    private Path folder;
    private Path json;
    private Path weights;
    private Path sums;

    @BeforeEach
    void write() {
        folder = temporary.resolve("made");
        json = folder.resolve("model.json");
        weights = folder.resolve("weights.safetensors");
        sums = folder.resolve("SHA256SUMS");
        Fitted fitted = Models.fitted(Task.BINARY, Models.RECIPE);
        ModelFolder.write(folder, fitted.model(), Models.provenance(fitted), _ -> {});
    }

    @Test
    void aFolderThatIsNone() throws IOException {
        refused(temporary.resolve("none"), "there is no folder " + temporary.resolve("none") + ": check its name.");
        refused(json, json + " is a file: name the folder that hillock fit has written.");
        refused(
                temporary,
                temporary + " is no model folder: it has no model.json; name one that hillock fit has written.");
        Files.writeString(json, "{\"name\": \"other\"}");
        refused(
                folder,
                folder + " is no model folder: its model.json has no field \"hillock_model\"; name one that hillock fit"
                        + " has written.");
    }

    @Test
    void aLaterFormatAsksForAnUpdate() throws IOException {
        Files.writeString(json, "{\"hillock_model\": 99, \"hillock_version\": \"7.1\", \"layers\": []}");
        refused(
                folder,
                folder + " was written by Hillock 7.1 in format 99, and this version reads formats up to 4: update"
                        + " Hillock.");
    }

    @Test
    void jsonThatIsCutOff() throws IOException {
        String text = Files.readString(json);
        for (int length = 0; length < text.length() - 2; length += 1 + text.length() / 50) {
            Files.writeString(json, text.substring(0, length));
            assertThatThrownBy(() -> ModelFolder.read(folder))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith(json + " is damaged: it ")
                    .hasMessageEndingWith("; restore the folder from a copy, or fit again.");
        }
    }

    /// Another value of a right type is an edit that only the checksum tells.
    @ParameterizedTest(name = "{0} → {1}: {2}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            "outputs": 1          | "outputs": "one"     | "architecture.outputs" must be a whole number from 1 up, but is "one"
            "outputs": 1          | "outputs": 1.5       | "architecture.outputs" must be a whole number from 1 up, but is "1.5"
            "outputs": 1          | "outputs": 2         | its target needs 1 outputs, but its network has 2
            "outputs": 1,         | ``                   | the field "architecture.outputs" is missing
            "hidden": [ 5, 3 ]    | "hidden": [ 5, "a" ] | "architecture.hidden[1]" must be a whole number from 1 up, but is "a"
            "hidden": [ 5, 3 ]    | "hidden": { }        | "architecture.hidden" must be a list, but is an object
            "task": "binary"      | "task": "guess"      | "target.task" must be one of regression, binary, multiclass, but is "guess"
            "task": "binary"      | "task": "regression" | the field "target.deviation" is missing
            "ja", "nein"          | "ja"                 | a binary target cannot have 1 classes
            "kind": "dates"       | "kind": "moon"       | column "wann" is of the unknown kind "moon"
            "order": "clear"      | "order": "odd"       | "inputs[1].order" must be one of clear, day_first, month_first, but is "odd"
            "parts": [ "days"     | "parts": [ "day"     | "inputs[1].parts[0]" must be one of days, time_of_year, day_of_week, time_of_day, but is "day"
            [ "days", "time_of_   | [ "time_of_          | "parts" of a date must begin with "days" and name none twice
            "missing": true       | "missing": 1         | "inputs[0].missing" must be true or false, but is "1"
            "missing": true       | "missing": false     | features, but its network has
            leaky_relu(           | swosh(               | see "architecture.activation": There is no activation "swosh"
            "he_uniform"          | "he"                 | see "recipe.init": There is no initialiser "he"
            "hillock_model": 4    | "hillock_model": 0   | "hillock_model" must be a whole number from 1 up, but is "0"
            "seed": 0             | "seed": 1            | model.json was changed after Hillock wrote it
            "column": "y"         | "column": "z"        | model.json was changed after Hillock wrote it
            """)
    void jsonThatWasEdited(String was, String is, String complaint) throws IOException {
        String text = Files.readString(json);
        assertThat(text).contains(was);
        Files.writeString(
                json,
                text.replaceFirst(java.util.regex.Pattern.quote(was), java.util.regex.Matcher.quoteReplacement(is)));
        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(complaint)
                .hasMessageEndingWith(".")
                .hasMessageNotContaining("\n");
    }

    @Test
    void sumsThatAreMissing() throws IOException {
        Files.delete(sums);
        refused(
                folder,
                folder
                        + " is damaged: it has no file SHA256SUMS with the checksum of model.json; restore the folder from a"
                        + " copy, or fit again.");
    }

    @Test
    void weightsThatAreMissingCutOffOrEdited() throws IOException {
        byte[] bytes = Files.readAllBytes(weights);
        Files.delete(weights);
        refused(
                folder,
                folder + " is damaged: it has no weights.safetensors; restore the folder from a copy, or fit again.");
        Files.write(weights, java.util.Arrays.copyOf(bytes, bytes.length - 1));
        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(weights + " is cut off: its tensors need ");
        bytes[bytes.length - 2] ^= 1;
        Files.write(weights, bytes);
        refused(
                folder,
                weights + " was changed after Hillock wrote it (its checksum is not the one in model.json): restore the"
                        + " folder from a copy, or fit again.");
    }

    @Test
    void weightsOfAnotherArchitecture() throws IOException {
        SequencedMap<String, Tensor> good = Safetensors.read(weights).tensors();
        Map<String, SequencedMap<String, Tensor>> bad = new LinkedHashMap<>();
        bad.put("weights are there, but", changed(good, "0.bias", "0.bias", Tensor.zeros(6)));
        bad.put("\"2.bias\" is missing", changed(good, "2.bias", "2.bais", good.get("2.bias")));
        bad.put(
                "\"4.weight\" has the shape [3, 1], but [1, 3] is needed",
                changed(good, "4.weight", "4.weight", good.get("4.weight").reshape(3, 1)));
        SequencedMap<String, Tensor> more = new LinkedHashMap<>(good);
        more.put("6.weight", Tensor.zeros(0));
        bad.put("\"6.weight\" is no weight of it", more);
        for (var entry : bad.entrySet()) {
            String before = Provenance.sha256(weights);
            Safetensors.write(weights, entry.getValue(), Map.of());
            Files.writeString(json, Files.readString(json).replace(before, Provenance.sha256(weights)));
            Sums.write(folder);
            assertThatThrownBy(() -> ModelFolder.read(folder))
                    .isInstanceOf(BadInput.class)
                    .hasMessageStartingWith(weights + " does not fit to the model's architecture: ")
                    .hasMessageContaining(entry.getKey());
        }
    }

    private static SequencedMap<String, Tensor> changed(
            SequencedMap<String, Tensor> all, String name, String newName, Tensor value) {
        SequencedMap<String, Tensor> copy = new LinkedHashMap<>(all);
        copy.remove(name);
        copy.put(newName, value);
        return copy;
    }

    private static void refused(Path folder, String sentence) {
        assertThatThrownBy(() -> ModelFolder.read(folder))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }
}
