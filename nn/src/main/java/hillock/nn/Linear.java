package hillock.nn;

import hillock.tensor.Rng;
import hillock.tensor.Tensor;

/// A layer of neurons before their activation: `y = x Wᵀ + b`, each output the weighted sum of all inputs and a bias.
///
/// Shapes: x `[…, in]`, weight `[out, in]`, bias `[out]`, y `[…, out]`, as
/// [torch.nn.Linear](https://pytorch.org/docs/stable/generated/torch.nn.Linear.html).
///
/// ```java
/// Linear layer = Linear.of(3, 2, Rng.of(1));
/// layer.apply(Tensor.of(new float[] {1, 2, 3}, 1, 3)).shape();      // [1, 2]
/// ```
public record Linear(Parameter weight, Parameter bias) implements Module {
    public Linear {
        if (weight.value().shape().rank() != 2
                || bias.value().shape().rank() != 1
                || bias.value().shape().dim(0) != weight.value().shape().dim(0)) {
            throw new IllegalArgumentException("a linear layer needs weight [out, in] and bias [out], not "
                    + weight.value().shape() + " and " + bias.value().shape());
        }
    }

    /// A layer that starts as PyTorch's does: weights and biases even in ±1/√in.
    public static Linear of(int in, int out, Rng rng) {
        double bound = 1 / Math.sqrt(in);
        Tensor weight = Tensor.uniform(rng, -bound, bound, out, in);
        return new Linear(Parameter.of(weight), Parameter.of(Tensor.uniform(rng, -bound, bound, out)));
    }

    /// A layer whose weights an initialiser draws for the activation that follows; biases start even in ±1/√in, so that
    /// units with few inputs bend in different places.
    public static Linear of(int in, int out, Init init, Activation next, Rng rng) {
        Tensor weight = init.draw(rng, next.gain(), out, in);
        double bound = 1 / Math.sqrt(in);
        return new Linear(Parameter.of(weight), Parameter.of(Tensor.uniform(rng, -bound, bound, out)));
    }

    public int in() {
        return weight.value().shape().dim(1);
    }

    public int out() {
        return weight.value().shape().dim(0);
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        return x.matmulTransposed(weight.value()).plus(bias.value());
    }
}
