package hillock.tabular;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.SequencedMap;

/// What a model says about one row.
///
/// ```java
/// model.predict(Map.of("age", 29, "sex", "female")).label();
/// switch (model.predict(row)) {
///     case Prediction.Numeric n -> IO.println(n.number());
///     case Prediction.Classified c -> IO.println(c.probabilities());
/// }
/// ```
public sealed interface Prediction {
    /// A number, in the target's unit.
    record Numeric(double number) implements Prediction {
        @Override
        public String label() {
            throw new IllegalStateException("the model predicts a number, not a class: use number()");
        }
    }

    /// A class.
    ///
    /// @param label the class that is given
    /// @param probabilities of all classes, in their order
    record Classified(String label, SequencedMap<String, Double> probabilities) implements Prediction {
        public Classified {
            probabilities = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(probabilities));
        }

        @Override
        public double number() {
            throw new IllegalStateException("the model predicts a class, not a number: use label()");
        }

        /// The probability of a class.
        ///
        /// @throws IllegalArgumentException where there is no such class
        public double probability(String name) {
            Double p = probabilities.get(name);
            if (p == null) throw new IllegalArgumentException("no class \"" + name + "\" in " + probabilities.keySet());
            return p;
        }
    }

    /// The number.
    ///
    /// @throws IllegalStateException where a class was predicted
    double number();

    /// The class.
    ///
    /// @throws IllegalStateException where a number was predicted
    String label();

    /// The answer for a row of several.
    static Prediction of(Predictions all, int row) {
        return switch (all) {
            case Predictions.Numbers n -> new Numeric(n.values()[row]);
            case Predictions.Classes c -> {
                SequencedMap<String, Double> probabilities = new LinkedHashMap<>();
                for (int k = 0; k < c.labels().size(); k++)
                    probabilities.put(c.labels().get(k), c.probabilities()[row][k]);
                yield new Classified(c.label(row), probabilities);
            }
        };
    }
}
