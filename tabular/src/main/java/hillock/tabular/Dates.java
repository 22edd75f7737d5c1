package hillock.tabular;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Dates and times in cells.
///
/// | written | read as |
/// |---|---|
/// | `2024-03-31`, `2024/3/31`, `2024.03.31`, `2024年3月31日` | year, month, day |
/// | `2024-03`, `2024/03`, `Mar 2024`, `2024年3月` | the first of the month |
/// | `2024-Q1`, `2024Q1`, `2024-W13`, `2024-W13-7` | the first of the quarter; an ISO week's Monday, or day |
/// | `31.12.2024`, `31.12.24` | day, month, year |
/// | `31/12/2024`, `31-12-24` | day first or month first, see [DateOrder] |
/// | `31 Dec`, `Dec 31` | a day of the year 2000, which stands for any |
/// | `20241231` | year, month, day, from 1900 to 2099 |
/// | `31 Dec 2024`, `31-Dec-24`, `Dec 31, 2024`, `Tue, 31 December 2024` | English names, in any case |
///
/// A time may follow after `T`, a comma or a blank: `12:30`, `12:30:05.25`, `1:30 PM`, and a zone after that:
/// `Z`, `UTC`, `+02:00`, `-0530`. Years of two digits are those from 1970 to 2069.
final class Dates {
    private static final int PIVOT = 70;
    /// With a 29th of February.
    private static final String ANY_YEAR = "2000";

