package hillock.tabular;

import hillock.data.Dataset;
import hillock.data.Split;
import hillock.nn.Event;
import hillock.nn.History;
import hillock.nn.Init;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Module;
import hillock.nn.Parameter;
import hillock.nn.ParameterGroup;
import hillock.nn.Parameters;
import hillock.nn.Rate;
import hillock.nn.Schedules;
import hillock.nn.Sequential;
import hillock.nn.Solver;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import hillock.tensor.Threads;
import java.time.Duration;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// The networks of one fit, trained side by side: each starts from weights of its own and leaves
/// out other rows, on which its best epoch is found.
final class Members {
    private static final double RATE_OF_SCALES = 6;
    private static final double RATE_OF_BIASES = 0.1;
    private static final int CYCLES = 4;
    private static final int SHORTEST_PATIENCE = 20;
    private static final int EPOCHS_PER_PATIENCE = 10;
    /// A further network is begun only if the time should do for it, and for some more.
    private static final double MARGIN = 1.2;

    private final Recipe recipe;
    private final Architecture shape;
    private final TargetEncoding target;
    private final Encoded x;
    private final BitSet pixels;
    private final Dataset data;
    private final Optional<Dataset> validation;
    private final List<Split> splits;
    private final long begun = System.nanoTime();

    /// @param recipe with nothing left open
    /// @param shape of one member
    /// @param pixels which features of x are
    /// @param data of the rows x
    /// @param validation rows on which all find their best epochs; empty where each leaves out
    ///     rows of its own
    /// @param splits by which they do
    Members(
            Recipe recipe,
            Architecture shape,
            TargetEncoding target,
            Encoded x,
            BitSet pixels,
            Dataset data,
            Optional<Dataset> validation,
            List<Split> splits) {
        this.recipe = recipe;
        this.shape = shape;
        this.target = target;
        this.x = x;
        this.pixels = pixels;
        this.data = data;
        this.validation = validation;
        this.splits = splits;
    }

    /// The networks and how the training of each went.
    record Grown(List<Module> networks, List<History> histories) {}

    /// Trains them all, or as many as the time limit allows, one at least.
    ///
    /// @param listener is told how the first of those that train at the same time is doing
    Grown grow(Consumer<Event> listener) {
        int count = recipe.members().orElseThrow();
        List<Rng> rngs = rngs(count);
        Module[] networks = new Module[count];
        History[] histories = new History[count];
        Thread caller = Thread.currentThread();
        Threads.sideBySide(count, i -> {
            if (i > 0 && !hasTime(histories)) return;
            Consumer<Event> told = Thread.currentThread().equals(caller) ? listener : event -> {};
            Sequential network = network(i, rngs.get(i));
            histories[i] = recipe.style() == TrainingStyle.SMOOTH
                    ? solver().train(network, data, told)
                    : begin(prepared(i, network, rngs.get(i)), told);
            networks[i] = network;
        });
        List<Integer> kept = IntStream.range(0, count)
                .filter(i -> networks[i] != null)
                .boxed()
                .toList();
        List<Integer> learnt = kept.stream()
                .filter(i -> histories[i].finished().bestEpoch() > 0)
                .toList();
        if (!learnt.isEmpty()) kept = learnt;
        if (recipe.style() == TrainingStyle.SMOOTH) {
            kept = new Slopes(x.rows()).kept(kept, i -> histories[i].finished().bestLoss());
        }
        return new Grown(
                kept.stream().map(i -> networks[i]).toList(),
                kept.stream().map(i -> histories[i]).toList());
    }

    private boolean hasTime(History[] histories) {
        if (recipe.stop().getAsBoolean()) return false;
        double longest = 0;
        for (History h : histories)
            if (h != null) longest = Math.max(longest, h.finished().seconds());
        return seconds() + MARGIN * longest < recipe.timeLimit().toNanos() / 1e9;
    }

    private Sequential network(int member, Rng rng) {
        Init init = recipe.init().orElseThrow();
        if (!shape.scaled()) {
            Sequential plain = shape.member(RobustScale.blank(0), init, rng.split());
            if (recipe.style() == TrainingStyle.SMOOTH) new Slopes(x.rows()).vary(plain, member, x, rng.split());
            return plain;
        }
        Sequential network = shape.member(RobustScale.of(x, pixels), init, rng.split());
        List<Linear> layers = linears(network);
        for (Linear layer : layers) layer.bias().set(Tensor.normal(rng.split(), layer.out()));
        Linear last = layers.getLast();
        last.weight().set(Tensor.zeros(last.out(), last.in()));
        last.bias().set(Tensor.zeros(last.out()));
        return network;
    }

