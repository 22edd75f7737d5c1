package hillock.tabular;

import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.Year;
import java.time.ZoneOffset;

/// A date or time as it was written.
///
/// @param local what the calendar and the clock showed there
/// @param offset seconds east of Greenwich, 0 where nothing was said
record Moment(LocalDateTime local, int offset) {
    private static final double NANOS_PER_DAY = 86_400e9;
    private static final double SECONDS_PER_DAY = 86_400;
    /// The years 0 and 9999.
    private static final double FIRST = -719_528;

    private static final double LAST = 2_932_896;

    static Moment of(LocalDate day) {
        return new Moment(day.atTime(LocalTime.MIDNIGHT), 0);
    }

    /// The moment that is so many days after 1970-01-01; the nearest that there is where that is far out.
    static Moment ofDays(double days) {
        double held = Math.clamp(days, FIRST, LAST);
        long seconds = Math.round(held * SECONDS_PER_DAY);
        return new Moment(LocalDateTime.ofEpochSecond(seconds, 0, ZoneOffset.UTC), 0);
    }

    /// Days since 1970-01-01 at Greenwich, with a fraction.
    double days() {
        double midnight = local.toLocalDate().toEpochDay();
        return midnight + (local.toLocalTime().toNanoOfDay() / NANOS_PER_DAY) - offset / SECONDS_PER_DAY;
    }

    /// From 0 on New Year to 1.
    double shareOfYear() {
        return (local.getDayOfYear() - 1 + shareOfDay())
                / Year.of(local.getYear()).length();
    }

    /// From 0 at midnight to 1.
    double shareOfDay() {
        return local.toLocalTime().toNanoOfDay() / NANOS_PER_DAY;
    }
}
