package hillock.tabular;

import java.util.Optional;

/// What a [Recipe] says about how the loss goes down, beside the optimizer and its rate. All of it
/// may be left open.
///
/// ```java
/// Recipe recipe = Recipe.DEFAULT.descent(Descent.OPEN.loss("huber(delta=0.5)").clipNorm(1));
/// ```
///
/// @param loss as [hillock.nn.Losses#parse] reads it, one that suits the task; of numbers in
///     deviations of the target. Where a few numbers lie far from all others, one that does not square
///     errors is in deviations of the middle half
/// @param schedule of the learning rate, as [hillock.nn.Schedules#parse] reads it
/// @param weightDecay of matrices, in place of the optimizer's
/// @param clipNorm the most that the Euclidean norm of all gradients together may be
/// @param clipValue the most that each number of the gradients may be
/// @param averaging the decay, from 0 to below 1, of a running average of the weights, which is
///     judged and kept in their place
public record Descent(
        Optional<String> loss,
        Optional<String> schedule,
        Optional<Double> weightDecay,
        Optional<Double> clipNorm,
        Optional<Double> clipValue,
        Optional<Double> averaging) {
    /// Nothing is said.
    public static final Descent OPEN = new Descent(
            Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty());

    public Descent {
        weightDecay.ifPresent(d -> check(d >= 0 && Double.isFinite(d), "weight decay must be 0 or more", d));
        clipNorm.ifPresent(most -> check(most > 0, "the norm of gradients must be allowed more than 0", most));
        clipValue.ifPresent(most -> check(most > 0, "gradients must be allowed more than 0", most));
        averaging.ifPresent(d -> check(d >= 0 && d < 1, "an average needs a decay from 0 to below 1", d));
    }

    private static void check(boolean fits, String rule, double number) {
        if (!fits) throw new IllegalArgumentException(rule + ", not " + number);
    }

    /// The same once the optimizer has the weight decay.
    Descent decayed() {
        return new Descent(loss, schedule, Optional.empty(), clipNorm, clipValue, averaging);
    }

    public Descent loss(String text) {
        return new Descent(Optional.of(text), schedule, weightDecay, clipNorm, clipValue, averaging);
    }

    public Descent schedule(String text) {
        return new Descent(loss, Optional.of(text), weightDecay, clipNorm, clipValue, averaging);
    }

    public Descent weightDecay(double decay) {
        return new Descent(loss, schedule, Optional.of(decay), clipNorm, clipValue, averaging);
    }

    public Descent clipNorm(double most) {
        return new Descent(loss, schedule, weightDecay, Optional.of(most), clipValue, averaging);
    }

    public Descent clipValue(double most) {
        return new Descent(loss, schedule, weightDecay, clipNorm, Optional.of(most), averaging);
    }

    public Descent averaging(double decay) {
        return new Descent(loss, schedule, weightDecay, clipNorm, clipValue, Optional.of(decay));
    }
}
