package hillock.tabular;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;

/// Values that may stand for a missing one. They are told to the user and left as they are: 99 may
/// be an age.
final class Sentinels {
    /// 99, -999, 9999.9, … and the ends of the ranges of short and int.
    private static final Pattern NINES = Pattern.compile("-?(9{2,8}(\\.9{1,2})?|32767|32768|2147483647|2147483648)|-9");

    private static final int FEWEST_OTHERS = 3;
    private static final int MANY_VALUES = 10;
    private static final double OFTEN = 0.01;

    private final double[] sorted;
    /// Where the rows of the least value end.
    private final int low;
    /// Where the rows of the greatest value begin.
    private final int high;

    private Sentinels(double[] sorted) {
        this.sorted = sorted;
        this.low = Groups.firstFrom(sorted, Math.nextUp(sorted[0]));
        this.high = Groups.firstFrom(sorted, sorted[sorted.length - 1]);
    }

    /// The least and the greatest of sorted numbers, where they are odd:
    /// - nines, farther from the rest than the rest is wide, or negative where the rest is not;
    /// - -1 where the rest is not negative and the next value much rarer;
    /// - 0 farther below the rest than the rest's standard deviation, in at most half of the rows.
    static List<Caution.Sentinel> numbers(String name, double[] sorted) {
        if (sorted.length == 0 || sorted[0] == sorted[sorted.length - 1]) return List.of();
        Sentinels ends = new Sentinels(sorted);
        List<Caution.Sentinel> found = new ArrayList<>();
        if (ends.leastIsOdd()) found.add(new Caution.Sentinel(name, sorted[0], ends.low, sorted[ends.low]));
        if (ends.greatestIsOdd())
            found.add(new Caution.Sentinel(name, most(sorted), sorted.length - ends.high, sorted[ends.high - 1]));
        return found;
    }

    private boolean leastIsOdd() {
        int others = distinct(low, sorted.length);
        if (others <= FEWEST_OTHERS) return false;
        double far = isNines(most(sorted)) ? sorted[high - 1] : most(sorted);
        if (isNines(sorted[0]) && (isApart(sorted[0], sorted[low], far) || sorted[low] >= 0)) return true;
        return others > MANY_VALUES && (isMinusOne() || isZero());
    }

    private boolean greatestIsOdd() {
        if (distinct(0, high) <= FEWEST_OTHERS || !isNines(most(sorted))) return false;
        double far = isNines(sorted[0]) || sorted[0] == -1 ? sorted[low] : sorted[0];
        return isApart(most(sorted), sorted[high - 1], far);
    }

    private static double most(double[] sorted) {
        return sorted[sorted.length - 1];
    }

    private static boolean isNines(double value) {
        return NINES.matcher(ColumnInfo.text(value)).matches();
    }

    private static boolean isApart(double value, double next, double far) {
        return Math.abs(value - next) >= Math.abs(next - far);
    }

    private boolean isMinusOne() {
        if (sorted[0] != -1 || sorted[low] < 0 || low < OFTEN * sorted.length) return false;
        int rowsOfNext = Groups.firstFrom(sorted, Math.nextUp(sorted[low])) - low;
        return low > 2 * rowsOfNext;
    }

    private boolean isZero() {
        if (sorted[0] != 0 || low * 2 > sorted.length) return false;
        double[] rest = Arrays.copyOfRange(sorted, low, sorted.length);
        return sorted[low] >= Moments.deviation(rest, Moments.mean(rest));
    }

    /// How many different values there are, counted as far as it matters.
    private int distinct(int from, int to) {
        int distinct = 0;
        for (int i = from; i < to && distinct <= MANY_VALUES; i++)
            if (i == from || sorted[i] != sorted[i - 1]) distinct++;
        return distinct;
    }
}
