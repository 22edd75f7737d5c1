package hillock.data;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// How the numbers of a column are written.
///
/// ```java
/// NumberStyle.of(List.of("3,14", "2,72", "NA"));   // Optional[DECIMAL_COMMA]
/// ```
public enum NumberStyle {
    /// `1234.5`, as programs write it.
    PLAIN('.', ""),
    /// `3,14` or `1.234,5`, as on the European continent.
    DECIMAL_COMMA(',', "."),
    /// `1,234.5`, as in English.
    THOUSANDS_COMMA('.', ","),
    /// `1 234.5` or `1'234.5`.
    THOUSANDS_BLANK('.', NumberStyle.BLANKS),
    /// `1 234,5`, as in French.
    THOUSANDS_BLANK_DECIMAL_COMMA(',', NumberStyle.BLANKS);

    /// Also the blanks that do not break, and apostrophes.
    private static final String BLANKS = " \u00A0\u202F\u2009'\u2019";

    private static final List<NumberStyle> ORDER =
            List.of(PLAIN, THOUSANDS_COMMA, DECIMAL_COMMA, THOUSANDS_BLANK, THOUSANDS_BLANK_DECIMAL_COMMA);

    private final char mark;
    private final String groups;

    NumberStyle(char mark, String groups) {
        this.mark = mark;
        this.groups = groups;
    }

    /// The first style in which every cell that holds a value is a number; none where one cell is
    /// text in each.
    ///
    /// `1,234` may be one thousand or one and a quarter: a column in which every comma has whole
    /// groups of three behind it is read with [#THOUSANDS_COMMA], any other with [#DECIMAL_COMMA].
    public static Optional<NumberStyle> of(List<String> cells) {
        for (NumberStyle style : ORDER) {
            if (cells.stream().allMatch(c -> Numbers.isMissing(c) || !Double.isNaN(Numbers.parse(c, style)))) {
                return Optional.of(style);
            }
        }
        return Optional.empty();
    }

    /// The table with every number column written plainly: `3,14` becomes `3.14`, `$5` and `5 kg`
    /// become `5`, and `unknown` among numbers nothing. Columns of text stay as they are.
    static Table plain(Table table) {
        List<Column> columns = new ArrayList<>();
        List<Note> notes = new ArrayList<>(table.notes());
        for (Column column : table.columns()) {
            Optional<Reading> reading = isPlain(column) ? Optional.empty() : Reading.of(column);
            columns.add(reading.map(r -> r.plain(column)).orElse(column));
            reading.ifPresent(r -> notes.addAll(r.notes()));
        }
        if (notes.size() == table.notes().size()) return table;
        int[] lines = IntStream.range(0, table.rows()).map(table::line).toArray();
        return Table.of(table.source(), columns, lines).withNotes(notes);
    }

    private static boolean isPlain(Column column) {
        for (int row = 0; row < column.cells().size(); row++)
            if (Double.isNaN(column.number(row)) && !column.isMissing(row)) return false;
        return true;
    }

    char mark() {
        return mark;
    }

    boolean groups(char c) {
        return groups.indexOf(c) >= 0;
    }

    /// The same number written plainly.
    String plain(String number) {
        if (this == PLAIN) return number;
        StringBuilder plain = new StringBuilder(number.length());
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (!groups(c)) plain.append(c == mark ? '.' : c);
        }
        return plain.toString();
    }
}
