package hillock.nn;

import hillock.expr.Expr;
import hillock.expr.Un;
import hillock.nn.Activation.Pointwise;
import hillock.nn.Activation.Setting;
import hillock.nn.Elsewhere.Library;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// The catalogue of activations, one row each, with PyTorch's names, defaults and values at every kink.
///
/// ```java
/// Tensor y = Activations.GELU.apply(x);
/// Activation leaky = Activation.parse("leaky_relu(negative_slope=0.2)");
/// ```
public final class Activations {
    private static final String HIDDEN = "hidden layers";

    public static final Activation IDENTITY = Activation.pointwise("identity", x -> x)
            .with(Facts.NONE
                    .gain(1)
                    .pytorch("nn.Identity")
                    .keras("linear")
                    .jax("identity")
                    .onnx("Identity")
                    .advice(
                            "the output layer of a regression: any number can come out",
                            "hidden layers: linear layers in a row are just one linear layer"));

    public static final Activation SIGMOID = Activation.pointwise("sigmoid", Expr::sigmoid)
            .with(Facts.NONE
                    .definition("1 / (1 + exp(-x))")
                    .gain(1)
                    .pytorch("nn.Sigmoid")
                    .keras("sigmoid")
                    .jax("sigmoid")
                    .onnx("Sigmoid")
                    .advice(
                            "the output layer for two classes: a probability",
                            "hidden layers: it is flat outside (-6, 6), works best in (-3, 3), and its derivative is at"
                                    + " most 0.25, so the first layers of a deep network hardly learn"));

    public static final Activation TANH = Activation.pointwise("tanh", Expr::tanh)
            .with(Facts.NONE
                    .definition("(exp(x) - exp(-x)) / (exp(x) + exp(-x))")
                    .gain(5.0 / 3)
                    .pytorch("nn.Tanh")
                    .keras("tanh")
                    .jax("tanh")
                    .onnx("Tanh")
                    .advice(
                            "hidden layers of small or smooth networks: symmetric about 0, it converges faster than"
                                    + " sigmoid",
                            "deep networks: flat beyond ±3, gradients vanish there"));

    public static final Activation RELU = Activation.pointwise("relu", x -> x.max(0))
            .with(Facts.NONE
                    .pytorch("nn.ReLU")
                    .keras("relu")
                    .jax("relu")
                    .onnx("Relu")
                    .advice(
                            "hidden layers, first choice: cheap, and the gradient stays whole for x > 0",
                            "when many units die, that is output 0 for every input: try leaky_relu, a lower learning"
                                    + " rate or He initialisation"));

    public static final Activation LEAKY_RELU = Activation.pointwise(
                    "leaky_relu", (x, slope) -> x.gt(0, x, x.times(slope)), "negative_slope", 0.01)
            .with(Facts.NONE
                    .pytorch("nn.LeakyReLU")
                    .jax("leaky_relu")
                    .onnx("LeakyRelu")
                    .butThere(Library.KERAS, "leaky_relu", "leaky_relu(negative_slope=0.2)")
                    .butThere(Library.KERAS, "LeakyReLU", "leaky_relu(negative_slope=0.3)")
                    .note("In JAX the slope at 0 is 1.")
                    .advice(
                            "hidden layers in which ReLU units die: a small gradient is left for x < 0",
                            "when ReLU works: it brings little then"));

    public static final Activation PRELU = Activation.pointwise(
                    "prelu",
                    (x, s) -> x.gt(0, x, x.times(s.getFirst())),
                    List.of(new Setting("init", 0.25, true), new Setting("num_parameters", 1)))
            .with(Facts.NONE
                    .source("He et al. 2015, arXiv 1502.01852")
                    .pytorch("nn.PReLU")
                    .onnx("PRelu")
                    .butThere(Library.KERAS, "PReLU", "prelu(init=0)")
                    .note(
                            "The slope is learned; no weight decay should pull it to 0. Keras and ONNX have one for each number of a row, as num_parameters gives.")
                    .advice("large data and deep networks: leaky_relu whose slope is learned", "small data"));

