package hillock.doctor;

import java.util.Arrays;
import java.util.Optional;

/// A layer at one moment, over the rows of a probe. Pre-activations z are what the weights make of the
/// layer's input.
///
/// @param number of the layer, from 1
/// @param onRate of each unit: the share of rows at which its slope is not 0; empty where there is no
///     curve
/// @param slope of each unit: the mean absolute slope as a share of the curve's largest; empty where
///     there is no curve
/// @param spread the standard deviation of z over the rows, as a root mean square over the units
/// @param size the root mean square of z
/// @param outSpread the spread of what the layer puts out
/// @param gradient the root mean square of the loss's gradient with respect to z, times the rows
/// @param slopeRms the root mean square of the slopes themselves; 1 where there is no curve
/// @param weight the root mean square of the weights; NaN without linear weights
/// @param weightGradient that of their gradient
/// @param histogram of z from minus to plus `histogramEnd`, what is beyond in the outermost bins
/// @param histogramEnd far enough for nearly all of z
/// @param copies the share of units that do the same as an earlier one; NaN where it was not looked at
/// @param rank the effective number of directions in which outputs vary, `(Σλ)² / Σλ²` of their
///     covariance; NaN where it was not looked at
public record LayerState(
        int number,
        Optional<String> activation,
        int units,
        double[] onRate,
        double[] slope,
        double spread,
        double size,
        double outSpread,
        double gradient,
        double slopeRms,
        double weight,
        double weightGradient,
        int[] histogram,
        double histogramEnd,
        double copies,
        double rank) {
    /// Bins of the histogram.
    public static final int BINS = 80;

    /// The units that are on for fewer than this share of the rows, from 0.
    int[] unitsOnBelow(double share) {
        return java.util.stream.IntStream.range(0, onRate.length)
                .filter(u -> onRate[u] < share)
                .toArray();
    }

    double meanSlope() {
        return Arrays.stream(slope).average().orElse(1);
    }
}
