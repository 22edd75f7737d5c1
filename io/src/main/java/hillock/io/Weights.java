package hillock.io;

import hillock.data.BadInput;
import hillock.nn.Module;
import hillock.nn.Parameters;
import hillock.tabular.Architecture;
import hillock.tensor.Shape;
import hillock.tensor.Tensor;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The weights of a network by name, held against its architecture.
final class Weights {
    private Weights() {}

    /// The network of that architecture with these weights.
    ///
    /// @param file for messages
    static Module network(Architecture architecture, Map<String, Tensor> weights, String file) {
        mismatch(architecture, weights).ifPresent(what -> {
            throw new BadInput(file + " does not fit to the model's architecture: " + what + "; " + Fields.MEND);
        });
        Module network = architecture.blank();
        Parameters.restore(network, weights);
        return network;
    }

    /// What about these weights does not fit to the architecture, if anything.
    static Optional<String> mismatch(Architecture architecture, Map<String, Tensor> weights) {
        // Counted first: an architecture with absurd numbers must not be built.
        long given = weights.values().stream().mapToLong(t -> t.shape().size()).sum();
        double needed = count(architecture);
        if (given != needed) return Optional.of(given + " weights are there, but " + (long) needed + " are needed");
        SequencedMap<String, Shape> shapes = new LinkedHashMap<>();
        Parameters.of(architecture.blank())
                .forEach((name, p) -> shapes.put(name, p.value().shape()));
        for (Map.Entry<String, Shape> expected : shapes.entrySet()) {
            Tensor weight = weights.get(expected.getKey());
            if (weight == null) return Optional.of("\"" + expected.getKey() + "\" is missing");
            if (!weight.shape().equals(expected.getValue()))
                return Optional.of("\"" + expected.getKey() + "\" has the shape " + weight.shape() + ", but "
                        + expected.getValue() + " is needed");
        }
        return weights.keySet().stream()
                .filter(name -> !shapes.containsKey(name))
                .findFirst()
                .map(name -> "\"" + name + "\" is no weight of it");
    }

    /// In double precision, which is exact for every network that fits in memory and overflows for none.
    private static double count(Architecture architecture) {
        double count = architecture.scaled() ? 3.0 * architecture.inputs() : 0;
        double width = architecture.inputs();
        for (int units : architecture.hidden()) {
            count += (width + 1) * units + (architecture.activation().learned() ? 1 : 0);
            width = architecture.activation().width(units);
        }
        return (count + (width + 1) * architecture.outputs()) * architecture.members();
    }
}
