package hillock.nn.solve;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;

/// The [Lbfgs] method at work on a function.
public final class LbfgsRun {
    private static final double LEAST_CURVATURE = 1e-10;

    /// A step and the change of the gradient along it.
    private record Pair(double[] step, double[] change, double product) {}

    private final Lbfgs settings;
    private final Lbfgs.Objective f;
    private final double[] x;
    private final Deque<Pair> pairs = new ArrayDeque<>();
    private Evaluated now;
    private int evaluations;
    private double[] lastStep;
    private double[] lastGradient;

    /// What the function is at a place.
    record Evaluated(double value, double[] gradient) {}

    LbfgsRun(Lbfgs settings, Lbfgs.Objective f, double[] x) {
        this.settings = settings;
        this.f = f;
        this.x = x;
        this.now = at(x);
    }

    /// As the `step` of PyTorch: up to `maxIter` iterations. Returns the value before them.
    public double step() {
        double before = now.value;
        // PyTorch evaluates at the start of each step, and counts that.
        int start = evaluations - 1;
        for (int i = 0; i < settings.maxIter(); i++) {
            if (!iterate() || evaluations - start >= settings.maxEval()) break;
        }
        return before;
    }

    /// One step along one direction; false where it was the last worth making.
    public boolean iterate() {
        if (steepest() <= settings.toleranceGrad()) return false;
        boolean first = lastStep == null;
        double[] direction = direction();
        lastGradient = now.gradient;
        double slope = Vectors.dot(now.gradient, direction);
        if (!(slope < -settings.toleranceChange())) return false;
        double length = first ? Math.min(1, 1 / sumOfAbsolutes(now.gradient)) * settings.lr() : settings.lr();
        Evaluated before = now;
        if (settings.strongWolfe()) {
            StrongWolfe.Point found =
                    new StrongWolfe(t -> at(moved(direction, t)), direction).from(before, slope, length);
            length = found.t();
            move(direction, length);
            now = found.evaluated();
        } else {
            move(direction, length);
            now = at(x);
        }
        return steepest() > settings.toleranceGrad()
                && Vectors.largest(lastStep) > settings.toleranceChange()
                && !(Math.abs(now.value - before.value) < settings.toleranceChange());
    }

    /// The present value.
    public double value() {
        return now.value;
    }

    /// The largest part of the present gradient.
    public double steepest() {
        return Vectors.largest(now.gradient);
    }

    /// A value that is no number is as bad as can be: the line search turns back.
    private Evaluated at(double[] place) {
        evaluations++;
        double[] gradient = new double[place.length];
        double value = f.at(place, gradient);
        return new Evaluated(Double.isNaN(value) ? Double.POSITIVE_INFINITY : value, gradient);
    }

    private double[] moved(double[] direction, double t) {
        double[] place = x.clone();
        Vectors.add(place, t, direction);
        return place;
    }

    private void move(double[] direction, double t) {
        lastStep = new double[x.length];
        Vectors.add(lastStep, t, direction);
        Vectors.add(x, t, direction);
    }

    /// The two-loop recursion: minus the approximate inverse of the second derivatives times the
    /// gradient.
    private double[] direction() {
        remember();
        double[] q = now.gradient.clone();
        double[] alpha = new double[pairs.size()];
        int i = 0;
        for (Pair pair : pairs) {
            alpha[i] = Vectors.dot(pair.step, q) / pair.product;
            Vectors.add(q, -alpha[i++], pair.change);
        }
        double scale = pairs.isEmpty()
                ? 1
                : pairs.getFirst().product / Vectors.dot(pairs.getFirst().change, pairs.getFirst().change);
        for (int j = 0; j < q.length; j++) q[j] *= -scale;
        for (Iterator<Pair> oldest = pairs.descendingIterator(); oldest.hasNext(); ) {
            Pair pair = oldest.next();
            double beta = Vectors.dot(pair.change, q) / pair.product;
            Vectors.add(q, -alpha[--i] - beta, pair.step);
        }
        return q;
    }

    /// The newest pair comes first.
    private void remember() {
        if (lastStep == null) return;
        double[] change = now.gradient.clone();
        Vectors.add(change, -1, lastGradient);
        Pair pair = new Pair(lastStep, change, Vectors.dot(lastStep, change));
        // A pair without curvature would point uphill. PyTorch compares with 1e-10, whatever the units of f.
        double sizes = Math.sqrt(Vectors.dot(lastStep, lastStep) * Vectors.dot(change, change));
        if (!(pair.product > LEAST_CURVATURE * sizes)) return;
        pairs.addFirst(pair);
        if (pairs.size() > settings.historySize()) pairs.removeLast();
    }

    private static double sumOfAbsolutes(double[] x) {
        double sum = 0;
        for (double v : x) sum += Math.abs(v);
        return sum;
    }
}
