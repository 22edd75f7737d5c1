package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Loss;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;

/// The loss of a network that always gives the same answer, the best of its kind: what a network has to
/// beat to have learnt anything from its inputs.
final class Constant {
    private Constant() {}

    /// The least loss of the mean, the median, the logits of the frequencies and the frequencies; NaN if
    /// the loss takes none of them.
    ///
    /// @param outputs numbers per row that the network gives
    static double loss(Loss loss, Dataset data, int outputs) {
        List<double[]> answers = data.y().shape().rank() == 1
                ? classes(Columns.of(data.y()), outputs)
                : numbers(Columns.of(data.y()), outputs);
        double least = Double.NaN;
        for (double[] answer : answers) {
            double value = loss(loss, data, answer);
            if (Double.isFinite(value) && !(value >= least)) least = value;
        }
        return least;
    }

    private static double loss(Loss loss, Dataset data, double[] answer) {
        float[] one = new float[answer.length];
        for (int i = 0; i < one.length; i++) one[i] = (float) answer[i];
        Tensor all = Tensor.of(one, 1, one.length).expand(data.rows(), one.length);
        try {
            return loss.apply(all, data.y()).item();
        } catch (IllegalArgumentException e) {
            return Double.NaN; // a loss of another shape
        }
    }

    private static List<double[]> numbers(Columns y, int outputs) {
        if (y.columns() != outputs) return List.of();
        double[] mean = new double[outputs];
        double[] median = new double[outputs];
        double[] logit = new double[outputs];
        double[] log = new double[outputs];
        for (int c = 0; c < outputs; c++) {
            double[] sorted = y.column(c);
            Arrays.sort(sorted);
            mean[c] = y.mean(c);
            median[c] = sorted[sorted.length / 2];
            logit[c] = Math.log(mean[c] / (1 - mean[c]));
            log[c] = Math.log(mean[c]);
        }
        return List.of(mean, median, logit, log);
    }

    private static List<double[]> classes(Columns y, int outputs) {
        double[] logs = new double[outputs];
        for (double v : y.values()) if (v >= 0 && v < outputs) logs[(int) v]++;
        for (int c = 0; c < outputs; c++) logs[c] = Math.log(Math.max(1e-6, logs[c] / y.rows()));
        return List.of(logs);
    }
}
