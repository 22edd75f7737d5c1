package hillock.tabular;

import hillock.data.Images;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// What one column of a table is, and so how it is used. Missing cells are counted and belong to no kind.
///
/// ```java
/// switch (info) {
///     case ColumnInfo.Numeric n -> …      // one number a row
///     case ColumnInfo.Dates d -> …        // a date, taken apart
///     case ColumnInfo.Categorical c -> …  // one of few texts
///     case ColumnInfo.Pixels p -> …       // many numbers a row
///     case ColumnInfo.LeftOut l -> …      // l.why() says why in plain words
/// }
/// ```
public sealed interface ColumnInfo {
    String name();

    int missing();

    /// Numbers: the number of distinct ones, the range, the mean, and whether all are whole.
    record Numeric(String name, int missing, int distinct, double min, double max, double mean, boolean whole)
            implements ColumnInfo {}

    /// Dates, months or times, which are taken apart.
    ///
    /// @param first the earliest, as it is written
    /// @param order how all of them are written
    /// @param parts those that vary
    record Dates(String name, int missing, String first, String last, DateOrder order, List<DatePart> parts)
            implements ColumnInfo {
        public Dates {
            parts = List.copyOf(parts);
        }
    }

    /// One of a few texts; the levels come in order of frequency, then of name.
    record Categorical(String name, int missing, List<String> levels) implements ColumnInfo {
        public Categorical {
            levels = List.copyOf(levels);
        }
    }

    /// Pictures of one size, of which each pixel becomes a number.
    ///
    /// @param shape height and width, before them channels if there are any; or one number, the
    ///     length of a vector
    record Pixels(String name, List<Integer> shape) implements ColumnInfo {
        public Pixels {
            shape = List.copyOf(shape);
        }

        @Override
        public int missing() {
            return 0;
        }

        /// Numbers in a picture.
        public int count() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }

    /// A column that cannot help, or that the user does not want.
    record LeftOut(String name, int missing, LeftOutReason reason) implements ColumnInfo {
        /// Completes "left out: …".
        public String why() {
            return reason.why();
        }
    }

    /// Whether the column becomes numbers for a model.
    default boolean used() {
        return !(this instanceof LeftOut);
    }

    /// A few plain words: `numbers from 4.3 to 7.9`, `3 categories: a, b, c`, `left out: …`.
    default String describe() {
        String what = switch (this) {
            case Numeric n ->
                (n.whole() ? "whole numbers from " : "numbers from ") + text(n.min()) + " to " + text(n.max());
            case Dates d -> "dates from " + d.first() + " to " + d.last() + ", used as " + parts(d);
            case Categorical c -> categories(c.levels());
            case Pixels p -> p.count() + " pixels (" + Images.describe(p.shape()) + ")";
            case LeftOut l -> "left out: " + l.why();
        };
        return missing() == 0 || !used() ? what : what + ", " + missing() + " missing";
    }

    /// `days, time of year and day of week`.
    private static String parts(Dates dates) {
        String list = dates.parts().stream().map(DatePart::words).collect(Collectors.joining(", "));
        int comma = list.lastIndexOf(", ");
        return comma < 0 ? list : list.substring(0, comma) + " and" + list.substring(comma + 1);
    }

    private static String categories(List<String> levels) {
        int shown = 6;
        String list = levels.stream().limit(shown).map(ColumnInfo::line).collect(Collectors.joining(", "));
        String count = levels.size() == 1 ? "1 category: " : levels.size() + " categories: ";
        return count + list + (levels.size() > shown ? ", …" : "");
    }

    /// A text on one line.
    static String line(String text) {
        return text.replaceAll("\\s+", " ");
    }

    /// A number as a person writes it: `3`, `0.25`, `1.5e+12`.
    static String text(double value) {
        if (value == Math.rint(value) && Math.abs(value) < 1e15) return Long.toString((long) value);
        String six = String.format(Locale.ROOT, "%.6g", value);
        int exponent = six.contains("e") ? six.indexOf('e') : six.length();
        String digits = six.substring(0, exponent);
        return (digits.contains(".") ? digits.replaceAll("\\.?0+$", "") : digits) + six.substring(exponent);
    }
}
