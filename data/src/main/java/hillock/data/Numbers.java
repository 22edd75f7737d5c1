package hillock.data;

import java.util.Locale;
import java.util.Set;

/// What a cell of text means as a number. No exception is thrown and nothing is allocated for a
/// cell that is none.
///
/// ```java
/// Numbers.parse(" -1.5e3 ");                             // -1500.0
/// Numbers.parse("blue");                                 // NaN: not a number
/// Numbers.parse("1.234,5", NumberStyle.DECIMAL_COMMA);   // 1234.5
/// Numbers.isMissing("N/A");                              // true
/// ```
public final class Numbers {
    /// Cells that stand for a missing value, beside blank ones: what R, pandas, SQL, Excel, Weka
    /// and C write for it. Kept exact, since `Na` may be sodium and `none` a category.
    private static final Set<String> MISSING = Set.of(
            "NA", "N/A", "n/a", "<NA>", "NaN", "nan", "NAN", "-nan", "-NaN", "null", "NULL", "Null", "None", "#N/A",
            "#NUM!", "#DIV/0!", "#VALUE!", "#REF!", "?", "-", ".");

    static final int LONGEST_MARKER = 7;

    private static final Set<String> WORDS = Set.of(
            "na",
            "n.a.",
            "n.a",
            "n/d",
            "nd",
            "none",
            "nil",
            "nul",
            "null",
            "unknown",
            "unk",
            "unkn",
            "unspecified",
            "undefined",
            "missing",
            "not available",
            "not applicable",
            "not known",
            "no data",
            "no answer",
            "tbd",
            "--",
            "---",
            "*",
            "#",
            "??",
            "???",
            "(blank)",
            "(null)",
            "(none)",
            "k.a.",
            "unbekannt",
            "未知",
            "不详");

    private static final int LONGEST_WORD = 20;

    private static final double[] POWERS_OF_TEN = new double[23];

    static {
        // 10^22 is the last power of ten that a double holds exactly.
        POWERS_OF_TEN[0] = 1;
        for (int i = 1; i < POWERS_OF_TEN.length; i++) POWERS_OF_TEN[i] = POWERS_OF_TEN[i - 1] * 10;
    }

    private Numbers() {}

    /// Whether a cell holds no value: it is blank or one of the markers `NA`, `N/A`, `n/a`,
    /// `<NA>`, `NaN`, `nan`, `NAN`, `-nan`, `-NaN`, `null`, `NULL`, `Null`, `None`, `?`, `-`, `.`
    /// and Excel's errors `#N/A`, `#NUM!`, `#DIV/0!`, `#VALUE!`, `#REF!`.
    public static boolean isMissing(String cell) {
        String text = Blanks.trim(cell);
        return text.isEmpty() || (text.length() <= LONGEST_MARKER && MISSING.contains(text));
    }

    /// Whether a text is what people write for a missing value besides the markers of
    /// [#isMissing], in any case: `unknown`, `missing`, `n.a.`, `--`, `(null)` and their kin. It
    /// may be a category all the same.
    public static boolean looksMissing(String text) {
        return text.length() <= LONGEST_WORD
                && !isMissing(text)
                && WORDS.contains(Blanks.trim(text).toLowerCase(Locale.ROOT));
    }

    static boolean holdsNothing(String cell) {
        return isMissing(cell) || looksMissing(cell);
    }

    /// The number in a cell that is written plainly, [NumberStyle#PLAIN]; see [#parse(String,
    /// NumberStyle)].
    public static double parse(String cell) {
        return parse(cell, NumberStyle.PLAIN);
    }

    /// The number in a cell, or NaN where there is none (text, or a missing value).
    ///
    /// A number is a sign if you like (`+`, `-` or the minus sign U+2212), digits with at most one
    /// decimal mark, and an exponent if you like; or `inf` or `infinity` in any case, which are
    /// numbers but not finite. Blanks around it do not matter. Percent signs, units, hexadecimal
    /// digits and Java's suffixes are text.
    ///
    /// The result is the double nearest to the decimal number, as [Double#parseDouble] gives it.
    public static double parse(String cell, NumberStyle style) {
        int start = 0;
        int end = cell.length();
        while (start < end && Blanks.isBlank(cell.charAt(start))) start++;
        while (start < end && Blanks.isBlank(cell.charAt(end - 1))) end--;
        if (start == end) return Double.NaN;
        char first = cell.charAt(start);
        boolean negative = first == '-' || first == '\u2212';
        if (negative || first == '+') start++;
        double size = magnitude(cell, start, end, style);
        return negative ? -size : size;
    }

