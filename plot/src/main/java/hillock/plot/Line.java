package hillock.plot;

/// A line through the points (x, y) in the order given; it breaks where a coordinate is NaN or infinite.
/// A `reference` line is thin, grey and dashed and takes no colour of its own: the identity, a baseline.
///
/// ```java
/// Line parabola = Line.of("x²", new double[] {-1, 0, 1}, new double[] {1, 0, 1});
/// ```
public record Line(String name, Values x, Values y, boolean reference) implements Series {
    public Line {
        Series.requirePairs(x, y);
    }

    public static Line of(String name, double[] x, double[] y) {
        return new Line(name, Values.of(x), Values.of(y), false);
    }

    /// A thin grey line to compare with.
    public static Line reference(String name, double[] x, double[] y) {
        return new Line(name, Values.of(x), Values.of(y), true);
    }
}
