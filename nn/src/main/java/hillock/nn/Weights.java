package hillock.nn;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.tensor.Update;
import java.util.Arrays;
import java.util.Collection;

/// All parameters of a module as one array of doubles.
final class Weights {
    private final Update update;
    private final float[] rounded;
    /// 1 where weight decay pulls: at matrices, not at biases and slopes.
    private final double[] decays;

    Weights(Module module) {
        Collection<Parameter> parameters = Parameters.of(module).values();
        update = Update.of(
                Kernel.of(Expr.input(0)),
                parameters.stream().map(Parameter::variable).toList(),
                0);
        rounded = new float[update.size()];
        decays = new double[update.size()];
        int at = 0;
        for (Parameter p : parameters) {
            int size = p.value().shape().size();
            if (p.value().shape().rank() > 1) Arrays.fill(decays, at, at + size, 1);
            at += size;
        }
    }

    int size() {
        return rounded.length;
    }

    Update update() {
        return update;
    }

    double[] get() {
        update.save(rounded);
        double[] w = new double[rounded.length];
        for (int i = 0; i < w.length; i++) w[i] = rounded[i];
        return w;
    }

    void set(double[] w) {
        for (int i = 0; i < w.length; i++) rounded[i] = (float) w[i];
        update.load(rounded);
    }

    /// What weight decay adds to the loss, `½ decay Σ w²`; and to its gradient.
    double penalty(double decay, double[] w, double[] gradient) {
        double sum = 0;
        for (int i = 0; i < w.length; i++) {
            sum += decays[i] * w[i] * w[i];
            gradient[i] += decay * decays[i] * w[i];
        }
        return decay / 2 * sum;
    }

    /// The factor of `½ w²` for each number.
    double[] penalties(double decay) {
        double[] each = decays.clone();
        for (int i = 0; i < each.length; i++) each[i] *= decay;
        return each;
    }
}
