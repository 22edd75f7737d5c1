package hillock.nn;

import hillock.tensor.Plan;
import hillock.tensor.Shape;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicReference;

/// A module made ready to be used often on inputs of one shape, a single row above all: what [Module#apply] computes,
/// bit for bit, without building tensors. It follows when parameters change. Several threads may use it at once.
///
/// ```java
/// Predictor predictor = Predictor.of(net, 1, 4);      // one row of four numbers
/// float[] answer = predictor.apply(5.1f, 3.5f, 1.4f, 0.2f);
/// ```
public final class Predictor {
    private final Module module;
    private final Tensor example;
    private final Shape output;
    private final boolean replays;

    /// A plan serves one thread at a time: those that nobody uses just now, the last used one at hand.
    private final AtomicReference<Plan> idle = new AtomicReference<>();

    private final Queue<Plan> more = new ConcurrentLinkedQueue<>();

    private Predictor(Module module, int[] dims) {
        this.module = module;
        this.example = Tensor.zeros(dims);
        this.output = module.apply(example).shape();
        this.replays = isReplayable();
    }

    /// A predictor for inputs of that shape.
    public static Predictor of(Module module, int... inputShape) {
        return new Predictor(module, inputShape);
    }

    private boolean isReplayable() {
        try {
            idle.set(record());
            return true;
        } catch (Plan.NotReplayable e) {
            return false;
        }
    }

    private Plan record() {
        return Plan.of(List.of(example), in -> List.of(module.apply(in.getFirst())));
    }

    /// The shape of the output.
    public Shape output() {
        return output;
    }

    /// The output, row by row, for an input, row by row.
    public float[] apply(float... input) {
        float[] result = new float[output.size()];
        apply(input, result);
        return result;
    }

    /// The same into an array of the caller's: nothing is allocated.
    public void apply(float[] input, float[] result) {
        if (!replays) {
            float[] computed =
                    module.apply(Tensor.of(input, example.shape().dims())).toArray();
            System.arraycopy(computed, 0, result, 0, computed.length);
            return;
        }
        Plan plan = idle.getAndSet(null);
        if (plan == null) plan = more.poll();
        if (plan == null) plan = record();
        try {
            plan.input(0, input);
            plan.run();
            plan.result(0, result);
        } finally {
            if (!idle.compareAndSet(null, plan)) more.add(plan);
        }
    }
}
