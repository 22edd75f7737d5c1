package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.nn.Event;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/// D10: a learning rate that is too high or too low, told from how training went, from the size of the
/// steps, from the range test, and from the symptoms found before: units that died or saturated while
/// steps were large.
final class LearningRate implements Detector {
    static final double FAST = 0.05;
    static final double WILD = 0.3;
    /// The first step moves the weights by more than their own size.
    static final double LEAP = 1;
    static final double SLOW = 3e-5;
    private static final double BEYOND = 0.7;
    private static final double FAR_BELOW = 30;
    private static final Set<Cause> OTHER = EnumSet.of(
            Cause.INPUT_NOT_FINITE,
            Cause.TARGET_NOT_FINITE,
            Cause.OPERATOR_UNDEFINED,
            Cause.SOFTMAX_OF_ONE,
            Cause.NO_GRADIENT,
            Cause.CONSTANT_TARGETS,
            Cause.NO_SLOPE,
            Cause.UNRELATED_TARGETS,
            Cause.SYMMETRIC_WEIGHTS,
            Cause.NO_PROBABILITY,
            Cause.GRADIENTS_CLIPPED,
            Cause.RATE_ENDS_EARLY,
            Cause.AVERAGE_TOO_SLOW,
            Cause.TARGET_NO_PROBABILITY);
    private static final Set<Cause> GROWN =
            EnumSet.of(Cause.UNSCALED_INPUTS, Cause.UNSCALED_TARGETS, Cause.WEIGHTS_TOO_LARGE);
    private static final Set<Cause> SYMPTOMS =
            EnumSet.of(Cause.DEAD_UNITS, Cause.SATURATED_UNITS, Cause.BECAME_INFINITE, Cause.EXPLODING_GRADIENTS);

    @Override
    public List<Finding> examine(Evidence e, List<Finding> found) {
        // Where nothing could be learnt at any rate, the rate is not to blame.
        if (found.stream().anyMatch(f -> OTHER.contains(f.cause()) && f.severity() == SERIOUS)) return List.of();
        double typical = StepSizes.typical(e, Update::largest);
        Severity high = high(e, found, typical);
        if (high != null) return List.of(finding(Cause.RATE_TOO_HIGH, high, e, farthest(e)));
        Severity low = low(e, typical);
        return low == null ? List.of() : List.of(finding(Cause.RATE_TOO_LOW, low, e, typical));
    }

    private static Finding finding(Cause cause, Severity severity, Evidence e, double typical) {
        double suggested = e.rangeTest().map(RangeTest::suggested).orElse(Double.NaN);
        double limit = e.rangeTest().map(RangeTest::limit).orElse(Double.NaN);
        // Where the loss fell at no rate the test suggests none.
        boolean known = e.rangeTest().map(r -> r.choice().isPresent()).orElse(false);
        double low = known ? suggested / FAR_BELOW : e.lr() * (cause == Cause.RATE_TOO_LOW ? 3 : 0);
        boolean tooHigh = cause == Cause.RATE_TOO_HIGH;
        // The range test is short: a rate may do harm later that it bears for a hundred steps.
        double most = tooHigh ? e.lr() / 3 : known ? Double.POSITIVE_INFINITY : e.lr();
        double healthy = known ? Math.min(BEYOND * limit, most) : most;
        double mended = tooHigh
                ? known ? Math.min(suggested, e.lr() / 3) : e.lr() / 3
                : known ? Math.max(suggested, e.lr() * 3) : e.lr() * 10;
        return Finding.of(cause, severity, new Place.Network(), e.lr(), low, healthy, e.lr(), typical, mended, limit);
    }

    /// The longest step that was measured: later ones are short where most units are dead.
    private static double farthest(Evidence e) {
        return e.updates().stream().mapToDouble(Update::largest).max().orElse(Double.NaN);
    }

    private static Severity high(Evidence e, List<Finding> found, double typical) {
        boolean beyond = e.rangeTest().map(r -> e.lr() > BEYOND * r.limit()).orElse(false);
        if (e.diverged())
            return beyond || typical > FAST || found.stream().noneMatch(f -> GROWN.contains(f.cause()))
                    ? SERIOUS
                    : NOTE;
        boolean late =
                found.stream().anyMatch(f -> SYMPTOMS.contains(f.cause()) && f.severity() != NOTE && cameLater(f));
        boolean leap =
                e.updates().stream().findFirst().map(u -> u.largest() > LEAP).orElse(false);
        boolean fast = typical > FAST || leap;
        boolean shaken = shaken(e);
        if (!e.learnt() && (typical > WILD || beyond || (fast && shaken))) return SERIOUS;
        if (late && (fast || beyond)) return e.learnt() ? WARNING : SERIOUS;
        if (e.isBehind() && (beyond || typical > WILD || leap) && shaken) return WARNING;
        return null;
    }

    /// Whether a symptom was not there before training.
    private static boolean cameLater(Finding f) {
        int at = f.cause() == Cause.DEAD_UNITS ? 2 : 1;
        return f.details().size() <= at || !(f.details().get(at) instanceof Integer epoch) || epoch > 0;
    }

    /// Whether the loss of the last epochs goes up and down by more than a tenth.
    private static boolean shaken(Evidence e) {
        List<Event.EpochDone> epochs = e.epochs();
        if (epochs.size() < 4) return true;
        int ups = 0;
        int from = Math.max(1, epochs.size() / 2);
        for (int i = from; i < epochs.size(); i++)
            if (epochs.get(i).trainLoss() > 1.02 * epochs.get(i - 1).trainLoss()) ups++;
        return ups > (epochs.size() - from) / 6 || e.lastTraining() > 1.5 * e.bestTraining();
    }

    private static Severity low(Evidence e, double typical) {
        if (e.learnt() && !e.isBehind()) return null;
        boolean farBelow = e.rangeTest()
                .map(r -> r.fall() > 0.05 && e.lr() < r.suggested() / FAR_BELOW)
                .orElse(false);
        boolean slow = typical < SLOW && typical > 0;
        boolean steady = !shaken(e) || e.epochs().size() < 4;
        if (!steady || !(farBelow || slow)) return null;
        boolean falling = Outcome.isFalling(e) || e.explained() < 0.05;
        if (!falling) return null;
        return (farBelow && slow) || !e.learnt() ? SERIOUS : WARNING;
    }
}
