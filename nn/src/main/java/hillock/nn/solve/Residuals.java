package hillock.nn.solve;

/// Functions of some numbers w whose squares are to become small together: what is predicted minus what
/// was observed.
public interface Residuals {
    /// How many residuals there are.
    int count();

    /// How many numbers they depend on.
    int parameters();

    /// Writes the residuals at `w`, and into row i of the Jacobian, unless it is null, the derivatives
    /// of residual i by each of the numbers.
    void at(double[] w, double[] residuals, double[][] jacobian);
}
