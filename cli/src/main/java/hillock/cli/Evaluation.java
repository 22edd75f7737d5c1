package hillock.cli;

import hillock.nn.Activation;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Rowwise;
import hillock.tensor.Tensor;

/// What an activation makes of some numbers.
///
/// @param x      the numbers, rounded to floats
/// @param y      the values of the function
/// @param slopes for a function of single numbers one row, dy/dx; for one of rows the Jacobian matrix,
///               `slopes[i][j] = ∂y[i]/∂x[j]`
record Evaluation(Activation activation, float[] x, float[] y, float[][] slopes) {

    /// Values and slopes of single numbers come from the formula in double precision, those of rows from tensors.
    static Evaluation of(Activation activation, float[] x, boolean withSlopes) {
        return switch (activation.form()) {
            case Pointwise _ -> pointwise(activation, x);
            case Rowwise _ -> rowwise(activation, x, withSlopes);
        };
    }

    private static Evaluation pointwise(Activation activation, float[] x) {
        float[] y = new float[x.length];
        float[] dydx = new float[x.length];
        for (int i = 0; i < x.length; i++) {
            y[i] = (float) activation.evaluate(x[i]);
            dydx[i] = (float) activation.derivative(x[i]);
        }
        return new Evaluation(activation, x, y, new float[][] {dydx});
    }

    private static Evaluation rowwise(Activation activation, float[] x, boolean withSlopes) {
        int n = x.length;
        Tensor row = Tensor.of(x, n);
        float[] y = activation.apply(row).toArray();
        return new Evaluation(activation, x, y, withSlopes ? jacobian(activation, row) : new float[0][]);
    }

    /// All rows of the Jacobian matrix in one pass back: the same x in n rows, of each of which another y counts.
    private static float[][] jacobian(Activation activation, Tensor row) {
        int n = row.shape().size();
        Tensor rows = row.expand(n, n).detach().requiresGradient();
        float[] identity = new float[n * n];
        for (int i = 0; i < n; i++) identity[i * n + i] = 1;
        Tensor counted = activation.apply(rows).times(Tensor.of(identity, n, n)).sum();
        float[] gradient = counted.gradients().of(rows).toArray();
        float[][] jacobian = new float[n][n];
        for (int i = 0; i < n; i++) System.arraycopy(gradient, i * n, jacobian[i], 0, n);
        return jacobian;
    }
}
