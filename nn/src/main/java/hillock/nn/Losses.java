package hillock.nn;

import hillock.expr.Expr;
import hillock.nn.Entry.Kind;
import hillock.tensor.Tensor;
import java.util.List;

/// The catalogue of losses: each PyTorch's, with its name, defaults and values. Those of a
/// prediction and a target of equal shape are a formula; the others say their shapes.
///
/// ```java
/// Loss huber = Losses.parse("huber(delta=0.5)");
/// Loss rare = Losses.crossEntropy(Tensor.of(1, 1, 5), 0.1, -100);
/// Tensor triplet = Losses.tripletMargin(anchor, positive, negative, 1, 2, false).mean();
/// ```
public final class Losses {
    private static final Expr A = Expr.input(0);
    private static final Expr T = Expr.input(1);
    private static final Expr ONE = Expr.constant(1);
    private static final Expr ZERO = Expr.constant(0);

    private Losses() {}

    /// What there is to say about those of a prediction and a target.
    public static List<Entry> all() {
        return LossRows.ALL.stream().map(Row::entry).toList();
    }

    /// The names of the losses of a prediction and a target.
    public static List<String> names() {
        return LossRows.ALL.stream().map(Row::name).toList();
    }

    /// The loss that a text names, with the mean as its reduction: `l1`, or with settings
    /// `huber(delta=0.5)` or `cross_entropy:weight=[1, 1, 5]`.
    ///
    /// @throws hillock.data.BadInput if there is none of that name, or a setting is unknown or not allowed
    public static Loss parse(String text) {
        ProgramEntries.refuse(Kind.LOSS, text);
        return Row.parse(text, LossRows.ALL);
    }

    /// The numbers that a text gives to a setting of its loss; none if it leaves it out.
    public static List<Double> chosen(String text, String setting) {
        return Call.parse(text).settings().getOrDefault(setting, List.of());
    }

    private static Loss elementwise(String name, Expr formula) {
        return new Loss(
                name,
                (prediction, target) -> {
                    Loss.checkEqual(name, prediction, target);
                    return Tensor.pointwise(formula, prediction, target);
                },
                Loss.Reduction.MEAN);
    }

    /// `|a - t|`. As [torch.nn.L1Loss](https://pytorch.org/docs/stable/generated/torch.nn.L1Loss.html).
    public static Loss l1() {
        return elementwise("l1", A.minus(T).abs());
    }

    /// `½ d² / beta` for d = |a - t| below beta, else `d - beta / 2`. As
    /// [torch.nn.SmoothL1Loss](https://pytorch.org/docs/stable/generated/torch.nn.SmoothL1Loss.html).
    public static Loss smoothL1(double beta) {
        Expr d = A.minus(T).abs();
        Expr near = d.square().times(0.5 / Math.max(beta, Double.MIN_NORMAL));
        return elementwise("smooth_l1", beta == 0 ? d : Expr.constant(beta).gt(d, near, d.minus(beta / 2)));
    }

    /// `½ d²` for d = |a - t| up to delta, else `delta (d - delta / 2)`. As
    /// [torch.nn.HuberLoss](https://pytorch.org/docs/stable/generated/torch.nn.HuberLoss.html).
    public static Loss huber(double delta) {
        Expr d = A.minus(T).abs();
        return elementwise(
                "huber", d.gt(delta, d.minus(delta / 2).times(delta), d.square().times(0.5)));
    }

    /// The pinball loss, whose least is at the quantile q: `q (t - a)` where the target is larger, else
    /// `(1 - q) (a - t)`. Source: Koenker, Bassett 1978.
    public static Loss quantile(double q) {
        Expr d = T.minus(A);
        return elementwise("quantile", d.gt(0, d.times(q), d.times(q - 1)));
    }

    /// Binary cross-entropy of probabilities; logarithms are at least -100. Prefer
    /// [Loss#BCE_WITH_LOGITS]. As
    /// [torch.nn.BCELoss](https://pytorch.org/docs/stable/generated/torch.nn.BCELoss.html), but
    /// with slope 0 where a logarithm is cut off.
    public static Loss bce() {
        Expr yes = T.times(A.log().max(-100));
        Expr no = ONE.minus(T).times(A.unaryMinus().log1p().max(-100));
        return elementwise("bce", yes.plus(no).unaryMinus());
    }

    /// [Loss#BCE_WITH_LOGITS] in which the term of target 1 counts so many times: for rare positives.
    ///
    /// @param posWeight a number for each column, or one for all
    public static Loss bceWithLogits(Tensor posWeight) {
        Expr weight = ONE.plus(Expr.input(2).minus(1).times(T));
        Expr left = ONE.minus(T).times(A);
        Expr above = left.plus(weight.times(A.unaryMinus().exp().log1p()));
        Expr below = left.plus(weight.times(A.exp().log1p().minus(A)));
        Expr formula = A.gt(0, above, below);
        return new Loss(
                "bce_with_logits",
                (prediction, target) -> {
                    Loss.checkEqual("bce_with_logits", prediction, target);
                    return Tensor.pointwise(formula, prediction, target, posWeight);
                },
                Loss.Reduction.MEAN);
    }

