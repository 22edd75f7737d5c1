package hillock.tabular;

import hillock.nn.Activation;
import hillock.nn.Init;
import hillock.nn.Sequential;
import hillock.tensor.Rng;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The shape of a network: plain data, from which a model folder builds it again.
///
/// @param inputs features
/// @param hidden units of each hidden layer
/// @param outputs one number or logit, or one logit for each class
/// @param activation of the hidden layers
public record Architecture(int inputs, List<Integer> hidden, int outputs, Activation activation) {
    public Architecture {
        hidden = List.copyOf(hidden);
    }

    /// A network of this shape with new weights.
    public Sequential build(Init init, Rng rng) {
        return Sequential.mlp(inputs, hidden, outputs, activation, init, rng);
    }

    /// `4 → 64 → 64 → 3, relu`.
    public String describe() {
        return Stream.of(Stream.of(inputs), hidden.stream(), Stream.of(outputs))
                        .flatMap(s -> s)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" → "))
                + (hidden.isEmpty() ? "" : ", " + activation.text());
    }
}
