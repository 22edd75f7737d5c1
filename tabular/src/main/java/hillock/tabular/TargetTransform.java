package hillock.tabular;

/// What is learnt in place of a number: the number itself, or its logarithm where numbers are of
/// very different sizes and vary the more the larger they are, such as prices. Answers and scores
/// are in the target's own unit all the same.
public enum TargetTransform {
    /// `y`.
    NONE,
    /// `ln y`, for numbers above 0.
    LOG,
    /// `ln(1 + y)`, for numbers from 0 up.
    LOG1P;

    /// What a user wants.
    public enum Choice {
        /// A logarithm where it helps, see [Study#learning].
        AUTO,
        NONE,
        LOG
    }

    /// An answer is held within `e^±700`, which a double holds.
    private static final double LARGEST = 700;

    /// The logarithm that numbers allow.
    ///
    /// @throws IllegalArgumentException where one is negative
    static TargetTransform log(double[] y) {
        double least = Double.POSITIVE_INFINITY;
        for (double v : y) least = Math.min(least, v);
        if (least < 0) throw new IllegalArgumentException("no logarithm of " + least);
        return least > 0 ? LOG : LOG1P;
    }

    /// What is learnt; NaN where there is no logarithm. `StrictMath`: the same bits on every machine.
    double apply(double y) {
        return switch (this) {
            case NONE -> y;
            case LOG -> y > 0 ? StrictMath.log(y) : Double.NaN;
            case LOG1P -> y > -1 ? StrictMath.log1p(y) : Double.NaN;
        };
    }

    /// The inverse of [#apply].
    double invert(double z) {
        return switch (this) {
            case NONE -> z;
            case LOG -> StrictMath.exp(Math.clamp(z, -LARGEST, LARGEST));
            case LOG1P -> StrictMath.expm1(Math.clamp(z, -LARGEST, LARGEST));
        };
    }
}
