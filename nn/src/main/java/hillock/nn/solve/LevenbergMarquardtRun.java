package hillock.nn.solve;

import java.util.Arrays;

/// The [LevenbergMarquardt] method at work on residuals.
public final class LevenbergMarquardtRun {
    private static final double MOST_DAMPING = 1e16;
    /// Of the largest column, for those that have none: parameters that at this place change nothing.
    private static final double LEAST_SCALE = 1e-6;
    /// Where the penalty starts that the data are to choose.
    private static final double START_PENALTY = 0.01;

    private static final double LEAST_PENALTY = 1e-12;
    /// As a share of the residuals: what is left to tell the noise from.
    private static final double LEAST_FREEDOM = 1e-3;
    /// While the penalty changes by more than this share, a small gain is no reason to end.
    private static final double SETTLED = 1e-3;

    private static final double SMALL_GAIN = 1e-7;

    private final LevenbergMarquardt settings;
    private final Residuals f;
    private final double[] penalties;
    private final double[] w;
    private final double[] scale;
    private final double[] residuals;
    private final double[][] jacobian;
    private NormalEquations equations;
    private double half;
    private double damping;
    private double growth = 2;
    private double effective;

    LevenbergMarquardtRun(LevenbergMarquardt settings, Residuals f, double[] penalties, double[] w) {
        this.settings = settings;
        this.f = f;
        this.penalties = penalties.clone();
        if (settings.bayesian()) Arrays.fill(this.penalties, START_PENALTY);
        this.w = w;
        this.scale = new double[w.length];
        this.residuals = new double[f.count()];
        this.jacobian = new double[f.count()][f.parameters()];
        this.damping = settings.damping();
        this.effective = w.length;
        linearise();
        half = half(w, residuals);
    }

    /// One successful step, after as many tries as it takes; false where there is nothing left to gain.
    public boolean iterate() {
        double[] g = gradient();
        if (!(Vectors.largest(g) > settings.toleranceGrad() * half)) return false;
        while (damping < MOST_DAMPING) {
            double[] step = step(g);
            double promised = promised(step, g);
            double[] next = w.clone();
            Vectors.add(next, 1, step);
            double[] nextResiduals = new double[residuals.length];
            f.at(next, nextResiduals, null);
            double gain = half - half(next, nextResiduals);
            // Not above 0 where the numbers are no numbers, too.
            if (gain > 0 && promised > 0) return accept(next, gain, gain / promised);
            if (isSmall(step)) return false;
            damping *= growth;
            growth *= 2;
        }
        return false;
    }

    /// The sum of the squares of the residuals.
    public double sumOfSquares() {
        return Vectors.dot(residuals, residuals);
    }

    /// The sum of squares with the penalties.
    public double objective() {
        return 2 * half;
    }

    /// How many parameters the data determine against the pull of the penalties, if those are chosen by
    /// the data; else how many there are.
    public double effectiveParameters() {
        return effective;
    }

    /// The mean square that new data of the same kind would have, as far as these can say: `n·RSS/(n -
    /// γ)²` for n residuals and γ effective parameters (Golub, Heath, Wahba 1979).
    public double generalisedCrossValidation() {
        double free = freedom();
        return residuals.length * sumOfSquares() / (free * free);
    }

    private double freedom() {
        return Math.max(residuals.length - effective, LEAST_FREEDOM * residuals.length);
    }

    private boolean accept(double[] next, double gain, double ratio) {
        double d = 2 * ratio - 1;
        damping *= Math.max(1.0 / 3, 1 - d * d * d);
        growth = 2;
        System.arraycopy(next, 0, w, 0, w.length);
        linearise();
        boolean small = gain <= (settings.bayesian() ? SMALL_GAIN : settings.toleranceChange()) * half;
        boolean settled = !settings.bayesian() || choosePenalty();
        half = half(w, residuals);
        return !(small && settled);
    }

    /// MacKay's evidence approximation: the penalty under which the data are most probable, given how
    /// many parameters they determine. Whether it has settled.
    private boolean choosePenalty() {
        double before = penalties[0];
        effective = Math.clamp(equations.effectiveParameters(before), 1, w.length);
        double noise = sumOfSquares() / freedom();
        double after = Math.max(effective * noise / Vectors.dot(w, w), LEAST_PENALTY);
        Arrays.fill(penalties, after);
        return Math.abs(after - before) <= SETTLED * before;
    }

    private void linearise() {
        f.at(w, residuals, jacobian);
        equations = new NormalEquations(jacobian, w.length);
        rescale(equations.diagonal());
    }

    private void rescale(double[] diagonal) {
        double most = Math.max(Vectors.largest(diagonal), Double.MIN_NORMAL);
        for (int j = 0; j < scale.length; j++) {
            scale[j] = settings.scaled() ? Math.max(scale[j], Math.max(diagonal[j], LEAST_SCALE * most)) : most;
        }
    }

    private double[] gradient() {
        double[] g = NormalEquations.transposeTimes(jacobian, residuals, w.length);
        for (int j = 0; j < g.length; j++) g[j] += penalties[j] * w[j];
        return g;
    }

    private double[] step(double[] g) {
        double[] s = new double[w.length];
        for (int j = 0; j < s.length; j++) s[j] = penalties[j] + damping * scale[j];
        double[] step = equations.solve(s, g);
        for (int j = 0; j < step.length; j++) step[j] = -step[j];
        return step;
    }

    /// By how much the linear model says that the step decreases: `½ hᵀ (λ D h - g)`.
    private double promised(double[] h, double[] g) {
        double sum = 0;
        for (int j = 0; j < h.length; j++) sum += h[j] * (damping * scale[j] * h[j] - g[j]);
        return sum / 2;
    }

    private double half(double[] at, double[] r) {
        double sum = Vectors.dot(r, r);
        for (int j = 0; j < at.length; j++) sum += penalties[j] * at[j] * at[j];
        return sum / 2;
    }

    private boolean isSmall(double[] step) {
        return Vectors.largest(step) <= settings.toleranceChange() * (Vectors.largest(w) + settings.toleranceChange());
    }
}
