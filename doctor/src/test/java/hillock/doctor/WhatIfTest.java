package hillock.doctor;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Dataset;
import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.nn.Event;
import hillock.nn.Init;
import hillock.nn.Linear;
import hillock.nn.Loss;
import hillock.nn.Losses;
import hillock.nn.Module;
import hillock.nn.Optimizer;
import hillock.nn.ParameterGroup;
import hillock.nn.Parameters;
import hillock.nn.Sequential;
import hillock.nn.Trainer;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import java.util.function.LongFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class WhatIfTest {
    private static Dataset wave(double scale) {
        Tensor x = Tensor.linspace(-1.7 * scale, 1.7 * scale, 160).reshape(160, 1);
        return new Dataset(x, x.map(v -> v.times(2 / scale).sin()));
    }

    /// Other rows of the same wave.
    private static Dataset held() {
        Tensor x = Tensor.linspace(-1.6, 1.6, 77).reshape(77, 1);
        return new Dataset(x, x.map(v -> v.times(2).sin()));
    }

    private static Trainer trainer(String optimizer) {
        return Trainer.of(Loss.MSE)
                .optimizer(Optimizer.parse(optimizer))
                .epochs(30)
                .validation(held());
    }

    private static Sequential net(String activation, long seed) {
        Activation a = Activation.parse(activation);
        return Sequential.mlp(1, List.of(16, 16), 1, a, Init.suitedTo(a), Rng.of(seed));
    }

    private static LongFunction<Event.Prepared> training(Trainer trainer, LongFunction<Module> network) {
        return seed -> new Event.Prepared(trainer, network.apply(seed), wave(1), Rng.of(seed));
    }

    private static WhatIf tried(LongFunction<Event.Prepared> training) {
        Event.Prepared ready = training.apply(0);
        Doctor doctor = Doctor.listening();
        ready.trainer().train(ready.module(), ready.data(), ready.rng().copy(), doctor);
        return WhatIf.of(training, doctor.diagnosis(), event -> {});
    }

    @Test
    void theMendOfDeadUnitsHelps() {
        WhatIf tried = tried(training(trainer("adam(lr=0.005)"), seed -> {
            Sequential net = net("relu", seed);
            ((Linear) net.layers().get(0)).bias().set(Tensor.full(-50, 16));
            return net;
        }));
        WhatIf.Trial first = tried.trials().getFirst();
        assertThat(first.mend()).isEqualTo(Mend.SUITED_WEIGHTS);
        assertThat(first.cause()).isEqualTo(Cause.BAD_BIASES);
        assertThat(first.before()).allMatch(v -> v < 0.01).hasSize(WhatIf.SEEDS);
        assertThat(first.outcome()).isEqualTo(WhatIf.Outcome.BETTER);
        assertThat(tried.text(Locale.ENGLISH)).contains("suited initial weights: 0.000 ->", "better");
    }

    @Test
    void whatMakesThingsWorseIsToldSo() {
        WhatIf.Trial worse =
                new WhatIf.Trial(Mend.RELU, Cause.SATURATED_UNITS, List.of(0.9, 0.8, 0.85), List.of(0.5, 0.4, 0.6));
        assertThat(worse.outcome()).isEqualTo(WhatIf.Outcome.WORSE);
        assertThat(worse.change()).isCloseTo(-0.35, org.assertj.core.data.Offset.offset(1e-9));
        assertThat(worse.spread()).isCloseTo(0.0866, org.assertj.core.data.Offset.offset(1e-4));
        assertThat(new WhatIf.Trial(Mend.RELU, Cause.SATURATED_UNITS, List.of(0.9, 0.8, 0.85), List.of(0.5, 0.9, 0.9))
                        .outcome())
                .isEqualTo(WhatIf.Outcome.UNCLEAR);
    }

    @Test
    void theSameSeedsGiveTheSameTrials() {
        LongFunction<Event.Prepared> training = training(trainer("sgd(lr=20)"), seed -> net("relu", seed));
        assertThat(tried(training)).isEqualTo(tried(training));
    }

    @Test
    void aHealthyNetworkHasNothingToTry() {
        WhatIf tried = tried(training(trainer("adam(lr=0.01)"), seed -> net("tanh", seed)));
        assertThat(tried.trials()).isEmpty();
        assertThat(tried.untried()).isEmpty();
        assertThat(tried.text(Locale.CHINESE)).contains("没有");
    }

    @Test
    void clippingThatLeavesNothingIsLiftedWhetherOfNormsOrNumbers() {
        Trainer slow = trainer("sgd(lr=0.1)");
        for (Trainer clipped : List.of(slow.clipNorm(1e-6), slow.clipValue(1e-6)))
            helps(training(clipped, seed -> net("tanh", seed)), Cause.GRADIENTS_CLIPPED, Mend.UNCLIPPED);
    }

    @Test
    void aRateThatLastsHelpsWhereTheScheduleEnded() {
        Trainer ends = trainer("adam(lr=0.01)").rate((progress, epoch) -> epoch < 1 ? 1 : 0);
        helps(training(ends, seed -> net("tanh", seed)), Cause.RATE_ENDS_EARLY, Mend.CONSTANT_RATE);
    }

    /// Millimetres to train on, metres to judge by, and the other way round.
    @ParameterizedTest
    @ValueSource(doubles = {0.001, 1000})
    void validationRowsInOtherUnitsAreFoundAndAligned(double factor) {
        Dataset held = new Dataset(held().x().times(factor), held().y());
        Trainer other = trainer("adam(lr=0.01)").validation(held);
        helps(training(other, seed -> net("tanh", seed)), Cause.VALIDATION_DIFFERS, Mend.ALIGNED);
    }

    private static void helps(LongFunction<Event.Prepared> training, Cause cause, Mend mend) {
        WhatIf.Trial first = tried(training).trials().getFirst();
        assertThat(first.cause()).isEqualTo(cause);
        assertThat(first.mend()).isEqualTo(mend);
        assertThat(first.outcome()).isEqualTo(WhatIf.Outcome.BETTER);
    }

    @Test
    void whatCannotBeTriedIsToldSo() {
        Tensor x = Tensor.full(1, 60, 1);
        Trainer trainer = Trainer.of(Loss.MSE).epochs(5);
        WhatIf tried = tried(seed -> new Event.Prepared(
                trainer, net("tanh", seed), new Dataset(x, wave(1).y().slice(0, 0, 60)), Rng.of(seed)));
        assertThat(tried.untried()).contains(new WhatIf.Untried(Cause.CONSTANT_INPUTS, WhatIf.Why.NO_TRIAL));
        assertThat(tried.text(Locale.ENGLISH)).contains("D8", "cannot be tried here");
    }

    /// Each leaves a network that can be trained, and changes what it says.
    @ParameterizedTest
    @EnumSource(Mend.class)
    void everyMendChangesTheTraining(Mend mend) {
        Tensor y = wave(1).y().detach().times(100);
        float[] x = wave(1).x().toArray();
        x[3] = Float.NaN;
        Dataset rows = mend == Mend.WITHOUT_LEAK ? new Dataset(y, y) : new Dataset(Tensor.of(x, 160, 1), y);
        Module module = Sequential.of(
                Linear.of(1, 4, Rng.of(1)),
                mend == Mend.RELU ? Activations.TANH : Activations.RELU,
                Linear.of(4, 1, Rng.of(2)),
                Activations.SIGMOID);
        if (mend == Mend.WIDER) module = Rebuilt.withoutLastActivation(module).orElseThrow();
        Trainer trainer = Trainer.of(Losses.huber(0.5))
                .optimizer(Optimizer.parse("adam(lr=0.01, weight_decay=0.5, eps=0.1)"))
                .clipNorm(5)
                .averaging(0.5)
                .rate((progress, epoch) -> 1 - progress)
                .groups(ParameterGroup::withoutDecayOfVectors)
                .epochs(2)
                .validation(mend == Mend.WITHOUT_COPIES ? rows.select(1, 2, 3, 4) : rows);
        Event.Prepared ready = new Event.Prepared(trainer, module, rows, Rng.of(3));
        var before = Parameters.snapshot(module);
        Event.Prepared mended = mend.applied(ready, OptionalDouble.of(0.02)).orElseThrow();
        boolean changed = !Arrays.equals(mended.data().x().toArray(), rows.x().toArray())
                || !mended.module().equals(module)
                || !mended.trainer().equals(trainer)
                || !before.equals(Parameters.snapshot(module));
        assertThat(changed).isTrue();
        mended.trainer().train(mended.module(), mended.data(), mended.rng(), event -> {});
        if (mend == Mend.FINITE_ROWS) assertThat(mended.data().rows()).isEqualTo(159);
        for (Locale locale : List.of(Locale.ENGLISH, Locale.CHINESE))
            assertThat(mend.text(locale)).isNotBlank();
    }

    @Test
    void dataThatAreScaledHaveMeanZeroAndDeviationOne() {
        Trainer trainer = Trainer.of(Loss.MSE).validation(wave(1000));
        Event.Prepared ready = new Event.Prepared(trainer, net("relu", 0), wave(1000), Rng.of(0));
        Event.Prepared scaled =
                Mend.SCALED_INPUTS.applied(ready, OptionalDouble.empty()).orElseThrow();
        for (Dataset rows : List.of(scaled.data(), scaled.trainer().validation().orElseThrow())) {
            Columns x = Columns.of(rows.x());
            assertThat(x.mean(0)).isCloseTo(0, org.assertj.core.data.Offset.offset(1e-4));
            assertThat(x.deviation(0)).isCloseTo(1, org.assertj.core.data.Offset.offset(1e-4));
        }
    }
}
