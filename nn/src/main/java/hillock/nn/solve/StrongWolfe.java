package hillock.nn.solve;

import hillock.nn.solve.LbfgsRun.Evaluated;
import java.util.function.DoubleFunction;

/// A line search: the length t of a step `x + t·d` for which the value has fallen enough and the slope
/// along d is flat enough (the strong Wolfe conditions). The steps are those of PyTorch's
/// `_strong_wolfe`, hence those of minFunc: first a bracket is found that must contain such a length,
/// then it is made smaller by cubic interpolation. Source: Nocedal, Wright, *Numerical Optimization*,
/// algorithms 3.5 and 3.6.
final class StrongWolfe {
    private static final double DECREASE = 1e-4;
    private static final double FLATNESS = 0.9;
    private static final double SMALLEST = 1e-9;
    private static final int TRIES = 25;

    /// What was found at a length: the function and its slope along the direction.
    record Point(double t, Evaluated evaluated, double slope) {
        double value() {
            return evaluated.value();
        }
    }

    private final DoubleFunction<Evaluated> f;
    private final double[] direction;
    private Point start;
    /// The ends of the bracket; the lower one has the lower value.
    private Point low;
    private Point high;

    private int tries;

    StrongWolfe(DoubleFunction<Evaluated> f, double[] direction) {
        this.f = f;
        this.direction = direction;
    }

    /// The best length that was found, beginning at `first`.
    Point from(Evaluated origin, double slope, double first) {
        start = new Point(0, origin, slope);
        Point found = bracket(first);
        return found != null ? found : zoom();
    }

    private Point at(double t) {
        Evaluated e = f.apply(t);
        return new Point(t, e, Vectors.dot(e.gradient(), direction));
    }

    private boolean tooHigh(Point p) {
        return p.value() > start.value() + DECREASE * p.t * start.slope;
    }

    private boolean isFlat(Point p) {
        return Math.abs(p.slope) <= -FLATNESS * start.slope;
    }

    /// A length that will do; or null, and there is one between `low` and `high`.
    private Point bracket(double first) {
        Point before = start;
        Point p = at(first);
        for (; tries < TRIES; tries++) {
            if (tooHigh(p) || (tries > 1 && p.value() >= before.value())) return between(before, p);
            if (isFlat(p)) return p;
            if (p.slope >= 0) return between(before, p);
            double t = interpolated(before, p, p.t + 0.01 * (p.t - before.t), p.t * 10);
            before = p;
            p = at(t);
        }
        return between(start, p);
    }

    private Point between(Point a, Point b) {
        boolean ordered = a.value() <= b.value();
        low = ordered ? a : b;
        high = ordered ? b : a;
        return null;
    }

    private Point zoom() {
        boolean slow = false;
        double size = Vectors.largest(direction);
        while (tries < TRIES && Math.abs(high.t - low.t) * size >= SMALLEST) {
            double least = Math.min(low.t, high.t);
            double most = Math.max(low.t, high.t);
            // PyTorch keeps the ends in the order in which they came, which the cubic does not depend on.
            double t = interpolated(low, high, least, most);
            double margin = 0.1 * (most - least);
            boolean atEdge = Math.min(most - t, t - least) < margin;
            boolean again = atEdge && (slow || t >= most || t <= least);
            if (again) t = Math.abs(t - most) < Math.abs(t - least) ? most - margin : least + margin;
            slow = atEdge && !again;
            Point p = at(t);
            tries++;
            if (tooHigh(p) || p.value() >= low.value()) {
                between(low, p);
                continue;
            }
            if (isFlat(p)) return p;
            if (p.slope * (high.t - low.t) >= 0) high = low;
            low = p;
        }
        return low;
    }

    /// The minimum, within bounds, of the cubic with the values and slopes of two points; their middle
    /// if it has none.
    private static double interpolated(Point a, Point b, double least, double most) {
        Point left = a.t <= b.t ? a : b;
        Point right = a.t <= b.t ? b : a;
        double d1 = left.slope + right.slope - 3 * (left.value() - right.value()) / (left.t - right.t);
        double square = d1 * d1 - left.slope * right.slope;
        if (!(square >= 0)) return (least + most) / 2;
        double d2 = Math.sqrt(square);
        double t = right.t - (right.t - left.t) * ((right.slope + d2 - d1) / (right.slope - left.slope + 2 * d2));
        return Double.isNaN(t) ? (least + most) / 2 : Math.clamp(t, least, most);
    }
}
