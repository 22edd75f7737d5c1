package hillock.doctor;

import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// What brings what about: a cause is at least as severe as the symptoms that it explains, so that it is
/// told first.
final class CrossRules {
    private static final Set<Cause> FROM_THE_START = EnumSet.of(
            Cause.SATURATED_UNITS,
            Cause.DEAD_UNITS,
            Cause.EXPLODING_GRADIENTS,
            Cause.CONFIDENT_TOO_EARLY,
            Cause.BECAME_INFINITE,
            Cause.NOTHING_LEARNT,
            Cause.TOO_SMALL,
            Cause.RATE_TOO_HIGH);

    private static final Set<Cause> FADING = EnumSet.of(
            Cause.VANISHING_GRADIENTS, Cause.NOTHING_LEARNT, Cause.STILL_FALLING, Cause.RATE_TOO_LOW, Cause.TOO_SMALL);

    private static final Set<Cause> ANY = EnumSet.of(
            Cause.NOTHING_LEARNT,
            Cause.STILL_FALLING,
            Cause.TOO_SMALL,
            Cause.BECAME_INFINITE,
            Cause.DEAD_UNITS,
            Cause.SATURATED_UNITS,
            Cause.CANNOT_OVERFIT,
            Cause.UNRELATED_TARGETS);

    private static final Set<Cause> UNLEARNT =
            EnumSet.of(Cause.NOTHING_LEARNT, Cause.CANNOT_OVERFIT, Cause.STILL_FALLING, Cause.TOO_SMALL);

    private static final Set<Cause> BY_HEART =
            EnumSet.of(Cause.NOTHING_LEARNT, Cause.LEARNT_BY_HEART, Cause.RATE_TOO_LOW, Cause.TOO_SMALL);

    /// For each cause the symptoms that it may bring about.
    private static final Map<Cause, Set<Cause>> EXPLAINS = new EnumMap<>(Map.ofEntries(
            Map.entry(Cause.INPUT_NOT_FINITE, ANY),
            Map.entry(Cause.TARGET_NOT_FINITE, ANY),
            Map.entry(Cause.SOFTMAX_TWICE, ANY),
            Map.entry(Cause.SIGMOID_TWICE, ANY),
            Map.entry(Cause.OUTPUT_RANGE, ANY),
            Map.entry(Cause.NO_GRADIENT, ANY),
            Map.entry(Cause.NO_SLOPE, ANY),
            Map.entry(Cause.NO_BEND, ANY),
            Map.entry(Cause.UNUSED_INPUTS, ANY),
            Map.entry(Cause.ONE_PART, ANY),
            Map.entry(Cause.CONSTANT_TARGETS, ANY),
            Map.entry(Cause.OUTLIERS, ANY),
            Map.entry(Cause.COPIED_INPUTS, ANY),
            Map.entry(Cause.NO_PROBABILITY, EnumSet.of(Cause.OPERATOR_UNDEFINED)),
            Map.entry(Cause.SYMMETRIC_WEIGHTS, ANY),
            Map.entry(Cause.UNSCALED_INPUTS, FROM_THE_START),
            Map.entry(Cause.UNSCALED_TARGETS, FROM_THE_START),
            Map.entry(Cause.WEIGHTS_TOO_LARGE, FROM_THE_START),
            Map.entry(Cause.WEIGHTS_TOO_SMALL, FADING),
            Map.entry(Cause.SATURATING_DEPTH, FADING),
            Map.entry(Cause.BAD_BIASES, ANY),
            Map.entry(Cause.RATE_TOO_HIGH, ANY),
            Map.entry(Cause.GRADIENTS_CLIPPED, FADING),
            Map.entry(Cause.RATE_ENDS_EARLY, FADING),
            Map.entry(Cause.AVERAGE_TOO_SLOW, ANY),
            Map.entry(Cause.EXPLODING_GRADIENTS, UNLEARNT),
            Map.entry(Cause.VANISHING_GRADIENTS, UNLEARNT),
            Map.entry(Cause.UNRELATED_TARGETS, BY_HEART),
            Map.entry(Cause.OTHER_RULE, BY_HEART),
            Map.entry(Cause.VALIDATION_DIFFERS, EnumSet.of(Cause.OTHER_RULE, Cause.LEARNT_BY_HEART)),
            Map.entry(Cause.RATE_TOO_LOW, EnumSet.of(Cause.STILL_FALLING, Cause.NOTHING_LEARNT, Cause.TOO_SMALL)),
            Map.entry(Cause.STILL_FALLING, EnumSet.of(Cause.NOTHING_LEARNT)),
            Map.entry(Cause.DECAY_TOO_STRONG, ANY)));

    private CrossRules() {}

    static List<Finding> applied(List<Finding> found) {
        boolean tooFast =
                found.stream().anyMatch(f -> f.cause() == Cause.RATE_TOO_HIGH && f.severity() != Severity.NOTE);
        // To train for longer would not help there.
        return found.stream()
                .filter(f -> !tooFast || f.cause() != Cause.STILL_FALLING)
                .map(f -> raised(f, found))
                .toList();
    }

    private static Finding raised(Finding f, List<Finding> found) {
        Set<Cause> explained = EXPLAINS.getOrDefault(f.cause(), Set.of());
        if (f.severity() == Severity.NOTE) return f;
        Severity severity = f.severity();
        for (Finding symptom : found)
            if (explained.contains(symptom.cause())) severity = severity.atLeast(symptom.severity());
        return f.with(severity);
    }
}
