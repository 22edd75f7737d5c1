package hillock.tabular;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.regex.Pattern;

/// Dates in cells.
final class Dates {
    private static final double NANOS_PER_DAY = 86_400e9;
    private static final Pattern MONTH = Pattern.compile("\\d{4}-\\d{2}");
    private static final Pattern DAY = Pattern.compile("\\d{4}-\\d{2}-\\d{2}");
    private static final Pattern TIME =
            Pattern.compile("\\d{4}-\\d{2}-\\d{2}[T ]\\d{2}:\\d{2}(:\\d{2}(\\.\\d{1,9})?)?Z?");

    private Dates() {}

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
