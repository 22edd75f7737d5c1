package hillock.tabular;

import java.util.Arrays;

/// Mean, spread and median of a column, safe from overflow at any scale a double holds.
final class Moments {
    /// A spread smaller than this share of the largest magnitude is rounding, not information.
    private static final double ROUNDING = 1e-13;

    private Moments() {}

    /// `(Σ xᵢ)/n`; 0 for no values.
    static double mean(double[] x) {
        double scale = scale(x);
        if (scale == 0) return 0;
        double sum = 0;
        for (double v : x) sum += v / scale;
        return sum / x.length * scale;
    }

    /// The population's standard deviation `√(Σ (xᵢ − mean)²/n)`, 0 where it is no more than rounding.
    static double deviation(double[] x, double mean) {
        double scale = scale(x);
        if (scale == 0) return 0;
        double sum = 0;
        for (double v : x) {
            double d = v / scale - mean / scale;
            sum += d * d;
        }
        double relative = Math.sqrt(sum / x.length);
        return relative <= ROUNDING ? 0 : relative * scale;
    }

    /// The middle value, or the mean of the two middle ones; 0 for no values.
    static double median(double[] x) {
        if (x.length == 0) return 0;
        double[] sorted = x.clone();
        Arrays.sort(sorted);
        int half = sorted.length / 2;
        return sorted.length % 2 == 1 ? sorted[half] : sorted[half - 1] / 2 + sorted[half] / 2;
    }

    private static double scale(double[] x) {
        double scale = 0;
        for (double v : x) scale = Math.max(scale, Math.abs(v));
        return scale;
    }

    /// Mean and deviation of numbers that come a block at a time (Chan, Golub and LeVeque 1979).
    static final class Running {
        private double count;
        private double mean;
        private double squares;

        void add(float[] block) {
            double sum = 0;
            for (float v : block) sum += v;
            double own = sum / block.length;
            double around = 0;
            for (float v : block) around += (v - own) * (v - own);
            double total = count + block.length;
            double step = own - mean;
            squares += around + step * step * count * block.length / total;
            mean += step * block.length / total;
            count = total;
        }

        double mean() {
            return mean;
        }

        double deviation() {
            return count == 0 ? 0 : Math.sqrt(squares / count);
        }
    }
}
