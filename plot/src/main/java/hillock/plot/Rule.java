package hillock.plot;

/// A dashed grey line across the whole panel: at x = `at` where `vertical`, else at y = `at`.
///
/// ```java
/// Rule best = Rule.vertical("best epoch 37", 37);
/// ```
public record Rule(String name, double at, boolean vertical) implements Series {
    public static Rule vertical(String name, double x) {
        return new Rule(name, x, true);
    }

    public static Rule horizontal(String name, double y) {
        return new Rule(name, y, false);
    }
}
