package hillock.nn;

import hillock.expr.Expr;
import java.util.List;

/// The catalogue of activations, one row each, with PyTorch's names, defaults and values at every kink.
public final class Activations {
    public static final Activation IDENTITY = Activation.pointwise("identity", x -> x)
            .with(Facts.NONE
                    .ranges("(-∞, ∞)", "[1, 1]")
                    .gain(1)
                    .onnx("Identity")
                    .advice(
                            "the output layer of a regression: any number can come out",
                            "hidden layers: linear layers in a row are just one linear layer"));

    public static final Activation SIGMOID = Activation.pointwise("sigmoid", Expr::sigmoid)
            .with(Facts.NONE
                    .definition("1 / (1 + exp(-x))")
                    .ranges("(0, 1)", "(0, 0.25]")
                    .gain(1)
                    .onnx("Sigmoid")
                    .advice(
                            "the output layer for two classes: a probability",
                            "hidden layers: it is flat outside (-6, 6), works best in (-3, 3), and its derivative is at"
                                    + " most 0.25, so the first layers of a deep network hardly learn"));

    public static final Activation TANH = Activation.pointwise("tanh", Expr::tanh)
            .with(Facts.NONE
                    .definition("(exp(x) - exp(-x)) / (exp(x) + exp(-x))")
                    .ranges("(-1, 1)", "(0, 1]")
                    .gain(5.0 / 3)
                    .onnx("Tanh")
                    .advice(
                            "hidden layers of small or smooth networks: symmetric about 0, it converges faster than"
                                    + " sigmoid",
                            "deep networks: flat beyond ±3, gradients vanish there"));

    public static final Activation RELU = Activation.pointwise("relu", x -> x.max(0))
            .with(Facts.NONE
                    .ranges("[0, ∞)", "[0, 1]")
                    .onnx("Relu")
                    .advice(
                            "hidden layers, first choice: cheap, and the gradient stays whole for x > 0",
                            "when many units die, that is output 0 for every input: try leaky_relu, a lower learning"
                                    + " rate or He initialisation"));

    public static final Activation LEAKY_RELU = Activation.pointwise(
                    "leaky_relu", (x, slope) -> x.gt(0, x, x.times(slope)), "negative_slope", 0.01)
            .with(Facts.NONE
                    .ranges("(-∞, ∞)", "[0.01, 1]")
                    .onnx("LeakyRelu")
                    .advice(
                            "hidden layers in which ReLU units die: a small gradient is left for x < 0",
                            "when ReLU works: it brings little then"));

    public static final Activation SOFTMAX = Activation.rowwise("softmax", x -> x.softmax(-1))
            .with(
                    Facts.NONE
                            .definition("exp(x[i]) / sum(exp(x))")
                            .ranges("(0, 1)", "[-0.25, 0.25]")
                            .gain(1)
                            .onnx("Softmax")
                            .advice(
                                    "the output layer for many classes: probabilities that sum to 1",
                                    "hidden layers; and in front of a loss on logits such as cross_entropy, which contains it"));

    public static final Activation LOG_SOFTMAX = Activation.rowwise("log_softmax", x -> x.logSoftmax(-1))
            .with(Facts.NONE
                    .definition("x[i] - log(sum(exp(x)))")
                    .ranges("(-∞, 0)", "(-1, 1)")
                    .gain(1)
                    .onnx("LogSoftmax")
                    .advice(
                            "log-probabilities of many classes: exact where log(softmax(x)) would be log(0)",
                            "hidden layers"));

    private static final List<Activation> ALL =
            List.of(IDENTITY, SIGMOID, TANH, RELU, LEAKY_RELU, SOFTMAX, LOG_SOFTMAX);

    private Activations() {}

    /// All of them, in the order in which they are taught.
    public static List<Activation> all() {
        return ALL;
    }

    /// The activation of that name with its default settings.
    ///
    /// @throws hillock.data.BadInput if there is none
    public static Activation named(String name) {
        return ALL.stream()
                .filter(a -> a.name().equals(name))
                .findFirst()
                .orElseThrow(() -> Call.unknownName(
                        "activation", name, ALL.stream().map(Activation::name).toList()));
    }
}
