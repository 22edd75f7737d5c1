package hillock.nn;

import java.util.Arrays;
import java.util.function.IntToDoubleFunction;

/// How the learning rate changes: a factor for each epoch (or step, as you count) from 0 on. A
/// function and nothing else: what it is for an epoch does not depend on what was asked before.
/// Names, numbers and values are those of
/// [torch.optim.lr_scheduler](https://pytorch.org/docs/stable/optim.html#how-to-adjust-learning-rate), with rates given
/// as multiples of the optimizer's.
///
/// ```java
/// Schedule schedule = Schedule.linear(0.1, 1, 5).then(5, Schedule.cosine(95, 0));
/// run.step(loss.gradients(), schedule.factor(epoch));
/// ```
@FunctionalInterface
public interface Schedule {
    /// What the learning rate is multiplied by in that epoch, counted from 0.
    double factor(int epoch);

    /// `factor` in the first epochs, then 1. As ConstantLR.
    static Schedule constant(double factor, int totalIters) {
        return epoch -> epoch < totalIters ? factor : 1;
    }

    /// Times gamma every so many epochs. As StepLR.
    static Schedule step(int stepSize, double gamma) {
        return epoch -> {
            int falls = epoch / stepSize;
            return StrictMath.pow(gamma, falls);
        };
    }

    /// Times gamma at each of these epochs. As MultiStepLR.
    static Schedule multiStep(double gamma, int... milestones) {
        int[] at = milestones.clone();
        return epoch -> StrictMath.pow(
                gamma, (double) Arrays.stream(at).filter(m -> m <= epoch).count());
    }

    /// `gamma^epoch`. As ExponentialLR.
    static Schedule exponential(double gamma) {
        return epoch -> StrictMath.pow(gamma, epoch);
    }

    /// `(1 - epoch / totalIters)^power` down to 0. As PolynomialLR.
    static Schedule polynomial(int totalIters, double power) {
        return epoch -> StrictMath.pow(1 - Math.min(epoch, totalIters) / (double) totalIters, power);
    }

    /// From the first factor to the second along a line, then the second: a warm-up. As LinearLR.
    static Schedule linear(double startFactor, double endFactor, int totalIters) {
        return epoch -> startFactor + (endFactor - startFactor) * Math.min(epoch, totalIters) / totalIters;
    }

    /// From 1 to the least factor in tMax epochs along half a cosine, and back. As CosineAnnealingLR.
    static Schedule cosine(int tMax, double least) {
        return epoch -> fall(1, least, epoch / (double) tMax);
    }

    /// Cosines from 1 to the least factor one after the other: the first takes t0 epochs, each
    /// next one tMult times as many. As CosineAnnealingWarmRestarts.
    static Schedule cosineWarmRestarts(int t0, int tMult, double least) {
        return epoch -> {
            int length = t0;
            int left = epoch;
            while (left >= length) {
                left -= length;
                length *= tMult;
            }
            return fall(1, least, left / (double) length);
        };
    }

    /// From 1 / 25 up to 1 along a cosine in the first 30 % of the epochs, then down to 4·10⁻⁶:
    /// the rate of the optimizer is the highest one. As OneCycleLR.
    static Schedule oneCycle(int totalSteps) {
        return oneCycle(totalSteps, 0.3, 25, 1e4, false, false);
    }

    /// The same with its numbers.
    ///
    /// @param pctStart the share of the epochs in which the rate rises
    /// @param divFactor how many times smaller than the highest the first rate is
    /// @param finalDivFactor how many times smaller than the first the last rate is
    /// @param linear along lines instead of cosines
    /// @param threePhase falls as it rose, then on to the last rate
    static Schedule oneCycle(
            int totalSteps,
            double pctStart,
            double divFactor,
            double finalDivFactor,
            boolean linear,
            boolean threePhase) {
        double first = 1 / divFactor;
        double last = first / finalDivFactor;
        double top = pctStart * totalSteps - 1;
        double second = threePhase ? 2 * pctStart * totalSteps - 2 : totalSteps - 1;
        return epoch -> {
            if (epoch <= top && top > 0) return between(first, 1, epoch / top, linear);
            if (epoch <= second) {
                return between(1, threePhase ? first : last, (epoch - top) / (second - top), linear);
            }
            return between(first, last, Math.min(1, (epoch - second) / (totalSteps - 1 - second)), linear);
        };
    }

    /// Up from one factor to another and down again, on and on. As CyclicLR.
    ///
    /// @param decay what the height is multiplied by, given the cycle and the epoch from 0 on: 1
    ///     for PyTorch's mode
    ///     "triangular", `0.5^cycle` for "triangular2", `gamma^epoch` for "exp_range"
    static Schedule cyclic(double low, double high, int stepSizeUp, int stepSizeDown, Height decay) {
        int total = stepSizeUp + stepSizeDown;
        return epoch -> {
            int cycle = epoch / total;
            int inside = epoch % total;
            double up = inside <= stepSizeUp ? inside / (double) stepSizeUp : (total - inside) / (double) stepSizeDown;
            return low + (high - low) * up * decay.of(cycle, epoch);
        };
    }

    /// The height of a cycle.
    interface Height {
        /// A factor for the cycle and the epoch, both from 0 on.
        double of(int cycle, int epoch);
    }

    /// The product of `factor(1)` to `factor(epoch)`. As MultiplicativeLR.
    static Schedule multiplicative(IntToDoubleFunction factor) {
        return epoch -> {
            double product = 1;
            for (int e = 1; e <= epoch; e++) product *= factor.applyAsDouble(e);
            return product;
        };
    }

    /// This one for so many epochs, then the other from its beginning. As SequentialLR.
    default Schedule then(int epochs, Schedule next) {
        return epoch -> epoch < epochs ? factor(epoch) : next.factor(epoch - epochs);
    }

    /// Both at once. As ChainedScheduler.
    default Schedule times(Schedule other) {
        return epoch -> factor(epoch) * other.factor(epoch);
    }

    private static double between(double from, double to, double share, boolean linear) {
        return linear ? from + (to - from) * share : fall(from, to, share);
    }

    /// Along half a cosine.
    private static double fall(double from, double to, double share) {
        return to + (from - to) / 2 * (1 + StrictMath.cos(Math.PI * share));
    }
}
