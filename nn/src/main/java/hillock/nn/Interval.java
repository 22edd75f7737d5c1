package hillock.nn;

import java.math.BigDecimal;
import java.math.MathContext;

/// The numbers from `low` to `high`: `[0, ∞)`, where a square bracket says that the end belongs to it and a round one
/// that it is only come near.
public record Interval(double low, boolean hasLow, double high, boolean hasHigh) {
    private static final int DIGITS = 5;

    /// Whether it contains x.
    public boolean contains(double x) {
        return (x > low || (hasLow && x == low)) && (x < high || (hasHigh && x == high));
    }

    /// The number as it is shown: to five digits.
    static String number(double x) {
        if (Double.isInfinite(x)) return x > 0 ? "∞" : "-∞";
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(DIGITS)).stripTrailingZeros();
        return rounded.signum() == 0 || Math.abs(x) >= 1e-4 ? rounded.toPlainString() : rounded.toString();
    }

    @Override
    public String toString() {
        return (hasLow ? "[" : "(") + number(low) + ", " + number(high) + (hasHigh ? "]" : ")");
    }
}
