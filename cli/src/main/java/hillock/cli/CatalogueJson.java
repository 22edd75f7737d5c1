package hillock.cli;

import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Setting;
import hillock.nn.Traits;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Activations as JSON, an array of all or the object of one: `{"name","formula","range","derivative_range","settings",
/// "use","avoid"}`, the last two in the user's language, and of a pointwise one also `"derivative","trend","symmetry",
/// "kinks","lipschitz","flat_below","flat_above","dies"` ([Traits]), infinite numbers as null.
final class CatalogueJson {
    private CatalogueJson() {}

    static String of(List<Activation> activations, Language language) {
        return JsonText.of(json -> {
            json.writeStartArray();
            for (Activation activation : activations) write(json, activation, language);
            json.writeEndArray();
        });
    }

    static String of(Activation activation, Language language) {
        return JsonText.of(json -> write(json, activation, language));
    }

    private static void write(JsonGenerator json, Activation activation, Language language) {
        Advice advice = Advice.of(activation, language);
        json.writeStartObject();
        json.writeStringProperty("name", activation.name());
        json.writeStringProperty("formula", activation.definition());
        json.writeStringProperty("range", ActivationRanges.values(activation));
        json.writeStringProperty("derivative_range", ActivationRanges.slopes(activation));
        json.writeObjectPropertyStart("settings");
        for (Setting setting : activation.settings()) json.writeNumberProperty(setting.name(), setting.value());
        json.writeEndObject();
        if (activation.form() instanceof Pointwise) write(json, activation, Traits.of(activation));
        json.writeNumberProperty("gain", activation.gain());
        json.writeStringProperty("onnx", activation.facts().onnx());
        json.writeStringProperty("source", activation.facts().source());
        json.writeStringProperty("note", activation.facts().note());
        json.writeStringProperty("use", advice.use());
        json.writeStringProperty("avoid", advice.avoid());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Activation activation, Traits traits) {
        json.writeStringProperty("derivative", activation.derivativeText());
        json.writeStringProperty("trend", traits.trend().name().toLowerCase(Locale.ROOT));
        json.writeStringProperty("symmetry", traits.symmetry().name().toLowerCase(Locale.ROOT));
        json.writeArrayPropertyStart("kinks");
        for (Traits.Kink k : traits.kinks()) json.writeNumber(k.x());
        json.writeEndArray();
        number(json, "lipschitz", traits.lipschitz());
        number(json, "flat_below", traits.flatBelow());
        number(json, "flat_above", traits.flatAbove());
        json.writeBooleanProperty("dies", traits.dies());
    }

    private static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) json.writeNumberProperty(name, value);
        else json.writeNullProperty(name);
    }
}
