package hillock.nn;

import hillock.data.Dataset;
import hillock.tensor.Rng;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// How to train a module: batches in random order, a step of the optimizer for each, until an end is reached; then the
/// weights of the best epoch. A description that can be varied and run again.
///
/// ```java
/// History history = Trainer.of(Loss.MSE)
///         .epochs(200)
///         .batch(32)
///         .validation(held)
///         .patience(20)
///         .train(net, data, Rng.of(1), event -> {});
/// ```
///
/// @param loss what to make small
/// @param optimizer how
/// @param epochs at most so many times through the training rows
/// @param batch rows per step
/// @param validation rows that are not trained on, by which epochs are compared; without them the training loss is used
/// @param patience stop after so many epochs without improvement of the validation loss; 0 for never
/// @param decay the factor by which the learning rate falls from the first step to the last, along half a cosine;
///     1 keeps it
/// @param timeLimit stop when it is over
/// @param stop asked after each step: whether to stop
public record Trainer(
        Loss loss,
        Optimizer optimizer,
        int epochs,
        int batch,
        Optional<Dataset> validation,
        int patience,
        double decay,
        Duration timeLimit,
        BooleanSupplier stop) {
    public Trainer {
        if (epochs < 1) throw new IllegalArgumentException("at least one epoch is needed, not " + epochs);
        if (batch < 1) throw new IllegalArgumentException("a batch needs at least one row, not " + batch);
    }

    /// A trainer with Adam, 100 epochs and batches of 32.
    public static Trainer of(Loss loss) {
        return new Trainer(loss, Optimizer.ADAM, 100, 32, Optional.empty(), 0, 1, Duration.ofDays(365), () -> false);
    }

    public Trainer optimizer(Optimizer other) {
        return new Trainer(loss, other, epochs, batch, validation, patience, decay, timeLimit, stop);
    }

    public Trainer epochs(int count) {
        return new Trainer(loss, optimizer, count, batch, validation, patience, decay, timeLimit, stop);
    }

    public Trainer batch(int rows) {
        return new Trainer(loss, optimizer, epochs, rows, validation, patience, decay, timeLimit, stop);
    }

    public Trainer validation(Dataset rows) {
        return new Trainer(loss, optimizer, epochs, batch, Optional.of(rows), patience, decay, timeLimit, stop);
    }

    public Trainer patience(int count) {
        return new Trainer(loss, optimizer, epochs, batch, validation, count, decay, timeLimit, stop);
    }

    public Trainer decay(double factor) {
        return new Trainer(loss, optimizer, epochs, batch, validation, patience, factor, timeLimit, stop);
    }

    public Trainer timeLimit(Duration limit) {
        return new Trainer(loss, optimizer, epochs, batch, validation, patience, decay, limit, stop);
    }

    public Trainer stopWhen(BooleanSupplier asked) {
        return new Trainer(loss, optimizer, epochs, batch, validation, patience, decay, timeLimit, asked);
    }

    /// Trains the module on these rows. The order of rows and whatever layers draw come from `rng`, so that
    /// the same seed gives the same weights.
    ///
    /// @param listener is told every [Event] on the calling thread
    public History train(Module module, Dataset data, Rng rng, Consumer<Event> listener) {
        return new Training(this, module, data, rng, listener).run();
    }
}