    /// The number that bytes of ASCII write with nothing but a sign, few digits and a decimal
    /// point: the same as [#parse] gives, but without a string. NaN for anything else, which may
    /// be a number all the same.
    static double parsePlain(byte[] cell, int from, int to) {
        int at = from;
        boolean negative = at < to && cell[at] == '-';
        if (negative) at++;
        if (to - at > 16 || at == to) return Double.NaN; // a point and 15 digits: less than 2^53
        long mantissa = 0;
        int point = to;
        for (; at < to; at++) {
            byte c = cell[at];
            if (c >= '0' && c <= '9') mantissa = mantissa * 10 + (c - '0');
            else if (c == '.' && point == to && to - from > 1 + (negative ? 1 : 0)) point = at;
            else return Double.NaN;
        }
        if (point == to && to - from > 15 + (negative ? 1 : 0)) return Double.NaN;
        double size = mantissa / POWERS_OF_TEN[Math.max(0, to - point - 1)];
        return negative ? -size : size;
    }

    private static double magnitude(String cell, int start, int end, NumberStyle style) {
        if (start == end) return Double.NaN;
        if (Character.toLowerCase(cell.charAt(start)) == 'i') return infinity(cell, start, end);
        int at = start;
        int digits = 0; // before and after the mark
        int integerDigits = 0;
        int decimals = -1; // after the mark; -1 before it is met
        long mantissa = 0;
        boolean exact = true;
        for (; at < end; at++) {
            char c = cell.charAt(at);
            if (c >= '0' && c <= '9') {
                exact &= mantissa < (1L << 53) / 10 - 1;
                if (exact) mantissa = mantissa * 10 + (c - '0');
                digits++;
                if (decimals >= 0) decimals++;
                else integerDigits++;
            } else if (c == style.mark() && decimals < 0) {
                decimals = 0;
            } else if (!style.groups(c) || decimals >= 0 || !fullGroup(cell, at, end, integerDigits)) {
                break;
            }
        }
        if (digits == 0) return Double.NaN;
        int exponent = 0;
        if (at < end) {
            exponent = exponent(cell, at, end);
            if (exponent == NO_EXPONENT) return Double.NaN;
        }
        int scale = exponent - Math.max(decimals, 0);
        if (exact && Math.abs(scale) < POWERS_OF_TEN.length) {
            // Both factors are exact doubles, so the one rounding is the right one (Clinger 1990).
            return scale < 0 ? mantissa / POWERS_OF_TEN[-scale] : mantissa * POWERS_OF_TEN[scale];
        }
        return Double.parseDouble(style.plain(cell.substring(start, end)));
    }

    /// Whether the thousands mark at `at` has one to three digits (then threes) before it and
    /// exactly three behind it.
    private static boolean fullGroup(String cell, int at, int end, int digitsBefore) {
        if (digitsBefore == 0 || at + 3 >= end) return false;
        for (int i = at + 1; i <= at + 3; i++) if (!isDigit(cell.charAt(i))) return false;
        if (at + 4 < end && isDigit(cell.charAt(at + 4))) return false;
        int leading = 0;
        while (at - leading > 0 && isDigit(cell.charAt(at - leading - 1))) leading++;
        return leading <= 3 && (digitsBefore > leading || cell.charAt(at - leading) != '0');
    }

    private static final int NO_EXPONENT = Integer.MIN_VALUE;

    private static int exponent(String cell, int at, int end) {
        if (cell.charAt(at) != 'e' && cell.charAt(at) != 'E') return NO_EXPONENT;
        at++;
        boolean negative = at < end && cell.charAt(at) == '-';
        if (negative || (at < end && cell.charAt(at) == '+')) at++;
        if (at == end) return NO_EXPONENT;
        int value = 0;
        for (; at < end; at++) {
            if (!isDigit(cell.charAt(at))) return NO_EXPONENT;
            value = Math.min(99_999, value * 10 + (cell.charAt(at) - '0'));
        }
        return negative ? -value : value;
    }

    private static double infinity(String cell, int start, int end) {
        int length = end - start;
        boolean infinite = (length == 3 && cell.regionMatches(true, start, "inf", 0, 3))
                || (length == 8 && cell.regionMatches(true, start, "infinity", 0, 8));
        return infinite ? Double.POSITIVE_INFINITY : Double.NaN;
    }

    private static boolean isDigit(char c) {
        return c >= '0' && c <= '9';
    }
}
