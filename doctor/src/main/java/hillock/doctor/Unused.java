package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.nn.Activation;
import hillock.nn.Learned;
import hillock.nn.Linear;
import hillock.nn.Module;
import hillock.nn.Parameter;
import java.util.ArrayList;
import java.util.List;

/// D13: parameters that no gradient reaches, inputs that the answer does not depend on, and weight decay
/// that is too strong, or pulls at slopes.
final class Unused implements Detector {
    private static final double STRONG = 0.1;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        if (Double.isFinite(e.before().loss())) {
            parameters(e, findings);
            inputs(e, findings);
        }
        decay(e, findings);
        return findings;
    }

    /// Parameters without any gradient before training, unless a layer behind them lets nothing through.
    private static void parameters(Evidence e, List<Finding> findings) {
        if (e.before().layers().stream().anyMatch(Unused::isShut)) return;
        if (e.blocks().stream()
                .skip(1)
                .anyMatch(b -> b.linear().map(l -> isZero(e, l)).orElse(false))) return;
        List<String> without = e.before().gradients().entrySet().stream()
                .filter(g -> g.getValue() == 0)
                .map(java.util.Map.Entry::getKey)
                .filter(name -> e.start().get(name).shape().size() > 0)
                .toList();
        if (without.isEmpty()) return;
        double share = (double) without.size() / e.before().gradients().size();
        Place place = Place.Weights.of(without, Block.layers(e.module(), e.blocks()));
        findings.add(Finding.of(Cause.NO_GRADIENT, SERIOUS, place, share, 0, 0, without.size()));
    }

    private static boolean isShut(LayerState layer) {
        return layer.onRate().length > 0 && layer.unitsOnBelow(Double.MIN_VALUE).length == layer.onRate().length;
    }

    private static boolean isZero(Evidence e, Linear layer) {
        return Columns.rms(e.startOf(layer.weight())) == 0;
    }

    private static void inputs(Evidence e, List<Finding> findings) {
        Columns x = e.inputs();
        double[] gradient = e.before().inputGradient();
        List<String> unused = new ArrayList<>();
        boolean some = false;
        for (int c = 0; c < gradient.length; c++) {
            if (gradient[c] == 0 && x.deviation(c) > 0) unused.add(e.input(c));
            some |= gradient[c] > 0;
        }
        if (unused.isEmpty() || !some) return;
        double share = (double) unused.size() / gradient.length;
        findings.add(Finding.of(
                Cause.UNUSED_INPUTS,
                e.isBehind() ? WARNING : NOTE,
                new Place.Input(String.join(", ", unused)),
                share,
                0,
                0,
                unused.size(),
                gradient.length));
    }

    private static void decay(Evidence e, List<Finding> findings) {
        double decay = e.trainer().optimizer().settings().stream()
                .filter(s -> s.name().equals("weight_decay"))
                .mapToDouble(Activation.Setting::value)
                .findFirst()
                .orElse(0);
        if (decay == 0) return;
        double shrunk = shrunk(e);
        if (decay >= STRONG && e.isBehind()) {
            Severity severity = e.learnt() ? WARNING : SERIOUS;
            findings.add(
                    Finding.of(Cause.DECAY_TOO_STRONG, severity, new Place.Network(), decay, 0, STRONG, decay, shrunk));
        }
        boolean slopes = e.blocks().stream()
                .flatMap(b -> b.modules().stream())
                .anyMatch(m -> m instanceof Learned l && isDecayed(e, l.weight()));
        if (slopes) findings.add(Finding.of(Cause.DECAY_OF_SLOPES, NOTE, new Place.Network(), decay, 0, 0, decay));
    }

    /// Whether the weight decay of the optimizer, and not one of its own, holds for a parameter.
    private static boolean isDecayed(Evidence e, Parameter parameter) {
        return e.trainer().groupsOf(e.module()).stream()
                .filter(g -> g.parameters().contains(parameter))
                .allMatch(g -> g.settings().getOrDefault("weight_decay", 1.0) > 0);
    }

    /// What is left of the weights' size at the end of training.
    private static double shrunk(Evidence e) {
        double least = 1;
        for (Module module :
                e.blocks().stream().flatMap(b -> b.modules().stream()).toList()) {
            if (!(module instanceof Linear l)) continue;
            Parameter weight = l.weight();
            double before = Columns.rms(e.startOf(weight));
            if (before > 0) least = Math.min(least, Columns.rms(weight.value().detach()) / before);
        }
        return least;
    }
}