    public static final Activation RRELU = rrelu().with(Facts.NONE
            .source("Xu et al. 2015, arXiv 1505.00853")
            .note("In training each number has its own slope, even in [lower, upper).")
            .pytorch("nn.RReLU")
            .advice("small data: the random slopes in training keep from overfitting", "large data"));

    public static final Activation RELU6 = Activation.pointwise(
                    "relu6", x -> x.max(0).min(6))
            .with(Facts.NONE
                    .source("Krizhevsky 2010")
                    .pytorch("nn.ReLU6")
                    .keras("relu6")
                    .jax("relu6")
                    .onnx("Clip(min=0, max=6)")
                    .advice(
                            "networks that will be computed with few bits: the values are bounded",
                            "elsewhere: units can die on both sides"));

    public static final Activation THRESHOLD = Activation.pointwise(
                    "threshold",
                    (x, s) -> Formulas.threshold(x, s.get(0), s.get(1)),
                    List.of(new Setting("threshold", 1), new Setting("value", 0)))
            .with(Facts.NONE
                    .definition("x > threshold ? x : value")
                    .pytorch("nn.Threshold(1, 0)")
                    .keras("threshold(x, 1, 0)")
                    .onnx("ThresholdedRelu")
                    .note("PyTorch and Keras have no defaults; these are those of ONNX.")
                    .advice("sparse codes: small signals are cut off", "first attempts: it jumps and units die"));

    public static final Activation RELU_SQUARED = Activation.pointwise(
                    "relu_squared", x -> x.max(0).square())
            .with(Facts.NONE
                    .definition("max(x, 0) ^ 2")
                    .source("So et al. 2021, Primer, arXiv 2109.08668")
                    .advice("the feed-forward part of transformers", "networks without normalisation: it grows fast"));

    public static final Activation ELU = Activation.pointwise("elu", Formulas::elu, "alpha", 1)
            .with(Facts.NONE
                    .source("Clevert et al. 2015, arXiv 1511.07289")
                    .pytorch("nn.ELU")
                    .keras("elu")
                    .jax("elu")
                    .onnx("Elu")
                    .advice("hidden layers: smooth at 0 and with means near 0", "where each microsecond counts"));

    public static final Activation SELU = Activation.pointwise("selu", Formulas::selu)
            .with(Facts.NONE
                    .definition("1.0507 * (x > 0 ? x : 1.67326 * (exp(x) - 1))")
                    .gain(0.75)
                    .source("Klambauer et al. 2017, arXiv 1706.02515")
                    .note(
                            "PyTorch's slope at 0 is that of the left side, 1.7581; gain 0.75 is PyTorch's advice, 1 keeps"
                                    + " signals normal.")
                    .pytorch("nn.SELU")
                    .keras("selu")
                    .jax("selu")
                    .onnx("Selu")
                    .advice(
                            "deep networks of plain layers: signals keep mean 0 and variance 1 by themselves",
                            "together with batch normalisation or ordinary dropout"));

    public static final Activation CELU = Activation.pointwise(
                    "celu", (x, alpha) -> x.gt(0, x, alpha.times(x.div(alpha).expm1())), "alpha", 1)
            .with(Facts.NONE
                    .source("Barron 2017, arXiv 1704.07483")
                    .pytorch("nn.CELU")
                    .keras("celu")
                    .jax("celu")
                    .onnx("Celu")
                    .advice(
                            "where elu is used with alpha other than 1: this one has no kink",
                            "where each microsecond counts"));

    public static final Activation GELU = Activation.pointwise("gelu", x -> Formulas.gated(x, Expr::ndtr))
            .with(Facts.NONE
                    .definition("x * (1 + erf(x / sqrt(2))) / 2")
                    .source("Hendrycks, Gimpel 2016, arXiv 1606.08415")
                    .pytorch("nn.GELU")
                    .keras("gelu")
                    .jax("gelu(approximate=False)")
                    .onnx("Gelu")
                    .butThere(Library.JAX, "gelu", "gelu_tanh")
                    .advice(
                            "transformers and deep networks: smooth, and it lets a little through below 0",
                            "tiny networks: relu is cheaper"));

