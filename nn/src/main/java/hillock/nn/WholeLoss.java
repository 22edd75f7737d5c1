package hillock.nn;

import hillock.data.Dataset;
import hillock.tensor.Gradients;
import hillock.tensor.Plan;
import hillock.tensor.Tensor;
import java.util.Collection;
import java.util.List;

/// The loss of a module on all rows of some data at once, in float32, recorded if it can be. The module
/// is taken as it is in use: nothing is drawn at random.
final class WholeLoss {
    private final Module module;
    private final Loss loss;
    private final Dataset data;
    private final Weights weights;
    private final float[] gradients;
    private Plan plan;

    private WholeLoss(Module module, Loss loss, Dataset data, Weights weights) {
        this.module = module;
        this.loss = loss;
        this.data = data;
        this.weights = weights;
        this.gradients = weights == null ? null : new float[weights.size()];
        try {
            List<Tensor> examples = List.of(data.x(), data.y());
            plan = weights == null
                    ? Plan.of(examples, in -> List.of(loss(in.get(0), in.get(1))))
                    : Plan.training(examples, weights.update(), in -> loss(in.get(0), in.get(1)));
            plan.input(0, data.x().toArray());
            plan.input(1, data.y().toArray());
        } catch (Plan.NotReplayable e) {
            plan = null;
        }
    }

    /// For its value alone.
    static WholeLoss of(Module module, Loss loss, Dataset data) {
        return new WholeLoss(module, loss, data, null);
    }

    /// With gradients for these weights of the module.
    static WholeLoss of(Module module, Loss loss, Dataset data, Weights weights) {
        return new WholeLoss(module, loss, data, weights);
    }

    /// The loss for the parameters as they are.
    double value() {
        if (plan == null) return loss(data.x(), data.y()).item();
        plan.run();
        return plan.item(0);
    }

    /// The loss for the parameters `w`, and its gradient.
    double at(double[] w, double[] gradient) {
        weights.set(w);
        if (plan == null) return eagerly(gradient);
        plan.run();
        weights.update().gradients(gradients);
        for (int i = 0; i < gradient.length; i++) gradient[i] = gradients[i];
        return plan.item(0);
    }

    private double eagerly(double[] gradient) {
        Tensor result = loss(data.x(), data.y());
        Gradients all = result.gradients();
        Collection<Parameter> parameters = Parameters.of(module).values();
        int at = 0;
        for (Parameter p : parameters) for (double g : all.of(p.value()).toDoubles()) gradient[at++] = g;
        return result.item();
    }

    private Tensor loss(Tensor x, Tensor y) {
        return loss.apply(module.apply(x), y);
    }
}
