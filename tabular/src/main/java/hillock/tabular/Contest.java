package hillock.tabular;

/// Two models on the same rows: is one better by more than chance, and by an amount that matters?
///
/// @param gain how much less the first model loses on average in a row; negative where it loses more
/// @param noise the gain that chance alone rarely exceeds
record Contest(double gain, double noise, Outcome outcome) {
    enum Outcome {
        BETTER,
        SAME,
        WORSE
    }

    /// Chance goes beyond this normal quantile, to either side, once in twenty times.
    static final double ONCE_IN_20 = 1.96;
    /// … once in a hundred times.
    static final double ONCE_IN_100 = 2.576;

    /// A gain below this share of the rival's loss is of no use, however sure it is.
    private static final double USEFUL = 0.01;

    /// From the losses of each row. The differences `d = rival − own` have the mean `d̄` and its standard error
    /// `s/√n`; chance reaches Student's t with the normal quantile `z`. A loss that is not finite loses
    /// the contest.
    static Contest ofLosses(double[] own, double[] rival, double z) {
        int n = own.length;
        double[] d = new double[n];
        double rivals = 0;
        for (int i = 0; i < n; i++) {
            if (!Double.isFinite(own[i])) return new Contest(Double.NEGATIVE_INFINITY, 0, Outcome.WORSE);
            d[i] = rival[i] - own[i];
            rivals += rival[i] / n;
        }
        double gain = Moments.mean(d);
        double noise =
                n < 2 ? Double.POSITIVE_INFINITY : student(n - 1, z) * Moments.deviation(d, gain) / Math.sqrt(n - 1.0);
        return new Contest(gain, noise, outcome(gain, noise, rivals));
    }

    /// From right and wrong: McNemar's test with its continuity correction, which looks only at the rows on which the
    /// models differ. With `b` rows that only the first and `c` rows that only the rival has right, chance reaches
    /// `|b − c| = 1 + 1.96·√(b + c)`. Six rows to none are a difference, five are not.
    static Contest ofHits(boolean[] own, boolean[] rival) {
        int onlyOwn = 0;
        int onlyRival = 0;
        int rivalWrong = 0;
        for (int i = 0; i < own.length; i++) {
            if (own[i] && !rival[i]) onlyOwn++;
            if (rival[i] && !own[i]) onlyRival++;
            if (!rival[i]) rivalWrong++;
        }
        double n = own.length;
        double gain = (onlyOwn - onlyRival) / n;
        double noise = (1 + ONCE_IN_20 * Math.sqrt(onlyOwn + onlyRival)) / n;
        return new Contest(gain, noise, outcome(gain, noise, rivalWrong / n));
    }

    private static Outcome outcome(double gain, double noise, double rivals) {
        if (!(Math.abs(gain) > Math.max(noise, USEFUL * rivals))) return Outcome.SAME;
        return gain > 0 ? Outcome.BETTER : Outcome.WORSE;
    }

    /// Student's t that stands for the normal quantile `z`, within 1 % from five degrees of freedom on
    /// (Abramowitz and Stegun 26.7.5).
    private static double student(double freedom, double z) {
        double cube = z * z * z;
        return z + (cube + z) / (4 * freedom) + (5 * cube * z * z + 16 * cube + 3 * z) / (96 * freedom * freedom);
    }
}
