package hillock.tabular;

import hillock.data.Numbers;
import java.util.Arrays;
import java.util.List;

/// What a model says about rows.
public sealed interface Predictions {
    /// A number for each row, in the target's unit.
    record Numbers(double[] values) implements Predictions {}

    /// For each row the probability of each class, and the class that is given.
    ///
    /// @param labels the classes
    /// @param probabilities `[row][class]`
    /// @param decided the number of the class that is given for each row, see [Decision]; -1 where
    ///     there is none
    record Classes(List<String> labels, double[][] probabilities, int[] decided) implements Predictions {
        /// The most probable class is given.
        public Classes(List<String> labels, double[][] probabilities) {
            this(
                    labels,
                    probabilities,
                    Arrays.stream(probabilities).mapToInt(Metrics::argmax).toArray());
        }

        /// The class that is given for a row.
        public String label(int row) {
            return labels.get(Math.max(0, decided[row]));
        }

        /// The same with other classes given.
        Classes decided(int[] others) {
            return new Classes(labels, probabilities, others);
        }

        /// Some of the rows.
        public Classes select(int[] rows) {
            double[][] some =
                    Arrays.stream(rows).mapToObj(row -> probabilities[row]).toArray(double[][]::new);
            return new Classes(
                    labels, some, Arrays.stream(rows).map(row -> decided[row]).toArray());
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