    /// The training of one network, not yet begun.
    Event.Prepared prepared(int member) {
        Rng rng = rngs(member + 1).get(member);
        return prepared(member, network(member, rng), rng);
    }

    private List<Rng> rngs(int count) {
        Rng rng = Rng.of(recipe.seed());
        return Stream.generate(rng::split).limit(count).toList();
    }

    private Event.Prepared prepared(int member, Sequential network, Rng rng) {
        if (validation.isPresent()) return new Event.Prepared(trainer(validation.get()), network, data, rng.split());
        Split split = splits.get(member % splits.size());
        Trainer trainer = trainer(data.select(split.heldOut()));
        return new Event.Prepared(trainer, network, data.select(split.train()), rng.split());
    }

    private static History begin(Event.Prepared ready, Consumer<Event> told) {
        return ready.trainer().train(ready.module(), ready.data(), ready.rng(), told);
    }

    private Duration left() {
        Duration left = recipe.timeLimit().minusNanos(System.nanoTime() - begun);
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Solver solver() {
        return Solver.bayesian()
                .iterations(recipe.epochs().orElseThrow())
                .timeLimit(left())
                .stopWhen(recipe.stop());
    }

    private Trainer trainer(Dataset held) {
        int epochs = recipe.epochs().orElseThrow();
        Descent descent = recipe.descent();
        Optional<Loss> named = descent.loss().map(text -> TargetLoss.named(text, target.task()));
        Trainer trainer = switch (recipe.style()) {
            case PLAIN ->
                Trainer.of(named.orElse(target.task().loss()))
                        .patience(Math.max(SHORTEST_PATIENCE, epochs / EPOCHS_PER_PATIENCE));
            case SMOOTH -> throw new IllegalStateException("trained by a solver");
            case LAYERWISE ->
                Trainer.of(named.orElseGet(() -> TargetLoss.smoothed(target)))
                        .metric(named.orElse(target.task().loss()))
                        .groups(this::groups)
                        .rate(Rate.coslog(CYCLES));
        };
        Optional<Rate> course = descent.schedule().map(Schedules::parse);
        return trainer.rate(course.orElse(trainer.rate()))
                .optimizer(recipe.optimizer().orElseThrow())
                .clipNorm(descent.clipNorm().orElse(Double.POSITIVE_INFINITY))
                .clipValue(descent.clipValue().orElse(Double.POSITIVE_INFINITY))
                .averaging(descent.averaging().orElse(0.0))
                .epochs(epochs)
                .batch(recipe.batch().orElseThrow())
                .validation(held)
                .timeLimit(left())
                .stopWhen(recipe.stop());
    }

    /// Adam makes steps of one size in every weight. A layer whose weights are N(0, 1) and divided
    /// by √fan_in afterwards (the "neural tangent" form) is the same as weights that start and
    /// move by 1/√fan_in.
    private List<ParameterGroup> groups(Module module) {
        Sequential network = (Sequential) module;
        double lr = recipe.lr().orElseThrow();
        List<ParameterGroup> groups = new ArrayList<>();
        List<Parameter> slow = new ArrayList<>();
        for (Module layer : network.layers()) {
            switch (layer) {
                case Linear l -> {
                    double rate = lr / Math.sqrt(l.in());
                    groups.add(new ParameterGroup(List.of(l.weight()), Map.of("lr", rate)));
                    slow.add(l.bias());
                }
                case RobustScale s -> groups.add(free(List.of(s.weight()), lr * RATE_OF_SCALES));
                default -> slow.addAll(Parameters.of(layer).values());
            }
        }
        groups.add(free(slow, lr * RATE_OF_BIASES));
        return groups;
    }

    /// Vectors are left free of weight decay.
    private static ParameterGroup free(List<Parameter> vectors, double rate) {
        return new ParameterGroup(vectors, Map.of("lr", rate, "weight_decay", 0.0));
    }

    private static List<Linear> linears(Sequential network) {
        return network.layers().stream()
                .filter(Linear.class::isInstance)
                .map(Linear.class::cast)
                .toList();
    }

    private double seconds() {
        return (System.nanoTime() - begun) / 1e9;
    }
}
