package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.WARNING;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.ToDoubleFunction;

/// D4: how far a step moves the weights, as a share of their size. About a thousandth is usual; a tenth
/// throws away what was learnt, a millionth gets nowhere. What it means for the learning rate is told by
/// [LearningRate].
final class StepSizes implements Detector {
    static final double LARGE = 0.2;
    static final double SMALL = 1e-6;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        double large = typical(e, Update::largest);
        if (large > LARGE) findings.add(finding(Cause.STEPS_TOO_LARGE, NOTE, new Place.Network(), large, e));
        still(e).ifPresent(findings::add);
        return findings;
    }

    /// The weights that hardly move. If they do not move at all beside others that do, although they
    /// have a gradient, they are frozen, and that matters where the network is behind.
    private static Optional<Finding> still(Evidence e) {
        if (e.updates().isEmpty()) return Optional.empty();
        Map<String, Double> typical = new TreeMap<>();
        for (String name : e.updates().getFirst().ratios().keySet())
            typical.put(name, typical(e, u -> u.ratios().getOrDefault(name, Double.NaN)));
        List<String> still = typical.keySet().stream()
                .filter(name -> typical.get(name) < SMALL)
                .toList();
        if (still.isEmpty()) return Optional.empty();
        boolean frozen = still.size() < typical.size()
                && still.stream()
                        .allMatch(name ->
                                typical.get(name) == 0 && e.before().gradients().getOrDefault(name, 0.0) > 0);
        Place place = still.size() == typical.size()
                ? new Place.Network()
                : Place.Weights.of(still, Block.layers(e.module(), e.blocks()));
        double least = still.stream().mapToDouble(typical::get).min().orElse(0);
        Severity severity = frozen && e.isBehind() ? WARNING : NOTE;
        return Optional.of(finding(Cause.STEPS_TOO_SMALL, severity, place, least, e));
    }

    private static Finding finding(Cause cause, Severity severity, Place place, double ratio, Evidence e) {
        return Finding.of(cause, severity, place, ratio, SMALL, LARGE, e.lr());
    }

    /// The median over the steps that were looked at after the first, in which optimizers that divide by
    /// running averages always go far; NaN if there was none.
    static double typical(Evidence e, ToDoubleFunction<Update> measure) {
        double[] sorted = e.updates().stream()
                .skip(e.updates().size() > 1 ? 1 : 0)
                .mapToDouble(measure)
                .filter(r -> !Double.isNaN(r))
                .sorted()
                .toArray();
        return sorted.length == 0 ? Double.NaN : sorted[sorted.length / 2];
    }
}
