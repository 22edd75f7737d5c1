package hillock.doctor;

import hillock.nn.Module;
import hillock.nn.Parameters;
import hillock.tensor.Tensor;
import java.util.List;
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
            double ratio = ratio(old.toArray(), parameter.value().toArray());
            if (Double.isFinite(ratio)) ratios.put(name, ratio);
        });
        return new Update(epoch, ratios);
    }

    private static double ratio(float[] before, float[] after) {
        double size = 0;
        double change = 0;
        for (int i = 0; i < before.length; i++) {
            double step = (double) after[i] - before[i];
            change += step * step;
            size += (double) before[i] * before[i];
        }
        return Math.sqrt(change / size);
    }

    /// The ratio of one parameter, update by update; NaN where it has none.
    public static double[] ratios(List<Update> updates, String name) {
        return updates.stream()
                .mapToDouble(u -> u.ratios.getOrDefault(name, Double.NaN))
                .toArray();
    }

    double largest() {
        return ratios.values().stream().mapToDouble(r -> r).max().orElse(Double.NaN);
    }
}
