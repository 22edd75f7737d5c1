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
/// | He by fan_out | `gain / √fan_out` | ReLU, to keep the size of gradients instead of signals |
/// | LeCun | `1 / √fan_in` | SELU |
/// | orthogonal | `gain / √max(fan_in, fan_out)` | deep and recurrent networks: rows (or columns) at right angles |
/// | truncated normal | 0.02, cut off at two standard deviations | transformers |
/// | constant | 0: each is `gain / fan_in` | to see what happens: units stay alike |
/// | torch | `1 / √(3 · fan_in)` | PyTorch's default for a linear layer |
///
/// The uniform form draws from ±√3 standard deviations.
///
/// Sources: Glorot, Bengio 2010; He et al. 2015; LeCun et al. 1998; Saxe et al. 2013;
/// [torch.nn.init](https://pytorch.org/docs/stable/nn.init.html).
public enum Init {
    XAVIER_UNIFORM(
            Init::xavier,
            true,
            Facts.NONE
                    .definition("even in ±gain √(6 / (fan_in + fan_out))")
                    .pytorch("init.xavier_uniform_")
                    .keras("initializers.GlorotUniform")
                    .jax("nn.initializers.glorot_uniform")
                    .source("Glorot, Bengio 2010")
                    .advice("sigmoid, tanh and linear layers", "")),
    XAVIER_NORMAL(
            Init::xavier,
            false,
            Facts.NONE
                    .definition("normal, deviation gain √(2 / (fan_in + fan_out))")
                    .pytorch("init.xavier_normal_")
                    .keras("initializers.GlorotNormal")
                    .jax("nn.initializers.glorot_normal")
                    .source("Glorot, Bengio 2010")
                    .advice("as xavier_uniform", "")),
    HE_UNIFORM(
            Init::he,
            true,
            Facts.NONE
                    .definition("even in ±gain √(3 / fan_in)")
                    .pytorch("init.kaiming_uniform_")
                    .keras("initializers.HeUniform")
                    .jax("nn.initializers.he_uniform")
                    .source("He et al. 2015, arXiv 1502.01852")
                    .advice("ReLU and its kin: the size of signals stays", "")),
    HE_NORMAL(
            Init::he,
            false,
            Facts.NONE
                    .definition("normal, deviation gain / √fan_in")
                    .pytorch("init.kaiming_normal_")
                    .keras("initializers.HeNormal")
                    .jax("nn.initializers.he_normal")
                    .source("He et al. 2015, arXiv 1502.01852")
                    .advice("as he_uniform", "")),
    TORCH(
            (gain, fanIn, fanOut) -> 1 / Math.sqrt(3.0 * fanIn),
            true,
            Facts.NONE
                    .definition("even in ±1 / √fan_in")
                    .pytorch("nn.Linear")
                    .advice("PyTorch's start of a linear layer", "deep networks: signals shrink from layer to layer")),
    HE_FAN_OUT_UNIFORM(
            (gain, fanIn, fanOut) -> gain / Math.sqrt(fanOut),
            true,
            Facts.NONE
                    .definition("even in ±gain √(3 / fan_out)")
                    .pytorch("init.kaiming_uniform_(mode='fan_out')")
                    .source("He et al. 2015, arXiv 1502.01852")
                    .advice("ReLU and its kin: the size of gradients stays", "")),
    HE_FAN_OUT_NORMAL(
            (gain, fanIn, fanOut) -> gain / Math.sqrt(fanOut),
            false,
            Facts.NONE
                    .definition("normal, deviation gain / √fan_out")
                    .pytorch("init.kaiming_normal_(mode='fan_out')")
                    .source("He et al. 2015, arXiv 1502.01852")
                    .advice("as he_fan_out_uniform", "")),
    LECUN_UNIFORM(
            (gain, fanIn, fanOut) -> 1 / Math.sqrt(fanIn),
            true,
            Facts.NONE
                    .definition("even in ±√(3 / fan_in)")
                    .keras("initializers.LecunUniform")
                    .jax("nn.initializers.lecun_uniform")
                    .source("LeCun et al. 1998")
                    .advice("SELU, which needs no gain", "")),
    LECUN_NORMAL(
            (gain, fanIn, fanOut) -> 1 / Math.sqrt(fanIn),
            false,
            Facts.NONE
                    .definition("normal, deviation 1 / √fan_in")
                    .keras("initializers.LecunNormal")
                    .jax("nn.initializers.lecun_normal")
                    .source("LeCun et al. 1998")
                    .advice("as lecun_uniform; the default recipe has it", "")),
    ORTHOGONAL(
            (gain, fanIn, fanOut) -> gain / Math.sqrt(Math.max(fanIn, fanOut)),
            false,
            Facts.NONE
                    .definition("gain times rows, or columns, at right angles and of length 1")
                    .pytorch("init.orthogonal_")
                    .keras("initializers.Orthogonal")
                    .jax("nn.initializers.orthogonal")
                    .source("Saxe et al. 2013, arXiv 1312.6120")
                    .advice("deep networks without normalisation", "")),
    /// Every weight `gain / fan_in`: a unit is the mean of its inputs, and all units of a layer
    /// are the same.
    CONSTANT(
            (gain, fanIn, fanOut) -> 0,
            false,
            Facts.NONE
                    .definition("gain / fan_in, each")
                    .pytorch("init.constant_(1 / fan_in)")
                    .keras("initializers.Constant(1 / fan_in)")
                    .jax("nn.initializers.constant(1 / fan_in)")
                    .advice(
                            "the mean of the inputs as a start, and to see what happens",
                            "hidden layers: their units stay alike for ever, and are worth one")),
    /// Of what the cut leaves the deviation is 0.88 times that of the normal distribution.
    TRUNCATED_NORMAL(
            (gain, fanIn, fanOut) -> 0.02 * 0.8796256610342398,
            false,
            Facts.NONE
                    .definition("normal, deviation 0.02, drawn again beyond two deviations")
                    .pytorch("init.trunc_normal_(std=0.02, a=-0.04, b=0.04)")
                    .keras("initializers.TruncatedNormal(stddev=0.02)")
                    .jax("nn.initializers.truncated_normal(0.02)")
                    .advice("transformers", "networks without normalisation: signals shrink"));

