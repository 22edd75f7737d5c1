package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Module;
import hillock.nn.Parameter;
import hillock.nn.Pass;
import hillock.tensor.Gradients;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/// A look into a network at one moment: one pass forward and one backward over a sample of the rows,
/// apart from the training, which it does not touch.
///
/// @param epoch after which it was taken; 0 before training
/// @param loss of the sample
/// @param layers in order
/// @param outputs of the network on the sample, row by row
/// @param inputGradient for each input, the root mean square of the loss's gradient
/// @param gradients for each parameter by name, the root mean square of the gradient
public record Probe(
        int epoch,
        double loss,
        List<LayerState> layers,
        Columns outputs,
        double[] inputGradient,
        Map<String, Double> gradients) {
    private static final double LEAST_END = 4;
    private static final double FAR = 3.5;
    private static final double MOST_END = 1e6;

    /// A layer during the pass: its input's sum before the activation, what it puts out, and a 0 added to
    /// the sum, whose gradient is the sum's.
    private record Passed(Block block, Tensor z, Tensor out, Tensor nothing) {}

    /// Looks at a network.
    ///
    /// @param similar whether units are compared with one another, which takes longer
    static Probe of(int epoch, Module network, List<Block> blocks, Loss loss, Dataset sample, boolean similar) {
        Tensor x = sample.x().requiresGradient();
        List<Passed> passed = new ArrayList<>();
        Tensor h = x;
        for (Block block : blocks) {
            Passed p = pass(block, h);
            passed.add(p);
            h = p.out;
        }
        Tensor value = loss.apply(h, sample.y());
        Gradients gradients = value.gradients();
        int rows = sample.rows();
        List<LayerState> states =
                passed.stream().map(p -> state(p, gradients, rows, similar)).toList();
        Columns toInput = Columns.of(gradients.of(x));
        double[] inputGradient = new double[toInput.columns()];
        for (int c = 0; c < inputGradient.length; c++) inputGradient[c] = Columns.rms(toInput.column(c)) * rows;
        Map<String, Double> byName = new TreeMap<>();
        hillock.nn.Parameters.of(network).forEach((name, p) -> byName.put(name, Columns.rms(gradients.of(p.value()))));
        return new Probe(epoch, value.item(), states, Columns.of(h.detach()), inputGradient, byName);
    }

    private static Passed pass(Block block, Tensor input) {
        Tensor h = input;
        Tensor z = null;
        Tensor nothing = null;
        for (Module module : block.modules()) {
            if (z == null && Curve.is(module)) {
                nothing = Tensor.zeros(h.shape().dims()).requiresGradient();
                z = h;
                h = h.plus(nothing);
            }
            h = module.forward(h, Pass.INFERENCE);
        }
        if (z == null) {
            nothing = Tensor.zeros(h.shape().dims()).requiresGradient();
            z = h;
            h = h.plus(nothing);
        }
        return new Passed(block, z, h, nothing);
    }

    private static LayerState state(Passed p, Gradients gradients, int rows, boolean similar) {
        Columns z = Columns.of(p.z.detach());
        Columns out = Columns.of(p.out.detach());
        Optional<Curve> curve = p.block.curve();
        double[] onRate = new double[curve.isPresent() ? z.columns() : 0];
        double[] slope = new double[onRate.length];
        double slopeRms = 1;
        if (curve.isPresent()) slopeRms = slopes(curve.get(), p.z, z, onRate, slope);
        Optional<Linear> linear = p.block.linear();
        Similarity alike = similar ? Similarity.of(out) : Similarity.UNKNOWN;
        double end = histogramEnd(z);
        return new LayerState(
                p.block.number(),
                curve.map(Curve::name),
                z.columns(),
                onRate,
                slope,
                z.spread(),
                z.size(),
                out.spread(),
                Columns.rms(gradients.of(p.nothing)) * rows,
                slopeRms,
                linear.map(l -> Columns.rms(l.weight().value().detach())).orElse(Double.NaN),
                linear.map(l -> rmsGradient(gradients, l.weight())).orElse(Double.NaN),
                histogram(z.values(), end),
                end,
                alike.copies(),
                alike.rank());
    }

    private static double rmsGradient(Gradients gradients, Parameter parameter) {
        return Columns.rms(gradients.of(parameter.value()));
    }

    /// Fills in on-rates and mean slopes; the root mean square of the slopes.
    private static double slopes(Curve curve, Tensor at, Columns z, double[] onRate, double[] slope) {
        float[] slopes = curve.slopes(at);
        double squares = 0;
        double one = 1.0 / z.rows();
        double scale = one / curve.steepest();
        for (int i = 0, unit = 0; i < slopes.length; i++) {
            double s = Math.abs(slopes[i]);
            if (s > 0) onRate[unit] += one;
            slope[unit] += s * scale;
            squares += s * s;
            unit = unit + 1 == onRate.length ? 0 : unit + 1;
        }
        return Math.sqrt(squares / Math.max(1, slopes.length));
    }

    /// A whole number that at most one sum in ten is beyond, whatever they are like, and few of usual ones.
    private static double histogramEnd(Columns z) {
        double most = 0;
        for (double v : z.values()) if (Double.isFinite(v)) most = Math.max(most, Math.abs(v));
        double far = FAR * z.size();
        // Where some are no numbers the others still have a place.
        return Math.ceil(Math.max(LEAST_END, Double.isFinite(far) ? Math.min(most, far) : Math.min(most, MOST_END)));
    }

    private static int[] histogram(double[] z, double end) {
        int[] counts = new int[LayerState.BINS];
        for (double v : z) {
            int bin = (int) Math.floor((v + end) / (2 * end) * counts.length);
            counts[Math.clamp(bin, 0, counts.length - 1)]++;
        }
        return counts;
    }

    /// The layers before the last, without what stands before the first weights and only scales the inputs.
    List<LayerState> hidden() {
        return layers.subList(0, layers.size() - 1).stream()
                .filter(l -> l.number() > 0)
                .toList();
    }
}
