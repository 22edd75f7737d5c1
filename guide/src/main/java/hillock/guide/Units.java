package hillock.guide;

import hillock.expr.Expr;
import hillock.nn.Activation;
import hillock.nn.Module;
import hillock.nn.Sequential;
import hillock.tensor.Tensor;

/// The hidden units of a network and how many of them are dead.
///
/// A unit is *dead* if its activation's derivative is 0 for every row of the data: no error reaches its weights, so
/// they never change again.
///
/// ```java
/// Units units = Units.of(net, data.x());
/// System.out.println(units.dead() + " of " + units.all());
/// ```
public record Units(int dead, int all) {
    /// Counts behind each activation of the network, for these rows.
    public static Units of(Sequential net, Tensor rows) {
        int dead = 0;
        int all = 0;
        Tensor signal = rows;
        for (Module layer : net.layers()) {
            if (layer instanceof Activation f) {
                Tensor sums = signal.detach().requiresGradient();
                Tensor slopes = f.apply(sums).sum().gradients().of(sums);
                double[] steepest = slopes.map(Expr::abs).max(0).toDoubles();
                for (double slope : steepest) if (slope == 0) dead++;
                all += steepest.length;
            }
            signal = layer.apply(signal);
        }
        return new Units(dead, all);
    }
}
