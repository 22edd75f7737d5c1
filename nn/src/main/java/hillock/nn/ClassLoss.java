package hillock.nn;

import hillock.expr.Expr;
import hillock.tensor.Tensor;
import java.util.stream.IntStream;

/// Losses of exclusive classes, of logits or log-probabilities `[n, classes, …]`.
///
/// @param weight of each class; null for 1
/// @param ignored the class number of examples that do not count
/// @param logits whether they become log-probabilities first
record ClassLoss(String name, Tensor weight, double smoothing, int ignored, boolean logits) {
    /// The loss of each example: of the targets' shape, or of the logits' without the classes.
    Tensor each(Tensor x, Tensor target) {
        check(x, target);
        Tensor rows = rows(x);
        Tensor logs = logits ? rows.logSoftmax(-1) : rows;
        Tensor weighted = weight == null ? logs : logs.times(weight);
        int classes = rows.shape().dim(1);
        int[] kept = IntStream.range(0, x.shape().rank())
                .filter(d -> d != 1)
                .map(d -> x.shape().dim(d))
                .toArray();
        Tensor spread = weighted.sum(-1).times(-smoothing / classes);
        if (isShares(x, target)) {
            Tensor own = weighted.times(rows(target)).sum(-1).times(smoothing - 1);
            return own.plus(spread).reshape(kept);
        }
        Tensor counts = counts(target);
        Tensor own = weighted.gather(1, index(target)).squeeze(1).times(smoothing - 1);
        return (smoothing == 0 ? own : own.plus(spread)).times(counts).reshape(kept);
    }

    /// What the sum is divided by for the mean: the weights of the targets that count, or the examples.
    Tensor divisor(Tensor x, Tensor target) {
        if (isShares(x, target)) {
            return Tensor.scalar((double) x.shape().size() / x.shape().dim(1));
        }
        Tensor counts = counts(target);
        return weight == null
                ? counts.sum()
                : weightOf(weight, rows(x), index(target)).times(counts).sum();
    }

    /// The weight of each row's class.
    static Tensor weightOf(Tensor weight, Tensor rows, Tensor index) {
        return Tensor.ones(rows.shape().dims()).times(weight).gather(1, index).squeeze(1);
    }

    private static boolean isShares(Tensor x, Tensor target) {
        return target.shape().equals(x.shape());
    }

    private void check(Tensor x, Tensor target) {
        int[] dims = x.shape().dims();
        boolean fits = dims.length >= 2
                && target.shape().rank() == dims.length - 1
                && target.shape().dim(0) == dims[0]
                && IntStream.range(2, dims.length).allMatch(d -> target.shape().dim(d - 1) == dims[d]);
        if (!fits && !(logits && dims.length >= 2 && isShares(x, target))) {
            throw new IllegalArgumentException(name + " needs " + (logits ? "logits" : "log-probabilities")
                    + " [n, classes] and class numbers [n]" + (logits ? " or probabilities [n, classes]" : "")
                    + ", not "
                    + x.shape() + " and " + target.shape());
        }
    }

    /// The classes last, all else one after the other.
    private static Tensor rows(Tensor x) {
        int rank = x.shape().rank();
        if (rank == 2) return x;
        int[] order = IntStream.range(0, rank)
                .map(d -> d == 0 ? 0 : d == rank - 1 ? 1 : d + 1)
                .toArray();
        return x.permute(order).reshape(-1, x.shape().dim(1));
    }

    /// 1 for the targets that count, else 0.
    private Tensor counts(Tensor target) {
        return target.reshape(-1).map(t -> t.minus(ignored).abs().gt(0.5, Expr.constant(1), Expr.constant(0)));
    }

    /// The class numbers, with 0 for those that do not count.
    private Tensor index(Tensor target) {
        return target.reshape(-1)
                .map(t -> t.minus(ignored).abs().gt(0.5, t, Expr.constant(0)))
                .unsqueeze(1);
    }
}
