package hillock.bench.task;

import java.util.Locale;

/// In which terms a time is told beside seconds.
public enum Unit {
    /// Floating-point operations: told as GFLOP/s.
    FLOPS,
    /// Elements: told as nanoseconds for each.
    ELEMENTS,
    /// Nothing that could be counted.
    NONE;

    /// The rate of so many in so many seconds, as text; empty if there is none.
    public String rate(double amount, double seconds) {
        return switch (this) {
            case FLOPS -> String.format(Locale.ROOT, "%.1f GFLOP/s", amount / seconds / 1e9);
            case ELEMENTS -> String.format(Locale.ROOT, "%.3f ns/element", seconds / amount * 1e9);
            case NONE -> "";
        };
    }
}
