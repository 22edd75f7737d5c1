package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Event;
import hillock.nn.Module;
import hillock.nn.Parameter;
import hillock.nn.Parameters;
import hillock.nn.Trainer;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// All that a doctor has seen of a training.
///
/// @param names of the inputs; empty where they have none
/// @param probes the first before training, the last of the weights that were kept
/// @param epochs all that were finished
/// @param end how training ended
/// @param firstLoss of the first batch
/// @param start the parameters before training
/// @param onRates of each layer's units over all training rows, with the weights that were kept;
///     empty where no unit can
///     die
/// @param constant the loss of always giving the best same answer
/// @param heldConstant the same of the validation rows; NaN without them
/// @param inputs of the training rows, or of some of them, see [Sample#numbers]
/// @param neighbours see [Neighbours#error]; NaN where the network does so well that it does not matter
/// @param network the same measure of the network's own answers
/// @param birth where the first number came up that is not finite
/// @param rangeTest the trial of learning rates, if it was made
/// @param oneBatch the trial with one batch, if it was made
/// @param oneChange the trials with one part after the other replaced, if they were made
record Evidence(
        Trainer trainer,
        Module module,
        Dataset data,
        List<String> names,
        List<Block> blocks,
        List<Probe> probes,
        List<Update> updates,
        List<Event.EpochDone> epochs,
        Event.Finished end,
        double firstLoss,
        Map<String, Tensor> start,
        Columns inputs,
        List<double[]> onRates,
        double constant,
        double heldConstant,
        double neighbours,
        double network,
        Optional<Birth> birth,
        Optional<RangeTest> rangeTest,
        Optional<OneBatch> oneBatch,
        Optional<OneChange> oneChange) {
    /// A network that explains this share of what a constant leaves open has learnt something.
    private static final double LEARNT = 0.1;

    /// A network that leaves less than this open is behind nobody.
    static final double LITTLE = 0.08;

    /// How much better neighbours have to be before the network counts as behind them.
    private static final double BEHIND = 1.5;

    /// The look before training.
    Probe before() {
        return probes.getFirst();
    }

    /// The look at the weights that were kept.
    Probe after() {
        return probes.getLast();
    }

    /// Whether training was watched, or only a trained network is looked at.
    boolean watched() {
        return end.epochs() > 0 || !updates.isEmpty() || diverged();
    }

    boolean diverged() {
        return end.reason() == Event.Reason.DIVERGED;
    }

    /// The least training loss of an epoch; the first loss if none was finished.
    double bestTraining() {
        return epochs.stream().mapToDouble(Event.EpochDone::trainLoss).min().orElse(firstLoss);
    }

    double lastTraining() {
        return epochs.isEmpty() ? firstLoss : epochs.getLast().trainLoss();
    }

    double bestValidation() {
        return epochs.stream()
                .mapToDouble(Event.EpochDone::validationLoss)
                .min()
                .orElse(Double.NaN);
    }

    /// The share of what a constant answer leaves open on the validation rows that the best epoch
    /// explained; NaN without them.
    double carried() {
        return 1 - bestValidation() / heldConstant;
    }

    /// The share of what a constant answer leaves open that training has explained, 1 for all; NaN if
    /// unknown.
    double explained() {
        return (constant - bestTraining()) / Math.abs(constant);
    }

    boolean learnt() {
        return !diverged() && !(explained() < LEARNT);
    }

    /// Whether the rows hold more than the network has made of them.
    boolean isBehind() {
        if (!learnt()) return true;
        return network > LITTLE && network > BEHIND * neighbours;
    }

    double lr() {
        return trainer.optimizer().lr();
    }

    /// A parameter's value before training.
    Tensor startOf(Parameter parameter) {
        return Parameters.of(module).entrySet().stream()
                .filter(p -> p.getValue() == parameter)
                .findFirst()
                .map(p -> start.get(p.getKey()))
                .orElseThrow();
    }

    /// The name of an input.
    String input(int column) {
        return column < names.size() ? names.get(column) : Integer.toString(column + 1);
    }

    /// The severity of a symptom: it may be no harm where the network does well all the same.
    Severity symptom(Severity worst) {
        if (!learnt()) return worst;
        return isBehind() ? worst.atMost(Severity.WARNING) : Severity.NOTE;
    }
}
