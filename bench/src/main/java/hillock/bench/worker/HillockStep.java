package hillock.bench.worker;

import hillock.bench.task.Step;
import hillock.data.Dataset;
import hillock.nn.Event;
import hillock.nn.Event.BatchDone;
import hillock.nn.Loss;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/// Training through [Trainer]. Each turn is a training of its own from the same weights, timed from the end of its
/// first
/// step to the end of its last: all that happens between steps counts, what happens once does not.
final class HillockStep implements Job {
    private final Step task;

    HillockStep(Step task) {
        this.task = task;
    }

    /// The losses of steps on one and the same batch: shuffling its rows changes nothing but rounding.
    @Override
    public float[] output() {
        List<Float> losses = new ArrayList<>();
        trainer().epochs(Step.COMPARED).train(HillockNetwork.of(task), data(task.batch()), Rng.of(1), event -> {
            if (event instanceof BatchDone done) losses.add((float) done.loss());
        });
        float[] all = new float[losses.size()];
        for (int i = 0; i < all.length; i++) all[i] = losses.get(i);
        return all;
    }

    @Override
    public Turn turn(long nanos) {
        Stopwatch watch = new Stopwatch(nanos);
        trainer()
                .epochs(Integer.MAX_VALUE)
                .stopWhen(watch::isOver)
                .train(HillockNetwork.of(task), data(Step.BATCHES * task.batch()), Rng.of(1), watch);
        return new Turn(watch.steps, (watch.last - watch.first) / 1e9);
    }

    private Trainer trainer() {
        return Trainer.of(task.classifies() ? Loss.CROSS_ENTROPY : Loss.MSE).batch(task.batch());
    }

    private Dataset data(int rows) {
        Tensor y = task.classifies() ? Tensor.of(task.y(rows), rows) : Tensor.of(task.y(rows), rows, 1);
        return new Dataset(Tensor.of(task.x(rows), rows, task.in(0)), y);
    }

    /// Counts the steps after the first.
    private static final class Stopwatch implements Consumer<Event> {
        private final long nanos;
        private long first;
        private long last;
        private long steps = -1;

        Stopwatch(long nanos) {
            this.nanos = nanos;
        }

        @Override
        public void accept(Event event) {
            if (!(event instanceof BatchDone)) return;
            last = System.nanoTime();
            steps++;
            if (steps == 0) first = last;
        }

        boolean isOver() {
            return steps > 0 && last - first >= nanos;
        }
    }
}
