package hillock.tabular;

import hillock.data.BadInput;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Init;
import hillock.nn.Optimizer;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.BooleanSupplier;
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

    /// A recipe with nothing left open, for a task and so many training rows and features; see [Defaults].
    public Recipe resolved(Task task, int rows, int features) {
        return Defaults.resolve(this, task, rows, features);
    }

    /// Checks that the loss, if one is named, suits a task, and that the optimizer has what it is
    /// asked for.
    ///
    /// @throws BadInput where they do not
    public void requireSuits(Task task) {
        descent.loss().ifPresent(text -> TargetLoss.named(text, task));
        if (descent.weightDecay().isPresent()) optimizer.ifPresent(Recipe::requireDecay);
    }

    private static void requireDecay(Optimizer optimizer) {
        if (optimizer.settings().stream().noneMatch(s -> s.name().equals("weight_decay")))
            throw new BadInput("The optimizer " + optimizer.name()
                    + " has no weight decay: leave out --weight-decay, or choose another optimizer.");
    }

    /// Whether nothing was said that makes a network or its training another one.
    boolean leavesAllOpen() {
        Recipe open = new Recipe(
                style,
                DEFAULT.hidden,
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
        return style == DEFAULT.style
                && open.equals(this)
                && descent.equals(Descent.OPEN)
                && Stream.of(activation, init, optimizer, epochs, batch, lr).allMatch(Optional::isEmpty);
    }

    private static void checkPositive(String what, double number) {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(what + " must be more than 0, not " + number);
        }
    }

    public Recipe style(TrainingStyle other) {
        return new Recipe(
                other, hidden, activation, init, optimizer, epochs, batch, lr, members, descent, seed, timeLimit, stop);
    }

    public Recipe hidden(List<Integer> units) {
        return new Recipe(
                style, units, activation, init, optimizer, epochs, batch, lr, members, descent, seed, timeLimit, stop);
    }

    public Recipe activation(Activation other) {
        return new Recipe(
                style,
                hidden,
                Optional.of(other),
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

    public Recipe init(Init other) {
        return new Recipe(
                style,
                hidden,
                activation,
                Optional.of(other),
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

    /// With an optimizer of your own the network is trained as [TrainingStyle#PLAIN] says.
    public Recipe optimizer(Optimizer other) {
        return new Recipe(
                TrainingStyle.PLAIN,
                hidden,
                activation,
                init,
                Optional.of(other),
                epochs,
                batch,
                lr,
                members,
                descent,
                seed,
                timeLimit,
                stop);
    }

    public Recipe epochs(int count) {
        return new Recipe(
                style,
                hidden,
                activation,
                init,
                optimizer,
                Optional.of(count),
                batch,
                lr,
                members,
                descent,
                seed,
                timeLimit,
                stop);
    }

    public Recipe batch(int rows) {
        return new Recipe(
                style,
                hidden,
                activation,
                init,
                optimizer,
                epochs,
                Optional.of(rows),
                lr,
                members,
                descent,
                seed,
                timeLimit,
                stop);
    }

    public Recipe lr(double rate) {
        return new Recipe(
                style,
                hidden,
                activation,
                init,
                optimizer,
                epochs,
                batch,
                Optional.of(rate),
                members,
                descent,
                seed,
                timeLimit,
                stop);
    }

    public Recipe members(int count) {
        return new Recipe(
                style,
                hidden,
                activation,
                init,
                optimizer,
                epochs,
                batch,
                lr,
                Optional.of(count),
                descent,
                seed,
                timeLimit,
                stop);
    }

    /// Another loss, limits of gradients and the like; all that is left open in it keeps its default.
    public Recipe descent(Descent other) {
        return new Recipe(
                style, hidden, activation, init, optimizer, epochs, batch, lr, members, other, seed, timeLimit, stop);
    }

    public Recipe seed(long number) {
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
                number,
                timeLimit,
                stop);
    }

    public Recipe timeLimit(Duration limit) {
        return new Recipe(
                style, hidden, activation, init, optimizer, epochs, batch, lr, members, descent, seed, limit, stop);
    }

    public Recipe stopWhen(BooleanSupplier asked) {
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
                asked);
    }
}
