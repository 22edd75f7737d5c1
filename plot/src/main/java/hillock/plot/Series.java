package hillock.plot;

/// One thing drawn in a [Panel]. Its name goes to the legend; an empty name stays out of it.
public sealed interface Series permits Line, Points, Band, Bars, Rule, Region, HeatMap {
    String name();

    /// Both coordinates must come in pairs.
    static void requirePairs(Values x, Values y) {
        if (x.size() != y.size()) {
            throw new IllegalArgumentException(x.size() + " values of x, but " + y.size() + " of y");
        }
    }
}
