package hillock.tabular;

import hillock.data.Numbers;
import java.util.List;

/// What a model says about rows.
public sealed interface Predictions {
    /// A number for each row, in the target's unit.
    record Numbers(double[] values) implements Predictions {}

    /// For each row the probability of each class.
    ///
    /// @param labels the classes
    /// @param probabilities `[row][class]`
    record Classes(List<String> labels, double[][] probabilities) implements Predictions {
        /// The most probable class of a row.
        public String label(int row) {
            return labels.get(Math.max(0, Metrics.argmax(probabilities[row])));
        }
    }

    /// How many rows.
    default int rows() {
        return switch (this) {
            case Numbers n -> n.values.length;
            case Classes c -> c.probabilities.length;
        };
    }
}
