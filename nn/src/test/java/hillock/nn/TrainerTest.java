package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.Dataset;
import hillock.nn.Event.BatchDone;
import hillock.nn.Event.EpochDone;
import hillock.nn.Event.Finished;
import hillock.nn.Event.Reason;
import hillock.nn.Event.Started;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TrainerTest {
    private static final Optimizer FAST = Optimizer.ADAM.with(Map.of("lr", 0.01));

    /// y = x², with noise of that size.
    private static Dataset parabola(int rows, double noise, long seed) {
        Rng rng = Rng.of(seed);
        Tensor x = Tensor.uniform(rng, -1, 1, rows, 1);
        return new Dataset(x, x.times(x).plus(Tensor.normal(rng, rows, 1).times(noise)));
    }

    private static Sequential net(int width) {
        return Sequential.mlp(1, List.of(width), 1, Activations.TANH, Init.XAVIER_UNIFORM, Rng.of(1));
    }

    private static double loss(Module module, Dataset data) {
        return Loss.MSE.apply(module.apply(data.x()), data.y()).item();
    }

    @Test
    void eventsComeInOrder() {
        List<Event> events = new ArrayList<>();
        Dataset data = parabola(10, 0, 1);
        History history = Trainer.of(Loss.MSE).epochs(2).batch(4).train(net(4), data, Rng.of(1), events::add);
        assertThat(events.get(1)).isEqualTo(new Started(2, 10, 3));
        List<String> course = events.stream()
                .map(e -> switch (e) {
                    case Event.Prepared _ -> "ready";
                    case Started _ -> "start";
                    case BatchDone b -> b.epoch() + "." + b.batch();
                    case EpochDone e1 -> "epoch " + e1.epoch();
                    case Finished f -> f.reason().name();
                })
                .toList();
        assertThat(course)
                .containsExactly(
                        "ready",
                        "start",
                        "1.1",
                        "1.2",
                        "1.3",
                        "epoch 1",
                        "2.1",
                        "2.2",
                        "2.3",
                        "epoch 2",
                        "EPOCHS_DONE");
        assertThat(history.finished()).isEqualTo(events.getLast());
        assertThat(history.epochs()).hasSize(2).allMatch(e -> Double.isNaN(e.validationLoss()) && e.seconds() >= 0);
    }

    /// What a listener is given at the beginning is enough to do it all again.
    @Test
    void aTrainingCanBeRepeated() {
        List<Event> events = new ArrayList<>();
        Module net = net(4);
        Map<String, Tensor> start = Parameters.snapshot(net);
        Trainer trainer = Trainer.of(Loss.MSE).epochs(3).batch(4);
        History first = trainer.train(net, parabola(10, 0, 1), Rng.of(1), events::add);
        Parameters.restore(net, start);
        var same = (Event.Prepared) events.getFirst();
        History again = same.trainer().train(same.module(), same.data(), same.rng(), event -> {});
        assertThat(again.finished().bestLoss()).isEqualTo(first.finished().bestLoss());
    }

    /// The loss of an epoch is the mean over its rows, whatever the sizes of the batches.
    @Test
    void theEpochsLossIsTheMeanOverRows() {
        List<BatchDone> batches = new ArrayList<>();
        History history = Trainer.of(Loss.MSE).epochs(1).batch(4).train(net(4), parabola(10, 0, 1), Rng.of(1), e -> {
            if (e instanceof BatchDone b) batches.add(b);
        });
        double mean = (4 * batches.get(0).loss()
                        + 4 * batches.get(1).loss()
                        + 2 * batches.get(2).loss())
                / 10;
        assertThat(history.epochs().getFirst().trainLoss()).isCloseTo(mean, within(1e-12));
    }

    @Test
    void learns() {
        Dataset data = parabola(200, 0, 1);
        Sequential net = net(16);
        double before = loss(net, data);
        Trainer.of(Loss.MSE).optimizer(FAST).epochs(100).train(net, data, Rng.of(1), _ -> {});
        assertThat(loss(net, data)).isLessThan(0.001).isLessThan(before / 50);
    }

    /// Twelve noisy rows are soon learnt by heart, and the loss on others rises: training ends, and the weights are
    /// those of the best epoch, not of the last.
    @Test
    void stopsEarlyAndKeepsTheBestWeights() {
        Dataset held = parabola(200, 0, 2);
        Sequential net = net(32);
        History history = Trainer.of(Loss.MSE)
                .optimizer(Optimizer.ADAM.with(Map.of("lr", 0.03)))
                .epochs(2000)
                .batch(4)
                .validation(held)
                .patience(30)
                .train(net, parabola(12, 0.5, 1), Rng.of(1), _ -> {});
        Finished end = history.finished();
        assertThat(end.reason()).isEqualTo(Reason.NO_IMPROVEMENT);
        assertThat(end.epochs())
                .isEqualTo(end.bestEpoch() + 30)
                .isEqualTo(history.epochs().size());
        double smallest = history.epochs().stream()
                .mapToDouble(EpochDone::validationLoss)
                .min()
                .orElseThrow();
        assertThat(end.bestLoss()).isEqualTo(smallest);
        assertThat(loss(net, held)).isCloseTo(smallest, within(1e-6));
        assertThat(history.epochs().getLast().validationLoss()).isGreaterThan(1.01 * smallest);
        assertThat(history.epochs().get(end.bestEpoch() - 1).isBest()).isTrue();
    }

    @Test
    void aTimeLimitEndsAfterTheStepInProgress() {
        History history = Trainer.of(Loss.MSE)
                .epochs(1000)
                .batch(1)
                .timeLimit(Duration.ZERO)
                .train(net(4), parabola(10, 0, 1), Rng.of(1), _ -> {});
        assertThat(history.finished().reason()).isEqualTo(Reason.TIME_LIMIT);
        assertThat(history.finished().epochs()).isEqualTo(1);
        assertThat(history.epochs()).hasSize(1);
    }

    @Test
    void stopsWhenAsked() {
        AtomicInteger steps = new AtomicInteger();
        Sequential net = net(4);
        Dataset data = parabola(10, 0, 1);
        double before = loss(net, data);
        History history = Trainer.of(Loss.MSE)
                .epochs(1000)
                .batch(5)
                .stopWhen(() -> steps.incrementAndGet() == 7)
                .train(net, data, Rng.of(1), _ -> {});
        assertThat(history.finished().reason()).isEqualTo(Reason.STOPPED);
        assertThat(steps).hasValue(7);
        assertThat(history.finished().epochs()).isEqualTo(4);
        assertThat(loss(net, data)).isLessThan(before);
    }

    /// With a learning rate far too high the loss overflows, in one step at the extreme; what is left are numbers.
    @ParameterizedTest
    @ValueSource(doubles = {10, 1e6, 1e20, 1e38, 1e300})
    void divergenceLeavesFiniteWeights(double lr) {
        for (int batch : new int[] {2, 100}) {
            for (boolean held : new boolean[] {true, false}) {
                Sequential net = Sequential.mlp(1, List.of(8), 1, Activations.RELU, Init.HE_UNIFORM, Rng.of(1));
                Trainer trainer = Trainer.of(Loss.MSE)
                        .optimizer(Optimizer.SGD.with(Map.of("lr", lr)))
                        .epochs(200)
                        .batch(batch);
                if (held) trainer = trainer.validation(parabola(10, 0, 2));
                Finished end = trainer.train(net, parabola(20, 0, 1), Rng.of(1), _ -> {})
                        .finished();
                String what = "lr " + lr + ", batch " + batch + ", held " + held;
                if (lr > 10) assertThat(end.reason()).as(what).isEqualTo(Reason.DIVERGED);
                Parameters.of(net).forEach((name, p) -> assertFinite(p, what + ": " + name));
            }
        }
    }

    private static void assertFinite(Parameter p, String what) {
        for (float x : p.value().toArray())
            assertThat(Float.isFinite(x)).as(what).isTrue();
    }

    @Test
    void aBatchMayBeLargerThanTheData() {
        List<Event> events = new ArrayList<>();
        Trainer.of(Loss.MSE).epochs(2).batch(1000).train(net(4), parabola(10, 0, 1), Rng.of(1), events::add);
        assertThat(events.get(1)).isEqualTo(new Started(2, 10, 1));
        assertThat(events).filteredOn(BatchDone.class::isInstance).hasSize(2);
    }

    @Test
    void oneRowIsEnough() {
        Dataset one = new Dataset(Tensor.of(new double[][] {{0.5}}), Tensor.of(new double[][] {{2}}));
        Sequential net = net(4);
        Trainer.of(Loss.MSE).optimizer(FAST).epochs(300).validation(one).train(net, one, Rng.of(1), _ -> {});
        assertThat(loss(net, one)).isLessThan(1e-3);
    }

    /// A bias whose gradient is always 1, so that SGD moves it by the learning rates alone; what it is after each step.
    private static List<Double> positions(Trainer trainer, Parameter bias) {
        Linear layer = new Linear(Parameter.of(Tensor.zeros(1, 1)), bias);
        List<Double> positions = new ArrayList<>();
        trainer.optimizer(Optimizer.SGD.with(Map.of("lr", 1.0)))
                .epochs(4)
                .batch(1)
                .train(layer, new Dataset(Tensor.zeros(2, 1), Tensor.zeros(2, 1)), Rng.of(1), e -> {
                    if (e instanceof BatchDone)
                        positions.add((double) bias.value().item());
                });
        return positions;
    }

    private static final Loss ITSELF = new Loss("itself", (prediction, _) -> prediction, Loss.Reduction.MEAN);

    @Test
    void theLearningRateFollowsItsCourse() {
        List<Rate> rates = List.of(Rate.cosine(0.2), Rate.of(Schedule.step(2, 0.1)), Rate.coslog(4), Rate.CONSTANT);
        List<IntToDoubleFunction> factors = List.of(
                step -> 1 - 0.8 * (1 - Math.cos(Math.PI * step / 8)) / 2,
                step -> step < 4 ? 1 : 0.1,
                step -> 0.5 - 0.5 * Math.cos(2 * Math.PI * Math.log(1 + 15 * step / 8.0) / Math.log(2)),
                step -> 1);
        for (int r = 0; r < rates.size(); r++) {
            Parameter bias = Parameter.of(Tensor.zeros(1));
            List<Double> positions = positions(Trainer.of(ITSELF).rate(rates.get(r)), bias);
            double expected = 0;
            for (int step = 0; step < 8; step++) {
                expected -= factors.get(r).applyAsDouble(step);
                assertThat(positions.get(step)).isCloseTo(expected, within(1e-5));
            }
            assertThat(bias.value().item()).isEqualTo(positions.getLast().floatValue());
        }
    }

    /// Judged and kept is the average, -1 after the first step and half way to the present place after each other one;
    /// the steps are those of a training without.
    @Test
    void theAverageOfTheWeightsIsKept() {
        Parameter bias = Parameter.of(Tensor.zeros(1));
        List<Double> positions = positions(Trainer.of(ITSELF).averaging(0.5), bias);
        assertThat(positions).containsExactly(-1.0, -2.0, -3.0, -4.0, -5.0, -6.0, -7.0, -8.0);
        double average = -1;
        for (int step = 2; step <= 8; step++) average = (average - step) / 2;
        assertThat((double) bias.value().item()).isCloseTo(average, within(1e-6));
    }

    /// Epochs are compared by the metric, of equal ones the last is kept, and the loss is reported all the same.
    @Test
    void aMetricMayJudgeInPlaceOfTheLoss() {
        Loss constant = new Loss("constant", (_, target) -> target.times(0), Loss.Reduction.MEAN);
        Dataset held = parabola(50, 0, 2);
        Sequential net = net(8);
        History history = Trainer.of(Loss.MSE)
                .epochs(7)
                .validation(held)
                .metric(constant)
                .train(net, parabola(50, 0, 1), Rng.of(1), _ -> {});
        assertThat(history.finished().bestEpoch()).isEqualTo(7);
        assertThat(history.finished().bestLoss()).isZero();
        assertThat(history.epochs().getLast().validationLoss()).isCloseTo(loss(net, held), within(1e-6));
        Trainer tired = Trainer.of(Loss.MSE)
                .epochs(50)
                .validation(held)
                .metric(constant)
                .patience(3);
        assertThat(tired.train(net, held, Rng.of(1), _ -> {}).finished().epochs())
                .isEqualTo(4);
    }

    @Test
    void whatCannotBeTrainedIsRefused() {
        assertThatThrownBy(() -> Trainer.of(Loss.MSE).epochs(0)).hasMessage("at least one epoch is needed, not 0");
        assertThatThrownBy(() -> Trainer.of(Loss.MSE).batch(0)).hasMessage("a batch needs at least one row, not 0");
        Dataset none = new Dataset(Tensor.zeros(0, 1), Tensor.zeros(0, 1));
        assertThatThrownBy(() -> Trainer.of(Loss.MSE).train(net(4), none, Rng.of(1), _ -> {}))
                .hasMessage("there are no rows to train on");
        assertThatThrownBy(() -> new History().finished()).hasMessage("training is not over");
    }
}
