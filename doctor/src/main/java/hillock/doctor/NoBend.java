package hillock.doctor;

import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/// D3: hidden layers that bend nowhere, since there is no activation between them, or its slope is
/// the same at every row: together they are one linear layer, whatever their number, and the rows
/// want more than that.
final class NoBend implements Detector {
    private static final double SAME = 1e-3;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Block> hidden = e.blocks().subList(0, e.blocks().size() - 1).stream()
                .filter(b -> b.number() > 0)
                .toList();
        if (hidden.isEmpty() || e.diverged() || !e.isBehind()) return List.of();
        for (Block block : hidden) if (!isStraight(block, e.after())) return List.of();
        String activations = hidden.stream()
                .map(b -> b.curve().map(Curve::name).orElse("-"))
                .distinct()
                .collect(Collectors.joining(", "));
        return List.of(Finding.of(
                Cause.NO_BEND,
                e.learnt() ? WARNING : SERIOUS,
                new Place.Network(),
                0,
                SAME,
                Double.POSITIVE_INFINITY,
                activations,
                hidden.size()));
    }

    private static boolean isStraight(Block block, Probe seen) {
        if (block.linear().isEmpty()) return false;
        if (block.curve().isEmpty()) return block.modules().size() == 1;
        double steepest = block.curve().get().steepest();
        return seen.layers().stream()
                .filter(l -> l.number() == block.number())
                .allMatch(l -> isSame(l.slope(), l.slopeRms() / steepest));
    }

    /// Whether all units' mean slopes are the root mean square of all slopes: then each slope is.
    private static boolean isSame(double[] means, double rms) {
        return rms > 0 && Arrays.stream(means).allMatch(m -> Math.abs(m - rms) < SAME * rms);
    }
}
