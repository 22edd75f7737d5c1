package hillock.nn.solve;

/// The Levenberg-Marquardt method for least squares: makes `½ Σ rᵢ² + ½ Σ aⱼ wⱼ²` small by steps `h` with
/// `(JᵀJ + A + λD) h = -(Jᵀr + A w)`, J the Jacobian of the residuals r and A the diagonal of the
/// penalties a. With small λ that is the Gauss-Newton step, with large λ a short one downhill.
///
/// D is the same for all parameters, the largest element of the diagonal of JᵀJ (Levenberg 1944). That
/// suits networks, whose weights have like units; where units differ, `scaled` makes D the diagonal
/// itself, each element the largest that was seen (Marquardt 1963, Moré 1978). λ follows the gain
/// ratio, how much of the decrease that the linear model promised has come about: it falls, to a third
/// at most, after a good step, and grows by 2, 4, 8, … while steps fail.
///
/// With `bayesian` the data choose the penalty, the same for all parameters, after each step: the noise
/// and the size of the parameters under which they are most probable (MacKay 1992; Foresee, Hagan 1997:
/// MATLAB's `trainbr`). Then no rows need to be held out, and a network may have more parameters than
/// it needs. Inputs and targets should be standardised.
///
/// Sources: Nielsen, *Damping Parameter in Marquardt's Method*, 1999; Madsen, Nielsen, Tingleff,
/// *Methods for Non-Linear Least Squares Problems*, 2004, algorithm 3.16.
///
/// @param scaled whether parameters are damped each by its own scale
/// @param bayesian whether the data choose the penalties
/// @param damping λ at the start
/// @param toleranceGrad no part of the gradient exceeds it times the sum of squares: the minimum is found
/// @param toleranceChange neither the sum of squares nor any step changes by more, relative to its
///     size: it is found, too
public record LevenbergMarquardt(
        boolean scaled, boolean bayesian, double damping, double toleranceGrad, double toleranceChange)
        implements Method {
    /// For networks; λ = 10⁻³, Madsen's value where the start is no good guess.
    public static final LevenbergMarquardt DEFAULT = new LevenbergMarquardt(false, false, 1e-3, 1e-12, 1e-12);

    public LevenbergMarquardt {
        if (!(damping > 0)) throw new IllegalArgumentException("damping has to be above 0, not " + damping);
    }

    /// The same method that damps each parameter by its own scale, or not.
    public LevenbergMarquardt scaled(boolean each) {
        return new LevenbergMarquardt(each, bayesian, damping, toleranceGrad, toleranceChange);
    }

    /// The same method that lets the data choose the penalties, or not.
    public LevenbergMarquardt bayesian(boolean chosen) {
        return new LevenbergMarquardt(scaled, chosen, damping, toleranceGrad, toleranceChange);
    }

    /// Begins at `w`, which moves from then on.
    ///
    /// @param penalties a, one for each parameter; the data may choose others
    public LevenbergMarquardtRun start(Residuals residuals, double[] penalties, double[] w) {
        return new LevenbergMarquardtRun(this, residuals, penalties, w);
    }
}
