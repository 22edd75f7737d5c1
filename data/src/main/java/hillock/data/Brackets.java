package hillock.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Negative numbers as accountants write them: `(620)` is −620.
///
/// ```java
/// Brackets.open("($1,200.50)");   // "-$1,200.50"
/// Brackets.open("(n.a.)");        // "(n.a.)": it stays
/// ```
final class Brackets {
    private static final Pattern NEGATIVE = Pattern.compile(
            "(?<before>\\p{Sc}?)[ \u00A0]*\\((?<number>[ \u00A0]*\\p{Sc}?[ \u00A0]*[0-9.,][^()\\p{L}+\u2212-]*)\\)(?<after>[ \u00A0]*[%\\p{Sc}]?)");

    private Brackets() {}

    /// The cell with a minus sign for its brackets, if there is a number between them.
    static String open(String cell) {
        if (cell.indexOf('(') < 0) return cell;
        Matcher m = NEGATIVE.matcher(Blanks.trim(cell));
        return m.matches() ? "-" + m.group("before") + Blanks.trim(m.group("number")) + m.group("after") : cell;
    }

    /// The first cell that [#open] changes.
    static Optional<String> first(List<String> cells) {
        return cells.stream().filter(cell -> !open(cell).equals(cell)).findFirst();
    }
}
