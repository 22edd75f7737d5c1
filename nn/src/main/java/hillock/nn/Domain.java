package hillock.nn;

import hillock.expr.Bin;
import hillock.expr.Expr;
import hillock.expr.Un;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/// Where a formula has a value: all of [-100, 100] but where it is no number, and but its poles.
/// These are looked for where what it divides by is 0, and at the ends of what roots, powers and
/// logarithms take.
///
/// @param parts in order; one from -∞ to ∞ if it has a value everywhere
/// @param edges their finite ends, and where it has a value but none that it comes near to
record Domain(List<Interval> parts, Set<Double> edges) {
    /// Distances from an edge, to see what a function comes near to.
    static final double[] NEARER = {1e-3, 1e-6, 1e-9};

    static Domain of(Expr formula) {
        DoubleUnaryOperator f = formula::evaluate;
        Set<Double> poles = new HashSet<>();
        Set<Double> edges = new TreeSet<>();
        TreeSet<Double> points = new TreeSet<>();
        for (double x = -Roots.END; x <= Roots.END; x += Roots.STEP) points.add(x);
        for (Expr critical : criticals(formula)) {
            for (double x : Roots.of(critical::evaluate)) {
                points.add(x);
                boolean endless = grows(f, x, -1) || grows(f, x, 1);
                if (endless) edges.add(x);
                // Where a root is no number of 64 bits, the value is large there and not infinite.
                boolean exact = critical.evaluate(x) == 0;
                if (exact ? !Double.isFinite(f.applyAsDouble(x)) : endless) poles.add(x);
            }
        }
        double before = -Roots.END;
        for (double x : List.copyOf(points)) {
            points.add((before + x) / 2);
            before = x;
        }
        List<Interval> parts = parts(f, points, poles);
        for (Interval part : parts)
            for (double end : List.of(part.low(), part.high())) if (Double.isFinite(end)) edges.add(end);
        return new Domain(parts, edges);
    }

    boolean contains(double x) {
        return parts.stream().anyMatch(p -> p.contains(x));
    }

    /// Whether it ends there, and the value there belongs to it.
    boolean isEnd(double x) {
        return edges.contains(x) && contains(x);
    }

    /// Whether a place without a value is that near.
    boolean isBesideHole(double x, double distance) {
        return edges.stream().anyMatch(edge -> !contains(edge) && Math.abs(edge - x) <= distance);
    }

    private static Set<Expr> criticals(Expr formula) {
        Set<Expr> found = new HashSet<>();
        collect(formula, found, new HashSet<>());
        return found;
    }

    private static void collect(Expr e, Set<Expr> into, Set<Expr> seen) {
        if (!seen.add(e)) return;
        switch (e) {
            case Expr.Select(Expr a, Expr b, Expr _, Expr _) -> into.add(a.minus(b));
            case Expr.Binary(Bin op, Expr _, Expr b) when op == Bin.DIV -> factors(b, into);
            case Expr.Binary(Bin op, Expr a, Expr _) when op == Bin.POW -> factors(a, into);
            case Expr.Unary(Un op, Expr x) when op == Un.LOG || op == Un.SQRT -> factors(x, into);
            case Expr.Unary(Un op, Expr x) when op == Un.LOG1P -> factors(x.plus(1), into);
            case Expr _ -> {}
        }
        for (Expr part : e.operands()) collect(part, into, seen);
    }

    /// What is 0 where a product is; a square is 0 without changing its sign.
    private static void factors(Expr product, Set<Expr> into) {
        switch (product) {
            case Expr.Binary(Bin op, Expr a, Expr b)
            when op == Bin.MUL -> {
                factors(a, into);
                factors(b, into);
            }
            case Expr.Binary(Bin op, Expr a, Expr _) when op == Bin.DIV || op == Bin.POW -> factors(a, into);
            case Expr.Unary(Un op, Expr x) when op == Un.ABS || op == Un.NEG || op == Un.SQRT -> factors(x, into);
            case Expr _ -> into.add(product);
        }
    }

    /// Whether its size grows without end towards a place, from one side.
    private static boolean grows(DoubleUnaryOperator f, double x, int side) {
        double before = Double.NEGATIVE_INFINITY;
        for (double distance : NEARER) {
            double size = Math.abs(f.applyAsDouble(x + side * distance * Math.max(1, Math.abs(x))));
            if (Double.isNaN(size) || size < before + 1) return false;
            before = size;
        }
        return true;
    }

    private record Edge(double x, boolean belongs) {}

    private static List<Interval> parts(DoubleUnaryOperator f, TreeSet<Double> points, Set<Double> poles) {
        List<Interval> parts = new ArrayList<>();
        Edge low = null;
        double before = Double.NEGATIVE_INFINITY;
        for (double x : points) {
            boolean has = !poles.contains(x) && !Double.isNaN(f.applyAsDouble(x));
            if (has && low == null) low = edge(f, before, x, poles);
            if (!has && low != null) {
                Edge high = edge(f, x, before, poles);
                parts.add(new Interval(low.x, low.belongs, high.x, high.belongs));
                low = null;
            }
            before = x;
        }
        if (low != null) parts.add(new Interval(low.x, low.belongs, Double.POSITIVE_INFINITY, false));
        return List.copyOf(parts);
    }

    /// Between a place without a value and one with: the pole, or the last place that has one.
    private static Edge edge(DoubleUnaryOperator f, double without, double with, Set<Double> poles) {
        if (Double.isInfinite(without) || poles.contains(without)) return new Edge(without, false);
        double out = without;
        double in = with;
        for (int i = 0; i < 60; i++) {
            double middle = (out + in) / 2;
            if (Double.isNaN(f.applyAsDouble(middle))) out = middle;
            else in = middle;
        }
        return new Edge(in, true);
    }
}
