package hillock.cli;

import hillock.nn.Argument;
import hillock.nn.Elsewhere;
import hillock.nn.Entry;
import java.util.List;
import java.util.Locale;
import tools.jackson.core.JsonGenerator;

/// Losses, optimizers, schedules or initialisers as JSON, an array of all or the object of one:
/// `{"name","formula",
/// "settings","elsewhere":[{"library","name","here"}],"source","note","use","avoid"}`, texts in
/// the user's language.  setting is a number, an array of numbers or, where it depends on
/// something, a text.
final class EntryJson {
    private EntryJson() {}

    static String of(List<Entry> entries, Locale locale) {
        return JsonText.of(json -> {
            json.writeStartArray();
            for (Entry e : entries) write(json, e, locale);
            json.writeEndArray();
        });
    }

    static String of(Entry entry, Locale locale) {
        return JsonText.of(json -> write(json, entry, locale));
    }

    private static void write(JsonGenerator json, Entry e, Locale locale) {
        json.writeStartObject();
        json.writeStringProperty("name", e.name());
        json.writeStringProperty("formula", e.formula(locale));
        json.writeObjectPropertyStart("settings");
        for (Argument a : e.arguments()) {
            if (a.usual().size() == 1)
                json.writeNumberProperty(a.name(), a.usual().getFirst());
            else json.writeStringProperty(a.name(), e.shown(a, locale));
        }
        json.writeEndObject();
        json.writeArrayPropertyStart("elsewhere");
        for (Elsewhere other : e.facts().elsewhere()) {
            json.writeStartObject();
            json.writeStringProperty("library", other.library().title());
            json.writeStringProperty("name", other.name());
            json.writeStringProperty("here", other.here().isEmpty() ? e.name() : other.here());
            json.writeEndObject();
        }
        json.writeEndArray();
        json.writeStringProperty("source", e.source(locale));
        json.writeStringProperty("note", e.note(locale));
        json.writeStringProperty("use", e.use(locale));
        json.writeStringProperty("avoid", e.avoid(locale));
        json.writeEndObject();
    }
}
