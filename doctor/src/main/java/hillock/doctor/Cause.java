package hillock.doctor;

/// What can be wrong, in the order in which findings of equal severity are told: what brings other things
/// about comes first. Its texts stand in `findings.properties` under its name.
public enum Cause {
    INPUT_NOT_FINITE("D8"),
    TARGET_NOT_FINITE("D8"),
    WEIGHTS_NOT_FINITE("D11"),
    SOFTMAX_TWICE("D7"),
    SIGMOID_TWICE("D7"),
    SOFTMAX_OF_ONE("D7"),
    NO_PROBABILITY("D7"),
    TARGET_NO_PROBABILITY("D7"),
    OUTPUT_RANGE("D7"),
    EXCLUSIVE_CLASSES("D7"),
    OPERATOR_UNDEFINED("D11"),
    NO_GRADIENT("D13"),
    NO_SLOPE("D3"),
    UNUSED_INPUTS("D13"),
    ONE_PART("D9"),
    SYMMETRIC_WEIGHTS("D6"),
    CONSTANT_TARGETS("D8"),
    UNSCALED_INPUTS("D8"),
    UNSCALED_TARGETS("D8"),
    OUTLIERS("D8"),
    COPIED_INPUTS("D8"),
    WEIGHTS_TOO_LARGE("D5"),
    WEIGHTS_TOO_SMALL("D5"),
    BAD_BIASES("D1"),
    NO_BEND("D3"),
    SATURATING_DEPTH("D3"),
    GRADIENTS_CLIPPED("D4"),
    RATE_ENDS_EARLY("D10"),
    AVERAGE_TOO_SLOW("D4"),
    RATE_TOO_HIGH("D10"),
    RATE_TOO_LOW("D10"),
    DECAY_TOO_STRONG("D13"),
    LEAK("D8"),
    DUPLICATES("D8"),
    VALIDATION_DIFFERS("D8"),
    OTHER_RULE("D8"),
    UNRELATED_TARGETS("D8"),
    ONE_ANSWER("D7"),
    EXPLODING_GRADIENTS("D3"),
    VANISHING_GRADIENTS("D3"),
    PROVED_DEAD("D1"),
    DEAD_UNITS("D1"),
    STUCK_UNITS("D1"),
    PROVED_SATURATED("D2"),
    SATURATED_UNITS("D2"),
    FLAT_UNITS("D2"),
    CONFIDENT_TOO_EARLY("D2"),
    BECAME_INFINITE("D11"),
    STEPS_TOO_LARGE("D4"),
    STEPS_TOO_SMALL("D4"),
    CANNOT_OVERFIT("D9"),
    STILL_FALLING("D12"),
    TOO_SMALL("D12"),
    LEARNT_BY_HEART("D12"),
    NOTHING_LEARNT("D12"),
    NO_BETTER("D12"),
    EQUAL_UNITS("D6"),
    COPIES("D6"),
    RANK_COLLAPSE("D6"),
    IMBALANCE("D8"),
    CONSTANT_INPUTS("D8"),
    DECAY_OF_SLOPES("D13"),
    UNHEARD_INPUTS("D13"),
    QUIET_UNITS("D1");

    private final String detector;

    Cause(String detector) {
        this.detector = detector;
    }

    /// The detector that finds it: `D1` to `D13`, see docs/doctor.md.
    public String detector() {
        return detector;
    }
}
