package hillock.tabular;

import java.util.Optional;

/// Why a column is left out.
///
/// ```java
/// for (ColumnInfo.LeftOut column : schema.leftOut())
///     if (column.reason() instanceof LeftOutReason.Texts t) IO.println(t.distinct() + " different texts");
/// ```
public sealed interface LeftOutReason {
    /// It holds no value.
    record Empty() implements LeftOutReason {}

    /// The same value in every row.
    ///
    /// @param value as a person writes it, a text in quotation marks
    record Constant(String value) implements LeftOutReason {}

    /// It numbers the rows.
    record RowNumbers() implements LeftOutReason {}

    /// Too many different texts for categories: keys, names, free text.
    ///
    /// @param rows those that have a value
    /// @param first where most are numbers, the first that is none
    record Texts(int distinct, int rows, Optional<Place> first) implements LeftOutReason {
        /// Whether no two rows say the same.
        public boolean unique() {
            return distinct == rows;
        }
    }

    /// A cell.
    ///
    /// @param line of the file, counted from 1
    record Place(int line, String text) {}

    /// It says which rows belong together.
    record Group() implements LeftOutReason {}

    /// The user said so.
    record Dropped() implements LeftOutReason {}

    /// Completes "left out: …".
    default String why() {
        return switch (this) {
            case Empty _ -> "it holds no value";
            case Constant c -> "every row says " + c.value;
            case RowNumbers _ -> "it numbers the rows";
            case Texts t ->
                (t.unique()
                                ? "every row has its own text"
                                : t.distinct + " different texts in " + t.rows + " rows are too many for categories")
                        + t.first
                                .map(f -> "; most are numbers, but line " + f.line + " says \"" + f.text + "\"")
                                .orElse("");
            case Group _ -> "it says which rows belong together";
            case Dropped _ -> "you asked for it";
        };
    }
}
