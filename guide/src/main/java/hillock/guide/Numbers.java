package hillock.guide;

import hillock.expr.Expr;
import hillock.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Collection;
import java.util.Locale;

/// Numbers on their way to the page.
final class Numbers {
    private Numbers() {}

    /// Four digits; tiny and huge numbers by their power of ten: 0.25, 2.319e-7.
    static String text(double value) {
        double size = Math.abs(value);
        if (value == 0) return "0";
        if (!Double.isFinite(value)) return Double.toString(value);
        if (size < 1e-3 || size >= 1e5) return String.format(Locale.ROOT, "%.3e", value);
        return new BigDecimal(value)
                .round(new MathContext(4))
                .stripTrailingZeros()
                .toPlainString();
    }

    /// A share in per cent without decimals.
    static String percent(double share) {
        return String.format(Locale.ROOT, "%.0f %%", 100 * share);
    }

    /// Mean and standard deviation (with n - 1): `0.949 ± 0.012`.
    static String spread(Collection<Double> values) {
        double mean = values.stream().mapToDouble(v -> v).average().orElseThrow();
        double squares =
                values.stream().mapToDouble(v -> (v - mean) * (v - mean)).sum();
        return String.format(Locale.ROOT, "%.3f ± %.3f", mean, Math.sqrt(squares / (values.size() - 1)));
    }

    /// The largest size of a number in the tensor.
    static double largest(Tensor tensor) {
        return tensor.map(Expr::abs).max().item();
    }

    /// The middle one, or the mean of the middle two.
    static double median(Collection<? extends Number> values) {
        double[] sorted =
                values.stream().mapToDouble(Number::doubleValue).sorted().toArray();
        int n = sorted.length;
        return (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }
}
