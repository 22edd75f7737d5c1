package hillock.bench.worker;

import hillock.bench.task.Pointwise;
import hillock.expr.Expr;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.tensor.Plan;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// An activation, forward or with what flows back through it.
final class HillockPointwise {
    /// What the catalogue of activations has not got yet, as a user defines it, once.
    private static final Map<String, UnaryOperator<Expr>> FORMULAS = Map.of(
            "elu", x -> x.gt(0, x, x.expm1()),
            "gelu", x -> x.times(x.times(Math.sqrt(0.5)).erf().plus(1)).times(0.5),
            "gelu_tanh",
                    x -> x.times(x.times(x.square().times(0.044715).plus(1))
                                    .times(Math.sqrt(2 / Math.PI))
                                    .tanh()
                                    .plus(1))
                            .times(0.5),
            "silu", x -> x.times(x.sigmoid()),
            "mish", x -> x.times(softplus(x).tanh()),
            "softplus", HillockPointwise::softplus);

    private HillockPointwise() {}

    static Job job(Pointwise task) {
        UnaryOperator<Tensor> f = function(task.function());
        boolean rows = task.function().equals("softmax");
        int[] shape = rows ? new int[] {task.rows(), task.columns()} : new int[] {task.size()};
        Tensor x = Tensor.of(task.x(), shape);
        if (!task.gradient()) return job(task, List.of(x), in -> List.of(f.apply(in.getFirst())));
        Tensor g = Tensor.of(task.upstream(), shape);
        return job(task, List.of(x.requiresGradient(), g), in -> withGradient(f, in.get(0), in.get(1)));
    }

    /// As it is, which takes new memory each time, or recorded once and replayed in memory of its own.
    private static Job job(Pointwise task, List<Tensor> inputs, Function<List<Tensor>, List<Tensor>> computation) {
        if (!task.into()) return Job.repeating(() -> computation.apply(inputs), HillockPointwise::joined);
        Plan plan = Plan.of(inputs, computation);
        for (int i = 0; i < inputs.size(); i++) plan.input(i, inputs.get(i).toArray());
        return Job.repeating(
                () -> {
                    plan.run();
                    return plan;
                },
                done -> joined(IntStream.range(0, task.gradient() ? 2 : 1)
                        .mapToObj(done::result)
                        .toList()));
    }

    private static List<Tensor> withGradient(UnaryOperator<Tensor> f, Tensor x, Tensor g) {
        Tensor y = f.apply(x);
        return List.of(y, y.gradients(g).of(x));
    }

    private static float[] joined(List<Tensor> tensors) {
        float[] all = new float[tensors.stream().mapToInt(t -> t.shape().size()).sum()];
        int at = 0;
        for (Tensor t : tensors) {
            System.arraycopy(t.toArray(), 0, all, at, t.shape().size());
            at += t.shape().size();
        }
        return all;
    }

    private static UnaryOperator<Tensor> function(String name) {
        for (Activation a : Activations.all()) if (a.name().equals(name)) return a::apply;
        UnaryOperator<Expr> formula = FORMULAS.get(name);
        if (formula == null) throw new Job.Impossible("Hillock has no " + name + " yet");
        return Activation.pointwise(name, formula)::apply;
    }

    /// As PyTorch's, which is x itself above 20.
    private static Expr softplus(Expr x) {
        return x.gt(20, x, x.exp().log1p());
    }
}
