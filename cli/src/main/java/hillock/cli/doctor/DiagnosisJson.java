package hillock.cli.doctor;

import hillock.doctor.Diagnosis;
import hillock.doctor.Finding;
import hillock.doctor.Place;
import hillock.doctor.WhatIf;
import java.util.List;
import java.util.Locale;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/// What a doctor found as JSON: an array, ranked, of objects with `id`, `name`, `severity`, `where`,
/// `measure`, `healthy` (its ends; `null` where there is none), `cause`, `mend` and `guide`; one of several
/// layers also has `layers`: an array of objects with `layer`, `measure` and, where single units are meant, `units`.
public final class DiagnosisJson {
    private DiagnosisJson() {}

    public static ArrayNode findings(Diagnosis diagnosis, Locale locale) {
        ArrayNode all = JsonNodeFactory.instance.arrayNode();
        for (Finding f : diagnosis.findings()) {
            ObjectNode one = all.addObject();
            one.put("id", f.id()).put("name", f.cause().name().toLowerCase(Locale.ROOT));
            one.put("severity", f.severity().label()).put("where", f.where(locale));
            put(one, "measure", f.measure());
            if (f.place() instanceof Place.Layers(List<Place.Layers.Part> parts)) layers(one.putArray("layers"), parts);
            ArrayNode healthy = one.putArray("healthy");
            for (double end : new double[] {f.low(), f.high()}) {
                if (Double.isFinite(end)) healthy.add(end);
                else healthy.addNull();
            }
            one.put("cause", f.why(locale)).put("mend", f.mend(locale)).put("guide", f.guide(locale));
        }
        return all;
    }

    /// `layer`, `measure` and, where single units are meant, `units`.
    private static void layers(ArrayNode all, List<Place.Layers.Part> parts) {
        for (Place.Layers.Part part : parts) {
            ObjectNode one = all.addObject().put("layer", part.layer().number());
            put(one, "measure", part.measure());
            if (!part.layer().units().isEmpty()) part.layer().units().forEach(one.putArray("units")::add);
        }
    }

    /// What mends did: `rows` on which was judged, and `trials` with `mend`, `for` (the finding),
    /// `before` and `after` (the share explained from each seed), `change`, `spread` and
    /// `outcome`; `untried`: findings above a note against which nothing was tried, with `for`,
    /// `name` and `why`.
    public static ObjectNode whatIf(WhatIf tried) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("rows", tried.rows());
        ArrayNode trials = json.putArray("trials");
        for (WhatIf.Trial trial : tried.trials()) {
            ObjectNode one = trials.addObject().put("mend", trial.mend().label());
            one.put("for", trial.cause().detector());
            ArrayNode before = one.putArray("before");
            trial.before().forEach(before::add);
            ArrayNode after = one.putArray("after");
            trial.after().forEach(after::add);
            one.put("change", trial.change()).put("spread", trial.spread());
            one.put("outcome", trial.outcome().name().toLowerCase(Locale.ROOT));
        }
        ArrayNode untried = json.putArray("untried");
        for (WhatIf.Untried u : tried.untried())
            untried.addObject()
                    .put("for", u.cause().detector())
                    .put("name", u.cause().name().toLowerCase(Locale.ROOT))
                    .put("why", u.why().name().toLowerCase(Locale.ROOT));
        return json;
    }

    /// A number, or `null` where it is none that JSON knows.
    public static void put(ObjectNode json, String name, double value) {
        if (Double.isFinite(value)) json.put(name, value);
        else json.putNull(name);
    }
}
