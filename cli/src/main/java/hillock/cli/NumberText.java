package hillock.cli;

import hillock.data.Numbers;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// Numbers as a user types and reads them.
///
/// ```java
/// NumberText.parse("-inf");        // -Infinity
/// NumberText.of(0.02119367f);      // 0.0212
/// NumberText.of(2.0611537e-9f);    // 2.06115e-9
/// ```
final class NumberText {
    private static final Pattern NOT_A_NUMBER = Pattern.compile("[+-]?nan", Pattern.CASE_INSENSITIVE);
    private static final float SMALL = 1e-3f;
    private static final float MANY = 1e7f;

    private NumberText() {}

    /// The number, if it is one: a decimal one, `nan`, `inf` or `infinity` in any case, with a sign or without; a minus
    /// sign from a text (U+2212) is one.
    static Optional<Double> parse(String typed) {
        if (NOT_A_NUMBER.matcher(typed.strip()).matches()) return Optional.of(Double.NaN);
        double value = Numbers.parse(typed);
        return Double.isNaN(value) ? Optional.empty() : Optional.of(value);
    }

    /// With four decimals, unless they would mislead: a small number has six digits, and one that only nears an integer
    /// has all, as [#shortest] has it.
    static String of(float value) {
        if (value == 0) return "0.0000"; // also of a negative 0
        if (!Float.isFinite(value) || Math.abs(value) >= MANY) return shortest(value);
        String text = decimals("%.4f", value);
        if (Float.parseFloat(text) == value) return text;
        if (Math.abs(value) < SMALL) return shortest(Float.parseFloat(decimals("%.5e", value)));
        return text.endsWith(".0000") ? shortest(value) : text;
    }

    private static String decimals(String format, float value) {
        return String.format(Locale.ROOT, format, value);
    }

    /// The fewest digits from which the same float is read.
    static String shortest(float value) {
        if (Float.isNaN(value)) return "nan";
        if (Float.isInfinite(value)) return value > 0 ? "inf" : "-inf";
        return Float.toString(value).replaceFirst("\\.0(?=E|$)", "").replace('E', 'e');
    }
}
