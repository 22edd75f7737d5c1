package hillock.doctor;

import hillock.nn.Linear;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/// The least and the largest sum that each unit can get from any row within the ranges of the inputs:
/// interval arithmetic from layer to layer. A unit whose sums all lie where the slope is 0 is *proved*
/// dead for all such rows, not only for those that were seen.
final class Bounds {
    private static final int POINTS = 33;

    private Bounds() {}

    private record Range(double[] low, double[] high) {}

    /// For each layer the units that are proved dead; empty from the first layer on that is not
    /// understood.
    static List<boolean[]> dead(List<Block> blocks, Columns inputs) {
        Range range = ofColumns(inputs);
        List<boolean[]> dead = new ArrayList<>();
        for (Block block : blocks) {
            Optional<Linear> linear = block.linear();
            Optional<Curve> curve = block.curve();
            boolean plain = linear.isPresent() && block.modules().size() == (curve.isPresent() ? 2 : 1);
            if (!plain || range.low.length != linear.get().in()) return dead;
            Range sums = sums(linear.get(), range);
            dead.add(curve.map(c -> flat(c, sums)).orElse(new boolean[sums.low.length]));
            range = curve.map(c -> through(c, sums)).orElse(sums);
        }
        return dead;
    }

    private static Range ofColumns(Columns x) {
        double[] low = new double[x.columns()];
        double[] high = new double[x.columns()];
        for (int c = 0; c < low.length; c++) {
            low[c] = Arrays.stream(x.column(c)).min().orElse(0);
            high[c] = Arrays.stream(x.column(c)).max().orElse(0);
        }
        return new Range(low, high);
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

    /// Whether the slope is 0 on the whole range: at points of it, since slopes of what can die change at
    /// kinks only.
    private static boolean[] flat(Curve curve, Range sums) {
        boolean[] flat = new boolean[sums.low.length];
        for (int u = 0; u < flat.length; u++) {
            flat[u] = curve.dies();
            for (double x : points(sums, u)) flat[u] &= curve.slope(x) == 0;
        }
        return flat;
    }

    private static Range through(Curve curve, Range sums) {
        double[] low = new double[sums.low.length];
        double[] high = new double[sums.low.length];
        boolean monotone = curve.traits().trend() != hillock.nn.Traits.Trend.MIXED;
        for (int u = 0; u < low.length; u++) {
            double[] values = Arrays.stream(points(sums, u)).map(curve::value).toArray();
            low[u] = Arrays.stream(values).min().orElse(0);
            high[u] = Arrays.stream(values).max().orElse(0);
            if (!monotone) {
                low[u] = curve.traits().range().low();
                high[u] = Math.max(high[u], Math.abs(high[u]) + Math.abs(sums.high[u] - sums.low[u]) / POINTS);
            }
        }
        return new Range(low, high);
    }

    private static double[] points(Range sums, int unit) {
        double[] points = new double[POINTS];
        for (int i = 0; i < POINTS; i++)
            points[i] = sums.low[unit] + (sums.high[unit] - sums.low[unit]) * i / (POINTS - 1);
        return points;
    }
}
