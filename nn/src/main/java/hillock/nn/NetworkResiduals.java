package hillock.nn;

import hillock.data.Dataset;
import hillock.nn.solve.Residuals;
import java.util.Arrays;

/// The residuals of a [DoubleNetwork], row by row and in each row output by output: prediction minus
/// target.
final class NetworkResiduals implements Residuals {
    private final DoubleNetwork network;
    private final int rows;
    private final double[] y;
    private final int outputs;

    NetworkResiduals(DoubleNetwork network, Dataset data) {
        this.network = network;
        this.rows = data.rows();
        this.y = data.y().toDoubles();
        this.outputs = y.length / rows;
    }

    @Override
    public int count() {
        return y.length;
    }

    @Override
    public int parameters() {
        return network.parameters();
    }

    @Override
    public void at(double[] w, double[] residuals, double[][] jacobian) {
        double[] prediction = network.forward(w);
        for (int i = 0; i < y.length; i++) residuals[i] = prediction[i] - y[i];
        if (jacobian == null) return;
        for (double[] row : jacobian) Arrays.fill(row, 0);
        for (int k = 0; k < outputs; k++) {
            double[] one = new double[y.length];
            double[][] into = new double[rows][];
            for (int row = 0; row < rows; row++) {
                one[row * outputs + k] = 1;
                into[row] = jacobian[row * outputs + k];
            }
            network.backward(w, one, into);
        }
    }

    /// The mean of the squares, and its gradient.
    double meanSquare(double[] w, double[] gradient) {
        double[] residuals = new double[y.length];
        at(w, residuals, null);
        double sum = 0;
        double[] upstream = new double[y.length];
        for (int i = 0; i < y.length; i++) {
            sum += residuals[i] * residuals[i];
            upstream[i] = 2 * residuals[i] / y.length;
        }
        double[][] into = new double[rows][];
        Arrays.fill(gradient, 0);
        Arrays.fill(into, gradient);
        network.backward(w, upstream, into);
        return sum / y.length;
    }
}
