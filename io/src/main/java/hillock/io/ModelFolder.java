package hillock.io;

import hillock.data.BadInput;
import hillock.nn.Activation;
import hillock.nn.Module;
import hillock.nn.Parameters;
import hillock.tabular.Architecture;
import hillock.tabular.Model;
import hillock.tabular.Preparation;
import hillock.tabular.TargetEncoding;
import hillock.tensor.Tensor;
import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.Consumer;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// A model as a folder: `weights.safetensors`, `model.json` with everything else that is needed to predict,
/// `SHA256SUMS`, and what the caller adds, such as a report. The format is described at [the
/// package][hillock.io].
///
/// ```java
/// ModelFolder.checkWritable(Path.of("iris-model"));
/// Fitted fitted = study.fit(Recipe.DEFAULT, event -> {});
/// Provenance provenance = Provenance.of(fitted, "0.1.0", "iris.csv", Optional.empty());
/// ModelFolder.write(Path.of("iris-model"), fitted.model(), provenance, folder -> {});
/// Model model = ModelFolder.read(Path.of("iris-model")).model();
/// ```
public final class ModelFolder {
    static final String JSON = "model.json";
    static final String WEIGHTS = "weights.safetensors";
    /// What every model folder holds.
    static final Set<String> FILES = Set.of(JSON, WEIGHTS, Sums.FILE);

    private static final int FORMAT = 4;
    private static final String FORMAT_FIELD = "hillock_model";
    private static final int LARGEST_JSON = 1 << 28;

    private ModelFolder() {}

    /// Looks whether a model could be written there, so that nobody trains for an hour in vain.
    /// Leaves nothing behind.
    ///
    /// @throws BadInput as [#write] would
    public static void checkWritable(Path target) {
        Place place = Place.of(target);
        try (Staging staging = Staging.open(place)) {
            Files.write(staging.directory().resolve(JSON), new byte[1]);
        } catch (IOException e) {
            throw Place.unwritable(target, e);
        }
    }

    /// Writes a model folder whole or not at all. It is filled under a hidden name beside the
    /// target, where `extras` adds its files, and then moved. A model that was there is replaced
    /// as a whole once the new one is complete. Directories above the target are made where missing.
    ///
    /// @param extras is given the folder that is being filled
    /// @throws BadInput if the target is a file, a directory that holds what Hillock did not
    ///     write, or a place that cannot be written; then nothing has changed
    public static void write(Path target, Model model, Provenance provenance, Consumer<Path> extras) {
        requireReadable(model);
        Place place = Place.of(target);
        try (Staging staging = Staging.open(place)) {
            Path folder = staging.directory();
            try {
                fill(folder, model, provenance);
                extras.accept(folder);
                Sums.write(folder);
                staging.finish();
            } catch (BadInput e) { // the user knows nothing of the hidden name
                throw new BadInput(e.getMessage().replace(folder.toString(), target.toString()), e);
            }
        } catch (IOException e) {
            throw Place.unwritable(target, e);
        } catch (UncheckedIOException e) {
            throw Place.unwritable(target, e.getCause());
        }
    }

    /// Reads a model.
    ///
    /// @throws BadInput that says what is wrong: no such folder, no model folder, a file that is
    ///     missing, cut off or was changed, or a format of a later version
    public static Saved read(Path folder) {
        if (Files.notExists(folder)) throw new BadInput("there is no folder " + folder + ": check its name.");
        if (!Files.isDirectory(folder))
            throw new BadInput(folder + " is a file: name the folder that hillock fit has written.");
        try {
            return readAll(folder);
        } catch (IOException e) {
            throw new BadInput(folder + " cannot be read: " + BadInput.reason(e) + ".", e);
        }
    }

    /// Whether a directory holds a model of ours, be it damaged: its JSON begins with the number
    /// of the format.
    static boolean isOurs(Path folder) throws IOException {
        Path json = folder.resolve(JSON);
        if (!Files.isRegularFile(json)) return false;
        try (InputStream in = Files.newInputStream(json)) {
            return new String(in.readNBytes(100), StandardCharsets.UTF_8).contains("\"" + FORMAT_FIELD + "\"");
        }
    }

