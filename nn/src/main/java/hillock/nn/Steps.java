package hillock.nn;

import hillock.data.Dataset;
import hillock.tensor.Plan;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The steps of one training run. The forward pass is recorded for each size of batch and replayed from then on, which
/// allocates nothing; a module that cannot be recorded, because it looks at its numbers or draws random ones, is
/// computed anew each time.
final class Steps {
    /// Rows that are evaluated at once: a bound on memory, not a setting.
    private static final int EVALUATED_TOGETHER = 8192;

    private final Loss loss;
    private final Loss metric;
    private final Module module;
    private final Pass.Training pass;
    private final OptimizerRun optimizer;
    private final Map<Integer, Plan> training = new HashMap<>();
    private final Map<Integer, Plan> evaluating = new HashMap<>();
    private final long expected;
    private boolean replays = true;

    /// A run of about so many steps.
    Steps(Loss loss, Loss metric, Module module, Rng rng, OptimizerRun optimizer, long expected) {
        this.loss = loss;
        this.metric = metric;
        this.module = module;
        this.pass = new Pass.Training(rng);
        this.optimizer = optimizer;
        this.expected = expected;
    }

    /// One step on the `count` rows named from `order[from]` on; the loss before it.
    double step(Dataset data, int[] order, int from, int count, double lrFactor) {
        Plan plan = plan(training, this::plannedStep, data, order, from, count);
        if (plan == null) {
            Dataset batch = batch(data, order, from, count);
            Tensor result = loss(batch.x(), batch.y(), pass);
            optimizer.step(result.gradients(), lrFactor);
            return result.item();
        }
        double before = run(plan, data, order, from);
        optimizer.stepAsPlanned(lrFactor);
        return before;
    }

    /// How good the module is on rows that it was not trained on: the means of the loss and of the metric.
    record Judgement(double loss, double metric) {}

    Judgement evaluate(Dataset data) {
        int[] order = IntStream.range(0, data.rows()).toArray();
        double sum = 0;
        double metrics = 0;
        for (int from = 0; from < order.length; from += EVALUATED_TOGETHER) {
            int count = Math.min(EVALUATED_TOGETHER, order.length - from);
            Plan plan = plan(evaluating, this::plannedLoss, data, order, from, count);
            if (plan != null) {
                sum += run(plan, data, order, from) * count;
                metrics += (double) plan.item(metric.equals(loss) ? 0 : 1) * count;
            } else {
                Dataset part = batch(data, order, from, count);
                List<Tensor> both = judged(part.x(), part.y());
                sum += (double) both.getFirst().item() * count;
                metrics += (double) both.getLast().item() * count;
            }
        }
        return new Judgement(sum / data.rows(), metrics / data.rows());
    }

    private static double run(Plan plan, Dataset data, int[] order, int from) {
        plan.input(0, data.x(), order, from);
        plan.input(1, data.y(), order, from);
        plan.run();
        return plan.item(0);
    }

    /// The plan for so many rows, recorded on these if it is new; null if the module cannot be recorded.
    private Plan plan(
            Map<Integer, Plan> plans, Function<Dataset, Plan> record, Dataset data, int[] order, int from, int count) {
        Plan known = plans.get(count);
        if (known != null || !replays) return known;
        try {
            Plan plan = record.apply(batch(data, order, from, count));
            plans.put(count, plan);
            return plan;
        } catch (Plan.NotReplayable e) {
            replays = false;
            return null;
        }
    }

    private Plan plannedStep(Dataset example) {
        Plan plan = Plan.training(
                List.of(example.x(), example.y()), optimizer.update(), in -> loss(in.get(0), in.get(1), pass));
        plan.expect(expected);
        return plan;
    }

    private Plan plannedLoss(Dataset example) {
        return Plan.of(List.of(example.x(), example.y()), in -> judged(in.get(0), in.get(1)));
    }

    /// The loss, and the metric where it is another one.
    private List<Tensor> judged(Tensor x, Tensor y) {
        Tensor answers = module.forward(x, Pass.INFERENCE);
        Tensor own = loss.apply(answers, y);
        return metric.equals(loss) ? List.of(own) : List.of(own, metric.apply(answers, y));
    }

    private Tensor loss(Tensor x, Tensor y, Pass pass) {
        return loss.apply(module.forward(x, pass), y);
    }

    private static Dataset batch(Dataset data, int[] order, int from, int count) {
        return data.select(Arrays.copyOfRange(order, from, from + count));
    }
}
