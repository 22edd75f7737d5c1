package hillock.tabular;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/// What the text of one cell means.
final class Cells {
    private static final double NANOS_PER_DAY = 86_400e9;
    private static final Set<String> MISSING = Set.of("", "na", "n/a", "nan", "null", "none", "?", "-");
    private static final Set<String> INFINITE = Set.of("inf", "infinity");
    /// Narrower than `Double.parseDouble`, which also takes `1d`, `0x1p3` and surrounding blanks.
    private static final Pattern DECIMAL = Pattern.compile("[+-]?(\\d+\\.?\\d*|\\.\\d+)([eE][+-]?\\d+)?");

    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z?");

    private Cells() {}

    /// Whether the cell says that there is no value: empty, NA, N/A, NaN, null, None, ? or -, in any case.
    static boolean isMissing(String cell) {
        return MISSING.contains(cell.toLowerCase(Locale.ROOT));
    }

    /// The number that the cell writes, which may be infinite; NaN where it writes none.
    static double number(String cell) {
        if (DECIMAL.matcher(cell).matches()) return Double.parseDouble(cell);
        boolean signed = cell.startsWith("-") || cell.startsWith("+");
        String magnitude = (signed ? cell.substring(1) : cell).toLowerCase(Locale.ROOT);
        if (!INFINITE.contains(magnitude)) return Double.NaN;
        return cell.startsWith("-") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }

    /// Days since 1970-01-01 of an ISO date (`1958-03-29`), month (`1958-03`: its first day) or time
    /// (`1958-03-29T12:00`, `1958-03-29 12:00:00`); NaN where the cell writes none.
    static double days(String cell) {
        try {
            if (DAY.matcher(cell).matches()) return LocalDate.parse(cell).toEpochDay();
            if (MONTH.matcher(cell).matches())
                return YearMonth.parse(cell).atDay(1).toEpochDay();
            if (!TIME.matcher(cell).matches()) return Double.NaN;
            String local = cell.replace(' ', 'T').replace("Z", "");
            LocalDateTime time = LocalDateTime.parse(local);
            return time.toLocalDate().toEpochDay() + time.toLocalTime().toNanoOfDay() / NANOS_PER_DAY;
        } catch (DateTimeException e) {
            return Double.NaN;
        }
    }
}