    /// Binary cross-entropy of logits in which what is already right counts less: times `(1 -
    /// pₜ)^gamma`, pₜ the probability of the target, and alpha for target 1, 1 - alpha for 0.
    /// Source: Lin et al. 2017, arXiv 1708.02002.
    public static Loss focal(double alpha, double gamma) {
        Expr p = A.sigmoid();
        Expr right = p.times(T).plus(ONE.minus(p).times(ONE.minus(T)));
        Expr balance = T.times(alpha).plus(ONE.minus(T).times(1 - alpha));
        Expr focus = ONE.minus(right).pow(gamma);
        return elementwise("focal", Loss.LOGISTIC.times(focus).times(balance));
    }

    /// `t (log t - a)` of log-probabilities a; with `logTarget` of log-probabilities t, too. As
    /// [torch.nn.KLDivLoss](https://pytorch.org/docs/stable/generated/torch.nn.KLDivLoss.html), whose
    /// "batchmean" is
    /// the sum by the number of rows.
    public static Loss klDiv(boolean logTarget) {
        Expr formula =
                logTarget ? T.exp().times(T.minus(A)) : T.gt(0, T.times(T.log().minus(A)), ZERO);
        return elementwise("kl_div", formula);
    }

    /// `exp(a) - t a` of logarithms of rates, or of rates `a - t log(a + eps)`; `full` adds
    /// Stirling's approximation of log t!. As
    /// [torch.nn.PoissonNLLLoss](https://pytorch.org/docs/stable/generated/torch.nn.PoissonNLLLoss.html).
    public static Loss poissonNll(boolean logInput, boolean full, double eps) {
        Expr formula = logInput
                ? A.exp().minus(T.times(A))
                : A.minus(T.times(A.plus(eps).log()));
        Expr stirling =
                T.times(T.log()).minus(T).plus(T.times(2 * Math.PI).log().times(0.5));
        return elementwise("poisson_nll", full ? formula.plus(T.gt(1, stirling, ZERO)) : formula);
    }

    /// `max(0, 1 - t a)` for targets -1 and 1.
    public static Loss hinge() {
        return elementwise("hinge", ONE.minus(T.times(A)).max(0));
    }

    /// `max(0, 1 - t a)²` for targets -1 and 1.
    public static Loss squaredHinge() {
        return elementwise("squared_hinge", ONE.minus(T.times(A)).max(0).square());
    }

    /// a for target 1, `max(0, margin - a)` for -1. As
    /// [torch.nn.HingeEmbeddingLoss](https://pytorch.org/docs/stable/generated/torch.nn.HingeEmbeddingLoss.html).
    public static Loss hingeEmbedding(double margin) {
        return elementwise(
                "hinge_embedding", T.gt(0, A, Expr.constant(margin).minus(A).max(0)));
    }

    /// `log(1 + exp(-t a))` for targets -1 and 1. As
    /// [torch.nn.SoftMarginLoss](https://pytorch.org/docs/stable/generated/torch.nn.SoftMarginLoss.html).
    public static Loss softMargin() {
        Expr z = T.times(A);
        return elementwise(
                "soft_margin",
                z.gt(0, z.unaryMinus().exp().log1p(), z.exp().log1p().minus(z)));
    }

    /// Cross-entropy of logits `[n, classes, …]` with class numbers `[n, …]`, or probabilities of
    /// the logits' shape. The mean is that of the weights. As
    /// [torch.nn.CrossEntropyLoss](https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html).
    ///
    /// @param weight of each class, `[classes]`; null for 1
    /// @param labelSmoothing what is taken from the target and spread over all classes
    /// @param ignoreIndex the class number of examples that do not count
    public static Loss crossEntropy(Tensor weight, double labelSmoothing, int ignoreIndex) {
        ClassLoss loss = new ClassLoss("cross_entropy", weight, labelSmoothing, ignoreIndex, true);
        return new Loss("cross_entropy", loss::each, Loss.Reduction.MEAN, loss::divisor);
    }

    /// `-weight[t] a[t]` of log-probabilities `[n, classes, …]` and class numbers `[n, …]`. As
    /// [torch.nn.NLLLoss](https://pytorch.org/docs/stable/generated/torch.nn.NLLLoss.html).
    ///
    /// @param weight of each class, `[classes]`; null for 1
    /// @param ignoreIndex the class number of examples that do not count
    public static Loss nll(Tensor weight, int ignoreIndex) {
        ClassLoss loss = new ClassLoss("nll", weight, 0, ignoreIndex, false);
        return new Loss("nll", loss::each, Loss.Reduction.MEAN, loss::divisor);
    }

