package hillock.nn;

/// How the learning rate changes in the course of a training: a factor for the share of it that is over, asked at each
/// step. A [Schedule], which counts epochs, is one by [#of].
///
/// ```java
/// Trainer.of(Loss.MSE).rate(Rate.cosine(0.01));
/// Trainer.of(Loss.MSE).rate(Rate.of(Schedule.step(30, 0.1)));
/// ```
@FunctionalInterface
public interface Rate {
    /// What the learning rate is multiplied by.
    ///
    /// @param progress from 0 to 1
    /// @param epoch from 0
    double factor(double progress, int epoch);

    /// Always the optimizer's own.
    Rate CONSTANT = (progress, epoch) -> 1;

    /// That of a schedule of epochs.
    static Rate of(Schedule schedule) {
        return (progress, epoch) -> schedule.factor(epoch);
    }

    /// From 1 down to the least factor along half a cosine.
    static Rate cosine(double least) {
        return (progress, epoch) -> least + (1 - least) * (1 + StrictMath.cos(Math.PI * progress)) / 2;
    }

    /// `½ (1 - cos 2π log₂(1 + (2^cycles - 1) t))`: warm-ups and falls, each twice as long as the one before, from 0 to
    /// 0. With 4 cycles the schedule "coslog4" of Holzmüller et al. 2024, arXiv 2407.04491.
    static Rate coslog(int cycles) {
        double span = StrictMath.pow(2, cycles) - 1;
        return (progress, epoch) -> {
            double octaves = StrictMath.log(1 + span * progress) / StrictMath.log(2);
            return 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * octaves);
        };
    }
}
