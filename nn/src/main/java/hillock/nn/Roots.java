package hillock.nn;

import java.util.Set;
import java.util.TreeSet;
import java.util.function.DoubleUnaryOperator;

/// Where functions of one number are 0 or change their sign, on a grid of [-100, 100] and by bisection.
final class Roots {
    static final double END = 100;
    static final double STEP = 1.0 / 16;

    private Roots() {}

    static Set<Double> of(DoubleUnaryOperator f) {
        Set<Double> roots = new TreeSet<>();
        double before = f.applyAsDouble(-END);
        for (double x = -END + STEP; x <= END; x += STEP) {
            double here = f.applyAsDouble(x);
            if (here == 0 && before != 0) roots.add(x);
            else if (before * here < 0) roots.add(bisected(f, x - STEP, x));
            before = here;
        }
        return roots;
    }

    private static double bisected(DoubleUnaryOperator f, double from, double to) {
        double low = from;
        double high = to;
        boolean rises = f.applyAsDouble(high) > 0;
        for (int i = 0; i < 60; i++) {
            double middle = (low + high) / 2;
            double value = f.applyAsDouble(middle);
            if (value == 0) return middle;
            if (value > 0 == rises) high = middle;
            else low = middle;
        }
        return high;
    }
}
