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
    PLAIN('.', '.'),
    /// `3,14` or `1.234,5`, as on the European continent.
    DECIMAL_COMMA(',', '.'),
    /// `1,234.5`, as in English.
    THOUSANDS_COMMA('.', ',');

    private final char mark;
    private final char group;

    NumberStyle(char mark, char group) {
        this.mark = mark;
        this.group = group;
    }

    /// The first style in which every cell that holds a value is a number; none where one cell is text in each.
    ///
    /// `1,234` may be one thousand or one and a quarter: a column in which every comma has whole groups of three
    /// behind it is read with [#THOUSANDS_COMMA], any other with [#DECIMAL_COMMA].
    public static Optional<NumberStyle> of(List<String> cells) {
        for (NumberStyle style : List.of(PLAIN, THOUSANDS_COMMA, DECIMAL_COMMA)) {
            if (cells.stream().allMatch(c -> Numbers.isMissing(c) || !Double.isNaN(Numbers.parse(c, style)))) {
                return Optional.of(style);
            }
        }
        return Optional.empty();
    }

    /// The table with every number column written plainly: `3,14` becomes `3.14`. Columns of text stay as they are.
    static Table plain(Table table) {
        List<Column> columns = new ArrayList<>();
        List<String> notes = new ArrayList<>(table.notes());
        for (Column column : table.columns()) {
            NumberStyle style = isPlain(column) ? PLAIN : of(column.cells()).orElse(PLAIN);
            columns.add(style == PLAIN ? column : style.plain(column));
            if (style != PLAIN)
                notes.add("column " + Names.quote(column.name()) + " is read with " + style.sign() + ".");
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

    private Column plain(Column column) {
        List<String> cells = column.cells().stream()
                .map(c -> Numbers.isMissing(c) ? c : plain(c))
                .toList();
        return new Column(column.name(), cells);
    }

    private String sign() {
        return mark == ',' ? "a decimal comma" : "commas between thousands";
    }

    char mark() {
        return mark;
    }

    boolean groups(char c) {
        return c == group && group != mark;
    }

    /// The same number written plainly.
    String plain(String number) {
        return group == mark
                ? number
                : number.replace(String.valueOf(group), "").replace(mark, '.');
    }
}
