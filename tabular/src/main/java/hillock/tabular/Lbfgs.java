package hillock.tabular;

import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.Iterator;

/// The limited-memory BFGS method (Nocedal and Wright, Numerical Optimization, algorithm 7.4) with a backtracking line
/// search: minimises a smooth convex function in double, without randomness.
final class Lbfgs {
    private static final int MEMORY = 10;
    private static final double SUFFICIENT_DECREASE = 1e-4;
    private static final int HALVINGS = 40;

    /// The function: returns its value at `x` and writes its gradient.
    interface Objective {
        double at(double[] x, double[] gradient);
    }

    /// A step and the change of the gradient along it.
    private static final class Pair {
        final double[] step;
        final double[] change;
        final double product;

        Pair(double[] step, double[] change) {
            this.step = step;
            this.change = change;
            this.product = Vectors.dot(step, change);
        }
    }

    private Lbfgs() {}

    /// Improves `x` in place until no part of the gradient exceeds `tolerance`, or for so many iterations. Returns the
    /// largest part of the gradient at the end.
    static double minimise(Objective f, double[] x, double tolerance, int iterations) {
        Deque<Pair> pairs = new ArrayDeque<>();
        double[] gradient = new double[x.length];
        double value = f.at(x, gradient);
        for (int i = 0; i < iterations && largest(gradient) > tolerance; i++) {
            double[] direction = direction(gradient, pairs);
            double slope = Vectors.dot(direction, gradient);
            double length = pairs.isEmpty() ? 1 / Math.max(1, Math.sqrt(Vectors.dot(gradient, gradient))) : 1;
            double[] next = new double[x.length];
            double[] nextGradient = new double[x.length];
            double nextValue = Double.POSITIVE_INFINITY;
            int halvings = 0;
            while (halvings++ < HALVINGS) {
                for (int j = 0; j < x.length; j++) next[j] = x[j] + length * direction[j];
                nextValue = f.at(next, nextGradient);
                if (nextValue <= value + SUFFICIENT_DECREASE * length * slope) break;
                length /= 2;
            }
            // No decrease left that a double can show: this is the minimum.
            if (!(nextValue < value)) break;
            remember(pairs, x, next, gradient, nextGradient);
            System.arraycopy(next, 0, x, 0, x.length);
            gradient = nextGradient;
            value = nextValue;
        }
        return largest(gradient);
    }

    /// The two-loop recursion: minus the approximate inverse Hessian times the gradient.
    private static double[] direction(double[] gradient, Deque<Pair> pairs) {
        double[] q = gradient.clone();
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

    private static void remember(
            Deque<Pair> pairs, double[] x, double[] next, double[] gradient, double[] nextGradient) {
        double[] step = next.clone();
        Vectors.add(step, -1, x);
        double[] change = nextGradient.clone();
        Vectors.add(change, -1, gradient);
        Pair pair = new Pair(step, change);
        // Rounding can hide the curvature; a pair without it would point uphill.
        if (pair.product <= 1e-300) return;
        pairs.addFirst(pair);
        if (pairs.size() > MEMORY) pairs.removeLast();
    }

    private static double largest(double[] x) {
        return Arrays.stream(x).map(Math::abs).max().orElse(0);
    }
}
