package hillock.nn;

import java.util.function.IntFunction;

/// How the learning rate changes in the course of a training: a factor for the share of it that is
/// over, asked at each step. A [Schedule], which counts epochs, is one by [#of].
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

    /// The course of one training, from its beginning on: what [#factor] and [#see] are then asked of.
    ///
    /// @param epochs as many as it may take at most
    default Rate begun(int epochs) {
        return this;
    }

    /// What an epoch has come to, told when it is over: the number by which epochs are compared,
    /// the less the better.
    default void see(double metric) {}

    /// The same course at another height.
    default Rate times(double height) {
        Rate inner = this;
        return new Rate() {
            @Override
            public double factor(double progress, int epoch) {
                return height * inner.factor(progress, epoch);
            }

            @Override
            public Rate begun(int epochs) {
                return inner.begun(epochs).times(height);
            }

            @Override
            public void see(double metric) {
                inner.see(metric);
            }
        };
    }

    /// Always the optimizer's own.
    Rate CONSTANT = (progress, epoch) -> 1;

    /// That of a schedule of epochs.
    static Rate of(Schedule schedule) {
        return (progress, epoch) -> schedule.factor(epoch);
    }

    /// That of a schedule made for the epochs of a training. Where the time will not do for all of
    /// them, it is ahead of the epochs: it goes with the share of the training that is over.
    static Rate forEpochs(IntFunction<Schedule> made) {
        return new Rate() {
            @Override
            public double factor(double progress, int epoch) {
                throw new IllegalStateException("a schedule that depends on the epochs needs begun(epochs) first");
            }

            @Override
            public Rate begun(int epochs) {
                Schedule schedule = made.apply(epochs);
                // Products such as 3 · (1 / 3) may lie just below a whole number.
                return (progress, epoch) -> schedule.factor(Math.max(epoch, (int) (progress * epochs * (1 + 1e-12))));
            }
        };
    }

    /// One that falls when the epochs get no better.
    static Rate of(Plateau.Settings settings) {
        return new Rate() {
            @Override
            public double factor(double progress, int epoch) {
                return 1;
            }

            @Override
            public Rate begun(int epochs) {
                Plateau plateau = Plateau.of(settings);
                return new Rate() {
                    @Override
                    public double factor(double progress, int epoch) {
                        return plateau.factor();
                    }

                    @Override
                    public void see(double metric) {
                        plateau.see(metric);
                    }
                };
            }
        };
    }

    /// From 1 down to the least factor along half a cosine.
    static Rate cosine(double least) {
        return (progress, epoch) -> least + (1 - least) * (1 + StrictMath.cos(Math.PI * progress)) / 2;
    }

    /// `½ (1 - cos 2π log₂(1 + (2^cycles - 1) t))`: warm-ups and falls, each twice as long as the
    /// one before, from 0 to 0. With 4 cycles the schedule "coslog4" of Holzmüller et al. 2024,
    /// arXiv 2407.04491.
    static Rate coslog(int cycles) {
        double span = StrictMath.pow(2, cycles) - 1;
        return (progress, epoch) -> {
            double octaves = StrictMath.log(1 + span * progress) / StrictMath.log(2);
            return 0.5 - 0.5 * StrictMath.cos(2 * Math.PI * octaves);
        };
    }
}
