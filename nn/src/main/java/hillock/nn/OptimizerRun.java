package hillock.nn;

import hillock.tensor.Gradients;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/// An [Optimizer] at work on certain parameters: it knows how many steps were made and what it remembers of each
/// parameter.
public final class OptimizerRun {
    private final Optimizer optimizer;
    private final List<Parameter> parameters;
    private final List<List<Tensor>> slots = new ArrayList<>();
    private long steps;

    OptimizerRun(Optimizer optimizer, Collection<Parameter> parameters) {
        this.optimizer = optimizer;
        this.parameters = List.copyOf(parameters);
        for (Parameter p : this.parameters) {
            Tensor zeros = Tensor.zeros(p.value().shape().dims());
            slots.add(optimizer.slots().stream().map(_ -> zeros).toList());
        }
    }

    /// Moves every parameter by the optimizer's rule. The gradients are those of a loss of the parameters' present
    /// values.
    public void step(Gradients gradients) {
        step(gradients, 1);
    }

    /// The same with the learning rate multiplied by a factor, for this step only: a schedule.
    public void step(Gradients gradients, double lrFactor) {
        steps++;
        List<Double> numbers = new ArrayList<>(List.of((double) steps));
        for (Activation.Setting s : optimizer.settings()) {
            numbers.add(s.name().equals("lr") ? s.value() * lrFactor : s.value());
        }
        for (int i = 0; i < parameters.size(); i++) {
            Parameter p = parameters.get(i);
            Stream<Tensor> inputs =
                    Stream.concat(Stream.of(p.value().detach(), gradients.of(p.value())), slots.get(i).stream());
            List<Tensor> next = Tensor.pointwise(optimizer.kernel(), numbers, inputs.toArray(Tensor[]::new));
            p.set(next.getFirst());
            slots.set(i, next.subList(1, next.size()));
        }
    }
}