    public static final Activation GELU_TANH = Activation.pointwise("gelu_tanh", Formulas::geluTanh)
            .with(Facts.NONE
                    .definition("x * (1 + tanh(sqrt(2 / pi) * (x + 0.044715 * x ^ 3))) / 2")
                    .source("Hendrycks, Gimpel 2016, arXiv 1606.08415")
                    .pytorch("nn.GELU(approximate='tanh')")
                    .keras("gelu(approximate=True)")
                    .jax("gelu")
                    .onnx("Gelu(approximate='tanh')")
                    .note("At most 4.7e-4 from gelu.")
                    .advice("weights that were trained with it", "new networks: gelu is as fast here"));

    public static final Activation QUICK_GELU = Activation.pointwise(
                    "quick_gelu", x -> Formulas.gated(x, u -> u.times(1.702).sigmoid()))
            .with(Facts.NONE
                    .definition("x * sigmoid(1.702 * x)")
                    .source("Hendrycks, Gimpel 2016, arXiv 1606.08415")
                    .note("At most 0.02 from gelu; CLIP and GPT-2's descendants use it.")
                    .advice("weights that were trained with it", "new networks: gelu or silu"));

    public static final Activation SILU = Activation.pointwise("silu", x -> Formulas.gated(x, Expr::sigmoid))
            .with(Facts.NONE
                    .definition("x * sigmoid(x)")
                    .source("Elfwing et al. 2017, arXiv 1702.03118; Ramachandran et al. 2017, arXiv 1710.05941")
                    .pytorch("nn.SiLU")
                    .keras("silu", "swish")
                    .jax("silu", "swish")
                    .onnx("Swish")
                    .advice("deep networks: smooth, nowhere dead", "tiny networks: relu is cheaper"));

    public static final Activation MISH = Activation.pointwise("mish", Formulas::mish)
            .with(Facts.NONE
                    .definition("x * tanh(log(1 + exp(x)))")
                    .source("Misra 2019, arXiv 1908.08681")
                    .pytorch("nn.Mish")
                    .keras("mish")
                    .jax("mish")
                    .onnx("Mish")
                    .advice("regression with small networks: smooth, nowhere dead", "where each microsecond counts"));

    public static final Activation HARDSWISH = Activation.pointwise("hardswish", Formulas::hardswish)
            .with(Facts.NONE
                    .definition("x * min(max(x + 3, 0), 6) / 6")
                    .source("Howard et al. 2019, arXiv 1905.02244")
                    .note("At ±3 PyTorch before 2.7 had the slopes -0.5 and 1.5; here, as since, they are 0 and 1.")
                    .pytorch("nn.Hardswish")
                    .keras("hard_silu", "hard_swish")
                    .jax("hard_silu", "hard_swish")
                    .onnx("HardSwish")
                    .advice("silu for slow processors and few bits", "elsewhere"));

    public static final Activation SOFTPLUS = Activation.pointwise(
                    "softplus",
                    (x, s) -> Formulas.softplus(x, s.get(0), s.get(1)),
                    List.of(new Setting("beta", 1), new Setting("threshold", 20)))
            .with(Facts.NONE
                    .definition("log(1 + exp(beta * x)) / beta")
                    .pytorch("nn.Softplus")
                    .keras("softplus")
                    .jax("softplus")
                    .onnx("Softplus")
                    .advice(
                            "outputs that have to be positive, such as a variance",
                            "hidden layers: relu does as well, faster"));

    public static final Activation SQUAREPLUS = Activation.pointwise("squareplus", Formulas::squareplus, "b", 4)
            .with(Facts.NONE
                    .definition("(x + sqrt(x ^ 2 + b)) / 2")
                    .source("Barron 2021, arXiv 2112.11687")
                    .keras("squareplus")
                    .jax("squareplus")
                    .advice(
                            "softplus without exp",
                            HIDDEN + " that are deep: the slope falls slowly, but it is never 0"));

