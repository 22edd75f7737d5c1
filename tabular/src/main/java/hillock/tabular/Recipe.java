package hillock.tabular;

import hillock.data.BadInput;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Init;
import hillock.nn.Optimizer;
import hillock.nn.Traits;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.stream.Stream;

/// How to make and train the network, or several of them. What is left open is chosen by the task
/// and the size of the table, see [#resolved].
///
/// ```java
/// Recipe recipe = Recipe.DEFAULT.hidden(List.of(32)).activation(Activation.parse("tanh"));
/// ```
///
/// @param hidden units of each hidden layer; an empty list makes a linear model
/// @param activation of the hidden layers
/// @param epochs at most
/// @param batch rows per step
/// @param lr the learning rate, in place of the optimizer's
/// @param members how many networks answer together
/// @param descent the loss, limits of gradients and averages, where they are not the usual ones
public record Recipe(
        TrainingStyle style,
        List<Integer> hidden,
        Optional<Activation> activation,
        Optional<Init> init,
        Optional<Optimizer> optimizer,
        Optional<Integer> epochs,
        Optional<Integer> batch,
        Optional<Double> lr,
        Optional<Integer> members,
        Descent descent,
        long seed,
        Duration timeLimit,
        BooleanSupplier stop) {
    /// Three hidden layers of 256 units, several networks, seed 0.
    public static final Recipe DEFAULT = new Recipe(
            TrainingStyle.LAYERWISE,
            List.of(256, 256, 256),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            Descent.OPEN,
            0,
            Duration.ofDays(365),
            () -> false);

    /// The tutorial's network: two hidden layers of 64 ReLU units, Adam.
    public static final Recipe TUTORIAL = DEFAULT.style(TrainingStyle.PLAIN)
            .hidden(List.of(64, 64))
            .activation(Activations.RELU)
            .members(1);

    public Recipe {
        hidden = List.copyOf(hidden);
        for (int units : hidden) checkPositive("units of a hidden layer", units);
        epochs.ifPresent(count -> checkPositive("epochs", count));
        batch.ifPresent(rows -> checkPositive("rows of a batch", rows));
        lr.ifPresent(rate -> checkPositive("the learning rate", rate));
        members.ifPresent(count -> checkPositive("networks", count));
    }

    /// A recipe with nothing left open, for a task, so many training rows and what these become;
    /// see [Defaults].
    public Recipe resolved(Task task, int rows, Preparation inputs) {
        return Defaults.resolve(this, task, rows, inputs);
    }

    /// Checks that the loss, if one is named, suits a target, and that the optimizer has what it is
    /// asked for.
    ///
    /// @throws BadInput where they do not
    public void requireSuits(Target target) {
        descent.loss().ifPresent(text -> TargetLoss.checkWeights(text, target));
        requireSuits(target.task());
    }

    void requireSuits(Task task) {
        descent.loss().ifPresent(text -> TargetLoss.named(text, task));
        if (descent.weightDecay().isPresent()) optimizer.ifPresent(Recipe::requireDecay);
    }

    private static void requireDecay(Optimizer optimizer) {
        if (optimizer.settings().stream().noneMatch(s -> s.name().equals("weight_decay")))
            throw new BadInput("The optimizer " + optimizer.name()
                    + " has no weight decay: leave out --weight-decay, or choose another optimizer.");
    }

    /// Whether nothing was said that makes a network or its training another one, but for a smooth
    /// activation.
    boolean leavesAllOpen() {
        return style == DEFAULT.style
                && hidden.equals(DEFAULT.hidden)
                && descent.equals(Descent.OPEN)
                && activation.map(Recipe::isSmooth).orElse(true)
                && Stream.of(init, optimizer, epochs, batch, lr).allMatch(Optional::isEmpty);
    }

    private static boolean isSmooth(Activation activation) {
        if (!(activation.form() instanceof Activation.Pointwise) || activation.learned()) return false;
        Traits traits = Traits.of(activation);
        return traits.kinks().isEmpty() && traits.isEverywhere();
    }

    private static void checkPositive(String what, double number) {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(what + " must be more than 0, not " + number);
        }
    }

    public Recipe style(TrainingStyle other) {
        return with(draft -> draft.style = other);
    }

    public Recipe hidden(List<Integer> units) {
        return with(draft -> draft.hidden = units);
    }

    public Recipe activation(Activation other) {
        return with(draft -> draft.activation = Optional.of(other));
    }

    public Recipe init(Init other) {
        return with(draft -> draft.init = Optional.of(other));
    }

    /// With an optimizer of your own the network is trained as [TrainingStyle#PLAIN] says.
    public Recipe optimizer(Optimizer other) {
        return with(draft -> {
            draft.style = TrainingStyle.PLAIN;
            draft.optimizer = Optional.of(other);
        });
    }

    public Recipe epochs(int count) {
        return with(draft -> draft.epochs = Optional.of(count));
    }

    public Recipe batch(int rows) {
        return with(draft -> draft.batch = Optional.of(rows));
    }

    public Recipe lr(double rate) {
        return with(draft -> draft.lr = Optional.of(rate));
    }

    public Recipe members(int count) {
        return with(draft -> draft.members = Optional.of(count));
    }

    /// Another loss, limits of gradients and the like; all that is left open in it keeps its default.
    public Recipe descent(Descent other) {
        return with(draft -> draft.descent = other);
    }

    public Recipe seed(long number) {
        return with(draft -> draft.seed = number);
    }

    public Recipe timeLimit(Duration limit) {
        return with(draft -> draft.timeLimit = limit);
    }

    public Recipe stopWhen(BooleanSupplier asked) {
        return with(draft -> draft.stop = asked);
    }

    private Recipe with(Consumer<Draft> change) {
        Draft draft = new Draft(this);
        change.accept(draft);
        return draft.done();
    }

    /// A recipe of which single parts can be changed.
    private static final class Draft {
        private TrainingStyle style;
        private List<Integer> hidden;
        private Optional<Activation> activation;
        private Optional<Init> init;
        private Optional<Optimizer> optimizer;
        private Optional<Integer> epochs;
        private Optional<Integer> batch;
        private Optional<Double> lr;
        private Optional<Integer> members;
        private Descent descent;
        private long seed;
        private Duration timeLimit;
        private BooleanSupplier stop;

        private Draft(Recipe from) {
            style = from.style;
            hidden = from.hidden;
            activation = from.activation;
            init = from.init;
            optimizer = from.optimizer;
            epochs = from.epochs;
            batch = from.batch;
            lr = from.lr;
            members = from.members;
            descent = from.descent;
            seed = from.seed;
            timeLimit = from.timeLimit;
            stop = from.stop;
        }

        private Recipe done() {
            return new Recipe(
                    style,
                    hidden,
                    activation,
                    init,
                    optimizer,
                    epochs,
                    batch,
                    lr,
                    members,
                    descent,
                    seed,
                    timeLimit,
                    stop);
        }
    }
}
