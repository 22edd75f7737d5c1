package hillock.tabular;

import hillock.expr.Expr;
import hillock.nn.Module;
import hillock.nn.Parameter;
import hillock.nn.Pass;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.BitSet;

/// Brings features to one scale, whatever their distribution: `y = weight · z / √(1 + (z/3)²)`
/// with `z = (x - center) · spread`. Center and spread are the median and one by the distance of
/// the quartiles of the training rows, and stay; the weight of each feature is learnt, so that
/// the network can turn features up and down. The curve is all but straight where most values lie
/// and holds outliers within ±3.
///
/// Shapes: x and y `[n, features]`, the parameters `[features]`.
///
/// Source: the preprocessing and scaling layer of RealMLP, Holzmüller et al. 2024, arXiv 2407.04491.
public record RobustScale(Parameter center, Parameter spread, Parameter weight) implements Module {
    private static final double REACH = 3;
    private static final Expr CURVE = curve();

    /// Fitted on encoded rows, with weights of 1.
    ///
    /// @param even features that are left as they are, but for the curve: pixels have one scale
    ///     already, and bringing each to a scale of its own makes the most of those that are
    ///     hardly ever used
    static RobustScale of(Encoded x, BitSet even) {
        float[] centers = new float[x.features()];
        float[] spreads = new float[x.features()];
        float[] column = new float[x.rows()];
        for (int j = 0; j < centers.length; j++) {
            if (even.get(j)) {
                spreads[j] = 1;
                continue;
            }
            for (int i = 0; i < column.length; i++) column[i] = x.values()[i * x.features() + j];
            Arrays.sort(column);
            centers[j] = quantile(column, 0.5);
            spreads[j] = spread(column);
        }
        return new RobustScale(
                Parameter.of(Tensor.of(centers, centers.length)),
                Parameter.of(Tensor.of(spreads, spreads.length)),
                Parameter.of(Tensor.ones(centers.length)));
    }

    /// With nothing in it yet, for weights from a file.
    static RobustScale blank(int features) {
        return new RobustScale(
                Parameter.of(Tensor.zeros(features)),
                Parameter.of(Tensor.zeros(features)),
                Parameter.of(Tensor.zeros(features)));
    }

    /// One by the distance of the quartiles; where they are equal, two by the range; 0 for a constant.
    private static float spread(float[] sorted) {
        float quartiles = quantile(sorted, 0.75) - quantile(sorted, 0.25);
        if (quartiles > 0) return 1 / quartiles;
        float range = sorted[sorted.length - 1] - sorted[0];
        return range > 0 ? 2 / range : 0;
    }

    /// Between two values it lies where a straight line puts it.
    private static float quantile(float[] sorted, double share) {
        double place = share * (sorted.length - 1);
        int below = (int) place;
        if (below == sorted.length - 1) return sorted[below];
        return (float) (sorted[below] + (place - below) * (sorted[below + 1] - sorted[below]));
    }

    private static Expr curve() {
        Expr z = Expr.input(0).minus(Expr.input(1)).times(Expr.input(2));
        Expr bent = z.div(z.div(REACH).square().plus(1).sqrt());
        return bent.times(Expr.input(3));
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return Tensor.pointwise(CURVE, x, center.value(), spread.value(), weight.value());
    }
}
