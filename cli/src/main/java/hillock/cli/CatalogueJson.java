package hillock.cli;

import hillock.nn.Activation;
import hillock.nn.Activation.Setting;
import java.util.List;
import tools.jackson.core.JsonGenerator;

/// Activations as JSON, an array of all or the object of one: `{"name","formula","range","derivative_range","settings",
/// "use","avoid"}`, the last two in the user's language.
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
        json.writeStringProperty("range", activation.facts().range());
        json.writeStringProperty("derivative_range", activation.facts().derivativeRange());
        json.writeObjectPropertyStart("settings");
        for (Setting setting : activation.settings()) json.writeNumberProperty(setting.name(), setting.value());
        json.writeEndObject();
        json.writeStringProperty("use", advice.use());
        json.writeStringProperty("avoid", advice.avoid());
        json.writeEndObject();
    }
}