    private static final double CUT = 2;
    private static final double TRUNCATED_STD = 0.02;

    private final Deviation deviation;
    private final boolean uniform;
    private final Facts facts;

    private interface Deviation {
        double of(double gain, int fanIn, int fanOut);
    }

    Init(Deviation deviation, boolean uniform, Facts facts) {
        this.deviation = deviation;
        this.uniform = uniform;
        this.facts = facts;
    }

    /// The tutorial's rule: He where a rectifier follows, which passes positive inputs on and (nearly) none
    /// below 0; Xavier otherwise.
    public static Init suitedTo(Activation activation) {
        return activation.isRectifier() ? HE_UNIFORM : XAVIER_UNIFORM;
    }

    /// The initialiser of that name, in any case: `he_normal`.
    public static Init named(String name) {
        String label = usual(name);
        for (Init init : values()) if (init.label().equals(label)) return init;
        throw Call.unknownName(
                "initialiser", name, Arrays.stream(values()).map(Init::label).toList());
    }

    /// PyTorch says kaiming for he, Keras and JAX glorot for xavier.
    static String usual(String name) {
        String label = name.toLowerCase(Locale.ROOT).replaceFirst("_$", "");
        return label.replaceFirst("^kaiming_", "he_").replaceFirst("^glorot_", "xavier_");
    }

    /// The name as it is written at the command line and in a model folder.
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /// Its formula, names elsewhere, source and advice; the other facts are an activation's.
    public Facts facts() {
        return facts;
    }

    /// Weights of shape `[fan_out, fan_in]`.
    public Tensor draw(Rng rng, double gain, int fanOut, int fanIn) {
        if (this == CONSTANT) return Tensor.full(gain / Math.max(1, fanIn), fanOut, fanIn);
        if (this == ORTHOGONAL) return orthogonal(rng, gain, fanOut, fanIn);
        if (this == TRUNCATED_NORMAL) return truncated(rng, fanOut, fanIn);
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

    /// Normal numbers, drawn again where they are beyond the cut.
    private static Tensor truncated(Rng rng, int fanOut, int fanIn) {
        float[] weights = new float[fanOut * fanIn];
        int filled = 0;
        while (filled < weights.length) {
            for (float z : Tensor.normal(rng, weights.length).toArray()) {
                if (Math.abs(z) <= CUT && filled < weights.length) weights[filled++] = (float) (z * TRUNCATED_STD);
            }
        }
        return Tensor.of(weights, fanOut, fanIn);
    }

    /// Gram and Schmidt's way, twice over, on the rows or columns, whichever are fewer, of a normal matrix.
    private static Tensor orthogonal(Rng rng, double gain, int fanOut, int fanIn) {
        int count = Math.min(fanOut, fanIn);
        int length = Math.max(fanOut, fanIn);
        double[][] vectors = new double[count][length];
        double[] drawn = Tensor.normal(rng, count, length).toDoubles();
        for (int i = 0; i < count; i++) {
            System.arraycopy(drawn, i * length, vectors[i], 0, length);
            for (int k = 0; k < 2 * i; k++) {
                double[] earlier = vectors[k % i];
                double along = dot(vectors[i], earlier);
                for (int d = 0; d < length; d++) vectors[i][d] -= along * earlier[d];
            }
            double size = Math.sqrt(dot(vectors[i], vectors[i]));
            for (int d = 0; d < length; d++) vectors[i][d] /= size;
        }
        float[] weights = new float[fanOut * fanIn];
        for (int o = 0; o < fanOut; o++) {
            for (int in = 0; in < fanIn; in++) {
                weights[o * fanIn + in] = (float) (gain * (fanOut <= fanIn ? vectors[o][in] : vectors[in][o]));
            }
        }
        return Tensor.of(weights, fanOut, fanIn);
    }

    private static double dot(double[] a, double[] b) {
        double sum = 0;
        for (int d = 0; d < a.length; d++) sum += a[d] * b[d];
        return sum;
    }
}
