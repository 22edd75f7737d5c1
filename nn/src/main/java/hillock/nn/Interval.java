package hillock.nn;

import java.math.BigDecimal;
import java.math.MathContext;

/// The numbers from `low` to `high`: `[0, ∞)`, where a square bracket says that the end belongs to
/// it and a round one that it is only come near.
public record Interval(double low, boolean hasLow, double high, boolean hasHigh) {
    /// All numbers.
    static final Interval ALL = new Interval(Double.NEGATIVE_INFINITY, false, Double.POSITIVE_INFINITY, false);

    private static final int DIGITS = 5;

    /// Whether it contains x.
    public boolean contains(double x) {
        return (x > low || (hasLow && x == low)) && (x < high || (hasHigh && x == high));
    }

    /// How far 0 is from it.
    double distance() {
        return Math.max(0, Math.max(low, -high));
    }

    /// The number as it is shown: to five digits, `1e-8` and `1.5e12` where it is small or large.
    static String number(double x) {
        if (Double.isInfinite(x)) return x > 0 ? "∞" : "-∞";
        BigDecimal rounded = new BigDecimal(x).round(new MathContext(DIGITS)).stripTrailingZeros();
        boolean plain = rounded.signum() == 0 || (Math.abs(x) >= 1e-4 && Math.abs(x) < 1e10);
        return plain
                ? rounded.toPlainString()
                : rounded.toString().replace("E+", "e").replace('E', 'e');
    }

    @Override
    public String toString() {
        return (hasLow ? "[" : "(") + number(low) + ", " + number(high) + (hasHigh ? "]" : ")");
    }
}
