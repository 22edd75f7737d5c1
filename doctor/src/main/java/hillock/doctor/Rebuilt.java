package hillock.doctor;

import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Init;
import hillock.nn.Linear;
import hillock.nn.Module;
import hillock.nn.Sequential;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;

/// Networks with other activations, weights or widths. Only chains of layers can be rebuilt: what
/// happens inside a module of somebody's own is not known.
final class Rebuilt {
    private Rebuilt() {}

    /// With another activation in place of those between layers whose curve is such a one; empty
    /// if there are none.
    static Optional<Module> hidden(Module network, Predicate<Curve> which, Activation other) {
        List<Block> blocks = Block.of(network);
        int modules = blocks.stream().mapToInt(b -> b.modules().size()).sum();
        return with(network, which, other, new int[] {
            modules - blocks.getLast().modules().size()
        });
    }

    /// @param before modules, of which there are so many more, the last layer begins
    private static Optional<Module> with(Module network, Predicate<Curve> which, Activation other, int[] before) {
        if (network instanceof Sequential s) {
            boolean changed = false;
            List<Module> layers = new ArrayList<>();
            for (Module layer : s.layers()) {
                Optional<Module> swapped = with(layer, which, other, before);
                changed |= swapped.isPresent();
                layers.add(swapped.orElse(layer));
            }
            return changed ? Optional.of(new Sequential(layers)) : Optional.empty();
        }
        return before[0]-- > 0 ? Curve.of(network).filter(which).map(c -> other.layer()) : Optional.empty();
    }

    /// Without the activation at the end; empty if there is none.
    static Optional<Module> withoutLastActivation(Module network) {
        if (!(network instanceof Sequential s) || s.layers().size() < 2) return Optional.empty();
        List<Module> all = s.layers();
        List<Module> before = new ArrayList<>(all.subList(0, all.size() - 1));
        if (all.getLast() instanceof Activation) return Optional.of(new Sequential(before));
        return withoutLastActivation(all.getLast()).map(last -> {
            before.add(last);
            return new Sequential(before);
        });
    }

    /// Draws all linear weights anew, for the activation that follows each, and biases as [Linear#of] does.
    static void drawWeights(Module network, Function<Activation, Init> init, Rng rng) {
        for (Block block : Block.of(network)) {
            if (block.linear().isEmpty()) continue;
            Linear linear = block.linear().get();
            Activation next = block.curve().map(Curve::activation).orElse(Activations.IDENTITY);
            Linear drawn = Linear.of(linear.in(), linear.out(), init.apply(next), next, rng);
            linear.weight().set(drawn.weight().value().detach());
            linear.bias().set(drawn.bias().value().detach());
        }
    }

    /// A chain of linear layers and activations with twice the units in each hidden layer; empty
    /// for anything else.
    static Optional<Module> wider(Module network, Rng rng) {
        if (!(network instanceof Sequential s)) return Optional.empty();
        List<Module> layers = new ArrayList<>();
        long linears = s.layers().stream().filter(Linear.class::isInstance).count();
        int seen = 0;
        for (Module layer : s.layers()) {
            switch (layer) {
                case Linear l -> {
                    seen++;
                    layers.add(blank(l.in() * (seen == 1 ? 1 : 2), l.out() * (seen == linears ? 1 : 2)));
                }
                case Activation a -> layers.add(a);
                default -> {
                    return Optional.empty();
                }
            }
        }
        if (linears < 2) return Optional.empty();
        Module wide = new Sequential(layers);
        drawWeights(wide, Init::suitedTo, rng);
        return Optional.of(wide);
    }

    private static Linear blank(int in, int out) {
        return new Linear(hillock.nn.Parameter.of(Tensor.zeros(out, in)), hillock.nn.Parameter.of(Tensor.zeros(out)));
    }
}
