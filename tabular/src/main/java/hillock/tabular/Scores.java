package hillock.tabular;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/// How good predictions are: named numbers, in the order in which they are shown.
///
/// ```java
/// Scores scores = Metrics.regression(actual, predicted);
/// scores.get("rmse");
/// scores.values().forEach((name, value) -> IO.println(name + " " + value));
/// ```
///
/// @param values in order; a value is NaN where it is not defined
public record Scores(Map<String, Double> values) {
    public Scores {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    /// The value of that name.
    ///
    /// @throws IllegalArgumentException where there is none
    public double get(String name) {
        Double value = values.get(name);
        if (value == null) throw new IllegalArgumentException("no score \"" + name + "\" among " + values.keySet());
        return value;
    }
}
