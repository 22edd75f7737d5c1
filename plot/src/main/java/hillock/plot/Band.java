package hillock.plot;

/// From `low[i]` to `high[i]` at each x: a shaded area from point to point, or, not `shaded`, a
/// whisker with caps at each of them. It breaks where a number is NaN or infinite, and takes the
/// colour of the series before it, or grey where there is none.
///
/// ```java
/// Panel.of("", "age", "risk", Line.of("mean", x, mean), Band.shaded("middle 80 %", x, low, high));
/// Panel.of("", "", "importance", Bars.of("mean", names, means), Band.whiskers("spread", x, low, high));
/// ```
public record Band(String name, Values x, Values low, Values high, boolean shaded) implements Series {
    /// Half the width of a cap, as a share of the x axis.
    static final double CAP = 0.008;

    public Band {
        Series.requirePairs(x, low);
        Series.requirePairs(x, high);
    }

    /// An area between two lines.
    public static Band shaded(String name, double[] x, double[] low, double[] high) {
        return new Band(name, Values.of(x), Values.of(low), Values.of(high), true);
    }

    /// A bar of error for each x: the bars of [Bars#of] stand at 0, 1, 2, …
    public static Band whiskers(String name, double[] x, double[] low, double[] high) {
        return new Band(name, Values.of(x), Values.of(low), Values.of(high), false);
    }

    /// Whether anything can be drawn at the `i`-th x.
    boolean isPresent(int i) {
        return Double.isFinite(x.get(i)) && Double.isFinite(low.get(i)) && Double.isFinite(high.get(i));
    }
}
