package hillock.nn;

import hillock.data.Dataset;
import hillock.nn.Event.BatchDone;
import hillock.nn.Event.EpochDone;
import hillock.nn.Event.Finished;
import hillock.nn.Event.Prepared;
import hillock.nn.Event.Reason;
import hillock.nn.Event.Started;
import hillock.tensor.Rng;
import hillock.tensor.Update;
import java.util.Optional;
import java.util.function.Consumer;

/// One run of a [Trainer].
final class Training {
    private static final double GRACE = 0.05;

    private final Trainer trainer;
    private final Dataset data;
    private final Prepared prepared;
    private final Rng order;
    private final Steps steps;
    private final OptimizerRun optimizer;
    private final Update update;
    private final Rate rate;
    private final int[] rows;
    private final float[] bestWeights;
    /// The weights themselves, while their average is judged; empty where there is no average.
    private final float[] weights;

    private final History history = new History();
    private final Consumer<Event> listener;
    private final long start = System.nanoTime();
    private final double limit;
    private final long stepsInAll;
    /// A metric that counts (errors, say) is often the same: the later epoch has learnt more.
    private final boolean lastOfEqual;

    private long step;
    private double bestLoss = Double.POSITIVE_INFINITY;
    private int bestEpoch;
    private int improvedEpoch;

    Training(Trainer trainer, Module module, Dataset data, Rng rng, Consumer<Event> listener) {
        if (data.rows() == 0) throw new IllegalArgumentException("there are no rows to train on");
        this.trainer = trainer;
        this.data = data;
        this.prepared = new Prepared(trainer, module, data, rng.copy());
        this.order = rng.split();
        this.optimizer = trainer.start(module);
        this.stepsInAll = (long) batchesPerEpoch() * trainer.epochs();
        this.steps = new Steps(trainer.loss(), trainer.metric(), module, rng.split(), optimizer, stepsInAll);
        this.rate = trainer.rate().begun(trainer.epochs());
        this.rows = new int[data.rows()];
        this.listener = history.andThen(listener);
        this.update = optimizer.update();
        this.bestWeights = new float[update.size()];
        this.weights = new float[trainer.averaging() > 0 ? update.size() : 0];
        this.limit = Math.max(1e-9, trainer.timeLimit().toNanos() / 1e9);
        this.lastOfEqual = !trainer.metric().equals(trainer.loss());
        update.save(bestWeights);
    }

    History run() {
        listener.accept(prepared);
        listener.accept(new Started(trainer.epochs(), data.rows(), batchesPerEpoch()));
        int epoch = 0;
        Optional<Reason> end = Optional.empty();
        while (end.isEmpty()) {
            epoch++;
            end = epoch(epoch);
            if (end.isEmpty() && epoch == trainer.epochs()) end = Optional.of(Reason.EPOCHS_DONE);
        }
        update.load(bestWeights);
        listener.accept(new Finished(end.get(), epoch, bestEpoch, bestLoss, seconds()));
        return history;
    }

    /// One pass through the rows; the reason to end, if there is one.
    private Optional<Reason> epoch(int epoch) {
        double sum = 0;
        int seen = 0;
        Optional<Reason> end = Optional.empty();
        order.permutation(rows);
        while (seen < rows.length) {
            int count = Math.min(trainer.batch(), rows.length - seen);
            double loss = steps.step(data, rows, seen, count, lrFactor(epoch));
            sum += loss * count;
            seen += count;
            listener.accept(new BatchDone(epoch, (seen + trainer.batch() - 1) / trainer.batch(), loss));
            end = reasonToEnd(loss);
            if (end.isPresent()) break;
        }
        if (end.filter(Reason.DIVERGED::equals).isPresent()) return end;
        if (weights.length == 0) return judge(epoch, sum / seen, end);
        update.save(weights);
        float[] average = new float[weights.length];
        optimizer.lastSlot(average);
        update.load(average);
        end = judge(epoch, sum / seen, end);
        update.load(weights);
        return end;
    }

    /// Compares the present weights with the best so far.
    private Optional<Reason> judge(int epoch, double trainLoss, Optional<Reason> end) {
        Optional<Steps.Judgement> held = trainer.validation().map(steps::evaluate);
        double validationLoss = held.map(Steps.Judgement::loss).orElse(Double.NaN);
        double compared = held.map(Steps.Judgement::metric).orElse(trainLoss);
        if (!Double.isFinite(compared)) return Optional.of(Reason.DIVERGED);
        rate.see(compared);
        boolean isBest = compared < bestLoss || (lastOfEqual && compared == bestLoss);
        // The training loss was measured before the epoch's last step, which may have gone too far.
        if (isBest && !update.isFinite()) return Optional.of(Reason.DIVERGED);
        if (compared < bestLoss) improvedEpoch = epoch;
        if (isBest) keep(epoch, compared);
        listener.accept(new EpochDone(epoch, trainLoss, validationLoss, isBest, seconds()));
        boolean tired = trainer.patience() > 0 && epoch - improvedEpoch >= trainer.patience();
        return end.or(() -> tired ? Optional.of(Reason.NO_IMPROVEMENT) : Optional.empty());
    }

    private Optional<Reason> reasonToEnd(double loss) {
        if (!Double.isFinite(loss)) return Optional.of(Reason.DIVERGED);
        if (trainer.stop().getAsBoolean()) return Optional.of(Reason.STOPPED);
        return seconds() > limit ? Optional.of(Reason.TIME_LIMIT) : Optional.empty();
    }

    private double lrFactor(int epoch) {
        double progress = (double) step++ / stepsInAll;
        // Where the time will not do for all epochs, the rate falls with the time, and is low when it is over. A
        // training
        // that keeps well within its limit is not touched by it.
        double late = (seconds() / limit - GRACE) / (1 - GRACE);
        return rate.factor(Math.clamp(late, progress, 1), epoch - 1);
    }

    private void keep(int epoch, double loss) {
        bestLoss = loss;
        bestEpoch = epoch;
        update.save(bestWeights);
    }

    private int batchesPerEpoch() {
        return (data.rows() + trainer.batch() - 1) / trainer.batch();
    }

    private double seconds() {
        return (System.nanoTime() - start) / 1e9;
    }
}
