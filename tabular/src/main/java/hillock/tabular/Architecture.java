package hillock.tabular;

import hillock.nn.Activation;
import hillock.nn.Ensemble;
import hillock.nn.Init;
import hillock.nn.Module;
import hillock.nn.Sequential;
import hillock.tensor.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The shape of a network, or of several alike: plain data, from which a model folder builds it again.
///
/// @param inputs features
/// @param hidden units of each hidden layer
/// @param outputs one number or logit, or one logit for each class
/// @param activation of the hidden layers
/// @param scaled whether a [RobustScale] comes first
/// @param members how many networks of this shape answer together
public record Architecture(
        int inputs, List<Integer> hidden, int outputs, Activation activation, boolean scaled, int members) {
    public Architecture {
        hidden = List.copyOf(hidden);
        if (members < 1) throw new IllegalArgumentException("at least one network is needed, not " + members);
    }

    /// One network of layers and activations alone.
    public Architecture(int inputs, List<Integer> hidden, int outputs, Activation activation) {
        this(inputs, hidden, outputs, activation, false, 1);
    }

    /// The same with so many members.
    public Architecture members(int count) {
        return new Architecture(inputs, hidden, outputs, activation, scaled, count);
    }

    /// Networks of this shape, to be given their weights.
    public Module blank() {
        List<Module> all = new ArrayList<>();
        Rng any = Rng.of(0);
        for (int i = 0; i < members; i++) all.add(member(RobustScale.blank(scaled ? inputs : 0), Init.TORCH, any));
        return together(all);
    }

    /// One member with new weights.
    ///
    /// @param scale for a scaled architecture
    Sequential member(RobustScale scale, Init init, Rng rng) {
        Sequential layers = Sequential.mlp(inputs, hidden, outputs, activation, init, rng);
        if (!scaled) return layers;
        List<Module> all = new ArrayList<>(List.of(scale));
        all.addAll(layers.layers());
        return new Sequential(all);
    }

    /// One network as it is, several as an ensemble.
    static Module together(List<Module> networks) {
        return networks.size() == 1 ? networks.getFirst() : new Ensemble(networks);
    }

    /// `8 networks 4 → 64 → 64 → 3, relu`.
    public String describe() {
        return (members == 1 ? "" : members + " × ")
                + Stream.of(Stream.of(inputs), hidden.stream(), Stream.of(outputs))
                        .flatMap(s -> s)
                        .map(String::valueOf)
                        .collect(Collectors.joining(" → "))
                + (hidden.isEmpty() ? "" : ", " + activation.text());
    }
}
