package hillock.plot;

/// A line through the points (x, y) in the order given; it breaks where a coordinate is NaN or infinite.
///
/// ```java
/// Line parabola = Line.of("x²", new double[] {-1, 0, 1}, new double[] {1, 0, 1});
/// ```
public record Line(String name, Values x, Values y, Look look) implements Series {
    /// How a line is drawn.
    public enum Look {
        /// In the next colour.
        PLAIN,
        /// Thin and sheer, in the colour of the plain line that follows: one of many, of which
        /// that is the middle.
        FAINT,
        /// Thin, grey and dashed: the identity, a baseline.
        REFERENCE
    }

    public Line {
        Series.requirePairs(x, y);
    }

    /// A plain line.
    public Line(String name, Values x, Values y) {
        this(name, x, y, Look.PLAIN);
    }

    public static Line of(String name, double[] x, double[] y) {
        return new Line(name, Values.of(x), Values.of(y));
    }

    /// A thin grey line to compare with.
    public static Line reference(String name, double[] x, double[] y) {
        return new Line(name, Values.of(x), Values.of(y), Look.REFERENCE);
    }
}
