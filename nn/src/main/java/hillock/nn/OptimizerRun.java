package hillock.nn;

import hillock.nn.Activation.Setting;
import hillock.tensor.Gradients;
import hillock.tensor.Update;
import hillock.tensor.Variable;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/// An [Optimizer] at work on certain parameters: it knows how many steps were made and what it remembers of each
/// parameter.
public final class OptimizerRun {
    private final Update update;
    private final int slots;
    /// The rule's run-time parameters for each group: the step number, then the settings.
    private final double[][] numbers;

    private final int lrAt;
    private final double[] lr;

    OptimizerRun(Optimizer optimizer, List<ParameterGroup> groups) {
        List<List<Variable>> variables = groups.stream()
                .map(g -> g.parameters().stream().map(Parameter::variable).toList())
                .toList();
        requireOnce(variables);
        this.update =
                Update.ofGroups(optimizer.kernel(), variables, optimizer.slots().size());
        this.slots = optimizer.slots().size();
        this.numbers = new double[groups.size()][];
        this.lr = new double[groups.size()];
        this.lrAt =
                1 + optimizer.settings().stream().map(Setting::name).toList().indexOf("lr");
        for (int g = 0; g < lr.length; g++) {
            Optimizer own = optimizer.with(groups.get(g).settings());
            numbers[g] = new double[1 + own.settings().size()];
            for (int i = 1; i < numbers[g].length; i++)
                numbers[g][i] = own.settings().get(i - 1).value();
            lr[g] = own.lr();
        }
    }

    private static void requireOnce(List<List<Variable>> groups) {
        Set<Variable> seen = new HashSet<>();
        for (List<Variable> group : groups)
            for (Variable v : group)
                if (!seen.add(v))
                    throw new IllegalArgumentException("a parameter of shape " + v.shape() + " is in two groups");
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

    /// The same with the learning rates multiplied by a factor, for this step only: a schedule.
    public void step(Gradients gradients, double lrFactor) {
        update.take(gradients);
        stepAsPlanned(lrFactor);
    }

    /// The same with the gradients that a plan of [#update] has left.
    void stepAsPlanned(double lrFactor) {
        for (int g = 0; g < lr.length; g++) {
            numbers[g][0]++;
            numbers[g][lrAt] = lr[g] * lrFactor;
        }
        update.stepGroups(numbers);
    }

    /// What the last slot remembers, in the order of [Update#save].
    void lastSlot(float[] into) {
        update.remembered(slots - 1, into);
    }

    Update update() {
        return update;
    }
}