    public static final Activation SPARSE_PLUS = Activation.pointwise("sparse_plus", Formulas::sparsePlus)
            .with(Facts.NONE
                    .definition("x > 1 ? x : max(x + 1, 0) ^ 2 / 4")
                    .keras("sparse_plus")
                    .jax("sparse_plus")
                    .advice("softplus that is exactly 0 on the left", HIDDEN + " in which units die"));

    public static final Activation LOG_SIGMOID = Activation.pointwise("log_sigmoid", Formulas::logSigmoid)
            .with(Facts.NONE
                    .definition("log(1 / (1 + exp(-x)))")
                    .pytorch("nn.LogSigmoid")
                    .keras("log_sigmoid")
                    .jax("log_sigmoid")
                    .advice("log-probabilities of two classes", HIDDEN));

    public static final Activation HARDSIGMOID = Activation.pointwise(
                    "hardsigmoid", x -> x.max(-3).min(3).plus(3).div(6))
            .with(Facts.NONE
                    .definition("min(max(x / 6 + 0.5, 0), 1)")
                    .pytorch("nn.Hardsigmoid")
                    .keras("hard_sigmoid")
                    .jax("hard_sigmoid")
                    .onnx("HardSigmoid(alpha=1/6)")
                    .butThere(Library.ONNX, "HardSigmoid", "min(max(0.2 * x + 0.5, 0), 1)")
                    .note("Keras 2 had the slope 0.2, as ONNX has by default.")
                    .advice("gates on slow processors and few bits", HIDDEN + ": units die on both sides"));

    public static final Activation SPARSE_SIGMOID = Activation.pointwise(
                    "sparse_sigmoid", x -> x.max(-1).min(1).plus(1).times(0.5))
            .with(Facts.NONE
                    .keras("sparse_sigmoid")
                    .jax("sparse_sigmoid")
                    .advice("gates that have to close wholly", HIDDEN));

    public static final Activation HARDTANH = Activation.pointwise(
                    "hardtanh",
                    (x, s) -> x.max(s.get(0)).min(s.get(1)),
                    List.of(new Setting("min_val", -1), new Setting("max_val", 1)))
            .with(Facts.NONE
                    .note("At both ends the slope is 0, as in PyTorch; JAX' hard_tanh and torch.clamp have 1 there.")
                    .pytorch("nn.Hardtanh")
                    .keras("hard_tanh")
                    .jax("hard_tanh")
                    .onnx("Clip(min=-1, max=1)")
                    .advice("tanh for slow processors and few bits", "deep networks: units die on both sides"));

    public static final Activation TANHSHRINK = Activation.pointwise("tanhshrink", Formulas::tanhshrink)
            .with(Facts.NONE
                    .definition("x - tanh(x)")
                    .pytorch("nn.Tanhshrink")
                    .keras("tanh_shrink")
                    .advice("sparse codes", HIDDEN + ": flat at 0, where signals are"));

    public static final Activation SOFTSIGN = Activation.pointwise("softsign", Formulas::softsign)
            .with(Facts.NONE
                    .definition("x / (1 + abs(x))")
                    .source("Turian et al. 2009; Glorot, Bengio 2010")
                    .pytorch("nn.Softsign")
                    .keras("softsign")
                    .jax("soft_sign")
                    .onnx("Softsign")
                    .advice("tanh that saturates slowly", "deep networks: relu and its kin learn faster"));

    public static final Activation ELLIOTT = Activation.pointwise("elliott", Formulas::elliott)
            .with(Facts.NONE
                    .definition("x / (1 + abs(x)) / 2 + 0.5")
                    .source("Elliott 1993")
                    .advice("sigmoid without exp", HIDDEN));

