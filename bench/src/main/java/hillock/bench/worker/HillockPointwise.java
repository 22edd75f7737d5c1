package hillock.bench.worker;

import hillock.bench.task.Pointwise;
import hillock.expr.Expr;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/// An activation, forward or with what flows back through it.
final class HillockPointwise {
    /// What the catalogue of activations has not got yet, as a user writes it.
    private static final Map<String, UnaryOperator<Expr>> FORMULAS = Map.of(
            "elu", x -> x.gt(0, x, x.expm1()),
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
        if (!task.gradient()) {
            return Job.repeating(
                    task.into() ? planned(() -> List.of(f.apply(x))) : () -> List.of(f.apply(x)),
                    HillockPointwise::joined);
        }
        Tensor leaf = x.requiresGradient();
        Tensor g = Tensor.of(task.upstream(), shape);
        Supplier<List<Tensor>> both = () -> withGradient(f, leaf, g);
        return Job.repeating(task.into() ? planned(both) : both, HillockPointwise::joined);
    }

    /// `g · f'(x)` as the gradient of `Σ g · f(x)`: there is no other way yet to say what flows in from behind.
    private static List<Tensor> withGradient(UnaryOperator<Tensor> f, Tensor x, Tensor g) {
        Tensor y = f.apply(x);
        return List.of(y, y.times(g).sum().gradients().of(x));
    }

    /// The seam for computations that are recorded once and replayed in their own memory: until there are any, this is
    /// the computation itself, which takes new memory each time.
    private static Supplier<List<Tensor>> planned(Supplier<List<Tensor>> computation) {
        return computation;
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
        return x -> x.map(formula);
    }

    /// As PyTorch's, which is x itself above 20.
    private static Expr softplus(Expr x) {
        return x.gt(20, x, x.exp().log1p());
    }
}
