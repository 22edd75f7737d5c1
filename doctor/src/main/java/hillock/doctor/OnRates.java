package hillock.doctor;

import hillock.nn.Module;
import hillock.nn.Pass;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;

/// For each layer and unit the share of rows at which its slope is not 0, in a pass over many rows.
final class OnRates {
    private static final int TOGETHER = 2048;

    private OnRates() {}

    static List<double[]> of(List<Block> blocks, Tensor x) {
        int rows = x.shape().dim(0);
        List<double[]> rates = new ArrayList<>();
        for (int from = 0; from < rows; from += TOGETHER)
            add(blocks, x.slice(0, from, Math.min(rows, from + TOGETHER)), rows, rates);
        return rates;
    }

    private static void add(List<Block> blocks, Tensor x, int rows, List<double[]> rates) {
        Tensor h = x;
        for (int i = 0; i < blocks.size(); i++) {
            double[] rate = new double[0];
            for (Module module : blocks.get(i).modules()) {
                boolean first = rate.length == 0 && Curve.is(module);
                if (first) rate = on(blocks.get(i).curve().orElseThrow(), h.detach(), rows);
                h = module.forward(h, Pass.INFERENCE).detach();
            }
            if (i == rates.size()) rates.add(rate);
            else for (int u = 0; u < rate.length; u++) rates.get(i)[u] += rate[u];
        }
    }

    private static double[] on(Curve curve, Tensor z, int rows) {
        float[] slopes = curve.slopes(z);
        double[] rate = new double[slopes.length / z.shape().dim(0)];
        for (int i = 0; i < slopes.length; i++) if (slopes[i] != 0) rate[i % rate.length] += 1.0 / rows;
        return rate;
    }
}
