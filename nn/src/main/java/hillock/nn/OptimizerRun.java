package hillock.nn;

import hillock.tensor.Gradients;
import hillock.tensor.Update;
import java.util.Collection;

/// An [Optimizer] at work on certain parameters: it knows how many steps were made and what it remembers of each
/// parameter.
public final class OptimizerRun {
    private final Update update;
    /// The rule's run-time parameters: the step number, then the settings.
    private final double[] numbers;

    private final int lrAt;
    private final double lr;

    OptimizerRun(Optimizer optimizer, Collection<Parameter> parameters) {
        this.update = Update.of(
                optimizer.kernel(),
                parameters.stream().map(Parameter::variable).toList(),
                optimizer.slots().size());
        this.numbers = new double[1 + optimizer.settings().size()];
        for (int i = 1; i < numbers.length; i++)
            numbers[i] = optimizer.settings().get(i - 1).value();
        this.lrAt = 1
                + optimizer.settings().stream()
                        .map(Activation.Setting::name)
                        .toList()
                        .indexOf("lr");
        this.lr = optimizer.lr();
    }

    /// Scales all gradients together down to that Euclidean norm where theirs is larger, from the next step on: against
    /// steps that explode ([Update#clipNorm]).
    public OptimizerRun clipNorm(double most) {
        update.clipNorm(most, 2);
        return this;
    }

    /// Brings each number of the gradients into ±most, from the next step on ([Update#clipValue]).
    public OptimizerRun clipValue(double most) {
        update.clipValue(most);
        return this;
    }

    /// Moves every parameter by the optimizer's rule. The gradients are those of a loss of the parameters' present
    /// values.
    public void step(Gradients gradients) {
        step(gradients, 1);
    }

    /// The same with the learning rate multiplied by a factor, for this step only: a schedule.
    public void step(Gradients gradients, double lrFactor) {
        update.step(gradients, next(lrFactor));
    }

    /// The same with the gradients that a plan of [#update] has left.
    void stepAsPlanned(double lrFactor) {
        update.step(next(lrFactor));
    }

    Update update() {
        return update;
    }

    private double[] next(double lrFactor) {
        numbers[0]++;
        numbers[lrAt] = lr * lrFactor;
        return numbers;
    }
}
