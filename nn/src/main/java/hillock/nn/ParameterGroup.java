package hillock.nn;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Parameters that an optimizer treats alike, and settings of theirs that differ from the optimizer's. As the
/// dictionaries that [torch.optim](https://pytorch.org/docs/stable/optim.html#per-parameter-options) takes.
///
/// ```java
/// OptimizerRun run = Optimizer.ADAMW.start(List.of(
///         new ParameterGroup(List.of(layer.weight()), Map.of()),
///         new ParameterGroup(List.of(layer.bias()), Map.of("lr", 1e-4, "weight_decay", 0.0))));
/// ```
public record ParameterGroup(List<Parameter> parameters, Map<String, Double> settings) {
    public ParameterGroup {
        parameters = List.copyOf(parameters);
        settings = Map.copyOf(settings);
    }

    /// All parameters of a module alike.
    public static List<ParameterGroup> of(Module module) {
        return List.of(new ParameterGroup(List.copyOf(Parameters.of(module).values()), Map.of()));
    }

    /// Weight decay for matrices alone: biases, scales and learned slopes, which are vectors, are left free.
    public static List<ParameterGroup> withoutDecayOfVectors(Module module) {
        List<Parameter> matrices = new ArrayList<>();
        List<Parameter> vectors = new ArrayList<>();
        for (Parameter p : Parameters.of(module).values()) (p.value().shape().rank() > 1 ? matrices : vectors).add(p);
        return List.of(
                new ParameterGroup(matrices, Map.of()), new ParameterGroup(vectors, Map.of("weight_decay", 0.0)));
    }
}