    public static final Activation HARDSHRINK = Activation.pointwise(
                    "hardshrink", (x, lambda) -> x.abs().gt(lambda, x, Formulas.zero(x)), "lambd", 0.5)
            .with(Facts.NONE
                    .definition("abs(x) > lambd ? x : 0")
                    .pytorch("nn.Hardshrink")
                    .keras("hard_shrink")
                    .onnx("Shrink")
                    .advice("sparse codes", HIDDEN + ": it jumps"));

    public static final Activation SOFTSHRINK = Activation.pointwise("softshrink", Formulas::softshrink, "lambd", 0.5)
            .with(Facts.NONE
                    .definition("sign(x) * max(abs(x) - lambd, 0)")
                    .pytorch("nn.Softshrink")
                    .keras("soft_shrink")
                    .onnx("Shrink(bias=0.5)")
                    .advice("sparse codes and denoising", HIDDEN + ": flat at 0, where signals are"));

    public static final Activation LISHT = Activation.pointwise("lisht", x -> x.times(x.tanh()))
            .with(Facts.NONE
                    .source("Roy et al. 2019, arXiv 1901.05894")
                    .advice("experiments: even, never negative", HIDDEN + " whose sign counts"));

    public static final Activation LOGCOSH = Activation.pointwise("logcosh", Formulas::logCosh)
            .with(Facts.NONE
                    .definition("log((exp(x) + exp(-x)) / 2)")
                    .advice("smooth absolute values", HIDDEN + " whose sign counts"));

    public static final Activation GAUSSIAN = Activation.pointwise(
                    "gaussian", x -> x.square().unaryMinus().exp())
            .with(Facts.NONE.advice(
                    "radial basis networks: each unit answers to one place", "deep networks: flat beyond ±2"));

    public static final Activation SINE = Activation.pointwise("sine", Expr::sin)
            .with(Facts.NONE
                    .source("Sitzmann et al. 2020, arXiv 2006.09661")
                    .pytorch("torch.sin")
                    .jax("jax.numpy.sin")
                    .onnx("Sin")
                    .advice(
                            "signals, pictures and waves as functions of place and time",
                            "tables: it oscillates between points"));

    public static final Activation SNAKE = Activation.pointwise(
                    "snake", (x, s) -> Formulas.snake(x, s.getFirst()), List.of(new Setting("alpha", 1, true)))
            .with(Facts.NONE
                    .definition("x + sin(alpha * x) ^ 2 / alpha")
                    .source("Ziyin et al. 2020, arXiv 2006.08195")
                    .note("alpha, the frequency, is learned.")
                    .advice("periodic data that has to be continued: it keeps its slope", "data without periods"));

    public static final Activation EXPONENTIAL = Activation.pointwise("exponential", Expr::exp)
            .with(Facts.NONE
                    .pytorch("torch.exp")
                    .keras("exponential")
                    .jax("jax.numpy.exp")
                    .onnx("Exp")
                    .advice("outputs that are rates or scales", HIDDEN + ": it explodes"));

    public static final Activation SOFTMAX = Activation.rowwise("softmax", x -> x.softmax(-1))
            .with(
                    Facts.NONE
                            .definition("exp(x[i]) / sum(exp(x))")
                            .ranges("(0, 1)", "[-0.25, 0.25]")
                            .gain(1)
                            .pytorch("nn.Softmax(dim=-1)")
                            .keras("softmax")
                            .jax("softmax")
                            .onnx("Softmax")
                            .advice(
                                    "the output layer for many classes: probabilities that sum to 1",
                                    "hidden layers; and in front of a loss on logits such as cross_entropy, which contains it"));

    public static final Activation SOFTMIN = Activation.rowwise(
                    "softmin", x -> x.unaryMinus().softmax(-1))
            .with(Facts.NONE
                    .definition("exp(-x[i]) / sum(exp(-x))")
                    .ranges("(0, 1)", "[-0.25, 0.25]")
                    .gain(1)
                    .pytorch("nn.Softmin(dim=-1)")
                    .advice("probabilities from costs or distances: small is likely", HIDDEN));

