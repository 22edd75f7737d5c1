package hillock.tabular;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/// The dates of one column, looked at together: in which order they are written, and which of
/// their parts say something.
final class DateLook {
    private static final double DAYS_PER_YEAR = 365;
    private static final double DAYS_PER_WEEK = 7;

    private final Set<Integer> months = new HashSet<>();
    private final Set<Integer> daysOfMonth = new HashSet<>();
    private final Set<Integer> daysOfWeek = new HashSet<>();
    private final Set<Long> times = new HashSet<>();
    private boolean monthEnds = true;
    private boolean anyYear;
    private String earliest = "";
    private String latest = "";
    private double first = Double.POSITIVE_INFINITY;
    private double last = Double.NEGATIVE_INFINITY;

    /// @param order in which all of the cells are dates
    static DateLook of(Collection<String> cells, DateOrder order) {
        DateLook look = new DateLook();
        for (String cell : cells) look.add(cell, Dates.parse(cell, order).orElseThrow());
        return look;
    }

    /// The first of the earliest, as it is written.
    String earliest() {
        return earliest;
    }

    String latest() {
        return latest;
    }

    /// The order in which all of these are dates. Empty where there is none, and where day and
    /// month might be exchanged throughout.
    static Optional<DateOrder> order(Collection<String> cells) {
        EnumSet<DateOrder> possible = EnumSet.allOf(DateOrder.class);
        int withoutYear = 0;
        int seen = 0;
        for (String cell : cells) {
            if (Dates.dependsOnOrder(cell))
                possible.removeIf(order -> Dates.parse(cell, order).isEmpty());
            else if (Dates.parse(cell, DateOrder.CLEAR).isEmpty()) possible.clear();
            if (Dates.lacksYear(cell)) withoutYear++;
            if (withoutYear > 0 && withoutYear <= seen) possible.clear(); // May of any year, and of one
            seen++;
            if (possible.isEmpty()) return Optional.empty();
        }
        if (possible.contains(DateOrder.CLEAR)) return Optional.of(DateOrder.CLEAR);
        return possible.size() == 1 ? Optional.of(possible.iterator().next()) : Optional.empty();
    }

    /// Whether they are dates if only one knew whether the day or the month comes first.
    static boolean isAmbiguous(Collection<String> cells) {
        return order(cells).isEmpty()
                && cells.stream()
                        .allMatch(cell -> Dates.parse(cell, DateOrder.DAY_FIRST).isPresent()
                                && Dates.parse(cell, DateOrder.MONTH_FIRST).isPresent());
    }

    /// The parts that vary, of cycles that the dates go through at least once: within one summer
    /// the season is no more than a second trend. Months and quarters, written as their first or
    /// last day, have no day of the week, nor have days of any year.
    List<DatePart> parts() {
        List<DatePart> parts = new ArrayList<>(List.of(DatePart.DAYS));
        // From January to December is all of the year, from the first of January to the first of December is 334 days.
        boolean wholeYear = last - first >= DAYS_PER_YEAR || months.size() >= 11;
        if (months.size() > 1 && wholeYear) parts.add(DatePart.TIME_OF_YEAR);
        boolean single = daysOfMonth.size() == 1 || monthEnds || anyYear;
        if (daysOfWeek.size() > 1 && !single && last - first >= DAYS_PER_WEEK - 1) parts.add(DatePart.DAY_OF_WEEK);
        if (times.size() > 1 && last - first >= 1) parts.add(DatePart.TIME_OF_DAY);
        return parts;
    }

    private void add(String cell, Moment moment) {
        LocalDate day = moment.local().toLocalDate();
        months.add(day.getMonthValue());
        daysOfMonth.add(day.getDayOfMonth());
        daysOfWeek.add(day.getDayOfWeek().getValue());
        anyYear |= Dates.lacksYear(cell);
        monthEnds &= day.getDayOfMonth() == day.lengthOfMonth();
        if (times.size() < 2) times.add(moment.local().toLocalTime().toNanoOfDay());
        double days = moment.days();
        if (days < first) {
            first = days;
            earliest = cell;
        }
        if (days > last) {
            last = days;
            latest = cell;
        }
    }
}
