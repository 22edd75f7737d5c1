package hillock.tabular;

import hillock.data.Table;
import java.util.OptionalInt;

/// The true answers of rows, by which given ones are judged.
public sealed interface Known {
    record Numbers(double[] values) implements Known {}

    /// The number of the class of each row.
    ///
    /// @param rare the rarest class where the classes are imbalanced, see [TargetEncoding#rare]
    record Classes(int[] classes, OptionalInt rare) implements Known {
        /// Classes that are balanced.
        public Classes(int[] classes) {
            this(classes, OptionalInt.empty());
        }
    }

    /// The answers that stand in a table.
    ///
    /// @throws hillock.data.BadInput where a row has none
    static Known of(TargetEncoding target, Table rows) {
        return target.task().isClassification()
                ? new Classes(target.classIndices(rows), target.rare())
                : new Numbers(target.numbers(rows));
    }

    /// How good the given answers are.
    default Scores scores(Predictions given) {
        return switch (this) {
            case Numbers n -> Metrics.regression(n.values, ((Predictions.Numbers) given).values());
            case Classes c -> Metrics.classification(c.classes, (Predictions.Classes) given, c.rare);
        };
    }
}
