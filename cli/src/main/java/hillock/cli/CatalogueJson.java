package hillock.cli;

import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Setting;
import hillock.nn.Description;
import hillock.nn.Elsewhere;
import hillock.nn.Exactness;
import hillock.nn.Traits;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Activations as JSON, an array of all or the object of one:
/// `{"name","formula","range","derivative_range","settings",
/// "gain","elsewhere":[{"library","name","here"}],"source","note","use","avoid"}`, texts in the
/// user's language, and of a pointwise one also
/// `"domain","derivative","trend","symmetry","kinks","lipschitz","flat_below","flat_above","dies"`
/// ([Traits]), infinite numbers as null, and `"value_ulp","slope_ulp","slope_ulp_of_one"` ([Exactness]).
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
        Description description = Description.of(activation, language.locale());
        json.writeStartObject();
        json.writeStringProperty("name", activation.name());
        json.writeStringProperty("formula", description.formula());
        json.writeStringProperty("range", description.range());
        json.writeStringProperty("derivative_range", description.slopes());
        json.writeObjectPropertyStart("settings");
        for (Setting setting : activation.settings()) json.writeNumberProperty(setting.name(), setting.value());
        json.writeEndObject();
        if (activation.form() instanceof Pointwise) write(json, activation, description, Traits.of(activation));
        json.writeNumberProperty("gain", activation.gain());
        json.writeArrayPropertyStart("elsewhere");
        for (Elsewhere e : activation.facts().elsewhere()) {
            json.writeStartObject();
            json.writeStringProperty("library", e.library().title());
            json.writeStringProperty("name", e.name());
            json.writeStringProperty("here", e.here().isEmpty() ? activation.text() : e.here());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("source", description.source());
        json.writeStringProperty("note", description.note());
        json.writeStringProperty("use", description.use());
        json.writeStringProperty("avoid", description.avoid());
        json.writeEndObject();
    }

    private static void write(JsonGenerator json, Activation activation, Description description, Traits traits) {
        String domain = description.domain();
        json.writeStringProperty("domain", domain.isEmpty() ? "(-∞, ∞)" : domain);
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
        Exactness error = Exactness.of(activation);
        json.writeNumberProperty("value_ulp", error.value());
        json.writeNumberProperty("slope_ulp", error.slope());
        json.writeNumberProperty("slope_ulp_of_one", error.slopeOfOne());
    }

    private static void number(JsonGenerator json, String name, double value) {
        if (Double.isFinite(value)) json.writeNumberProperty(name, value);
        else json.writeNullProperty(name);
    }
}
