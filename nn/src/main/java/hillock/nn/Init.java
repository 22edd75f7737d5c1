package hillock.nn;

import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.Locale;

/// How weights start. They must differ, so that units do, and have a size that keeps signals and gradients
/// alive from layer to layer: a standard deviation that falls with the number of inputs (`fan_in`) and
/// outputs (`fan_out`) of a unit and makes up, by the `gain`, for what the activation takes away.
///
/// | | standard deviation | for |
/// |---|---|---|
/// | Xavier | `gain · √(2 / (fan_in + fan_out))` | sigmoid, tanh, identity |
/// | He | `gain / √fan_in` | ReLU and its kin |
/// | torch | `1 / √(3 · fan_in)` | PyTorch's default for a linear layer |
///
/// The uniform form draws from ±√3 standard deviations.
///
/// Sources: Glorot, Bengio 2010; He et al. 2015;
/// [torch.nn.init](https://pytorch.org/docs/stable/nn.init.html).
public enum Init {
    XAVIER_UNIFORM(Init::xavier, true),
    XAVIER_NORMAL(Init::xavier, false),
    HE_UNIFORM(Init::he, true),
    HE_NORMAL(Init::he, false),
    TORCH((gain, fanIn, fanOut) -> 1 / Math.sqrt(3.0 * fanIn), true);

    private final Deviation deviation;
    private final boolean uniform;

    private interface Deviation {
        double of(double gain, int fanIn, int fanOut);
    }

    Init(Deviation deviation, boolean uniform) {
        this.deviation = deviation;
        this.uniform = uniform;
    }

    /// The tutorial's rule: He where a rectifier follows, which passes positive inputs on and (nearly) none
    /// below 0; Xavier otherwise.
    public static Init suitedTo(Activation activation) {
        return activation.isRectifier() ? HE_UNIFORM : XAVIER_UNIFORM;
    }

    /// The initialiser of that name, in any case: `he_normal`.
    public static Init named(String name) {
        for (Init init : values()) {
            if (init.label().equals(name.toLowerCase(Locale.ROOT))) return init;
        }
        throw Call.unknownName(
                "initialiser", name, Arrays.stream(values()).map(Init::label).toList());
    }

    /// The name as it is written at the command line and in a model folder.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Weights of shape `[fan_out, fan_in]`.
    public Tensor draw(Rng rng, double gain, int fanOut, int fanIn) {
        double std = deviation(gain, fanOut, fanIn);
        if (uniform) {
            double bound = Math.sqrt(3) * std;
            return Tensor.uniform(rng, -bound, bound, fanOut, fanIn);
        }
        return Tensor.normal(rng, fanOut, fanIn).times(std);
    }

    /// The standard deviation of the weights of a layer.
    public double deviation(double gain, int fanOut, int fanIn) {
        return deviation.of(gain, Math.max(1, fanIn), fanOut);
    }

    private static double xavier(double gain, int fanIn, int fanOut) {
        return gain * Math.sqrt(2.0 / (fanIn + fanOut));
    }

    private static double he(double gain, int fanIn, int fanOut) {
        return gain / Math.sqrt(fanIn);
    }
}
