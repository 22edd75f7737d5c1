package hillock.nn;

import hillock.expr.Bin;
import hillock.expr.Derivative;
import hillock.expr.Expr;
import hillock.expr.Un;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;

/// What follows from the formula of an activation, found numerically in double precision: on a
/// grid of [-50, 50] with the kinks, by a search between its points, and by a look far out for the limits.
///
/// ```java
/// Traits.of(Activations.SIGMOID).slopes();      // (0, 0.25]
/// Traits.of(Activations.SIGMOID).flatBelow();   // -5.99…
/// ```
///
/// @param domain where it has a value: the parts of the line, in order; one if everywhere
/// @param range the values
/// @param slopes the values of the derivative
/// @param kinks where the derivative or the value jumps
/// @param trend whether it rises or falls
/// @param symmetry about the origin or the y axis
/// @param lipschitz the largest absolute slope; infinite if there is none
/// @param flatBelow below it slopes are less than a hundredth of the largest: gradients vanish; -∞
///     if nowhere
/// @param flatAbove the same on the right; ∞ if nowhere
/// @param dies whether a unit can get stuck: on one side the slope is exactly 0 for ever
public record Traits(
        List<Interval> domain,
        Interval range,
        Interval slopes,
        List<Kink> kinks,
        Trend trend,
        Symmetry symmetry,
        double lipschitz,
        double flatBelow,
        double flatAbove,
        boolean dies) {
    /// Where the derivative jumps.
    ///
    /// @param slope the derivative that is used there
    /// @param left the derivative just before
    /// @param right the derivative just behind
    public record Kink(double x, double left, double slope, double right) {}

    /// Never falling, never rising, or both.
    public enum Trend {
        CONSTANT,
        RISING,
        FALLING,
        MIXED
    }

    /// `f(-x) = -f(x)`, `f(-x) = f(x)`, or neither.
    public enum Symmetry {
        ODD,
        EVEN,
        NONE
    }

    /// Forgotten all at once when there are more.
    private static final int MOST_KEPT = 256;

    /// By formula: to find them takes some ten milliseconds, and a fit asks more than once.
    private static final Map<Expr, Traits> KNOWN = new ConcurrentHashMap<>();

    private static final double END = 50;
    private static final double STEP = 1.0 / 16;
    private static final double[] FAR = {1e2, 1e3, 1e4, 1e6};

    /// Within it an extreme counts as reached; beyond it doubles round to the limit.
    private static final double NEAR = 5;

    private static final double SIDE = 1e-7;
    private static final double JUMP = 1e-5;
    private static final double FLAT = 0.01;
    private static final double ROUNDING = 1e-12;

    /// Zero slopes that begin farther out come from rounding.
    private static final double DEAD_FROM = 10;

    /// The traits of a pointwise activation, with its settings.
    ///
    /// @throws IllegalArgumentException if it is one of rows
    public static Traits of(Activation activation) {
        if (KNOWN.size() > MOST_KEPT) KNOWN.clear();
        return KNOWN.computeIfAbsent(activation.formula(), Traits::of);
    }

    private static Traits of(Expr formula) {
        Expr derivative = Derivative.exactOf(formula, 0);
        Domain domain = Domain.of(formula);
        DoubleUnaryOperator f = x -> domain.contains(x) ? formula.evaluate(x) : Double.NaN;
        // A derivative's formula may go on where there is no value: that of log.
        DoubleUnaryOperator slope = x -> Double.isNaN(f.applyAsDouble(x)) ? Double.NaN : derivative.evaluate(x);
        List<Kink> kinks = kinks(formula, f, slope);
        double[] grid = grid(kinks, domain);
        double[] slopes = DoubleStream.of(grid).map(slope).toArray();
        Interval slopeRange = range(slope, domain, grid, slopes);
        double lipschitz = Math.max(Math.abs(slopeRange.low()), Math.abs(slopeRange.high()));
        return new Traits(
                domain.parts(),
                range(f, domain, grid, DoubleStream.of(grid).map(f).toArray()),
                slopeRange,
                kinks,
                trend(f, slopes, grid),
                symmetry(f),
                lipschitz,
                flat(slope, grid, slopes, lipschitz, true),
                flat(slope, grid, slopes, lipschitz, false),
                dies(grid, slopes));
    }

    /// Whether it has a value everywhere.
    public boolean isEverywhere() {
        return domain.equals(List.of(Interval.ALL));
    }

    private static double[] grid(List<Kink> kinks, Domain domain) {
        TreeSet<Double> points = new TreeSet<>();
        for (double x = -END; x <= END; x += STEP) points.add(x);
        for (Kink k : kinks) points.addAll(List.of(k.x - SIDE, k.x, k.x + SIDE));
        for (double edge : domain.edges()) {
            points.add(edge);
            for (double d : Domain.NEARER) points.addAll(List.of(edge - d, edge + d));
        }
        return points.stream().mapToDouble(x -> x).toArray();
    }

    private static Interval range(DoubleUnaryOperator g, Domain domain, double[] x, double[] y) {
        End high = end(g, domain, x, y);
        double[] mirrored = DoubleStream.of(y).map(v -> -v).toArray();
        End low = end(v -> -g.applyAsDouble(v), domain, x, mirrored);
        return new Interval(low.value == 0 ? 0 : -low.value, low.reached, high.value, high.reached);
    }

    private record End(double value, boolean reached) {}

    /// The largest value, and whether it is reached.
    private static End end(DoubleUnaryOperator g, Domain domain, double[] x, double[] y) {
        int best = -1;
        double near = Double.NEGATIVE_INFINITY;
        for (int i = 0; i < x.length; i++) {
            if (Double.isNaN(y[i])) continue;
            if (best < 0 || y[i] > y[best]) best = i;
            if (Math.abs(x[i]) <= NEAR) near = Math.max(near, y[i]);
        }
        if (best < 0) return new End(Double.NaN, false);
        double limit = Double.NEGATIVE_INFINITY;
        for (double sign : new double[] {-1, 1}) {
            double first = g.applyAsDouble(sign * FAR[0]);
            double last = g.applyAsDouble(sign * FAR[FAR.length - 1]);
            limit = Math.max(limit, nearing(first, last));
            if (last > first + 1 && last > y[best] + 1) return new End(Double.POSITIVE_INFINITY, false);
            for (double far : FAR) {
                double value = g.applyAsDouble(sign * far);
                if (!Double.isNaN(value)) limit = Math.max(limit, value);
            }
        }
        if (Double.isInfinite(y[best])) return new End(y[best], false);
        if (grows(x, y, best, -1) || grows(x, y, best, 1)) return new End(Double.POSITIVE_INFINITY, false);
        if (domain.isEnd(x[best])) return new End(snapped(y[best]), true);
        if (domain.isBesideHole(x[best], Domain.NEARER[0])) return new End(snapped(y[best]), false);
        boolean inside = best > 0 && best < x.length - 1 && y[best] > limit && !Double.isNaN(y[best - 1] + y[best + 1]);
        double largest = inside ? searched(g, x[best - 1], x[best + 1], y[best]) : y[best];
        if (near >= y[best] || inside || isLevel(x, y, best))
            return new End(Math.abs(largest) < ROUNDING ? 0 : largest, true);
        return new End(snapped(Math.max(limit, y[best])), false);
    }

    /// Whether values rise on and on in steps of [Domain#NEARER] towards an edge of the domain.
    private static boolean grows(double[] x, double[] y, int best, int side) {
        int farther = best - side * (Domain.NEARER.length - 1);
        if (farther < 0 || farther >= x.length || Math.abs(x[best] - x[farther]) > 2 * Domain.NEARER[0]) return false;
        for (int i = best; i != farther; i -= side) if (!(y[i] > y[i - side] + 1)) return false;
        return true;
    }

    /// The whole number that a function comes ever nearer to far out, or -∞.
    private static double nearing(double first, double last) {
        double whole = Math.rint(last);
        boolean nears = Math.abs(last - whole) < Math.abs(first - whole) / 10;
        return nears ? whole : Double.NEGATIVE_INFINITY;
    }

    /// A limit that is come near to slowly is a whole number if it looks like one.
    private static double snapped(double limit) {
        return Math.abs(limit - Math.rint(limit)) < 1e-5 ? Math.rint(limit) : limit;
    }

    /// Whether the largest value is first reached at a kink and kept, not come near.
    private static boolean isLevel(double[] x, double[] y, int best) {
        return best > 0 && best < x.length - 1 && y[best + 1] == y[best] && x[best] - x[best - 1] < STEP / 2;
    }

    /// The largest value between two points, by the golden section.
    private static double searched(DoubleUnaryOperator g, double from, double to, double known) {
        double low = from;
        double high = to;
        double ratio = (Math.sqrt(5) - 1) / 2;
        for (int i = 0; i < 60; i++) {
            double a = high - ratio * (high - low);
            double b = low + ratio * (high - low);
            if (g.applyAsDouble(a) >= g.applyAsDouble(b)) high = b;
            else low = a;
        }
        double found = g.applyAsDouble((low + high) / 2);
        return found > known ? found : known;
    }

    private static Trend trend(DoubleUnaryOperator f, double[] slopes, double[] grid) {
        boolean rises = DoubleStream.of(slopes).anyMatch(s -> s > 1e-12);
        boolean falls = DoubleStream.of(slopes).anyMatch(s -> s < -1e-12);
        double before = Double.NaN;
        for (double x : grid) {
            double here = f.applyAsDouble(x);
            rises |= here > before + 1e-9;
            falls |= here < before - 1e-9;
            if (!Double.isNaN(here)) before = here;
        }
        if (rises) return falls ? Trend.MIXED : Trend.RISING;
        return falls ? Trend.FALLING : Trend.CONSTANT;
    }

    private static Symmetry symmetry(DoubleUnaryOperator f) {
        boolean odd = true;
        boolean even = true;
        for (double x = STEP / 2; x < 10; x += STEP) {
            double right = f.applyAsDouble(x);
            double left = f.applyAsDouble(-x);
            if (Double.isNaN(left) && Double.isNaN(right)) continue;
            double tolerance = 1e-9 * (1 + Math.abs(right));
            odd &= Math.abs(left + right) <= tolerance;
            even &= Math.abs(left - right) <= tolerance;
        }
        return odd ? Symmetry.ODD : even ? Symmetry.EVEN : Symmetry.NONE;
    }

    private static double flat(
            DoubleUnaryOperator slope, double[] grid, double[] slopes, double lipschitz, boolean below) {
        double nowhere = below ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
        if (!Double.isFinite(lipschitz) || lipschitz == 0) return nowhere;
        int step = below ? 1 : -1;
        int i = below ? 0 : grid.length - 1;
        while (i >= 0 && i < grid.length && Math.abs(slopes[i]) < FLAT * lipschitz) i += step;
        if (i < 1 || i >= grid.length - 1) return nowhere;
        double out = grid[i - step];
        double in = grid[i];
        for (int k = 0; k < 50; k++) {
            double middle = (out + in) / 2;
            if (Math.abs(slope.applyAsDouble(middle)) < FLAT * lipschitz) out = middle;
            else in = middle;
        }
        double bound = (out + in) / 2;
        return Math.abs(bound) < ROUNDING ? 0 : bound;
    }

    private static boolean dies(double[] grid, double[] slopes) {
        int n = grid.length;
        int left = 0;
        while (left < n && slopes[left] == 0) left++;
        int right = n - 1;
        while (right >= 0 && slopes[right] == 0) right--;
        return (left > 0 && left < n && grid[left] >= -DEAD_FROM)
                || (right < n - 1 && right >= 0 && grid[right] <= DEAD_FROM);
    }

    /// Where what a choice, a maximum or an absolute value compares is equal, and the derivative jumps.
    private static List<Kink> kinks(Expr formula, DoubleUnaryOperator f, DoubleUnaryOperator slope) {
        Set<Expr> differences = new HashSet<>();
        collect(formula, differences, new HashSet<>());
        TreeSet<Double> places = new TreeSet<>();
        for (Expr d : differences) places.addAll(Roots.of(d::evaluate));
        List<Kink> kinks = new ArrayList<>();
        for (double x : places) {
            double left = slope.applyAsDouble(x - SIDE);
            double right = slope.applyAsDouble(x + SIDE);
            double step = f.applyAsDouble(x + SIDE) - f.applyAsDouble(x - SIDE);
            boolean bends = Math.abs(right - left) > JUMP * (1 + Math.abs(left));
            boolean jumps = Math.abs(step) > JUMP * (1 + Math.abs(f.applyAsDouble(x)));
            if (Double.isNaN(f.applyAsDouble(x))) continue;
            boolean isNew = kinks.isEmpty() || x - kinks.getLast().x > 10 * SIDE;
            if ((bends || jumps) && isNew) kinks.add(new Kink(x, left, slope.applyAsDouble(x), right));
        }
        return kinks;
    }

    private static void collect(Expr e, Set<Expr> differences, Set<Expr> seen) {
        if (!seen.add(e)) return;
        switch (e) {
            case Expr.Select(Expr a, Expr b, Expr _, Expr _) -> differences.add(a.minus(b));
            case Expr.Binary(Bin op, Expr a, Expr b) when op == Bin.MAX || op == Bin.MIN -> differences.add(a.minus(b));
            case Expr.Unary(Un op, Expr x) when op == Un.ABS || op == Un.SIGN -> differences.add(x);
            case Expr _ -> {}
        }
        for (Expr part : e.operands()) collect(part, differences, seen);
    }
}
