package hillock.nn;

import hillock.data.Dataset;
import hillock.tensor.Rng;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Function;

/// How to train a module: batches in random order, a step of the optimizer for each, until an end
/// is reached; then the weights of the best epoch. A description that can be varied and run again:
/// each word gives a new trainer.
///
/// ```java
/// History history = Trainer.of(Loss.MSE)
///         .epochs(200)
///         .batch(32)
///         .validation(held)
///         .patience(20)
///         .train(net, data, Rng.of(1), event -> {});
/// ```
public final class Trainer {
    private Loss loss;
    private Optimizer optimizer = Optimizer.ADAM;
    private Function<Module, List<ParameterGroup>> groups = ParameterGroup::of;
    private Rate rate = Rate.CONSTANT;
    private double averaging;
    private double mostNorm = Double.POSITIVE_INFINITY;
    private double mostValue = Double.POSITIVE_INFINITY;
    private int epochs = 100;
    private int batch = 32;
    private Optional<Dataset> validation = Optional.empty();
    private Loss metric;
    private int patience;
    private Duration timeLimit = Duration.ofDays(365);
    private BooleanSupplier stop = () -> false;

    private Trainer(Loss loss) {
        this.loss = loss;
        this.metric = loss;
    }

    private Trainer(Trainer other) {
        loss = other.loss;
        optimizer = other.optimizer;
        groups = other.groups;
        rate = other.rate;
        averaging = other.averaging;
        mostNorm = other.mostNorm;
        mostValue = other.mostValue;
        epochs = other.epochs;
        batch = other.batch;
        validation = other.validation;
        metric = other.metric;
        patience = other.patience;
        timeLimit = other.timeLimit;
        stop = other.stop;
    }

    /// A trainer with Adam, 100 epochs and batches of 32.
    public static Trainer of(Loss loss) {
        return new Trainer(loss);
    }

    /// What is to be made small instead, also on the validation rows if they are judged by it.
    public Trainer loss(Loss other) {
        return changed(t -> {
            if (t.metric.equals(t.loss)) t.metric = other;
            t.loss = other;
        });
    }

    /// What makes the steps; Adam if not said.
    public Trainer optimizer(Optimizer other) {
        return changed(t -> t.optimizer = other);
    }

    /// Which parameters are treated alike, as [ParameterGroup#withoutDecayOfVectors].
    public Trainer groups(Function<Module, List<ParameterGroup>> ofModule) {
        return changed(t -> t.groups = ofModule);
    }

    /// How the learning rate changes.
    public Trainer rate(Rate other) {
        return changed(t -> t.rate = other);
    }

    /// Judges and keeps not the weights themselves but their running average, `decay · average +
    /// (1 - decay) · weights` after each step. 0 for none.
    public Trainer averaging(double decay) {
        if (!(decay >= 0 && decay < 1))
            throw new IllegalArgumentException("an average needs a decay from 0 to below 1, not " + decay);
        return changed(t -> t.averaging = decay);
    }

    /// Limits the Euclidean norm of all gradients together.
    public Trainer clipNorm(double most) {
        return changed(t -> t.mostNorm = most);
    }

    /// The most that [#clipNorm(double)] leaves; infinite where nothing is limited.
    public double clipNorm() {
        return mostNorm;
    }

    /// Limits each number of the gradients.
    public Trainer clipValue(double most) {
        return changed(t -> t.mostValue = most);
    }

    /// The most that [#clipValue(double)] leaves; infinite where nothing is limited.
    public double clipValue() {
        return mostValue;
    }

    /// At most so many times through the training rows.
    public Trainer epochs(int count) {
        if (count < 1) throw new IllegalArgumentException("at least one epoch is needed, not " + count);
        return changed(t -> t.epochs = count);
    }

    /// Rows per step.
    public Trainer batch(int rows) {
        if (rows < 1) throw new IllegalArgumentException("a batch needs at least one row, not " + rows);
        return changed(t -> t.batch = rows);
    }

    /// Rows that are not trained on, by which epochs are compared; without them the training loss is used.
    public Trainer validation(Dataset rows) {
        return changed(t -> t.validation = Optional.of(rows));
    }

    /// What is to be small on the validation rows, where that is not the loss itself; of equal
    /// epochs the last is kept.
    public Trainer metric(Loss other) {
        return changed(t -> t.metric = other);
    }

    /// Stops after so many epochs without improvement on the validation rows; 0 for never.
    public Trainer patience(int count) {
        return changed(t -> t.patience = count);
    }

    /// Stops when it is over. Where the time will not do for all epochs, the rate goes through its
    /// course in that time.
    public Trainer timeLimit(Duration limit) {
        return changed(t -> t.timeLimit = limit);
    }

    /// Asked after each step: whether to stop.
    public Trainer stopWhen(BooleanSupplier asked) {
        return changed(t -> t.stop = asked);
    }

    /// Trains the module on these rows. The order of rows and whatever layers draw come from `rng`, so that
    /// the same seed gives the same weights.
    ///
    /// @param listener is told every [Event] on the calling thread
    public History train(Module module, Dataset data, Rng rng, Consumer<Event> listener) {
        return new Training(this, module, data, rng, listener).run();
    }

    private Trainer changed(Consumer<Trainer> change) {
        Trainer copy = new Trainer(this);
        change.accept(copy);
        return copy;
    }

    /// What it makes small.
    public Loss loss() {
        return loss;
    }

    /// What makes the steps.
    public Optimizer optimizer() {
        return optimizer;
    }

    /// The parameters of a module as this trainer treats them.
    public List<ParameterGroup> groupsOf(Module module) {
        return groups.apply(module);
    }

    Loss metric() {
        return metric;
    }

    /// How the learning rate changes.
    public Rate rate() {
        return rate;
    }

    /// The decay of the average that is kept; 0 where the weights themselves are.
    public double averaging() {
        return averaging;
    }

    /// At most so many times through the training rows.
    public int epochs() {
        return epochs;
    }

    /// Rows per step.
    public int batch() {
        return batch;
    }

    /// The rows that are not trained on, if there are any.
    public Optional<Dataset> validation() {
        return validation;
    }

    int patience() {
        return patience;
    }

    Duration timeLimit() {
        return timeLimit;
    }

    BooleanSupplier stop() {
        return stop;
    }

    OptimizerRun start(Module module) {
        Optimizer rule = averaging > 0 ? optimizer.averaging(averaging) : optimizer;
        return rule.start(groups.apply(module)).clipNorm(mostNorm).clipValue(mostValue);
    }
}
