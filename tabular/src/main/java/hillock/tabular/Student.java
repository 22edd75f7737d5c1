package hillock.tabular;

/// Student's t distribution.
final class Student {
    /// From so many degrees of freedom on the expansion is exact to four digits.
    private static final int MANY = 40;
    private static final int STEPS = 4096;

    private Student() {}

    /// What `|t|` exceeds with a probability.
    ///
    /// With `t = √ν tan θ` the density is proportional to `cos^(ν−1) θ`, which is summed by Simpson's
    /// rule; for many degrees of freedom an expansion at the normal quantile serves (Abramowitz and
    /// Stegun 26.7.5).
    ///
    /// ```java
    /// Student.beyond(Chance.ONCE_IN_20, 4);   // 2.776
    /// ```
    static double beyond(Chance chance, double freedom) {
        double z = chance.normal;
        if (freedom >= MANY) {
            double cube = z * z * z;
            return z + (cube + z) / (4 * freedom) + (5 * cube * z * z + 16 * cube + 3 * z) / (96 * freedom * freedom);
        }
        double step = Math.PI / 2 / STEPS;
        double[] below = new double[STEPS + 1];
        for (int i = 0; i < STEPS; i++) {
            double from = density(i * step, freedom);
            double middle = density((i + 0.5) * step, freedom);
            below[i + 1] = below[i] + from + 4 * middle + density((i + 1) * step, freedom);
        }
        double wanted = (1 - chance.probability) * below[STEPS];
        int i = 1;
        while (below[i] < wanted) i++;
        double part = (wanted - below[i - 1]) / (below[i] - below[i - 1]);
        return Math.sqrt(freedom) * Math.tan((i - 1 + part) * step);
    }

    private static double density(double angle, double freedom) {
        return Math.pow(Math.cos(angle), freedom - 1);
    }

    /// How rarely chance alone may make a difference.
    enum Chance {
        ONCE_IN_20(0.05, 1.959964),
        ONCE_IN_100(0.01, 2.575829);

        private final double probability;
        private final double normal;

        Chance(double probability, double normal) {
            this.probability = probability;
            this.normal = normal;
        }

        /// What the absolute value of a normal number exceeds as rarely.
        double normal() {
            return normal;
        }
    }
}
