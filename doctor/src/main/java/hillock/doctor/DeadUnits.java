package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// D1: units whose slope is 0 on every training row (dead: no gradient reaches them, they never change
/// again), and such as answer hardly ever (quiet: they may well be right). ReLU and its kin; also units
/// stuck at the top of relu6 or hardtanh.
final class DeadUnits implements Detector {
    static final double HEALTHY = 0.25;
    static final double MANY = 0.5;
    static final double NEARLY_ALL = 0.9;
    private static final double QUIET = 0.01;

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        List<Finding> findings = new ArrayList<>();
        List<boolean[]> proved = Bounds.dead(e.blocks(), e.inputs());
        for (int i = 0; i < e.blocks().size(); i++) {
            if (!e.blocks().get(i).curve().map(Curve::dies).orElse(false)) continue;
            double[] rates = e.onRates().get(i);
            int[] dead =
                    IntStream.range(0, rates.length).filter(u -> rates[u] == 0).toArray();
            int[] quiet = IntStream.range(0, rates.length)
                    .filter(u -> rates[u] > 0 && rates[u] < QUIET)
                    .toArray();
            if (dead.length > HEALTHY * rates.length) {
                int sure = i < proved.size() ? count(proved.get(i)) : 0;
                findings.add(dead(e, i, dead, rates.length, sure));
            }
            if (quiet.length > HEALTHY * rates.length) {
                double share = (double) quiet.length / rates.length;
                findings.add(Finding.of(
                        Cause.QUIET_UNITS, NOTE, place(e, i, quiet), share, 0, HEALTHY, quiet.length, rates.length));
            }
        }
        return findings;
    }

    private static Finding dead(Evidence e, int layer, int[] dead, int units, int proved) {
        double share = (double) dead.length / units;
        Severity worst = share >= NEARLY_ALL ? SERIOUS : share >= MANY ? WARNING : NOTE;
        Severity severity = e.symptom(worst);
        // A layer that lets nothing through cannot be harmless.
        if (share == 1) severity = SERIOUS;
        int epoch = epochOfDeath(e, layer, dead);
        Cause cause =
                !e.watched() ? Cause.STUCK_UNITS : epoch == 0 && biased(e, layer) ? Cause.BAD_BIASES : Cause.DEAD_UNITS;
        return Finding.of(cause, severity, place(e, layer, dead), share, 0, HEALTHY, dead.length, units, epoch, proved);
    }

    /// The first look at which at least half of them were dead already.
    static int epochOfDeath(Evidence e, int layer, int[] dead) {
        for (Probe probe : e.probes()) {
            double[] rates = probe.layers().get(layer).onRate();
            long already = Arrays.stream(dead).filter(u -> rates[u] == 0).count();
            if (already >= (dead.length + 1) / 2) return probe.epoch();
        }
        return e.end().epochs();
    }

    /// Whether biases, not inputs, hold the sums of this layer down before training.
    private static boolean biased(Evidence e, int layer) {
        LayerState before = e.before().layers().get(layer);
        double bias = e.blocks()
                .get(layer)
                .linear()
                .map(l -> mean(e.startOf(l.bias()).toDoubles()))
                .orElse(0.0);
        return bias < -2 * before.spread();
    }

    private static double mean(double[] x) {
        return Arrays.stream(x).average().orElse(0);
    }

    private static Place place(Evidence e, int layer, int[] units) {
        return new Place.Layer(
                e.blocks().get(layer).number(), Arrays.stream(units).boxed().toList());
    }

    private static int count(boolean[] flags) {
        return (int) IntStream.range(0, flags.length).filter(i -> flags[i]).count();
    }
}