    private static void fill(Path folder, Model model, Provenance provenance) throws IOException {
        Path weights = folder.resolve(WEIGHTS);
        try (OutputStream out = new BufferedOutputStream(Files.newOutputStream(weights))) {
            // As PyTorch's own files say: weights are [out, in].
            Safetensors.write(out, Parameters.snapshot(model.network()), Map.of("format", "pt"));
        }
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put(FORMAT_FIELD, FORMAT).put("hillock_version", provenance.hillock());
        root.put("weights_sha256", Sha256.of(weights));
        ModelJson.write(root, model.preparation(), model.target(), model.architecture());
        ModelJson.write(root, model.calibration(), model.target(), model.domain());
        ProvenanceJson.write(root, provenance);
        Files.write(folder.resolve(JSON), Json.utf8(Json.pretty(root)));
    }

    private static Saved readAll(Path folder) throws IOException {
        byte[] bytes = json(folder);
        String file = folder.resolve(JSON).toString();
        ObjectNode node = Json.object(bytes, file + " is damaged: it", "; " + Fields.MEND);
        Fields root = Fields.of(file, node);
        requireFormat(folder, root);
        Preparation preparation = ModelJson.preparation(root);
        TargetEncoding target = ModelJson.target(root);
        Architecture architecture = ModelJson.architecture(root, preparation, target);
        Provenance provenance = ProvenanceJson.read(root, architecture);
        String sum = root.text("weights_sha256");
        Sums.verify(folder, JSON, bytes);
        Module network = Weights.network(
                architecture, weights(folder, sum), folder.resolve(WEIGHTS).toString());
        return new Saved(
                new Model(
                        preparation,
                        target,
                        architecture,
                        network,
                        ModelJson.calibration(root, target),
                        ModelJson.domain(root)),
                provenance);
    }

    private static byte[] json(Path folder) throws IOException {
        Path json = folder.resolve(JSON);
        if (!Files.isRegularFile(json))
            throw new BadInput(
                    folder + " is no model folder: it has no " + JSON + "; name one that hillock fit has written.");
        if (Files.size(json) > LARGEST_JSON)
            throw new BadInput(json + " is too large for the description of a model: " + Fields.MEND);
        return Files.readAllBytes(json);
    }

    private static void requireFormat(Path folder, Fields root) {
        if (!root.has(FORMAT_FIELD))
            throw new BadInput(folder + " is no model folder: its " + JSON + " has no field \"" + FORMAT_FIELD
                    + "\"; name one that hillock fit has written.");
        int format = root.whole(FORMAT_FIELD, 1);
        if (format > FORMAT)
            throw new BadInput(folder + " was written by Hillock " + root.text("hillock_version") + " in format "
                    + format + ", and this version reads formats up to " + FORMAT + ": update Hillock.");
    }

    private static SequencedMap<String, Tensor> weights(Path folder, String sum) {
        Path file = folder.resolve(WEIGHTS);
        if (!Files.isRegularFile(file))
            throw new BadInput(folder + " is damaged: it has no " + WEIGHTS + "; " + Fields.MEND);
        // What is wrong with a file that cannot be read says more than that its checksum differs.
        SequencedMap<String, Tensor> tensors = Safetensors.read(file).tensors();
        if (!Sha256.of(file).equals(sum))
            throw new BadInput(file + " was changed after Hillock wrote it (its checksum is not the one in " + JSON
                    + "): " + Fields.MEND);
        return tensors;
    }

    private static void requireReadable(Model model) {
        Activation activation = model.architecture().activation();
        Weights.mismatch(model.architecture(), Parameters.snapshot(model.network()))
                .ifPresent(what -> {
                    throw new IllegalArgumentException("the network does not fit to its architecture "
                            + model.architecture().describe() + ": " + what);
                });
        if (!isInCatalogue(activation))
            throw new IllegalArgumentException("the activation " + activation.text() + " is not in the catalogue, so a"
                    + " model with it could not be read again");
    }

    private static boolean isInCatalogue(Activation activation) {
        try {
            return Activation.parse(activation.text()).equals(activation);
        } catch (BadInput e) {
            return false;
        }
    }
}
