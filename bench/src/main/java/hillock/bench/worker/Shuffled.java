package hillock.bench.worker;

import hillock.bench.task.Step;
import hillock.bench.worker.Job.Turn;
import java.util.Random;

/// The loop of training for libraries that leave it to their user: epochs of shuffled rows in batches.
public final class Shuffled {
    private Shuffled() {}

    /// One step on these rows; it returns the loss.
    public interface OneStep {
        float on(int[] rows);
    }

    /// Trains for about so many nanoseconds, timed from the end of the first step to the end of the last.
    public static Turn turn(Step task, long nanos, OneStep step) {
        Random random = new Random(1);
        int[] order = new int[Step.BATCHES * task.batch()];
        for (int i = 0; i < order.length; i++) order[i] = i;
        int[] rows = new int[task.batch()];
        long first = 0;
        for (long steps = -1; ; ) {
            shuffle(order, random);
            for (int from = 0; from < order.length; from += rows.length) {
                System.arraycopy(order, from, rows, 0, rows.length);
                if (!Float.isFinite(step.on(rows))) throw new IllegalStateException("the loss is not finite");
                long now = System.nanoTime();
                if (++steps == 0) first = now;
                else if (now - first >= nanos) return new Turn(steps, (now - first) / 1e9);
            }
        }
    }

    private static void shuffle(int[] order, Random random) {
        for (int i = order.length - 1; i > 0; i--) {
            int j = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[j];
            order[j] = kept;
        }
    }
}
