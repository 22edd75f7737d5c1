package hillock.plot;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/// A finished axis: its ends in its own scale (log10 on a logarithmic one) and its ticks.
///
/// @param named whether the ticks are names, of bars or of a matrix' rows, and not numbers
record Axis(double lo, double hi, boolean log, boolean named, List<Tick> ticks) {

    /// The x axis of a panel for a given length, with as many ticks as have room.
    ///
    /// @param size the length that a label takes along the axis, its distance to the next included
    static Axis x(Panel panel, double length, ToDoubleFunction<String> size) {
        Range range = Bounds.x(panel);
        List<String> labels = panel.heatMap().map(HeatMap::columnLabels).orElseGet(() -> barLabels(panel));
        if (!labels.isEmpty()) {
            return new Axis(range.lo(), range.hi(), false, true, slots(labels, 1));
        }
        return numeric(range, panel.logX(), Bounds.isWhole(panel), length, size);
    }

    /// The y axis likewise; the rows of a heat map run downward.
    static Axis y(Panel panel, double length, ToDoubleFunction<String> size) {
        Range range = Bounds.y(panel);
        return panel.heatMap()
                .map(map -> new Axis(range.lo(), range.hi(), false, true, slots(map.rowLabels(), -1)))
                .orElseGet(() -> numeric(range, panel.logY(), false, length, size));
    }

    private static List<String> barLabels(Panel panel) {
        return panel.series().stream()
                .filter(Bars.class::isInstance)
                .map(s -> ((Bars) s).labels())
                .findFirst()
                .orElse(List.of());
    }

    private static List<Tick> slots(List<String> labels, int direction) {
        List<Tick> ticks = new ArrayList<>();
        for (int i = 0; i < labels.size(); i++) {
            ticks.add(new Tick((double) direction * i, labels.get(i)));
        }
        return ticks;
    }

    private static Axis numeric(Range range, boolean log, boolean whole, double length, ToDoubleFunction<String> size) {
        List<Tick> ticks = List.of();
        for (int most = 12; most >= 2; most--) {
            List<Tick> fewer = log
                    ? Ticks.logarithmic(range.lo(), range.hi(), most)
                    : Ticks.linear(range.lo(), range.hi(), most, whole);
            // One tick alone gives no scale: rather two that are close.
            if (fewer.size() < 2 && ticks.size() >= 2) {
                break;
            }
            ticks = fewer;
            double widest = ticks.stream()
                    .mapToDouble(t -> size.applyAsDouble(t.label()))
                    .max()
                    .orElse(0);
            if (widest * ticks.size() <= length) {
                break;
            }
        }
        return new Axis(range.lo(), range.hi(), log, false, ticks);
    }

    /// A value in the scale of the axis, NaN where it has no place on it.
    double scaled(double value) {
        double v = log ? Math.log10(value) : value;
        return Double.isFinite(v) ? v : Double.NaN;
    }

    /// Where a value lies: 0 at the lower end, 1 at the upper; NaN where it has no place on the axis.
    double share(double value) {
        return shareOf(scaled(value));
    }

    /// Where bars begin: at 0, on a logarithmic axis at its lower end.
    double foot() {
        return log ? 0 : share(0);
    }

    /// Where a position in the scale of the axis lies. What is far outside is brought nearer: no picture shows it, but
    /// numbers as large as 1e30 pixels break the arithmetic of what draws them.
    double shareOf(double position) {
        return Double.isNaN(position) ? Double.NaN : Math.clamp((position - lo) / (hi - lo), -50.0, 51.0);
    }
}
