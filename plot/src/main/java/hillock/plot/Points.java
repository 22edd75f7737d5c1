package hillock.plot;

/// A scatter of points (x, y); those with a NaN or infinite coordinate are left out.
///
/// ```java
/// Points data = Points.of("data", new double[] {1, 2, 3}, new double[] {2.1, 3.9, 6.2});
/// ```
public record Points(String name, Values x, Values y) implements Series {
    public Points {
        Series.requirePairs(x, y);
    }

    public static Points of(String name, double[] x, double[] y) {
        return new Points(name, Values.of(x), Values.of(y));
    }
}
