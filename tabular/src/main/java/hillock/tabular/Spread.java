package hillock.tabular;

import java.util.Arrays;
import java.util.Optional;

/// How numbers are spread.
///
/// ```java
/// Spread.of(new double[] {1, 2, 3, 10}).orElseThrow().median();   // 2.5
/// ```
///
/// @param lower the lower quartile, by linear interpolation as NumPy's
/// @param deviation the population's standard deviation
/// @param skewness the third moment `Σ ((xᵢ − mean)/deviation)³/n`: 0 for symmetric numbers, 2 for exponential ones; 0
///     where all are equal
public record Spread(
        double min,
        double lower,
        double median,
        double upper,
        double max,
        double mean,
        double deviation,
        double skewness) {
    /// The spread of finite numbers; empty for none.
    public static Optional<Spread> of(double[] x) {
        if (x.length == 0) return Optional.empty();
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        return Optional.of(ofSorted(sorted));
    }

    static Spread ofSorted(double[] sorted) {
        double mean = Moments.mean(sorted);
        double deviation = Moments.deviation(sorted, mean);
        double cubes = 0;
        if (deviation > 0) {
            for (double v : sorted) {
                double z = v / deviation - mean / deviation;
                cubes += z * z * z;
            }
        }
        return new Spread(
                sorted[0],
                quantile(sorted, 0.25),
                quantile(sorted, 0.5),
                quantile(sorted, 0.75),
                sorted[sorted.length - 1],
                mean,
                deviation,
                cubes / sorted.length);
    }

    private static double quantile(double[] sorted, double share) {
        double at = share * (sorted.length - 1);
        int below = (int) at;
        if (below == sorted.length - 1) return sorted[below];
        double part = at - below;
        return sorted[below] * (1 - part) + sorted[below + 1] * part;
    }
}