    /// `Σ weight[t] max(0, margin - a[t] + a[i])^p / classes` over the other classes i, of `[n,
    /// classes]` and class numbers `[n]`. As
    /// [torch.nn.MultiMarginLoss](https://pytorch.org/docs/stable/generated/torch.nn.MultiMarginLoss.html).
    ///
    /// @param weight of each class, `[classes]`; null for 1
    public static Loss multiMargin(double p, double margin, Tensor weight) {
        Expr gap = Expr.constant(margin).minus(T).plus(A).max(0);
        Expr powered = p == 1 ? gap : p == 2 ? gap.square() : gap.pow(p);
        double own = StrictMath.pow(Math.max(0, margin), p);
        return new Loss(
                "multi_margin",
                (x, target) -> {
                    Tensor index = target.unsqueeze(1);
                    Tensor each = Tensor.pointwise(powered, x, x.gather(1, index));
                    Tensor losses = each.sum(-1).minus(own).div(x.shape().dim(1));
                    return weight == null ? losses : losses.times(ClassLoss.weightOf(weight, x, index));
                },
                Loss.Reduction.MEAN);
    }

    /// `½ (log v + (a - t)² / v)` with variances v of at least eps; `full` adds `½ log 2π`. Equal
    /// shapes, of which each number's loss comes back. As
    /// [torch.nn.GaussianNLLLoss](https://pytorch.org/docs/stable/generated/torch.nn.GaussianNLLLoss.html).
    public static Tensor gaussianNll(Tensor mean, Tensor target, Tensor variance, boolean full, double eps) {
        Loss.checkEqual("gaussian_nll", mean, target);
        Expr v = Expr.input(2);
        Expr formula = v.log().plus(A.minus(T).square().div(v)).times(0.5);
        double constant = full ? 0.5 * StrictMath.log(2 * Math.PI) : 0;
        // The bound passes gradients on, as in PyTorch: a variance below it can grow again.
        Tensor raised = variance.plus(variance.detach().map(x -> x.max(eps).minus(x)));
        return Tensor.pointwise(formula.plus(constant), mean, target, raised);
    }

    /// `1 - cos(a, b)` for target 1, `max(0, cos(a, b) - margin)` for -1, of rows `[n, d]` and
    /// targets `[n]`: the losses
    /// `[n]`. As
    /// [torch.nn.CosineEmbeddingLoss](https://pytorch.org/docs/stable/generated/torch.nn.CosineEmbeddingLoss.html).
    public static Tensor cosineEmbedding(Tensor a, Tensor b, Tensor target, double margin) {
        Loss.checkEqual("cosine_embedding", a, b);
        double eps = 1e-12;
        Tensor dot = a.times(b).sum(-1);
        Tensor squares = a.times(a).sum(-1).plus(eps).times(b.times(b).sum(-1).plus(eps));
        Expr cosine = A.div(T.sqrt());
        Expr formula =
                Expr.input(2).gt(0, ONE.minus(cosine), cosine.minus(margin).max(0));
        return Tensor.pointwise(formula, dot, squares, target);
    }

    /// `max(0, margin - t (a - b))`, of equal shapes: a should be larger where the target is 1,
    /// smaller for -1. As
    /// [torch.nn.MarginRankingLoss](https://pytorch.org/docs/stable/generated/torch.nn.MarginRankingLoss.html).
    public static Tensor marginRanking(Tensor a, Tensor b, Tensor target, double margin) {
        Loss.checkEqual("margin_ranking", a, b);
        Expr formula =
                Expr.constant(margin).minus(Expr.input(2).times(A.minus(T))).max(0);
        return Tensor.pointwise(formula, a, b, target);
    }

    /// `max(0, d(a, p) - d(a, n) + margin)` with the distance `(Σ |x - y +
    /// 1e-6|^power)^(1/power)`, of rows `[n, d]`: the losses `[n]`. As
    /// [torch.nn.TripletMarginLoss](https://pytorch.org/docs/stable/generated/torch.nn.TripletMarginLoss.html).
    ///
    /// @param swap whether the negative's distance from the positive counts where that is the smaller one
    public static Tensor tripletMargin(
            Tensor anchor, Tensor positive, Tensor negative, double margin, double power, boolean swap) {
        Loss.checkEqual("triplet_margin", anchor, positive);
        Loss.checkEqual("triplet_margin", anchor, negative);
        Tensor near = distance(anchor, positive, power);
        Tensor far = distance(anchor, negative, power);
        if (swap) far = Tensor.pointwise(A.min(T), far, distance(positive, negative, power));
        return Tensor.pointwise(A.minus(T).plus(margin).max(0), near, far);
    }

    private static Tensor distance(Tensor x, Tensor y, double power) {
        return Tensor.pointwise(A.minus(T).plus(1e-6), x, y).norm(power, -1);
    }
}
