package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Activation.Setting;
import hillock.nn.Activations;
import hillock.nn.Event;
import hillock.nn.Init;
import hillock.nn.Loss;
import hillock.nn.Module;
import hillock.nn.Optimizer;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/// What is usual for such rows: a loss, a network, the settings of an optimizer.
final class Usual {
    /// Settings of an optimizer that have mends of their own.
    private static final Set<String> OWN = Set.of("lr", "weight_decay");

    /// For each usual loss those that take the same answers.
    private static final Map<String, Set<String>> LIKE = Map.of(
            "mse", Set.of("mse", "l1", "smooth_l1", "huber"),
            "bce_with_logits", Set.of("bce_with_logits", "focal"),
            "cross_entropy", Set.of("cross_entropy", "multi_margin"));

    private static final List<Integer> UNITS = List.of(64, 64);

    private Usual() {}

    /// The loss for such targets.
    static Loss loss(Dataset data) {
        if (data.y().shape().rank() == 1) return Loss.CROSS_ENTROPY;
        return Neighbours.isClasses(data) ? Loss.BCE_WITH_LOGITS : Loss.MSE;
    }

    /// Whether the loss of a training takes numbers or logits as the usual one does.
    static boolean takesSuchAnswers(Event.Prepared ready) {
        return LIKE.get(loss(ready.data()).name())
                .contains(ready.trainer().loss().name());
    }

    /// Whether it is the usual one, by what it says of the network's answers.
    static boolean hasLoss(Event.Prepared ready) {
        Dataset rows = Sample.of(ready.data(), Sample.FEWER);
        Tensor outputs = ready.module().apply(rows.x()).detach();
        return ready.trainer().loss().apply(outputs, rows.y()).item()
                == loss(rows).apply(outputs, rows.y()).item();
    }

    /// A network for such inputs, with as many outputs.
    static Module network(Event.Prepared ready) {
        Dataset one = Sample.of(ready.data(), 1);
        int inputs = Columns.of(one.x()).columns();
        int outputs = Columns.of(ready.module().apply(one.x())).columns();
        Init init = Init.suitedTo(Activations.RELU);
        return Sequential.mlp(
                inputs, UNITS, outputs, Activations.RELU, init, ready.rng().copy());
    }

    /// With the optimizer's settings but its rate and decay as they are by default; empty if they are.
    static Optional<Trainer> settings(Trainer trainer) {
        Map<String, Double> usual =
                of(trainer.optimizer()).stream().collect(Collectors.toMap(Setting::name, Setting::value));
        return usual.isEmpty()
                ? Optional.empty()
                : Optional.of(trainer.optimizer(trainer.optimizer().with(usual)));
    }

    /// Settings that are not as by default: `maximize=1`, and how they would be.
    record Odd(List<Setting> settings, List<Setting> usual) {
        /// Those that a mend puts back.
        static Odd of(Mend mend, Optimizer optimizer) {
            List<Setting> usual = mend == Mend.DEFAULT_SETTINGS ? Usual.of(optimizer) : List.of();
            Set<String> names = usual.stream().map(Setting::name).collect(Collectors.toSet());
            return new Odd(
                    optimizer.settings().stream()
                            .filter(s -> names.contains(s.name()))
                            .toList(),
                    usual);
        }
    }

    /// The defaults of the settings that are others; none of an optimizer that is not in the catalogue.
    private static List<Setting> of(Optimizer optimizer) {
        Optional<Optimizer> usual = Optimizer.all().stream()
                .filter(o -> o.name().equals(optimizer.name()))
                .findFirst();
        if (usual.isEmpty()) return List.of();
        Map<String, Double> defaults =
                usual.get().settings().stream().collect(Collectors.toMap(Setting::name, Setting::value));
        // A flag such as maximize is no setting by default, as if it were 0.
        return optimizer.settings().stream()
                .filter(s -> !OWN.contains(s.name()) && s.value() != defaults.getOrDefault(s.name(), 0.0))
                .map(s -> new Setting(s.name(), defaults.getOrDefault(s.name(), 0.0)))
                .toList();
    }
}
