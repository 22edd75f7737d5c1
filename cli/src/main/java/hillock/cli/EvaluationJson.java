package hillock.cli;

import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Rowwise;
import tools.jackson.core.JsonGenerator;

/// An [Evaluation] as JSON: `{"name":"relu","x":[1.0],"y":[1.0],"dydx":[1.0]}`, with `"jacobian"`, row by row, where
/// the function takes rows. Each number has the fewest digits that are read as the same float; NaN and infinities are
/// the strings `"NaN"`, `"Infinity"` and `"-Infinity"`.
final class EvaluationJson {
    private EvaluationJson() {}

    /// @param name the activation as the user wrote it
    static String of(String name, Evaluation evaluation) {
        return JsonText.of(json -> {
            json.writeStartObject();
            json.writeStringProperty("name", name);
            json.writeName("x");
            array(json, evaluation.x());
            json.writeName("y");
            array(json, evaluation.y());
            slopes(json, evaluation);
            json.writeEndObject();
        });
    }

    private static void slopes(JsonGenerator json, Evaluation evaluation) {
        switch (evaluation.activation().form()) {
            case Pointwise _ -> {
                json.writeName("dydx");
                array(json, evaluation.slopes()[0]);
            }
            case Rowwise _ -> {
                json.writeArrayPropertyStart("jacobian");
                for (float[] row : evaluation.slopes()) array(json, row);
                json.writeEndArray();
            }
        }
    }

    private static void array(JsonGenerator json, float[] values) {
        json.writeStartArray();
        for (float value : values) json.writeNumber(value);
        json.writeEndArray();
    }
}
