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

    /// The first style in which every cell that holds a value is a number; none where one cell is
    /// text in each.
    ///
    /// `1,234` may be one thousand or one and a quarter: a column in which every comma has whole
    /// groups of three behind it is read with [#THOUSANDS_COMMA], any other with [#DECIMAL_COMMA].
    public static Optional<NumberStyle> of(List<String> cells) {
        for (NumberStyle style : List.of(PLAIN, THOUSANDS_COMMA, DECIMAL_COMMA)) {
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
        List<String> notes = new ArrayList<>(table.notes());
        for (Column column : table.columns()) {
            Optional<Reading> reading = isPlain(column) ? Optional.empty() : Reading.of(column.cells());
            columns.add(reading.map(r -> r.plain(column)).orElse(column));
            reading.ifPresent(r -> notes.addAll(r.notes(column)));
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

    /// How a column's numbers are to be read.
    private record Reading(NumberStyle style, NumberSign sign) {
        /// Among fewer different numbers a word such as `unknown` may be one more code.
        private static final int MANY_NUMBERS = 10;

        static Optional<Reading> of(List<String> cells) {
            NumberSign sign = NumberSign.of(cells).orElse(NumberSign.NONE);
            // Spares columns of texts the rest.
            Optional<String> first =
                    cells.stream().filter(cell -> !Numbers.holdsNothing(cell)).findFirst();
            if (first.isEmpty()
                    || NumberStyle.of(List.of(sign.without(first.get()))).isEmpty()) return Optional.empty();
            List<String> present = cells.stream()
                    .filter(cell -> !Numbers.holdsNothing(cell))
                    .map(sign::without)
                    .toList();
            boolean words = cells.stream().anyMatch(Numbers::looksMissing);
            if (words && present.stream().distinct().limit(MANY_NUMBERS + 1).count() <= MANY_NUMBERS)
                return Optional.empty();
            return NumberStyle.of(present).map(style -> new Reading(style, sign));
        }

        Column plain(Column column) {
            List<String> cells = column.cells().stream().map(this::plain).toList();
            return new Column(column.name(), cells);
        }

        private String plain(String cell) {
            if (Numbers.isMissing(cell)) return cell;
            return Numbers.looksMissing(cell) ? "" : style.plain(sign.without(cell));
        }

        List<String> notes(Column column) {
            List<String> notes = new ArrayList<>();
            String name = "column " + Names.quote(column.name());
            if (style != PLAIN) notes.add(name + " is read with " + style.sign() + ".");
            if (!sign.equals(NumberSign.NONE)) notes.add(name + " is read without its \"" + sign.text() + "\".");
            List<String> words = column.cells().stream()
                    .filter(Numbers::looksMissing)
                    .distinct()
                    .map(Names::quote)
                    .toList();
            if (!words.isEmpty())
                notes.add(name + " holds numbers: " + String.join(", ", words) + " counts as missing there.");
            return notes;
        }
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
