package hillock.doctor;

import hillock.nn.Module;
import hillock.nn.Parameters;
import hillock.tensor.Tensor;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;

/// How far one step moved the weights.
///
/// @param epoch in which the step was made, from 1
/// @param ratios for each parameter of two or more dimensions, by name, the root mean square of the
///     change as a share of that of the weights before
public record Update(int epoch, Map<String, Double> ratios) {
    static Update between(int epoch, SequencedMap<String, Tensor> before, Module after) {
        Map<String, Double> ratios = new TreeMap<>();
        Parameters.of(after).forEach((name, parameter) -> {
            Tensor old = before.get(name);
            if (old.shape().rank() < 2) return;
            double size = Columns.rms(old);
            double change = Columns.rms(parameter.value().detach().minus(old));
            if (size > 0) ratios.put(name, change / size);
        });
        return new Update(epoch, ratios);
    }

    double largest() {
        return ratios.values().stream().mapToDouble(r -> r).max().orElse(Double.NaN);
    }
}
