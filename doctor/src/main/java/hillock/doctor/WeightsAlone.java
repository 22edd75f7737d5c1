package hillock.doctor;

import static hillock.doctor.Severity.NOTE;
import static hillock.doctor.Severity.SERIOUS;
import static hillock.doctor.Severity.WARNING;

import hillock.nn.Interval;
import hillock.nn.Linear;
import hillock.nn.Module;
import hillock.nn.Parameters;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// What shows in a network without a single row: weights that are no numbers, units that are dead or
/// saturated whatever comes (proved from the weights), units with equal weights, inputs that are not heard.
///
/// @param blocks of the network
/// @param inputs the interval of each input
/// @param names of the inputs; empty where they have none
record WeightsAlone(Module network, List<Block> blocks, List<Interval> inputs, List<String> names) {
    /// Weights below this share of a layer's typical one are as good as 0.
    private static final double UNHEARD = 1e-4;

    private static final double SOME = 0.1;

    List<Finding> findings() {
        Optional<Finding> wrong = notFinite();
        // Nothing else can be told from weights that are no numbers.
        if (wrong.isPresent()) return List.of(wrong.get());
        List<Finding> findings = new ArrayList<>();
        for (Bounds.Layer layer : Bounds.of(blocks, inputs)) {
            proved(Cause.PROVED_DEAD, layer, layer.dead()).ifPresent(findings::add);
            // The last layer's curve, if it has one, is the answer's.
            if (layer.number() < blocks.getLast().number())
                proved(Cause.PROVED_SATURATED, layer, layer.saturated()).ifPresent(findings::add);
        }
        for (Block block : blocks) equal(block).ifPresent(findings::add);
        unheard().ifPresent(findings::add);
        return findings;
    }

    private Optional<Finding> notFinite() {
        List<String> where = new ArrayList<>();
        int count = 0;
        for (var parameter : Parameters.of(network).entrySet()) {
            long wrong = Arrays.stream(parameter.getValue().value().detach().toDoubles())
                    .filter(w -> !Double.isFinite(w))
                    .count();
            if (wrong > 0) where.add(parameter.getKey());
            count += (int) wrong;
        }
        if (count == 0) return Optional.empty();
        Place place = Place.Weights.of(where, Block.layers(network, blocks));
        return Optional.of(Finding.of(Cause.WEIGHTS_NOT_FINITE, SERIOUS, place, count, 0, 0, count));
    }

    private static Optional<Finding> proved(Cause cause, Bounds.Layer layer, boolean[] stuck) {
        List<Integer> units =
                IntStream.range(0, stuck.length).filter(u -> stuck[u]).boxed().toList();
        double share = (double) units.size() / stuck.length;
        if (share <= DeadUnits.HEALTHY) return Optional.empty();
        Severity severity = share == 1 ? SERIOUS : share >= DeadUnits.MANY ? WARNING : NOTE;
        String activation = layer.curve().map(Curve::name).orElse("");
        Place place = new Place.Layer(layer.number(), units);
        return Optional.of(Finding.of(
                cause, severity, place, share, 0, DeadUnits.HEALTHY, units.size(), stuck.length, activation));
    }

    /// Units with the very weights and bias of an earlier one.
    private static Optional<Finding> equal(Block block) {
        if (block.linear().isEmpty() || block.linear().get().out() < 2) return Optional.empty();
        Linear layer = block.linear().get();
        float[] weight = layer.weight().value().detach().toArray();
        float[] bias = layer.bias().value().detach().toArray();
        Set<List<Float>> seen = new HashSet<>();
        List<Integer> equal = new ArrayList<>();
        for (int u = 0; u < bias.length; u++) {
            List<Float> unit = new ArrayList<>(List.of(bias[u]));
            for (int i = 0; i < layer.in(); i++) unit.add(weight[u * layer.in() + i]);
            if (!seen.add(unit)) equal.add(u);
        }
        double share = equal.size() / (bias.length - 1.0);
        if (share <= SOME) return Optional.empty();
        Place place = new Place.Layer(block.number(), equal);
        return Optional.of(Finding.of(
                Cause.EQUAL_UNITS,
                share > Alike.COPIES ? WARNING : NOTE,
                place,
                share,
                0,
                SOME,
                equal.size(),
                bias.length));
    }

    private Optional<Finding> unheard() {
        Optional<Linear> first =
                blocks.stream().flatMap(b -> b.linear().stream()).findFirst();
        if (first.isEmpty() || first.get().in() != inputs.size()) return Optional.empty();
        Columns weights = Columns.of(first.get().weight().value().detach());
        double typical = weights.size();
        List<String> unheard = IntStream.range(0, weights.columns())
                .filter(c -> inputs.get(c).high() > inputs.get(c).low())
                .filter(c -> Columns.rms(weights.column(c)) < UNHEARD * typical)
                .mapToObj(c -> c < names.size() ? names.get(c) : Integer.toString(c + 1))
                .toList();
        if (unheard.isEmpty()) return Optional.empty();
        double share = (double) unheard.size() / weights.columns();
        Place place = new Place.Input(String.join(", ", unheard));
        return Optional.of(
                Finding.of(Cause.UNHEARD_INPUTS, NOTE, place, share, 0, 0, unheard.size(), weights.columns()));
    }
}
