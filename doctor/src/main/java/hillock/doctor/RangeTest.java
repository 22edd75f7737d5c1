package hillock.doctor;

import hillock.data.Dataset;
import hillock.nn.Event;
import hillock.nn.Module;
import hillock.nn.OptimizerRun;
import hillock.nn.Parameters;
import hillock.nn.Pass;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.stream.DoubleStream;

/// D10: the learning rate range test. The network is trained for a while from its first weights, with a
/// rate that grows from step to step; where the loss begins to fall, and where it explodes, says what
/// rate suits it. The curve is that of the smoothed loss.
///
/// Source: Smith 2017, "Cyclical learning rates for training neural networks", arXiv 1506.01186.
///
/// @param rates of the steps, growing
/// @param losses smoothed, on the same rows before each step, until it exploded
/// @param suggested the rate at which four fifths of the fall were done; at most a third of that of the least
///     loss
/// @param limit the rate at which the loss exploded, or the last one
public record RangeTest(List<Double> rates, List<Double> losses, double suggested, double limit) {
    private static final int STEPS = 100;
    private static final double FIRST = 1e-6;
    private static final double LAST = 10;
    private static final double SMOOTH = 0.5;
    private static final double DONE = 0.8;
    private static final double EXPLODED = 3;
    private static final int MOST_ROWS = 256;
    private static final double LEAST_FALL = 0.01;

    public RangeTest {
        rates = List.copyOf(rates);
        losses = List.copyOf(losses);
    }

    /// Makes the test with the module's present weights, which it puts back afterwards.
    ///
    /// @param rng for the order of the rows
    public static RangeTest of(Trainer trainer, Module module, Dataset data, Rng rng) {
        Map<String, Tensor> kept = Parameters.snapshot(module);
        try {
            return measured(trainer, module, data, rng);
        } finally {
            Parameters.restore(module, kept);
        }
    }

    /// Makes the test with a training that has not begun.
    public static RangeTest of(Event.Prepared ready) {
        return of(ready.trainer(), ready.module(), ready.data(), ready.rng().copy());
    }

    private static RangeTest measured(Trainer trainer, Module module, Dataset data, Rng rng) {
        // Groups with rates of their own keep their proportions.
        OptimizerRun run = trainer.optimizer().start(trainer.groupsOf(module));
        double own = trainer.optimizer().lr();
        Pass pass = new Pass.Training(rng.split());
        List<Dataset> batches = data.shuffledBatches(Math.min(MOST_ROWS, Math.max(trainer.batch(), 16)), rng);
        List<Double> rates = new ArrayList<>();
        List<Double> losses = new ArrayList<>();
        // Judged on the same rows at each step: batches differ by more than a small rate can change.
        Dataset judged = Sample.of(data, Sample.ROWS);
        double average = 0;
        double least = Double.POSITIVE_INFINITY;
        for (int step = 0; step < STEPS; step++) {
            double rate = FIRST * Math.pow(LAST / FIRST, step / (STEPS - 1.0));
            double now =
                    trainer.loss().apply(module.apply(judged.x()), judged.y()).item();
            average = SMOOTH * average + (1 - SMOOTH) * now;
            double smoothed = average / (1 - Math.pow(SMOOTH, step + 1));
            double first = losses.isEmpty() ? Math.abs(smoothed) : Math.abs(losses.getFirst());
            if (!Double.isFinite(smoothed) || smoothed > least + (EXPLODED - 1) * first) return of(rates, losses, rate);
            rates.add(rate);
            losses.add(smoothed);
            least = Math.min(least, smoothed);
            Dataset batch = batches.get(step % batches.size());
            Tensor loss = trainer.loss().apply(module.forward(batch.x(), pass), batch.y());
            run.step(loss.gradients(), rate / own);
        }
        return of(rates, losses, LAST);
    }

    private static RangeTest of(List<Double> rates, List<Double> losses, double limit) {
        if (losses.size() < 3) return new RangeTest(rates, losses, FIRST, limit);
        int least = 0;
        for (int i = 1; i < losses.size(); i++) if (losses.get(i) < losses.get(least)) least = i;
        double wanted = losses.getFirst() - DONE * (losses.getFirst() - losses.get(least));
        int done = 0;
        while (done < least && losses.get(done) > wanted) done++;
        double suggested = Math.min(rates.get(done), rates.get(least) / 3);
        return new RangeTest(rates, losses, suggested, limit);
    }

    /// The suggested rate to two digits; none where the loss fell at no rate.
    public OptionalDouble choice() {
        if (losses.size() < 3 || !(fall() > LEAST_FALL)) return OptionalDouble.empty();
        return OptionalDouble.of(
                new BigDecimal(suggested).round(new MathContext(2)).doubleValue());
    }

    /// The loss of the curve at that rate, between two steps by the logarithm of the rate; NaN beyond its end.
    public double lossAt(double rate) {
        for (int i = 0; i < losses.size(); i++) {
            if (rates.get(i) < 0.999 * rate) continue;
            if (i == 0) return losses.getFirst();
            double along = Math.log(rate / rates.get(i - 1)) / Math.log(rates.get(i) / rates.get(i - 1));
            return losses.get(i - 1) + along * (losses.get(i) - losses.get(i - 1));
        }
        return Double.NaN;
    }

    /// The share of the first loss that was gone where the loss was least.
    public double fall() {
        if (losses.isEmpty()) return 0;
        double least = DoubleStream.of(losses.stream().mapToDouble(x -> x).toArray())
                .min()
                .orElse(0);
        return 1 - least / losses.getFirst();
    }
}
