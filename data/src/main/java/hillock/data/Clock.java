package hillock.data;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Times of day and durations, `6:30` or `1:30:15 PM`, as numbers of what stands before the first
/// colon: `6.5`.
final class Clock {
    private static final Pattern TIME = Pattern.compile(
            "(\\d{1,4}):([0-5]\\d)(?::([0-5]\\d(?:\\.\\d{1,9})?))?(?: ?([ap])\\.?m\\.?)?", Pattern.CASE_INSENSITIVE);

    private static final double PARTS = 60;
    private static final int HALF_DAY = 12;

    private Clock() {}

    static boolean isTime(String cell) {
        return TIME.matcher(Blanks.trim(cell)).matches();
    }

    /// A time as a number, written plainly; anything else as it is.
    static String plain(String cell) {
        Matcher m = TIME.matcher(Blanks.trim(cell));
        if (!m.matches()) return cell;
        int whole = Integer.parseInt(m.group(1));
        if (m.group(4) != null) whole = whole % HALF_DAY + (m.group(4).equalsIgnoreCase("p") ? HALF_DAY : 0);
        double seconds = m.group(3) == null ? 0 : Double.parseDouble(m.group(3));
        double value = whole + (Integer.parseInt(m.group(2)) + seconds / PARTS) / PARTS;
        return value == whole ? Integer.toString(whole) : Double.toString(value);
    }
}
