package hillock.bench;

import java.util.Arrays;

/// Where the numbers of several turns lie.
///
/// @param median the middle one
/// @param lower a quarter lies below
/// @param upper a quarter lies above
public record Spread(double median, double lower, double upper, double min, double max) {
    static Spread of(double... numbers) {
        if (numbers.length == 0) throw new IllegalArgumentException("no numbers");
        double[] sorted = numbers.clone();
        Arrays.sort(sorted);
        return new Spread(
                quantile(sorted, 0.5),
                quantile(sorted, 0.25),
                quantile(sorted, 0.75),
                sorted[0],
                sorted[sorted.length - 1]);
    }

    /// Between two neighbours in proportion.
    private static double quantile(double[] sorted, double part) {
        double at = part * (sorted.length - 1);
        int below = (int) at;
        int above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (at - below) * (sorted[above] - sorted[below]);
    }
}
