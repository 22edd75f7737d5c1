package hillock.cli;

import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Rowwise;
import hillock.nn.Traits;
import java.util.Locale;

/// The ranges of an activation as text: found out, or for those of rows as the catalogue states them.
final class ActivationRanges {
    private ActivationRanges() {}

    static String values(Activation activation) {
        return switch (activation.form()) {
            case Pointwise _ -> Traits.of(activation).range().toString();
            case Rowwise _ -> activation.facts().range();
        };
    }

    static String slopes(Activation activation) {
        return switch (activation.form()) {
            case Pointwise _ -> Traits.of(activation).slopes().toString();
            case Rowwise _ -> activation.facts().derivativeRange();
        };
    }

    /// Four digits.
    static String number(double x) {
        if (Double.isInfinite(x)) return x > 0 ? "∞" : "-∞";
        String text = String.format(Locale.ROOT, "%.4f", x);
        String shorter = text.replaceAll("0+$", "").replaceAll("\\.$", "");
        return shorter.equals("-0") ? "0" : shorter;
    }
}
