package hillock.bench.report;

import hillock.bench.Conditions;
import hillock.bench.Outcome;
import java.nio.file.Path;
import java.util.List;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/// A run: what was measured, and where and how.
public record Results(Conditions conditions, List<Outcome> outcomes) {
    private static final JsonMapper JSON = new JsonMapper();

    /// On one line.
    public String json() {
        return JSON.writeValueAsString(this);
    }

    /// What [#json] wrote to a file.
    ///
    /// @throws IllegalArgumentException if it holds something else
    public static Results read(Path file) {
        try {
            return JSON.readValue(file, Results.class);
        } catch (JacksonException e) {
            throw new IllegalArgumentException(file + " does not hold results written by --json", e);
        }
    }
}
