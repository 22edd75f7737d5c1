package hillock.doctor;

import hillock.nn.Interval;
import hillock.nn.Linear;
import hillock.nn.Traits;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// The least and the largest sum that each unit can get from any row within the ranges of the inputs:
/// interval arithmetic from layer to layer. A unit whose sums all lie where the slope is 0 is *proved*
/// dead for all such rows, not only for those that were seen.
final class Bounds {
    private static final int POINTS = 33;

    private Bounds() {}

    /// What the sums of a layer's units can be.
    ///
    /// @param curve of the activation behind them
    record Layer(int number, Optional<Curve> curve, double[] low, double[] high) {
        /// The units whose slope is 0 whatever the inputs.
        boolean[] dead() {
            boolean[] dead = new boolean[low.length];
            if (curve.isEmpty() || !curve.get().dies()) return dead;
            DoubleUnaryOperator slope = curve.get().slope();
            for (int u = 0; u < dead.length; u++) dead[u] = isFlat(slope, low[u], high[u]);
            return dead;
        }

        /// At points of the range, the ends first, since slopes of what can die change at kinks only.
        private static boolean isFlat(DoubleUnaryOperator slope, double low, double high) {
            if (slope.applyAsDouble(high) != 0 || slope.applyAsDouble(low) != 0) return false;
            return Arrays.stream(points(low, high)).allMatch(x -> slope.applyAsDouble(x) == 0);
        }

        /// The units that stay where the curve is flat on one side, whatever the inputs.
        boolean[] saturated() {
            boolean[] flat = new boolean[low.length];
            if (curve.isEmpty() || !curve.get().saturates()) return flat;
            Traits traits = curve.get().traits();
            for (int u = 0; u < flat.length; u++) flat[u] = high[u] < traits.flatBelow() || low[u] > traits.flatAbove();
            return flat;
        }
    }

    private record Range(double[] low, double[] high) {}

    /// For each layer the units that are proved dead; empty from the first layer on that is not
    /// understood.
    static List<boolean[]> dead(List<Block> blocks, Columns inputs) {
        return of(blocks, intervals(inputs)).stream().map(Layer::dead).toList();
    }

    /// The layers up to the first that is not understood, for inputs within these intervals.
    static List<Layer> of(List<Block> blocks, List<Interval> inputs) {
        Range range = new Range(
                inputs.stream().mapToDouble(Interval::low).toArray(),
                inputs.stream().mapToDouble(Interval::high).toArray());
        List<Layer> layers = new ArrayList<>();
        for (Block block : blocks) {
            Optional<Linear> linear = block.linear();
            Optional<Curve> curve = block.curve();
            boolean plain = linear.isPresent() && block.modules().size() == (curve.isPresent() ? 2 : 1);
            if (!plain || range.low.length != linear.get().in()) return layers;
            Range sums = sums(linear.get(), range);
            layers.add(new Layer(block.number(), curve, sums.low, sums.high));
            range = curve.map(c -> through(c, sums)).orElse(sums);
        }
        return layers;
    }

    /// From the least to the largest number of each column.
    static List<Interval> intervals(Columns x) {
        return IntStream.range(0, x.columns())
                .mapToObj(x::column)
                .map(c -> new Interval(
                        Arrays.stream(c).min().orElse(0),
                        true,
                        Arrays.stream(c).max().orElse(0),
                        true))
                .toList();
    }

    private static Range sums(Linear layer, Range in) {
        double[] weight = layer.weight().value().detach().toDoubles();
        double[] low = layer.bias().value().detach().toDoubles();
        double[] high = low.clone();
        for (int u = 0; u < low.length; u++) {
            for (int i = 0; i < layer.in(); i++) {
                double w = weight[u * layer.in() + i];
                low[u] += w * (w > 0 ? in.low[i] : in.high[i]);
                high[u] += w * (w > 0 ? in.high[i] : in.low[i]);
            }
        }
        return new Range(low, high);
    }

    private static Range through(Curve curve, Range sums) {
        double[] low = new double[sums.low.length];
        double[] high = new double[sums.low.length];
        DoubleUnaryOperator value = curve.value();
        boolean monotone = curve.traits().trend() != Traits.Trend.MIXED;
        for (int u = 0; u < low.length; u++) {
            double[] at = monotone ? new double[] {sums.low[u], sums.high[u]} : points(sums.low[u], sums.high[u]);
            double[] values = Arrays.stream(at).map(value).toArray();
            low[u] = Arrays.stream(values).min().orElse(0);
            high[u] = Arrays.stream(values).max().orElse(0);
            if (!monotone) {
                low[u] = curve.traits().range().low();
                high[u] = Math.max(high[u], Math.abs(high[u]) + Math.abs(sums.high[u] - sums.low[u]) / POINTS);
            }
        }
        return new Range(low, high);
    }

    private static double[] points(double low, double high) {
        double[] points = new double[POINTS];
        for (int i = 0; i < POINTS; i++) points[i] = low + (high - low) * i / (POINTS - 1);
        return points;
    }
}