    public static final Activation LOG_SOFTMAX = Activation.rowwise("log_softmax", x -> x.logSoftmax(-1))
            .with(Facts.NONE
                    .definition("x[i] - log(sum(exp(x)))")
                    .ranges("(-∞, 0)", "(-1, 1)")
                    .gain(1)
                    .pytorch("nn.LogSoftmax(dim=-1)")
                    .keras("log_softmax")
                    .jax("log_softmax")
                    .onnx("LogSoftmax")
                    .advice(
                            "log-probabilities of many classes: exact where log(softmax(x)) would be log(0)",
                            "hidden layers"));

    public static final Activation SPARSEMAX = Activation.rowwise("sparsemax", Rows::sparsemax)
            .with(Facts.NONE
                    .definition("max(x[i] - τ, 0), with the τ for which the row sums to 1")
                    .ranges("[0, 1]", "[-0.5, 0.5]")
                    .gain(1)
                    .source("Martins, Astudillo 2016, arXiv 1602.02068")
                    .keras("sparsemax")
                    .advice(
                            "probabilities of which many have to be exactly 0",
                            "with a loss that takes their logarithm"));

    public static final Activation ENTMAX15 = Activation.rowwise("entmax15", Rows::entmax15)
            .with(Facts.NONE
                    .definition("max(x[i] / 2 - τ, 0) ^ 2, with the τ for which the row sums to 1")
                    .ranges("[0, 1]", "[-0.354, 0.354]")
                    .gain(1)
                    .source("Peters, Niculae, Martins 2019, arXiv 1905.05702")
                    .advice("attention: between softmax and sparsemax", "with a loss that takes their logarithm"));

    public static final Activation GLU = gated("glu", Expr::sigmoid)
            .with(gate("sigmoid")
                    .source("Dauphin et al. 2016, arXiv 1612.08083")
                    .pytorch("nn.GLU")
                    .keras("glu")
                    .jax("glu")
                    .advice(
                            "sequences: a part of the signal decides what passes",
                            "small networks: half of the units are gates"));

    public static final Activation SWIGLU = gated("swiglu", x -> Formulas.gated(x, Expr::sigmoid))
            .with(gate("silu")
                    .source("Shazeer 2020, arXiv 2002.05202")
                    .advice("the feed-forward part of transformers", "small networks: half of the units are gates"));

    public static final Activation GEGLU = gated("geglu", x -> Formulas.gated(x, Expr::ndtr))
            .with(gate("gelu")
                    .source("Shazeer 2020, arXiv 2002.05202")
                    .advice("the feed-forward part of transformers", "small networks: half of the units are gates"));

    public static final Activation REGLU = gated("reglu", x -> x.max(0))
            .with(gate("relu")
                    .source("Shazeer 2020, arXiv 2002.05202")
                    .advice("the feed-forward part of transformers", "small networks: half of the units are gates"));

    public static final Activation CRELU = Activation.rowwise("crelu", Rows::crelu, 2)
            .with(Facts.NONE
                    .definition("max(x, 0) and max(-x, 0) side by side")
                    .ranges("[0, ∞)", "[-1, 1]")
                    .source("Shang et al. 2016, arXiv 1603.05201")
                    .note("Rows become twice as long.")
                    .advice("first layers: no unit is lost to its sign", "wide layers: the next one doubles"));

    private static final List<Activation> ALL = List.of(
            IDENTITY,
            SIGMOID,
            TANH,
            RELU,
            LEAKY_RELU,
            SOFTMAX,
            LOG_SOFTMAX,
            PRELU,
            RRELU,
            RELU6,
            THRESHOLD,
            RELU_SQUARED,
            ELU,
            SELU,
            CELU,
            GELU,
            GELU_TANH,
            QUICK_GELU,
            SILU,
            MISH,
            HARDSWISH,
            SOFTPLUS,
            SQUAREPLUS,
            SPARSE_PLUS,
            LOG_SIGMOID,
            HARDSIGMOID,
            SPARSE_SIGMOID,
            HARDTANH,
            TANHSHRINK,
            SOFTSIGN,
            ELLIOTT,
            HARDSHRINK,
            SOFTSHRINK,
            LISHT,
            LOGCOSH,
            GAUSSIAN,
            SINE,
            SNAKE,
            EXPONENTIAL,
            SOFTMIN,
            SPARSEMAX,
            ENTMAX15,
            GLU,
            SWIGLU,
            GEGLU,
            REGLU,
            CRELU);

