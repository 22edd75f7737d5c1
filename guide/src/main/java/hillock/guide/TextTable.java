package hillock.guide;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;

/// A Markdown table whose columns are padded, so that it reads well in a terminal too.
///
/// ```java
/// new TextTable("x", "x²").row(2, 4).row(3, 9).toString();
/// ```
final class TextTable {
    private final List<List<String>> rows = new ArrayList<>();

    TextTable(String... header) {
        rows.add(List.of(header));
    }

    /// Adds a row; numbers are written with four digits.
    TextTable row(Object... cells) {
        if (cells.length != rows.getFirst().size()) {
            throw new IllegalArgumentException(
                    cells.length + " cells under " + rows.getFirst().size() + " headings");
        }
        rows.add(Arrays.stream(cells).map(TextTable::text).toList());
        return this;
    }

    private static String text(Object cell) {
        return cell instanceof Double || cell instanceof Float
                ? Numbers.text(((Number) cell).doubleValue())
                : cell.toString();
    }

    /// The table; its last line ends in a line break.
    @Override
    public String toString() {
        List<Integer> widths = new ArrayList<>();
        for (int i = 0; i < rows.getFirst().size(); i++) {
            int column = i;
            widths.add(Collections.max(
                    rows.stream().map(row -> width(row.get(column))).toList()));
        }
        StringBuilder text = new StringBuilder(line(rows.getFirst(), widths));
        widths.forEach(w -> text.append("|").append("-".repeat(w + 2)));
        text.append("|\n");
        rows.stream().skip(1).forEach(row -> text.append(line(row, widths)));
        return text.toString();
    }

    private static String line(List<String> row, List<Integer> widths) {
        StringBuilder line = new StringBuilder("|");
        for (int i = 0; i < row.size(); i++) {
            int padding = widths.get(i) - width(row.get(i));
            line.append(' ').append(row.get(i)).append(" ".repeat(padding)).append(" |");
        }
        return line.append('\n').toString();
    }

    /// Columns on the screen: Chinese characters take two.
    private static int width(String text) {
        return text.codePoints().map(c -> c >= 0x2E80 ? 2 : 1).sum();
    }
}
