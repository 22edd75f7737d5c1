package hillock.nn;

import hillock.expr.Expr;
import hillock.tensor.Tensor;
import java.util.Objects;
import java.util.function.BinaryOperator;

/// How wrong predictions are: a number to make small.
///
/// ```java
/// Tensor loss = Loss.MSE.apply(net.apply(x), y);
/// Gradients g = loss.gradients();
/// ```
///
/// Losses for classes take *logits*, what the last linear layer says, not probabilities: float32 cannot hold a
/// probability closer to 1 than 6·10⁻⁸, and its logarithm and gradient would be lost.
///
/// @param each the loss of each example (or number), before the reduction
/// @param divisor what the sum of the losses is divided by for the mean, where that is not their number; else null
public record Loss(String name, BinaryOperator<Tensor> each, Reduction reduction, BinaryOperator<Tensor> divisor) {
    /// A loss whose mean is the usual one.
    public Loss(String name, BinaryOperator<Tensor> each, Reduction reduction) {
        this(name, each, reduction, null);
    }

    /// What becomes of the single losses.
    public enum Reduction {
        NONE,
        SUM,
        MEAN
    }

    /// Mean squared error `(prediction - target)²`, for equal shapes. As
    /// [torch.nn.MSELoss](https://pytorch.org/docs/stable/generated/torch.nn.MSELoss.html).
    public static final Loss MSE = new Loss("mse", Loss::squaredErrors, Reduction.MEAN);

    /// Binary cross-entropy `-t log σ(z) - (1 - t) log(1 - σ(z))` of logits z and targets t in [0, 1] of
    /// equal shapes. As
    /// [torch.nn.BCEWithLogitsLoss](https://pytorch.org/docs/stable/generated/torch.nn.BCEWithLogitsLoss.html).
    public static final Loss BCE_WITH_LOGITS = new Loss("bce_with_logits", Loss::binaryCrossEntropies, Reduction.MEAN);

    /// Cross-entropy `-log softmax(z)[target]` of logits `[n, classes]`; targets are class numbers `[n]`,
    /// or probabilities `[n, classes]`. As
    /// [torch.nn.CrossEntropyLoss](https://pytorch.org/docs/stable/generated/torch.nn.CrossEntropyLoss.html).
    public static final Loss CROSS_ENTROPY = new Loss("cross_entropy", Loss::crossEntropies, Reduction.MEAN);

    /// Binary cross-entropy of a logit and its target.
    static final Expr LOGISTIC = binaryCrossEntropy(Expr.input(0), Expr.input(1));

    /// As any record, but by code that needs not be made when a program starts.
    @Override
    public boolean equals(Object other) {
        return this == other
                || (other instanceof Loss l
                        && name.equals(l.name)
                        && each.equals(l.each)
                        && reduction == l.reduction
                        && Objects.equals(divisor, l.divisor));
    }

    @Override
    public int hashCode() {
        return Objects.hash(name, each, reduction, divisor);
    }

    /// The same loss with another reduction.
    public Loss with(Reduction other) {
        return new Loss(name, each, other, divisor);
    }

    /// The loss of predictions for targets.
    public Tensor apply(Tensor prediction, Tensor target) {
        Tensor losses = each.apply(prediction, target);
        return switch (reduction) {
            case NONE -> losses;
            case SUM -> losses.sum();
            case MEAN -> divisor == null ? losses.mean() : losses.sum().div(divisor.apply(prediction, target));
        };
    }

    private static Tensor squaredErrors(Tensor prediction, Tensor target) {
        checkEqual("mse", prediction, target);
        Expr error = Expr.input(0).minus(Expr.input(1));
        return Tensor.pointwise(error.square(), prediction, target);
    }

    private static Tensor binaryCrossEntropies(Tensor logits, Tensor target) {
        checkEqual("bce_with_logits", logits, target);
        return Tensor.pointwise(LOGISTIC, logits, target);
    }

    /// For z > 0 `(1 - t) z + log1p(exp(-z))`, else `log1p(exp(z)) - t z`: the two are equal, and each is
    /// exact and smooth on its side.
    private static Expr binaryCrossEntropy(Expr z, Expr t) {
        Expr above = z.minus(z.times(t)).plus(z.unaryMinus().exp().log1p());
        Expr below = z.exp().log1p().minus(z.times(t));
        return z.gt(0, above, below);
    }

    private static Tensor crossEntropies(Tensor logits, Tensor target) {
        Tensor logProbabilities = logits.logSoftmax(-1);
        if (target.shape().equals(logits.shape())) {
            return logProbabilities.times(target).sum(-1).unaryMinus();
        }
        boolean fits = logits.shape().rank() == 2
                && target.shape().rank() == 1
                && target.shape().dim(0) == logits.shape().dim(0);
        if (!fits) {
            throw new IllegalArgumentException("cross_entropy needs logits [n, classes] and class numbers [n] or"
                    + " probabilities [n, classes], not " + logits.shape() + " and " + target.shape());
        }
        return logProbabilities.gather(1, target.unsqueeze(1)).squeeze(1).unaryMinus();
    }

    static void checkEqual(String name, Tensor prediction, Tensor target) {
        if (!prediction.shape().equals(target.shape())) {
            throw new IllegalArgumentException(name + " needs predictions and targets of equal shape, not "
                    + prediction.shape() + " and " + target.shape());
        }
    }
}