    /// What others call them. Underscores and capitals do not count: `LeakyReLU` is `leaky_relu`.
    private static final Map<String, String> ALIASES = Map.of(
            "linear", "identity",
            "logistic", "sigmoid",
            "swish", "silu",
            "gelu_new", "gelu_tanh",
            "gelu_approximate", "gelu_tanh",
            "exp", "exponential",
            "sin", "sine",
            "entmax", "entmax15",
            "hard_silu", "hardswish",
            "thresholded_relu", "threshold");

    private Activations() {}

    /// All of them: first those of the tutorial, in the order in which they are taught, then by kinship.
    public static List<Activation> all() {
        return ALL;
    }

    /// The activation of that name with its default settings. Usual other names are known, and
    /// underscores and capitals do not count.
    ///
    /// @throws hillock.data.BadInput if there is none
    public static Activation named(String name) {
        return find(name)
                .orElseThrow(() -> Call.unknownName(
                        "activation", name, ALL.stream().map(Activation::name).toList()));
    }

    private static Optional<Activation> find(String name) {
        String plain = plain(name);
        String known = ALIASES.entrySet().stream()
                .filter(e -> plain(e.getKey()).equals(plain))
                .map(e -> plain(e.getValue()))
                .findFirst()
                .orElse(plain);
        return ALL.stream().filter(a -> plain(a.name()).equals(known)).findFirst();
    }

    private static String plain(String name) {
        return name.replace("_", "").replace("-", "").toLowerCase(Locale.ROOT);
    }

    /// The other names of an activation.
    public static List<String> aliases(Activation activation) {
        return ALIASES.entrySet().stream()
                .filter(e -> e.getValue().equals(activation.name()))
                .map(Map.Entry::getKey)
                .sorted()
                .toList();
    }

    /// The formula of the pointwise one with that name, with its default settings.
    static Optional<Expr> formula(String name) {
        return find(name).filter(a -> a.form() instanceof Pointwise).map(Activation::formula);
    }

    /// The one whose name a text begins with.
    static Optional<Activation> called(String text) {
        return find(text.strip().split("\\W", 2)[0]);
    }

    /// The names that [#formula] knows, beside those of the operators.
    static List<String> functions() {
        Stream<String> operators =
                Stream.of(Un.values()).filter(u -> u != Un.NEG).map(Un::symbol);
        Stream<String> others =
                ALL.stream().filter(a -> a.form() instanceof Pointwise).map(Activation::name);
        return Stream.of(operators, others, Stream.of("min", "max", "pow", "where"))
                .flatMap(s -> s)
                .toList();
    }

    private static Activation rrelu() {
        List<Setting> settings = List.of(new Setting("lower", 1.0 / 8), new Setting("upper", 1.0 / 3));
        Expr x = Expr.input(0);
        Expr lower = Expr.param(0);
        Expr upper = Expr.param(1);
        Expr usual = x.gt(0, x, x.times(lower.plus(upper).times(0.5)));
        Expr noisy = x.gt(0, x, x.times(lower.plus(upper.minus(lower).times(Expr.input(1)))));
        return new Activation("rrelu", new Pointwise(usual, Optional.of(noisy)), settings, Facts.NONE);
    }

    private static Activation gated(String name, UnaryOperator<Expr> gate) {
        return Activation.rowwise(name, x -> Rows.gated(name, x, g -> g.map(gate)), 0.5);
    }

    private static Facts gate(String text) {
        return Facts.NONE
                .definition("a * " + text + "(b), a and b the halves of a row")
                .ranges("(-∞, ∞)", "(-∞, ∞)")
                .note("Rows become half as long.");
    }
}
