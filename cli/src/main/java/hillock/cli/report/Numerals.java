package hillock.cli.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Locale;

/// Numbers as people write them, the same in every language.
///
/// ```java
/// Numerals.significant(1234.5678, 4);   // 1235
/// Numerals.share(0.974);                // 97.4 %
/// Numerals.clock(75);                   // 1:15
/// ```
public final class Numerals {
    private static final double PLAIN_FROM = 1e-4;
    private static final double PLAIN_TO = 1e15;

    private Numerals() {}

    /// Rounded to so many significant digits, without an exponent unless very small or large; `?` for NaN.
    public static String significant(double value, int digits) {
        if (Double.isNaN(value)) return "?";
        if (Double.isInfinite(value)) return value > 0 ? "∞" : "-∞";
        if (value == 0) return "0";
        BigDecimal rounded =
                new BigDecimal(value).round(new MathContext(digits)).stripTrailingZeros();
        double size = Math.abs(value);
        return size >= PLAIN_FROM && size < PLAIN_TO ? rounded.toPlainString() : scientific(value, digits);
    }

    private static String scientific(double value, int digits) {
        return String.format(Locale.ROOT, "%." + (digits - 1) + "e", value);
    }

    /// `97.4 %`.
    public static String share(double share) {
        return Double.isNaN(share) ? "?" : String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    /// Three decimals: `0.871`.
    public static String fixed(double value) {
        return Double.isNaN(value) ? "?" : String.format(Locale.ROOT, "%.3f", value);
    }

    /// Seconds as `0:07`, `12:40` or `1:02:03`.
    public static String clock(double seconds) {
        long s = Math.round(seconds);
        return s < 3600
                ? String.format(Locale.ROOT, "%d:%02d", s / 60, s % 60)
                : String.format(Locale.ROOT, "%d:%02d:%02d", s / 3600, s / 60 % 60, s % 60);
    }

    /// A short time: `0.42 s`, `12 s`, `2:05`.
    public static String seconds(double seconds) {
        return seconds < 60 ? significant(seconds, 2) + " s" : clock(seconds);
    }

    /// A count with its thousands set apart: `12,345`.
    public static String count(long count) {
        return String.format(Locale.ROOT, "%,d", count);
    }
}