    private static final int SHORTEST = 5;
    private static final Pattern DAY_MONTH =
            Pattern.compile("(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]([a-z]{3,9})\\.?$", Pattern.CASE_INSENSITIVE);
    private static final Pattern MONTH_DAY =
            Pattern.compile("([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?$", Pattern.CASE_INSENSITIVE);
    private static final List<String> MONTHS =
            List.of("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
    private static final List<String> WHOLE_MONTHS = List.of(
            "january",
            "february",
            "march",
            "april",
            "may",
            "june",
            "july",
            "august",
            "september",
            "october",
            "november",
            "december",
            "sept");
    private static final String WEEKDAY = "(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? +)?";

    private static final Pattern TIME = Pattern.compile(
            "(?:T|,? +)(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,](\\d{1,9}))?)?(?: ?([ap])\\.?m\\.?)?"
                    + "(?: ?(z|utc|gmt|[+-]\\d{2}(?::?\\d{2})?))?(?:\\[[a-z_/+-]+\\])?",
            Pattern.CASE_INSENSITIVE);

    /// Makes a date of what a pattern found; empty where there is none.
    private interface Reader {
        Optional<LocalDate> read(MatchResult found, DateOrder order);
    }

    /// One way to write a date.
    private record Form(Pattern pattern, Reader reader) {
        static Form of(String regex, Reader reader) {
            return new Form(Pattern.compile(regex, Pattern.CASE_INSENSITIVE), reader);
        }
    }

    private static final List<Form> FORMS = List.of(
            Form.of(
                    "(\\d{4})([-/.])(\\d{1,2})\\2(\\d{1,2})(?!\\d)",
                    (m, _) -> date(m.group(1), m.group(3), m.group(4))),
            Form.of("(\\d{1,2})([-/.])(\\d{1,2})\\2(\\d{4}|\\d{2})(?!\\d)", Dates::numbers),
            Form.of("(\\d{4})[-/](\\d{1,2})(?![\\d/-])", (m, _) -> date(m.group(1), m.group(2), "1")),
            Form.of(
                    WEEKDAY + "(\\d{1,2})(?:st|nd|rd|th|\\.)?[ -]([a-z]{3,9})\\.?,?[ -](\\d{4}|\\d{2})(?!\\d)",
                    (m, _) -> named(m.group(3), m.group(2), m.group(1))),
            Form.of(
                    WEEKDAY + "([a-z]{3,9})\\.? (\\d{1,2})(?:st|nd|rd|th)?,? (\\d{4})(?!\\d)",
                    (m, _) -> named(m.group(3), m.group(1), m.group(2))),
            new Form(DAY_MONTH, (m, _) -> named(ANY_YEAR, m.group(2), m.group(1))),
            new Form(MONTH_DAY, (m, _) -> named(ANY_YEAR, m.group(1), m.group(2))),
            Form.of("((?:19|20)\\d{2})(\\d{2})(\\d{2})$", (m, _) -> date(m.group(1), m.group(2), m.group(3))),
            Form.of("([a-z]{3,9})\\.?[ -](\\d{4})(?!\\d)", (m, _) -> named(m.group(2), m.group(1), "1")),
            Form.of("(\\d{4})[- ]?q([1-4])(?!\\d)", (m, _) -> date(m.group(1), quarter(m.group(2)), "1")),
            Form.of("(\\d{4}-?w\\d{2})(-[1-7])?(?!\\d)", (m, _) -> week(m.group(1), m.group(2))),
            Form.of(
                    "(\\d{4})年(\\d{1,2})月(?:(\\d{1,2})日)?",
                    (m, _) -> date(m.group(1), m.group(2), m.group(3) == null ? "1" : m.group(3))));

    private static final int LONGEST = 60;

    private Dates() {}

    /// Whether a date, if the cell writes one, has no year: `31 Dec`.
    static boolean lacksYear(String cell) {
        return DAY_MONTH.matcher(cell).matches() || MONTH_DAY.matcher(cell).matches();
    }

    /// Whether a cell is a date only in some order, or another one in another.
    static boolean dependsOnOrder(String cell) {
        int digits = 0;
        while (digits < cell.length() && Character.isDigit(cell.charAt(digits))) digits++;
        return digits == 1 || digits == 2;
    }

    /// The date that a cell writes; empty where it writes none, or where its order is not known.
    static Optional<Moment> parse(String cell, DateOrder order) {
        // Most cells of most columns are no dates: no regular expression for them.
        if (cell.length() < SHORTEST || cell.length() > LONGEST || !mayBegin(cell.charAt(0))) return Optional.empty();
        try {
            for (Form form : FORMS) {
                Matcher matcher = form.pattern.matcher(cell);
                if (!matcher.lookingAt()) continue;
                Optional<LocalDate> date = form.reader.read(matcher, order);
                if (date.isEmpty()) return Optional.empty();
                return withTime(date.get(), cell.substring(matcher.end()));
            }
        } catch (DateTimeException e) {
            // February the 30th is text
        }
        return Optional.empty();
    }

    /// Days since 1970-01-01 at Greenwich; NaN where the cell writes no date.
    static double days(String cell, DateOrder order) {
        return parse(cell, order).map(Moment::days).orElse(Double.NaN);
    }

    private static boolean mayBegin(char first) {
        return (first >= '0' && first <= '9') || (first >= 'A' && first <= 'Z') || (first >= 'a' && first <= 'z');
    }

    private static Optional<Moment> withTime(LocalDate date, String rest) {
        if (rest.isEmpty()) return Optional.of(Moment.of(date));
        Matcher m = TIME.matcher(rest);
        if (!m.matches()) return Optional.empty();
        int hour = Integer.parseInt(m.group(1));
        if (m.group(5) != null) {
            if (hour < 1 || hour > 12) return Optional.empty();
            hour = hour % 12 + (m.group(5).equalsIgnoreCase("p") ? 12 : 0);
        }
        int second = m.group(3) == null ? 0 : Integer.parseInt(m.group(3));
        int nanos = m.group(4) == null ? 0 : Integer.parseInt((m.group(4) + "00000000").substring(0, 9));
        LocalTime time = LocalTime.of(hour, Integer.parseInt(m.group(2)), second, nanos);
        return Optional.of(new Moment(date.atTime(time), offset(m.group(6))));
    }

    private static int offset(String zone) {
        if (zone == null || Character.isLetter(zone.charAt(0))) return 0;
        String digits = zone.substring(1).replace(":", "");
        int hours = Integer.parseInt(digits.substring(0, 2));
        int minutes = digits.length() > 2 ? Integer.parseInt(digits.substring(2)) : 0;
        if (hours > 18 || minutes > 59) throw new DateTimeException("no zone: " + zone);
        int seconds = 3600 * hours + 60 * minutes;
        return zone.charAt(0) == '-' ? -seconds : seconds;
    }

    /// `31/12/2024` and its kin. Points stand for day, month, year wherever that is a date.
    private static Optional<LocalDate> numbers(MatchResult m, DateOrder order) {
        int a = Integer.parseInt(m.group(1));
        int b = Integer.parseInt(m.group(3));
        boolean points = m.group(2).equals(".");
        boolean dayFirst = switch (order) {
            case DAY_FIRST -> true;
            case MONTH_FIRST -> false;
            case CLEAR -> points || a > 12;
        };
        if (order == DateOrder.CLEAR && !points && a <= 12 && b <= 12 && a != b) return Optional.empty();
        return date(m.group(4), String.valueOf(dayFirst ? b : a), String.valueOf(dayFirst ? a : b));
    }

    private static Optional<LocalDate> date(String year, String month, String day) {
        int y = Integer.parseInt(year);
        if (year.length() == 2) y += y < PIVOT ? 2000 : 1900;
        return Optional.of(LocalDate.of(y, Integer.parseInt(month), Integer.parseInt(day)));
    }

    private static Optional<LocalDate> named(String year, String month, String day) {
        String name = month.toLowerCase(Locale.ROOT);
        int number = MONTHS.indexOf(name.substring(0, 3)) + 1;
        if (number == 0 || (name.length() > 3 && !WHOLE_MONTHS.contains(name))) return Optional.empty();
        return date(year, String.valueOf(number), day);
    }

    private static String quarter(String number) {
        return String.valueOf(3 * Integer.parseInt(number) - 2);
    }

    private static Optional<LocalDate> week(String week, String day) {
        String dashed = week.toUpperCase(Locale.ROOT).replace("-", "").replace("W", "-W");
        return Optional.of(LocalDate.parse(dashed + (day == null ? "-1" : day), DateTimeFormatter.ISO_WEEK_DATE));
    }
}
