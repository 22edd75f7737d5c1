package hillock.io;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.BadInput;
import hillock.tabular.Fitted;
import hillock.tabular.Task;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.core.JsonPointer;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.ObjectMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/// Every value of a model's JSON in turn is taken out and replaced by others, with checksums to
/// match: the folder is read, or refused in one sentence.
class ModelJsonFuzzTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> VALUES =
            List.of("null", "-1", "2147483647", "1e999", "\"x(\"", "[]", "[1,\"a\"]", "{\"a\":{}}");

    @TempDir
    Path temporary;

    @ParameterizedTest
    @EnumSource(names = {"REGRESSION", "MULTICLASS"})
    void anyValueAnywhereGivesAModelOrOneSentence(Task task) throws IOException {
        Path folder = temporary.resolve("made");
        Fitted fitted = Models.fitted(task, Models.RECIPE);
        Provenance provenance =
                Models.provenance(fitted).withTest(fitted.score(fitted.study().source()));
        ModelFolder.write(folder, fitted.model(), provenance, _ -> {});
        JsonNode good = JSON.readTree(Files.readString(folder.resolve("model.json")));
        for (JsonPointer at : places(good)) {
            JsonNode without = good.deepCopy();
            set(without, at, null);
            Optional<String> complaint = complaint(folder, without);
            if (isRequired(at)) assertThat(complaint).as("without %s", at).isPresent();
            for (String value : VALUES) {
                JsonNode changed = good.deepCopy();
                set(changed, at, JSON.readTree(value));
                complaint(folder, changed);
            }
        }
        assertThat(complaint(folder, good)).isEmpty();
    }

    private static Optional<String> complaint(Path folder, JsonNode json) throws IOException {
        Files.writeString(folder.resolve("model.json"), json.toString());
        Sums.write(folder);
        try {
            ModelFolder.read(folder);
            return Optional.empty();
        } catch (BadInput e) {
            assertThat(e.getMessage()).endsWith(".").doesNotContain("\n");
            return Optional.of(e.getMessage());
        } catch (RuntimeException e) {
            throw new AssertionError(json.toString(), e);
        }
    }

    /// What a list or a set of names holds may be less; a hash of the data and test scores need
    /// not be, nor the scores of rivals, calibration, ranges and transform, which the first
    /// folders did not have.
    private static boolean isRequired(JsonPointer at) {
        String path = at.toString();
        boolean listed = path.matches(".*/\\d+")
                || path.contains("/left_out/")
                || path.matches("/calibration|/ranges(/[^/]+)?")
                || path.matches(".*/(knn|trees)")
                || path.matches("/architecture/(scaled|members)|/recipe/style|/target/(transform|counts)")
                || path.matches(".*(network|linear|constant|knn|trees)/.*");
        return !listed && !path.equals("/data/sha256") && !path.equals("/training/test");
    }

    private static void set(JsonNode root, JsonPointer at, JsonNode value) {
        JsonPointer last = at.last();
        switch (root.at(at.head())) {
            case ObjectNode object when value == null -> object.remove(last.getMatchingProperty());
            case ObjectNode object -> object.set(last.getMatchingProperty(), value);
            case ArrayNode array when value == null -> array.remove(last.getMatchingIndex());
            case ArrayNode array -> array.set(last.getMatchingIndex(), value);
            default -> throw new IllegalArgumentException("nothing to set at " + at);
        }
    }

    private static List<JsonPointer> places(JsonNode root) {
        List<JsonPointer> places = new ArrayList<>();
        walk(JsonPointer.empty(), root, places);
        return places;
    }

    private static void walk(JsonPointer at, JsonNode node, List<JsonPointer> places) {
        for (String name : node.propertyNames()) {
            places.add(at.appendProperty(name));
            walk(at.appendProperty(name), node.get(name), places);
        }
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            places.add(at.appendIndex(i));
            walk(at.appendIndex(i), node.get(i), places);
        }
    }
}
