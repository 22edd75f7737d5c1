package hillock.doctor;

import hillock.nn.Linear;
import hillock.nn.Module;
import hillock.nn.Parameter;
import hillock.nn.Parameters;
import hillock.nn.Sequential;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// A layer as people count them: weights with what follows up to the next weights. A module that is
/// neither linear nor an activation stays whole.
///
/// @param number from 1; 0 for what comes before the first weights
record Block(int number, List<Module> modules, Optional<Curve> curve) {
    Block {
        modules = List.copyOf(modules);
    }

    /// The layers of a network, in order.
    static List<Block> of(Module network) {
        List<Module> flat = new ArrayList<>();
        flatten(network, flat);
        List<Block> blocks = new ArrayList<>();
        Map<Module, Optional<Curve>> curves = new HashMap<>();
        List<Module> run = new ArrayList<>();
        for (Module module : flat) {
            if (begins(module) && !run.isEmpty()) blocks.add(block(blocks, run, curves));
            run.add(module);
        }
        blocks.add(block(blocks, run, curves));
        return List.copyOf(blocks);
    }

    private static void flatten(Module module, List<Module> into) {
        if (module instanceof Sequential s) s.layers().forEach(layer -> flatten(layer, into));
        else into.add(module);
    }

    /// A module of somebody's own may have weights as well; what has vectors only scales.
    private static boolean begins(Module module) {
        return !Curve.is(module)
                && Parameters.of(module).values().stream()
                        .anyMatch(p -> p.value().shape().rank() > 1);
    }

    private static Block block(List<Block> before, List<Module> run, Map<Module, Optional<Curve>> known) {
        int number = before.isEmpty() ? (begins(run.getFirst()) ? 1 : 0) : before.getLast().number + 1;
        // Finding out what an activation is like takes a while, and most layers have the same.
        Optional<Curve> curve =
                run.stream().filter(Curve::is).findFirst().flatMap(m -> known.computeIfAbsent(m, Curve::of));
        Block block = new Block(number, run, curve);
        run.clear();
        return block;
    }

    /// The number of the layer of each parameter, by its name.
    static SequencedMap<String, Integer> layers(Module network, List<Block> blocks) {
        Map<Parameter, Integer> numbers = new HashMap<>();
        for (Block block : blocks)
            for (Module module : block.modules)
                Parameters.of(module).values().forEach(p -> numbers.putIfAbsent(p, block.number));
        SequencedMap<String, Integer> layers = new LinkedHashMap<>();
        Parameters.of(network).forEach((name, p) -> {
            if (numbers.containsKey(p)) layers.put(name, numbers.get(p));
        });
        return layers;
    }

    /// The weights, if they are those of a linear layer.
    Optional<Linear> linear() {
        return modules.getFirst() instanceof Linear l ? Optional.of(l) : Optional.empty();
    }

    /// The module at the end: what the next layer, or the loss, is given.
    Module last() {
        return modules.getLast();
    }
}
