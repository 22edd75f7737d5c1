package hillock.nn;

import hillock.data.Dataset;
import hillock.nn.solve.Lbfgs;
import hillock.nn.solve.LevenbergMarquardt;
import hillock.nn.solve.Method;
import java.time.Duration;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;

/// How to train a module by all rows at once, for small data: every step looks at all of them, at how
/// the loss bends as well as how it falls, and there is no learning rate to choose. A description that
/// can be varied and run again.
///
/// ```java
/// History history = Solver.levenbergMarquardt()
///         .iterations(200)
///         .validation(held)
///         .patience(10)
///         .train(net, data, event -> {});
/// ```
///
/// | | for | a step costs |
/// |---|---|---|
/// | Levenberg-Marquardt | squared errors, a few thousand parameters or rows | rows · parameters · the smaller |
/// | L-BFGS | any smooth loss | a few times forward and backward |
///
/// A network of linear layers and pointwise activations is computed in double precision where squared
/// errors are to be made small, any other in float32. Layers that draw random numbers in training are
/// taken as they are in use.
///
/// @param loss what to make small; Levenberg-Marquardt needs the mean of squared errors
/// @param weightDecay adds `½ weightDecay Σ w²` over the weights, not over biases and slopes, to the loss
/// @param iterations at most so many
/// @param validation rows that are not trained on, by which iterations are compared; without them the
///     training loss decides
/// @param patience stop after so many iterations without improvement of the validation loss; 0 for never
/// @param timeLimit stop when it is over
/// @param stop asked after each iteration: whether to stop
public record Solver(
        Method method,
        Loss loss,
        double weightDecay,
        int iterations,
        Optional<Dataset> validation,
        int patience,
        Duration timeLimit,
        BooleanSupplier stop) {
    public Solver {
        if (iterations < 1) throw new IllegalArgumentException("at least one iteration is needed, not " + iterations);
        if (!(weightDecay >= 0)) throw new IllegalArgumentException("weight decay cannot be " + weightDecay);
        if (method instanceof LevenbergMarquardt lm) {
            if (!isMeanSquare(loss)) {
                throw new IllegalArgumentException(
                        "Levenberg-Marquardt makes squared errors small, not " + loss.name() + ": use L-BFGS");
            }
            if (lm.bayesian() && weightDecay > 0) {
                throw new IllegalArgumentException("weight decay is what a Bayesian fit chooses: leave it at 0");
            }
        }
    }

    /// A solver with 200 iterations.
    public static Solver of(Method method, Loss loss) {
        return new Solver(method, loss, 0, 200, Optional.empty(), 0, Duration.ofDays(365), () -> false);
    }

    /// Least squares by [LevenbergMarquardt].
    public static Solver levenbergMarquardt() {
        return of(LevenbergMarquardt.DEFAULT, Loss.MSE);
    }

    /// Least squares by [LevenbergMarquardt] with weight decay that the data choose: for small tables
    /// with noise. The best iteration is that of the smallest loss expected on new rows, and so is
    /// [Event.Finished#bestLoss], by which several fits can be compared:
    /// [hillock.nn.solve.LevenbergMarquardtRun#generalisedCrossValidation].
    public static Solver bayesian() {
        return of(LevenbergMarquardt.DEFAULT.bayesian(true), Loss.MSE);
    }

    /// Any loss by [Lbfgs].
    public static Solver lbfgs(Loss loss) {
        return of(Lbfgs.DEFAULT, loss);
    }

    static boolean isMeanSquare(Loss loss) {
        return loss.name().equals("mse") && loss.reduction() == Loss.Reduction.MEAN;
    }

    public Solver weightDecay(double factor) {
        return new Solver(method, loss, factor, iterations, validation, patience, timeLimit, stop);
    }

    public Solver iterations(int count) {
        return new Solver(method, loss, weightDecay, count, validation, patience, timeLimit, stop);
    }

    public Solver validation(Dataset rows) {
        return new Solver(method, loss, weightDecay, iterations, Optional.of(rows), patience, timeLimit, stop);
    }

    public Solver patience(int count) {
        return new Solver(method, loss, weightDecay, iterations, validation, count, timeLimit, stop);
    }

    public Solver timeLimit(Duration limit) {
        return new Solver(method, loss, weightDecay, iterations, validation, patience, limit, stop);
    }

    public Solver stopWhen(BooleanSupplier asked) {
        return new Solver(method, loss, weightDecay, iterations, validation, patience, timeLimit, asked);
    }

    /// Trains the module on these rows, from its present parameters on; it then has those of the best
    /// iteration. Nothing is drawn at random: the same start gives the same end.
    ///
    /// @param listener is told every [Event] on the calling thread but [Event.Prepared], which describes a
    ///     [Trainer]; an epoch is an iteration
    public History train(Module module, Dataset data, Consumer<Event> listener) {
        return new Solving(this, module, data, listener).run();
    }
}
