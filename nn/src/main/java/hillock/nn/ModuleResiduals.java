package hillock.nn;

import hillock.data.Dataset;
import hillock.nn.solve.Residuals;
import hillock.tensor.Gradients;
import hillock.tensor.Tensor;
import java.util.Collection;

/// The residuals of any module, in float32 and row by row; [NetworkResiduals] is faster and finer where
/// it applies.
final class ModuleResiduals implements Residuals {
    private final Module module;
    private final Collection<Parameter> parameters;
    private final Weights weights;
    private final Dataset data;

    ModuleResiduals(Module module, Weights weights, Dataset data) {
        this.module = module;
        this.parameters = Parameters.of(module).values();
        this.weights = weights;
        this.data = data;
    }

    @Override
    public int count() {
        return data.y().shape().size();
    }

    @Override
    public int parameters() {
        return weights.size();
    }

    @Override
    public void at(double[] w, double[] residuals, double[][] jacobian) {
        weights.set(w);
        double[] y = data.y().toDoubles();
        double[] prediction = module.apply(data.x()).toDoubles();
        for (int i = 0; i < y.length; i++) residuals[i] = prediction[i] - y[i];
        if (jacobian == null) return;
        int outputs = y.length / data.rows();
        for (int row = 0; row < data.rows(); row++) {
            Tensor out = module.apply(data.x().take(row)).reshape(outputs);
            for (int k = 0; k < outputs; k++) write(out.get(k).gradients(), jacobian[row * outputs + k]);
        }
    }

    private void write(Gradients gradients, double[] into) {
        int at = 0;
        for (Parameter p : parameters) {
            for (double g : gradients.of(p.value()).toDoubles()) into[at++] = g;
        }
    }
}
