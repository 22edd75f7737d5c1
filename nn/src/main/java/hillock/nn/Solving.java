package hillock.nn;

import hillock.data.Dataset;
import hillock.nn.Event.BatchDone;
import hillock.nn.Event.EpochDone;
import hillock.nn.Event.Finished;
import hillock.nn.Event.Reason;
import hillock.nn.Event.Started;
import hillock.nn.solve.Lbfgs;
import hillock.nn.solve.LbfgsRun;
import hillock.nn.solve.LevenbergMarquardt;
import hillock.nn.solve.LevenbergMarquardtRun;
import hillock.nn.solve.Residuals;
import java.util.Optional;
import java.util.function.Consumer;

/// One run of a [Solver].
final class Solving {
    /// Of the matrix that Levenberg-Marquardt has to solve: some seconds a step.
    private static final int LARGEST_SYSTEM = 5000;

    /// Numbers of the Jacobian: 1 GB.
    private static final long LARGEST_JACOBIAN = 1L << 27;

    /// A method at work.
    private interface Run {
        /// One iteration; false where it was the last worth making.
        boolean iterate();

        /// The present mean loss, without weight decay.
        double loss();

        /// By what iterations are compared where there is no validation set.
        double criterion();
    }

    private final Solver solver;
    private final Dataset data;
    private final Weights weights;
    private final double[] w;
    private final Run run;
    private final Optional<WholeLoss> validation;
    private final History history = new History();
    private final Consumer<Event> listener;
    private final long start = System.nanoTime();
    private double[] best;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestIteration;

    Solving(Solver solver, Module module, Dataset data, Consumer<Event> listener) {
        if (data.rows() == 0) throw new IllegalArgumentException("there are no rows to train on");
        this.solver = solver;
        this.data = data;
        this.weights = new Weights(module);
        this.w = weights.get();
        this.best = w.clone();
        // Shapes that do not fit are refused here, in the words of the loss.
        solver.loss().apply(module.apply(data.x()), data.y());
        Optional<NetworkResiduals> exact = Solver.isMeanSquare(solver.loss())
                ? DoubleNetwork.of(module, data.x()).map(network -> new NetworkResiduals(network, data))
                : Optional.empty();
        this.run = switch (solver.method()) {
            case Lbfgs method -> lbfgs(method, module, exact);
            case LevenbergMarquardt method -> levenbergMarquardt(method, module, exact);
        };
        this.validation = solver.validation().map(rows -> WholeLoss.of(module, solver.loss(), rows));
        this.listener = history.andThen(listener);
    }

    private Run lbfgs(Lbfgs method, Module module, Optional<NetworkResiduals> exact) {
        Lbfgs.Objective loss = exact.<Lbfgs.Objective>map(e -> e::meanSquare)
                .orElseGet(() -> WholeLoss.of(module, solver.loss(), data, weights)::at);
        double decay = solver.weightDecay();
        LbfgsRun run = method.start((at, gradient) -> loss.at(at, gradient) + weights.penalty(decay, at, gradient), w);
        return new Run() {
            @Override
            public boolean iterate() {
                return run.iterate();
            }

            @Override
            public double loss() {
                return run.value() - weights.penalty(decay, w, new double[w.length]);
            }

            @Override
            public double criterion() {
                return run.value();
            }
        };
    }

    private Run levenbergMarquardt(LevenbergMarquardt method, Module module, Optional<NetworkResiduals> exact) {
        int count = data.y().shape().size();
        if (Math.min(count, w.length) > LARGEST_SYSTEM || (long) count * w.length > LARGEST_JACOBIAN) {
            throw new IllegalArgumentException("Levenberg-Marquardt is for small problems, not " + count
                    + " targets and " + w.length + " parameters: use L-BFGS or a Trainer");
        }
        Residuals residuals = exact.<Residuals>map(e -> e).orElseGet(() -> new ModuleResiduals(module, weights, data));
        // The mean of the squares and ½ decay w², times half their number: ½ Σ r² + ½ · (decay · count / 2) w².
        double[] penalties = weights.penalties(solver.weightDecay() * count / 2);
        LevenbergMarquardtRun run = method.start(residuals, penalties, w);
        return new Run() {
            @Override
            public boolean iterate() {
                return run.iterate();
            }

            @Override
            public double loss() {
                return run.sumOfSquares() / count;
            }

            @Override
            public double criterion() {
                return method.bayesian() ? run.generalisedCrossValidation() : run.objective() / count;
            }
        };
    }

    History run() {
        listener.accept(new Started(solver.iterations(), data.rows(), 1));
        int iteration = 0;
        Optional<Reason> end = Optional.empty();
        while (end.isEmpty()) {
            iteration++;
            end = iteration(iteration);
            if (end.isEmpty() && iteration == solver.iterations()) end = Optional.of(Reason.EPOCHS_DONE);
        }
        weights.set(best);
        listener.accept(new Finished(end.get(), iteration, bestIteration, bestLoss, seconds()));
        return history;
    }

    /// One iteration; the reason to end, if there is one.
    private Optional<Reason> iteration(int number) {
        double before = run.loss();
        if (!Double.isFinite(before)) return Optional.of(Reason.DIVERGED);
        boolean more = run.iterate();
        weights.set(w);
        listener.accept(new BatchDone(number, 1, before));
        double trainLoss = run.loss();
        double validationLoss = validation.map(WholeLoss::value).orElse(Double.NaN);
        double compared = validation.isPresent() ? validationLoss : run.criterion();
        if (!Double.isFinite(compared) || !weights.update().isFinite()) return Optional.of(Reason.DIVERGED);
        boolean isBest = compared < bestLoss;
        if (isBest) {
            best = w.clone();
            bestLoss = compared;
            bestIteration = number;
        }
        listener.accept(new EpochDone(number, trainLoss, validationLoss, isBest, seconds()));
        return reasonToEnd(number, more);
    }

    private Optional<Reason> reasonToEnd(int number, boolean more) {
        if (solver.stop().getAsBoolean()) return Optional.of(Reason.STOPPED);
        if (!more) return Optional.of(Reason.CONVERGED);
        if (seconds() > solver.timeLimit().toNanos() / 1e9) return Optional.of(Reason.TIME_LIMIT);
        boolean tired = solver.patience() > 0 && number - bestIteration >= solver.patience();
        return tired ? Optional.of(Reason.NO_IMPROVEMENT) : Optional.empty();
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
