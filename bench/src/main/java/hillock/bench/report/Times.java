package hillock.bench.report;

import hillock.bench.Spread;
import hillock.bench.Standing;
import java.util.Locale;

/// Times and ratios as text.
final class Times {
    private Times() {}

    /// `2.73 ms`.
    static String text(double seconds) {
        if (seconds >= 1) return digits(seconds) + " s";
        if (seconds >= 1e-3) return digits(seconds * 1e3) + " ms";
        if (seconds >= 1e-6) return digits(seconds * 1e6) + " µs";
        return digits(seconds * 1e9) + " ns";
    }

    /// The median time; empty for what is no time.
    static String median(Standing s) {
        return s.seconds() == null ? "" : text(s.seconds().median());
    }

    /// `1.03 (1.01–1.06)`: the median and the quartiles.
    static String ratio(Spread ratio) {
        return digits(ratio.median()) + " (" + digits(ratio.lower()) + "–" + digits(ratio.upper()) + ")";
    }

    /// Three digits that count, and none but them.
    static String digits(double x) {
        int after = x >= 100 ? 0 : x >= 10 ? 1 : x >= 1 ? 2 : 3;
        return String.format(Locale.ROOT, "%." + after + "f", x);
    }
}
