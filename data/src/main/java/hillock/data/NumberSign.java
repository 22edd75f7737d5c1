package hillock.data;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What each number of a column bears besides digits: a currency before or after it, a percent
/// sign, or a unit behind a blank.
///
/// ```java
/// NumberSign.of(List.of("$5", "-$1,200", "NA"));   // "$" before
/// NumberSign.of(List.of("12%", "7%"));             // "%" after
/// NumberSign.of(List.of("70 kg", "81 kg"));        // "kg" after
/// NumberSign.of(List.of("k12", "k13"));            // none: those are names
/// ```
///
/// @param before `$`, or nothing
/// @param after `%`, or nothing; one of the two is nothing
record NumberSign(String before, String after) {
    static final NumberSign NONE = new NumberSign("", "");

    private static final String UNSIGNED = "unsigned";

    /// `1 May` is a day.
    private static final Pattern MONTH = Pattern.compile(
            "(jan|feb|mar|apr|may|jun|jul|aug|sep|sept|oct|okt|nov|dec|dez|january|february|march|april|june|july|august"
                    + "|september|october|november|december|januar|februar|m\u00E4rz|mai|juni|juli|oktober|dezember"
                    + "|janvier|f\u00E9vrier|mars|avril|juin|juillet|septembre|octobre|novembre|enero|febrero|marzo|abril"
                    + "|mayo|junio|julio|agosto)\\.?",
            Pattern.CASE_INSENSITIVE);

    private static final Pattern SIGNED = Pattern.compile("(?<minus>[-+\u2212]?)(?<before>\\p{Sc}?)[ \u00A0]?"
            + "(?<number>[-+\u2212]?[0-9.,][0-9.,eE \u00A0\u202F]*)"
            + "(?<after>[ \u00A0]*[%\u2030\\p{Sc}]|[ \u00A0]+[\\p{L}\u00B0\u00B5][\\p{L}\u00B2\u00B3/]{0,7})?");

    /// The sign that the first cell with a value bears, if it is no plain number.
    static Optional<NumberSign> of(List<String> cells) {
        for (String cell : cells) {
            if (Numbers.holdsNothing(cell)) continue;
            Matcher first = SIGNED.matcher(Blanks.trim(cell));
            if (!first.matches()) return Optional.empty();
            NumberSign sign = new NumberSign(first.group("before"), after(first));
            if (sign.before.isEmpty() == sign.after.isEmpty()
                    || MONTH.matcher(sign.after).matches()) return Optional.empty();
            return Optional.of(sign);
        }
        return Optional.empty();
    }

    /// A number without the sign; no number where a cell does not bear it: `5` among `5 kg` may be
    /// anything.
    String without(String cell) {
        if (equals(NONE)) return cell;
        Matcher m = SIGNED.matcher(Blanks.trim(cell));
        boolean bears = m.matches() && m.group("before").equals(before) && after(m).equals(after);
        return bears ? m.group("minus") + Blanks.trim(m.group("number")) : UNSIGNED;
    }

    String text() {
        return before + after;
    }

    private static String after(Matcher m) {
        String after = m.group("after");
        return after == null ? "" : Blanks.trim(after);
    }
}
