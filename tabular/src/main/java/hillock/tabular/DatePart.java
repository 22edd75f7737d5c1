package hillock.tabular;

import java.util.List;
import java.util.Locale;

/// What a date or time is taken apart into. What comes again and again is an angle, so that December is next to January
/// and 23:59 next to midnight: `sin` and `cos` of `2π·(share of the cycle)`.
public enum DatePart {
    /// Days since 1970-01-01, with the time of day as a fraction, standardised: the year and the trend.
    DAYS(""),
    /// The place in the year, an angle: months and seasons.
    TIME_OF_YEAR(": time of year sin", ": time of year cos"),
    /// The day of the week, an angle from Monday on, and 1 on Saturdays and Sundays.
    DAY_OF_WEEK(": day of week sin", ": day of week cos", ": weekend"),
    /// The time of day as it is written, in whatever zone, an angle.
    TIME_OF_DAY(": time of day sin", ": time of day cos");

    private final List<String> endings;

    DatePart(String... endings) {
        this.endings = List.of(endings);
    }

    /// `time of year`.
    String words() {
        return name().toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /// How many features it makes.
    int width() {
        return endings.size();
    }

    /// The names of its features.
    List<String> features(String column) {
        return endings.stream().map(ending -> column + ending).toList();
    }

    /// Writes the features of a date, [#DAYS] not standardised, to `into[at]` and on.
    void write(Moment moment, double[] into, int at) {
        switch (this) {
            case DAYS -> into[at] = moment.days();
            case TIME_OF_YEAR -> angle(moment.shareOfYear(), into, at);
            case DAY_OF_WEEK -> {
                int day = moment.local().getDayOfWeek().getValue() - 1;
                angle(day / 7.0, into, at);
                into[at + 2] = day >= 5 ? 1 : 0;
            }
            case TIME_OF_DAY -> angle(moment.shareOfDay(), into, at);
        }
    }

    /// `StrictMath`: the same bits on every machine.
    private static void angle(double share, double[] into, int at) {
        into[at] = StrictMath.sin(2 * Math.PI * share);
        into[at + 1] = StrictMath.cos(2 * Math.PI * share);
    }
}
