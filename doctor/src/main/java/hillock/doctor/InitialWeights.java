package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.nn.Init;
import hillock.nn.Linear;
import java.util.ArrayList;
import java.util.List;

/// D5: initial weights that do not fit the activation, so that signals fade or swell from layer to layer
/// before anything is learnt; and (D6) units that begin as copies of one another, which no training can
/// tell apart.
final class InitialWeights implements Detector {
    static final double SMALL = 0.25;
    static final double LARGE = 4;
    private static final double FAR = 4;
    private static final double FADED = 0.02;
    private static final double SWOLLEN = 50;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        symmetric(e, findings);
        double logs = 0;
        int counted = 0;
        for (int i = 0; i < e.blocks().size() - 1; i++) {
            double share = share(e, i);
            if (Double.isNaN(share)) continue;
            logs += Math.log(Math.max(share, 1e-6));
            counted++;
        }
        if (counted == 0 || !findings.isEmpty()) return findings;
        double share = Math.exp(logs / counted);
        List<LayerState> hidden = e.before().hidden();
        double grows = hidden.getLast().spread() / hidden.getFirst().spread();
        boolean fades = grows < FADED && share < 0.8 && counted > 2;
        boolean swells = grows > SWOLLEN && share > 1.25 && counted > 1;
        if (share < SMALL || fades) findings.add(finding(Cause.WEIGHTS_TOO_SMALL, e, share, grows));
        if (share > LARGE || swells) findings.add(finding(Cause.WEIGHTS_TOO_LARGE, e, share, grows));
        return findings;
    }

    private static Finding finding(Cause cause, Evidence e, double share, double grows) {
        boolean far = share < SMALL / FAR || share > LARGE * FAR || grows < FADED / 10 || grows > SWOLLEN * 10;
        Severity severity = e.symptom(far ? SERIOUS : WARNING);
        String suited = GradientFlow.curve(e)
                .map(c -> Init.suitedTo(c.activation()).label())
                .orElse("");
        return Finding.of(cause, severity, new Place.Network(), share, SMALL, LARGE, share, grows, suited);
    }

    /// The size of a hidden layer's weights before training as a share of what suits the activation
    /// behind it.
    private static double share(Evidence e, int layer) {
        Block block = e.blocks().get(layer);
        if (block.linear().isEmpty() || block.curve().isEmpty()) return Double.NaN;
        Linear linear = block.linear().get();
        var activation = block.curve().get().activation();
        double suited = Init.suitedTo(activation).deviation(activation.gain(), linear.out(), linear.in());
        return e.before().layers().get(layer).weight() / suited;
    }

    private static void symmetric(Evidence e, List<Finding> findings) {
        for (int i = 0; i < e.blocks().size() - 1; i++) {
            Block block = e.blocks().get(i);
            if (block.linear().isEmpty() || block.linear().get().out() < 2) continue;
            double share = equalRows(e, block.linear().get());
            if (share <= 0.5) continue;
            Severity severity = e.learnt() && !e.isBehind() ? NOTE : share > 0.9 ? SERIOUS : WARNING;
            findings.add(Finding.of(Cause.SYMMETRIC_WEIGHTS, severity, Place.layer(block.number()), share, 0, 0.5));
        }
    }

    /// The share of units that begin with the weights and bias of an earlier one.
    private static double equalRows(Evidence e, Linear layer) {
        double[] weight = e.startOf(layer.weight()).toDoubles();
        double[] bias = e.startOf(layer.bias()).toDoubles();
        int in = layer.in();
        int equal = 0;
        for (int u = 1; u < bias.length; u++) {
            boolean same = Math.abs(bias[u] - bias[0]) < 1e-9;
            for (int i = 0; i < in && same; i++) same = Math.abs(weight[u * in + i] - weight[i]) < 1e-9;
            if (same) equal++;
        }
        return (double) equal / (bias.length - 1);
    }
}
