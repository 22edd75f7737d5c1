package hillock.plot;

import java.util.Optional;

/// The least and the greatest finite value along one axis, in the axis' scale.
final class Bounds {
    // Far enough from the largest double for sums and differences of bounds.
    private static final double FAR = 1e300;

    // Beside and around what is drawn, as a share of its extent.
    private static final double AIR = 0.05;

    private final boolean log;
    private double lo = Double.POSITIVE_INFINITY;
    private double hi = Double.NEGATIVE_INFINITY;

    private Bounds(boolean log) {
        this.log = log;
    }

    /// What the x axis of a panel shows, log10 of it on a logarithmic axis: all of it, with some
    /// air beside points and rules.
    static Range x(Panel panel) {
        Optional<Region> region = region(panel);
        if (panel.xRange().isPresent() || region.isPresent()) {
            return scaled(panel.xRange().orElseGet(() -> region.get().x()), panel.logX());
        }
        Bounds bounds = new Bounds(panel.logX());
        for (Series s : panel.series()) {
            switch (s) {
                case Line line -> bounds.addPairs(line.x(), line.y());
                case Points points -> bounds.addPairs(points.x(), points.y());
                case Band band -> bounds.addAll(band.x());
                case Bars bars -> bounds.addAll(bars.edges());
                case Rule rule -> bounds.add(rule.vertical() ? rule.at() : Double.NaN);
                case HeatMap map -> bounds.addSlots(map.values().columns());
                case Region _ -> {}
            }
        }
        boolean marks = panel.series().stream().anyMatch(s -> s instanceof Points || s instanceof Rule);
        return bounds.range(marks ? AIR : 0, marks ? AIR : 0);
    }

    /// What the y axis of a panel shows, log10 of it on a logarithmic axis: all of it, with some
    /// air, but bars stand on 0, or on the power of ten below the least of them.
    static Range y(Panel panel) {
        Optional<Region> region = region(panel);
        if (panel.yRange().isPresent() || region.isPresent()) {
            return scaled(panel.yRange().orElseGet(() -> region.get().y()), panel.logY());
        }
        Bounds bounds = new Bounds(panel.logY());
        for (Series s : panel.series()) {
            switch (s) {
                case Line line -> bounds.addPairs(line.y(), line.x());
                case Points points -> bounds.addPairs(points.y(), points.x());
                case Band band -> {
                    bounds.addPairs(band.low(), band.x());
                    bounds.addPairs(band.high(), band.x());
                }
                case Bars bars -> bounds.addHeights(bars.heights());
                case Rule rule -> bounds.add(rule.vertical() ? Double.NaN : rule.at());
                case HeatMap map -> bounds.addSlots(-map.values().rows());
                case Region _ -> {}
            }
        }
        boolean map = panel.heatMap().isPresent();
        boolean bars = panel.series().stream().anyMatch(Bars.class::isInstance);
        if (bars && panel.logY()) {
            bounds.lo = Math.ceil(bounds.lo) - 1;
        }
        boolean stand = bars && (panel.logY() || bounds.lo == 0);
        boolean hang = bars && !panel.logY() && bounds.hi == 0;
        double below = map || stand ? 0 : AIR;
        double above = map || hang ? 0 : AIR;
        return bounds.range(below, above);
    }

    /// Whether x counts something, layers say or epochs: all are whole numbers, several of them, and nothing lies
    /// between.
    static boolean isWhole(Panel panel) {
        if (panel.xRange().isPresent() || region(panel).isPresent()) {
            return false;
        }
        Bounds bounds = new Bounds(false);
        for (Series s : panel.series()) {
            Values x = switch (s) {
                case Line line -> line.x();
                case Points points -> points.x();
                case Band band -> band.x();
                case Bars bars -> bars.edges();
                case Rule rule -> rule.vertical() ? Values.of(new double[] {rule.at()}) : Values.of(new double[0]);
                case HeatMap _, Region _ -> Values.of(new double[0]);
            };
            for (int i = 0; i < x.size(); i++) {
                if (Double.isFinite(x.get(i)) && x.get(i) != Math.rint(x.get(i))) {
                    return false;
                }
            }
            bounds.addAll(x);
        }
        return bounds.hi > bounds.lo;
    }

    private static Range scaled(Range range, boolean log) {
        return log ? new Range(Math.log10(range.lo()), Math.log10(range.hi())) : range;
    }

    private static Optional<Region> region(Panel panel) {
        return panel.series().stream()
                .filter(Region.class::isInstance)
                .map(Region.class::cast)
                .findFirst();
    }

    private void add(double value) {
        double v = log ? Math.log10(value) : value;
        if (Double.isFinite(v)) {
            lo = Math.min(lo, v);
            hi = Math.max(hi, v);
        }
    }

    private void addAll(Values values) {
        for (int i = 0; i < values.size(); i++) {
            add(values.get(i));
        }
    }

    // A point with a coordinate missing is not drawn, so its other one does not count.
    private void addPairs(Values values, Values others) {
        for (int i = 0; i < values.size(); i++) {
            add(Double.isFinite(others.get(i)) ? values.get(i) : Double.NaN);
        }
    }

    private void addHeights(Values heights) {
        add(0);
        addAll(heights);
    }

    // Cells 0 … n-1 of a heat map, each one wide around its number; rows count downward from 0.
    private void addSlots(int n) {
        add(n > 0 ? -0.5 : 0.5);
        add(n > 0 ? n - 0.5 : n + 0.5);
    }

    private Range range(double airBelow, double airAbove) {
        if (lo > hi) {
            return log ? new Range(-1, 0) : new Range(0, 1);
        }
        double least = Math.clamp(lo, -FAR, FAR);
        double greatest = Math.clamp(hi, -FAR, FAR);
        double size = Math.max(Math.abs(least), Math.abs(greatest));
        double span = greatest - least;
        // A constant, or one but for its last bits, lies in the middle of something readable.
        if (span <= size * 1e-12 || span < 1e-300) {
            double half = log ? 0.5 : size < 1e-300 ? 1 : size * 0.1;
            double middle = least / 2 + greatest / 2;
            return new Range(middle - half, middle + half);
        }
        return new Range(least - airBelow * span, greatest + airAbove * span);
    }
}
