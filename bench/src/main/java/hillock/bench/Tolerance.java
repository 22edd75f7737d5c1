package hillock.bench;

import java.util.Locale;
import java.util.Optional;

/// How far the results of two libraries may lie apart: `|a - b| ≤ absolute + relative · |b|`.
public record Tolerance(double relative, double absolute) {
    /// The same bits.
    static final Tolerance NONE = new Tolerance(0, 0);

    /// What is wrong with `a` if `b` is right; empty if they agree.
    Optional<String> complaint(float[] a, float[] b) {
        if (a.length != b.length) return Optional.of(a.length + " numbers instead of " + b.length);
        int count = 0;
        int worst = -1;
        double most = 0;
        for (int i = 0; i < a.length; i++) {
            double excess = excess(a[i], b[i]);
            if (excess > 0) count++;
            if (excess > most) {
                most = excess;
                worst = i;
            }
        }
        if (count == 0) return Optional.empty();
        return Optional.of(String.format(
                Locale.ROOT,
                "%d of %d numbers differ, most at %d: %s instead of %s",
                count,
                a.length,
                worst,
                a[worst],
                b[worst]));
    }

    /// By how much two numbers lie too far apart; infinite if only one is NaN or they are different infinities.
    private double excess(float a, float b) {
        if (a == b || (Float.isNaN(a) && Float.isNaN(b))) return 0;
        double excess = Math.abs((double) a - b) - absolute - relative * Math.abs(b);
        return Double.isFinite(excess) ? excess : Double.POSITIVE_INFINITY;
    }
}
