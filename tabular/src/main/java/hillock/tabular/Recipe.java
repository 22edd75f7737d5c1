package hillock.tabular;

import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Init;
import hillock.nn.Optimizer;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BooleanSupplier;

/// How to make and train the network. What is left open is chosen by the tutorial's rules and the size of the table,
/// see [#resolved].
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
public record Recipe(
        List<Integer> hidden,
        Activation activation,
        Optional<Init> init,
        Optimizer optimizer,
        Optional<Integer> epochs,
        Optional<Integer> batch,
        Optional<Double> lr,
        long seed,
        Duration timeLimit,
        BooleanSupplier stop) {
    /// Steps after which a network of this size has usually settled.
    private static final int STEPS = 12_000;

    private static final int MOST_EPOCHS = 2000;
    private static final int FEWEST_EPOCHS = 30;
    private static final double LR = 0.003;
    private static final double DECAY = 0.3;
    private static final double MOST_DECAY = 0.03;

    public Recipe {
        hidden = List.copyOf(hidden);
        for (int units : hidden) checkPositive("units of a hidden layer", units);
        epochs.ifPresent(count -> checkPositive("epochs", count));
        batch.ifPresent(rows -> checkPositive("rows of a batch", rows));
        lr.ifPresent(rate -> checkPositive("the learning rate", rate));
    }

    /// Two hidden layers of 64 ReLU units, Adam, seed 0.
    public static final Recipe DEFAULT = new Recipe(
            List.of(64, 64),
            Activations.RELU,
            Optional.empty(),
            Optimizer.ADAM,
            Optional.empty(),
            Optional.empty(),
            Optional.empty(),
            0,
            Duration.ofDays(365),
            () -> false);

    /// A recipe with nothing left open, for so many training rows and features.
    ///
    /// | open | chosen |
    /// |---|---|
    /// | init | the one suited to the activation: He for rectifiers, else Xavier |
    /// | batch | a sixteenth of the rows, but 16 to 256 |
    /// | epochs | enough for 12,000 steps, but 30 to 2000 |
    /// | optimizer left as Adam | lr 0.003, weight_decay 0.3 · (features - 1) / rows, at most 0.03 |
    ///
    /// Weight decay pulls towards small weights, the more so the fewer rows speak for each feature. A curve of one
    /// input needs none and is blurred by it. What was measured stands in docs/decisions.md.
    public Recipe resolved(int rows, int features) {
        int size = batch.orElse(Math.clamp(rows / 16, 16, 256));
        int stepsPerEpoch = (rows + size - 1) / size;
        Optimizer chosen = optimizer.equals(Optimizer.ADAM) ? adam(rows, features) : optimizer;
        double rate = lr.orElse(chosen.lr());
        return new Recipe(
                hidden,
                activation,
                Optional.of(init.orElse(Init.suitedTo(activation))),
                chosen.with(Map.of("lr", rate)),
                Optional.of(epochs.orElse(Math.clamp(STEPS / stepsPerEpoch, FEWEST_EPOCHS, MOST_EPOCHS))),
                Optional.of(size),
                Optional.of(rate),
                seed,
                timeLimit,
                stop);
    }

    private static void checkPositive(String what, double number) {
        if (!(number > 0) || Double.isInfinite(number)) {
            throw new IllegalArgumentException(what + " must be more than 0, not " + number);
        }
    }

    private static Optimizer adam(int rows, int features) {
        double decay = Math.clamp(DECAY * (features - 1) / rows, 0, MOST_DECAY);
        return Optimizer.ADAM.with(Map.of("lr", LR, "weight_decay", decay));
    }

    public Recipe hidden(List<Integer> units) {
        return new Recipe(units, activation, init, optimizer, epochs, batch, lr, seed, timeLimit, stop);
    }

    public Recipe activation(Activation other) {
        return new Recipe(hidden, other, init, optimizer, epochs, batch, lr, seed, timeLimit, stop);
    }

    public Recipe init(Init other) {
        return new Recipe(hidden, activation, Optional.of(other), optimizer, epochs, batch, lr, seed, timeLimit, stop);
    }

    public Recipe optimizer(Optimizer other) {
        return new Recipe(hidden, activation, init, other, epochs, batch, lr, seed, timeLimit, stop);
    }

    public Recipe epochs(int count) {
        return new Recipe(hidden, activation, init, optimizer, Optional.of(count), batch, lr, seed, timeLimit, stop);
    }

    public Recipe batch(int rows) {
        return new Recipe(hidden, activation, init, optimizer, epochs, Optional.of(rows), lr, seed, timeLimit, stop);
    }

    public Recipe lr(double rate) {
        return new Recipe(hidden, activation, init, optimizer, epochs, batch, Optional.of(rate), seed, timeLimit, stop);
    }

    public Recipe seed(long number) {
        return new Recipe(hidden, activation, init, optimizer, epochs, batch, lr, number, timeLimit, stop);
    }

    public Recipe timeLimit(Duration limit) {
        return new Recipe(hidden, activation, init, optimizer, epochs, batch, lr, seed, limit, stop);
    }

    public Recipe stopWhen(BooleanSupplier asked) {
        return new Recipe(hidden, activation, init, optimizer, epochs, batch, lr, seed, timeLimit, asked);
    }
}
