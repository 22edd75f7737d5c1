package hillock.nn;

import hillock.data.Dataset;
import hillock.nn.Event.BatchDone;
import hillock.nn.Event.EpochDone;
import hillock.nn.Event.Finished;
import hillock.nn.Event.Reason;
import hillock.nn.Event.Started;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/// One run of a [Trainer].
final class Training {
    /// Rows that are evaluated at once: a bound on memory, not a setting.
    private static final int EVALUATED_TOGETHER = 8192;

    private final Trainer trainer;
    private final Module module;
    private final Dataset data;
    private final Rng order;
    private final Pass pass;
    private final OptimizerRun optimizer;
    private final History history = new History();
    private final Consumer<Event> listener;
    private final long start = System.nanoTime();
    private final long steps;
    private long step;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private Map<String, Tensor> bestWeights;

    Training(Trainer trainer, Module module, Dataset data, Rng rng, Consumer<Event> listener) {
        if (data.rows() == 0) throw new IllegalArgumentException("there are no rows to train on");
        this.trainer = trainer;
        this.module = module;
        this.data = data;
        this.order = rng.split();
        this.pass = new Pass.Training(rng.split());
        this.optimizer = trainer.optimizer().start(Parameters.of(module).values());
        this.listener = history.andThen(listener);
        this.bestWeights = Parameters.snapshot(module);
        this.steps = (long) batchesPerEpoch() * trainer.epochs();
    }

    History run() {
        listener.accept(new Started(trainer.epochs(), data.rows(), batchesPerEpoch()));
        int epoch = 0;
        Optional<Reason> end = Optional.empty();
        while (end.isEmpty()) {
            epoch++;
            end = epoch(epoch);
            if (end.isEmpty() && epoch == trainer.epochs()) end = Optional.of(Reason.EPOCHS_DONE);
        }
        Parameters.restore(module, bestWeights);
        listener.accept(new Finished(end.get(), epoch, bestEpoch, bestLoss, seconds()));
        return history;
    }

    /// One pass through the rows; the reason to end, if there is one.
    private Optional<Reason> epoch(int epoch) {
        double sum = 0;
        int seen = 0;
        Optional<Reason> end = Optional.empty();
        for (int[] rows : shuffled()) {
            double loss = step(data.select(rows));
            sum += loss * rows.length;
            seen += rows.length;
            listener.accept(new BatchDone(epoch, (seen + trainer.batch() - 1) / trainer.batch(), loss));
            end = reasonToEnd(loss);
            if (end.isPresent()) break;
        }
        if (end.filter(Reason.DIVERGED::equals).isPresent()) return end;
        double trainLoss = sum / seen;
        double validationLoss = trainer.validation().map(this::evaluate).orElse(Double.NaN);
        double compared = trainer.validation().isPresent() ? validationLoss : trainLoss;
        if (!Double.isFinite(compared)) return Optional.of(Reason.DIVERGED);
        boolean isBest = compared < bestLoss;
        // The training loss was measured before the epoch's last step, which may have gone too far.
        if (isBest && !hasFiniteWeights()) return Optional.of(Reason.DIVERGED);
        if (isBest) keep(epoch, compared);
        listener.accept(new EpochDone(epoch, trainLoss, validationLoss, isBest, seconds()));
        boolean tired = trainer.patience() > 0 && epoch - bestEpoch >= trainer.patience();
        return end.or(() -> tired ? Optional.of(Reason.NO_IMPROVEMENT) : Optional.empty());
    }

    private Optional<Reason> reasonToEnd(double loss) {
        if (!Double.isFinite(loss)) return Optional.of(Reason.DIVERGED);
        if (trainer.stop().getAsBoolean()) return Optional.of(Reason.STOPPED);
        return seconds() > trainer.timeLimit().toNanos() / 1e9 ? Optional.of(Reason.TIME_LIMIT) : Optional.empty();
    }

    private double step(Dataset batch) {
        Tensor loss = trainer.loss().apply(module.forward(batch.x(), pass), batch.y());
        double progress = (double) step++ / steps;
        optimizer.step(loss.gradients(), 1 - (1 - trainer.decay()) * halfCosine(progress));
        return loss.item();
    }

    /// From 0 to 1, flat at both ends: ½ (1 - cos πt).
    private static double halfCosine(double t) {
        return (1 - StrictMath.cos(Math.PI * t)) / 2;
    }

    private double evaluate(Dataset rows) {
        double sum = 0;
        for (Dataset part : rows.batches(EVALUATED_TOGETHER)) {
            sum += (double) trainer.loss()
                            .apply(module.apply(part.x()), part.y())
                            .item()
                    * part.rows();
        }
        return sum / rows.rows();
    }

    private boolean hasFiniteWeights() {
        for (Parameter p : Parameters.of(module).values()) {
            for (float weight : p.value().toArray()) if (!Float.isFinite(weight)) return false;
        }
        return true;
    }

    private void keep(int epoch, double loss) {
        bestLoss = loss;
        bestEpoch = epoch;
        bestWeights = Parameters.snapshot(module);
    }

    private List<int[]> shuffled() {
        return Dataset.chunks(order.permutation(data.rows()), trainer.batch());
    }

    private int batchesPerEpoch() {
        return (data.rows() + trainer.batch() - 1) / trainer.batch();
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
