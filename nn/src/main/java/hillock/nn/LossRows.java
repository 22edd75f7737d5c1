package hillock.nn;

import hillock.nn.Entry.Kind;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.function.Function;

/// The rows of [Losses]: what a text can name. `a` is the prediction and `t` the target.
final class LossRows {
    private static final double NO_CLASS = -100;
    private static final Argument IGNORED =
            new Argument("ignore_index", NO_CLASS).within(-1e9, 1e9).asWhole();
    private static final Argument WEIGHT =
            Argument.open("weight", "1 each").within(0, 1e9).orList();

    static final List<Row<Loss>> ALL = List.of(
            row(
                    "mse",
                    "(a - t) ^ 2",
                    facts("MSELoss")
                            .keras("MeanSquaredError")
                            .jax("optax.squared_error")
                            .advice("numbers: the answer is the mean", "targets with outliers: they rule it"),
                    _ -> Loss.MSE),
            row(
                    "l1",
                    "|a - t|",
                    facts("L1Loss")
                            .keras("MeanAbsoluteError")
                            .advice(
                                    "numbers with outliers: the answer is the median",
                                    "fine fits: its slope never gets small"),
                    _ -> Losses.l1()),
            row(
                    "smooth_l1",
                    "|a - t| < beta ? (a - t) ^ 2 / (2 beta) : |a - t| - beta / 2",
                    facts("SmoothL1Loss")
                            .source("Girshick 2015, arXiv 1504.08083")
                            .advice("as huber, which it is divided by beta", ""),
                    a -> Losses.smoothL1(a.number("beta")),
                    new Argument("beta", 1).within(0, 1e9)),
            row(
                    "huber",
                    "|a - t| <= delta ? (a - t) ^ 2 / 2 : delta (|a - t| - delta / 2)",
                    facts("HuberLoss")
                            .keras("Huber")
                            .jax("optax.huber_loss")
                            .source("Huber 1964")
                            .advice("numbers with some outliers: square near 0, straight beyond delta", ""),
                    a -> Losses.huber(a.number("delta")),
                    new Argument("delta", 1).above(0)),
            row(
                    "quantile",
                    "t > a ? q (t - a) : (1 - q) (a - t)",
                    Facts.NONE
                            .source("Koenker, Bassett 1978")
                            .advice("the number that a share q of the targets lies below", ""),
                    a -> Losses.quantile(a.number("q")),
                    new Argument("q", 0.5).between(0, 1)),
            row(
                    "bce",
                    "-t log(a) - (1 - t) log(1 - a)",
                    facts("BCELoss")
                            .keras("BinaryCrossentropy")
                            .note("Logarithms are at least -100, as in PyTorch; where one is cut off the slope is 0.")
                            .advice(
                                    "two classes where probabilities are all there is",
                                    "logits: bce_with_logits is exact"),
                    _ -> Losses.bce()),
            row(
                    "bce_with_logits",
                    "-pos_weight t log(sigmoid(a)) - (1 - t) log(1 - sigmoid(a))",
                    facts("BCEWithLogitsLoss")
                            .keras("BinaryCrossentropy(from_logits=True)")
                            .jax("optax.sigmoid_binary_cross_entropy")
                            .advice(
                                    "two classes, or several labels at once; pos_weight above 1 for rare positives",
                                    ""),
                    a -> a.list("pos_weight").equals(List.of(1.0))
                            ? Loss.BCE_WITH_LOGITS
                            : Losses.bceWithLogits(tensor(a.list("pos_weight"))),
                    new Argument("pos_weight", 1).above(0).orList()),
            row(
                    "focal",
                    "bce_with_logits, times (1 - p) ^ gamma, p the probability of the target; times alpha for t = 1,"
                            + " 1 - alpha for t = 0",
                    Facts.NONE
                            .keras("BinaryFocalCrossentropy(from_logits=True)")
                            .jax("optax.sigmoid_focal_loss")
                            .source("Lin et al. 2017, arXiv 1708.02002")
                            .advice(
                                    "two classes, one of them rare and most rows easy",
                                    "probabilities that are to be trusted"),
                    a -> Losses.focal(a.number("alpha"), a.number("gamma")),
                    new Argument("alpha", 0.25).within(0, 1),
                    new Argument("gamma", 2).within(0, 1e9)),
            row(
                    "cross_entropy",
                    "-weight[t] log(softmax(a)[t]); the mean is that of the weights",
                    facts("CrossEntropyLoss")
                            .keras("SparseCategoricalCrossentropy(from_logits=True)")
                            .jax("optax.softmax_cross_entropy_with_integer_labels")
                            .note("Targets are class numbers, or probabilities of the logits' shape.")
                            .advice("several classes; weight, one number for each class, for rare ones", ""),
                    LossRows::crossEntropy,
                    new Argument("label_smoothing", 0).within(0, 1),
                    IGNORED,
                    WEIGHT),
            row(
                    "nll",
                    "-weight[t] a[t]",
                    facts("NLLLoss").advice("log-probabilities, as log_softmax gives", "logits: take cross_entropy"),
                    a -> Losses.nll(tensor(a.list("weight")), a.whole("ignore_index")),
                    IGNORED,
                    WEIGHT),
            row(
                    "kl_div",
                    "t (log(t) - a)",
                    facts("KLDivLoss")
                            .jax("optax.kl_divergence")
                            .note("a are log-probabilities; keras.losses.KLDivergence takes probabilities.")
                            .advice("learning another network's probabilities", ""),
                    a -> Losses.klDiv(a.is("log_target")),
                    new Argument("log_target", 0).yesOrNo()),
            row(
                    "poisson_nll",
                    "exp(a) - t a; with log_input = 0: a - t log(a + eps)",
                    facts("PoissonNLLLoss")
                            .note("keras.losses.Poisson takes rates, as log_input=0, and has eps 1e-7.")
                            .advice("counts: a is the logarithm of the rate", ""),
                    a -> Losses.poissonNll(a.is("log_input"), a.is("full"), a.number("eps")),
                    new Argument("log_input", 1).yesOrNo(),
                    new Argument("full", 0).yesOrNo(),
                    new Argument("eps", 1e-8).within(0, 1)),
            row(
                    "hinge",
                    "max(0, 1 - t a)",
                    Facts.NONE
                            .keras("Hinge")
                            .jax("optax.hinge_loss")
                            .source("Cortes, Vapnik 1995")
                            .note("Targets are -1 and 1.")
                            .advice("two classes with a wide margin, as a support vector machine", "probabilities"),
                    _ -> Losses.hinge()),
            row(
                    "squared_hinge",
                    "max(0, 1 - t a) ^ 2",
                    Facts.NONE
                            .keras("SquaredHinge")
                            .note("Targets are -1 and 1.")
                            .advice("as hinge, but smooth", "rows with wrong labels: they rule it"),
                    _ -> Losses.squaredHinge()),
            row(
                    "hinge_embedding",
                    "t = 1 ? a : max(0, margin - a)",
                    facts("HingeEmbeddingLoss")
                            .note("Targets are -1 and 1.")
                            .advice("distances of pairs: near for 1, farther than margin for -1", ""),
                    a -> Losses.hingeEmbedding(a.number("margin")),
                    new Argument("margin", 1)),
            row(
                    "soft_margin",
                    "log(1 + exp(-t a))",
                    facts("SoftMarginLoss")
                            .note("Targets are -1 and 1.")
                            .advice("two classes: bce_with_logits in another writing", ""),
                    _ -> Losses.softMargin()),
            row(
                    "multi_margin",
                    "sum over the other classes i of weight[t] max(0, margin - a[t] + a[i]) ^ p / classes",
                    facts("MultiMarginLoss")
                            .source("Crammer, Singer 2001")
                            .advice("several classes with a margin between them", "probabilities"),
                    a -> Losses.multiMargin(a.number("p"), a.number("margin"), tensor(a.list("weight"))),
                    new Argument("p", 1).within(1, 2).asWhole(),
                    new Argument("margin", 1),
                    WEIGHT));

    private LossRows() {}

    private static Row<Loss> row(
            String name, String formula, Facts facts, Function<Arguments, Loss> make, Argument... arguments) {
        return new Row<>(new Entry(Kind.LOSS, name, List.of(arguments), facts.definition(formula)), make);
    }

    private static Facts facts(String torch) {
        return Facts.NONE.pytorch("nn." + torch);
    }

    private static Loss crossEntropy(Arguments a) {
        double smoothing = a.number("label_smoothing");
        boolean plain = smoothing == 0 && a.number("ignore_index") == NO_CLASS && !a.has("weight");
        return plain
                ? Loss.CROSS_ENTROPY
                : Losses.crossEntropy(tensor(a.list("weight")), smoothing, a.whole("ignore_index"));
    }

    /// Null for no numbers.
    private static Tensor tensor(List<Double> numbers) {
        if (numbers.isEmpty()) return null;
        return Tensor.of(numbers.stream().mapToDouble(Double::doubleValue).toArray());
    }
}
