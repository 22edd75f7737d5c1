package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.Dataset;
import hillock.nn.Event.BatchDone;
import hillock.nn.Event.EpochDone;
import hillock.nn.Event.Finished;
import hillock.nn.Event.Reason;
import hillock.nn.solve.Lbfgs;
import hillock.nn.solve.LevenbergMarquardt;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SolverTest {
    /// y = sin 3x, with noise of that size.
    private static Dataset wave(int rows, double noise, long seed) {
        Rng rng = Rng.of(seed);
        Tensor x = Tensor.uniform(rng, -2, 2, rows, 1);
        return new Dataset(
                x, x.map(v -> v.times(3).sin()).plus(Tensor.normal(rng, rows, 1).times(noise)));
    }

    private static Sequential net(int in, int units, int out, String activation) {
        return Sequential.mlp(
                in, List.of(units, units), out, Activation.parse(activation), Init.XAVIER_UNIFORM, Rng.of(3));
    }

    private static double loss(Module module, Dataset data) {
        return Loss.MSE.apply(module.apply(data.x()), data.y()).item();
    }

    static List<Solver> leastSquares() {
        return List.of(
                Solver.levenbergMarquardt(),
                Solver.bayesian(),
                Solver.of(LevenbergMarquardt.DEFAULT.scaled(true), Loss.MSE),
                Solver.lbfgs(Loss.MSE));
    }

    @ParameterizedTest
    @MethodSource("leastSquares")
    void fitsACurve(Solver solver) {
        Dataset data = wave(60, 0, 1);
        Sequential net = net(1, 8, 1, "tanh");
        History history = solver.iterations(300).train(net, data, _ -> {});
        assertThat(loss(net, data)).isLessThan(1e-4);
        EpochDone last = history.epochs().getLast();
        assertThat(last.trainLoss()).isLessThan(1e-4).isGreaterThanOrEqualTo(0);
        assertThat(last.validationLoss()).isNaN();
    }

    /// What is no network of linear layers and pointwise functions is computed in float32.
    @ParameterizedTest
    @ValueSource(strings = {"softmax", "glu", "sparsemax"})
    void fitsWithAnyModule(String activation) {
        Dataset data = wave(40, 0, 1);
        for (Solver solver : leastSquares()) {
            Sequential net = net(1, 6, 1, activation);
            double before = loss(net, data);
            solver.iterations(30).train(net, data, _ -> {});
            assertThat(loss(net, data)).as(solver.method().toString()).isLessThan(0.8 * before);
        }
    }

    /// Row by row and column by column, in float32 by the tensors' gradients, in double by the solver's own way back.
    @ParameterizedTest
    @ValueSource(
            strings = {
                "tanh",
                "relu",
                "gelu",
                "prelu(init=0.1)",
                "prelu(num_parameters=4)",
                "snake",
                "max(a * x, sin(x)), a=0.3"
            })
    void theJacobianIsThatOfTheTensors(String activation) {
        Rng rng = Rng.of(5);
        Dataset data = new Dataset(Tensor.normal(rng, 7, 3), Tensor.normal(rng, 7, 2));
        Sequential net = net(3, 4, 2, activation);
        NetworkResiduals exact =
                new NetworkResiduals(DoubleNetwork.of(net, data.x()).orElseThrow(), data);
        Weights weights = new Weights(net);
        double[] w = weights.get();
        ModuleResiduals single = new ModuleResiduals(net, weights, data);
        double[] r = new double[14];
        double[] q = new double[14];
        double[][] j = new double[14][w.length];
        double[][] k = new double[14][w.length];
        exact.at(w, r, j);
        single.at(w, q, k);
        double[] gradient = new double[w.length];
        exact.meanSquare(w, gradient);
        for (int p = 0; p < w.length; p++) {
            double slope = 0;
            for (int i = 0; i < 14; i++) {
                assertThat(r[i]).isCloseTo(q[i], within(1e-5));
                assertThat(j[i][p]).isCloseTo(k[i][p], within(1e-5));
                slope += 2 * r[i] * j[i][p] / 14;
            }
            assertThat(gradient[p]).isCloseTo(slope, within(1e-12));
        }
    }

    @Test
    void lbfgsMakesAnyLossSmall() {
        Rng rng = Rng.of(1);
        Tensor x = Tensor.normal(rng, 50, 2);
        Tensor y = x.slice(1, 0, 1)
                .map(v -> v.gt(0, v.times(0).plus(1), v.times(0)))
                .reshape(50);
        Sequential net = net(2, 4, 2, "relu");
        Solver.lbfgs(Loss.CROSS_ENTROPY).weightDecay(1e-4).train(net, new Dataset(x, y), _ -> {});
        assertThat(Loss.CROSS_ENTROPY.apply(net.apply(x), y).item()).isLessThan(0.05f);
    }

    /// More parameters than rows, and half of what is seen is noise: the data choose how smooth the answer is.
    @Test
    void bayesianFitsDoNotLearnNoise() {
        Dataset data = wave(60, 0.5, 1);
        Dataset truth = wave(500, 0, 2);
        Sequential plain = net(1, 12, 1, "tanh");
        Sequential bayesian = net(1, 12, 1, "tanh");
        Solver.levenbergMarquardt().iterations(100).train(plain, data, _ -> {});
        History history = Solver.bayesian().iterations(100).train(bayesian, data, _ -> {});
        assertThat(loss(plain, truth)).isGreaterThan(0.1);
        assertThat(loss(bayesian, truth)).isLessThan(0.06);
        assertThat(history.finished().bestLoss())
                .as("expected on new rows with noise")
                .isBetween(0.2, 0.45);
    }

    @Test
    void weightDecayPullsAtWeightsOnly() {
        Rng rng = Rng.of(1);
        Tensor x = Tensor.normal(rng, 40, 1);
        Dataset data = new Dataset(x, x.times(2).plus(3));
        double mean = x.mean().item();
        double square = x.times(x).mean().item();
        for (Solver solver : List.of(Solver.levenbergMarquardt(), Solver.lbfgs(Loss.MSE))) {
            Linear layer = Linear.of(1, 1, Rng.of(2));
            solver.weightDecay(0.5).train(layer, data, _ -> {});
            // Where the derivatives of mean((w x + b - 2 x - 3)²) + ¼ w² are 0.
            double variance = square - mean * mean;
            double w = 2 * variance / (variance + 0.25);
            assertThat((double) layer.weight().value().item()).isCloseTo(w, within(1e-4));
            assertThat((double) layer.bias().value().item()).isCloseTo(3 + (2 - w) * mean, within(1e-4));
        }
    }

    @ParameterizedTest
    @MethodSource("leastSquares")
    void theValidationRowsDecide(Solver solver) {
        Dataset held = wave(30, 0.5, 2);
        Sequential net = net(1, 12, 1, "tanh");
        History history = solver.iterations(200).validation(held).patience(10).train(net, wave(30, 0.5, 1), _ -> {});
        Finished end = history.finished();
        assertThat(loss(net, held)).isCloseTo(end.bestLoss(), within(1e-5));
        double least = history.epochs().stream()
                .mapToDouble(EpochDone::validationLoss)
                .min()
                .orElseThrow();
        assertThat(end.bestLoss()).isEqualTo(least);
        if (end.reason() == Reason.NO_IMPROVEMENT) assertThat(end.epochs()).isEqualTo(end.bestEpoch() + 10);
    }

    @Test
    void endsWhenNothingIsLeftToGain() {
        Tensor x = Tensor.linspace(-1, 1, 9).reshape(9, 1);
        Dataset line = new Dataset(x, x.times(2).plus(1));
        for (Solver solver : leastSquares()) {
            Linear layer = Linear.of(1, 1, Rng.of(2));
            Finished end = solver.train(layer, line, _ -> {}).finished();
            assertThat(loss(layer, line)).isLessThan(1e-6);
            if (!solver.equals(Solver.bayesian())) assertThat(end.reason()).isEqualTo(Reason.CONVERGED);
            assertThat(end.epochs()).isLessThanOrEqualTo(200);
        }
    }

    @Test
    void endsWhenAskedAndWhenTimeIsUp() {
        Dataset data = wave(20, 0.1, 1);
        Finished stopped = Solver.levenbergMarquardt()
                .stopWhen(() -> true)
                .train(net(1, 4, 1, "tanh"), data, _ -> {})
                .finished();
        assertThat(stopped.reason()).isEqualTo(Reason.STOPPED);
        assertThat(stopped.epochs()).isEqualTo(1);
        Finished late = Solver.lbfgs(Loss.MSE)
                .timeLimit(Duration.ZERO)
                .train(net(1, 4, 1, "tanh"), data, _ -> {})
                .finished();
        assertThat(late.reason()).isEqualTo(Reason.TIME_LIMIT);
    }

    @ParameterizedTest
    @MethodSource("leastSquares")
    void aLossThatIsNoNumberLeavesTheWeights(Solver solver) {
        Linear layer = Linear.of(1, 1, Rng.of(1));
        float before = layer.weight().value().item();
        Dataset bad = new Dataset(Tensor.of(new double[][] {{1}, {2}}), Tensor.of(new double[][] {{1}, {Double.NaN}}));
        Finished end = solver.train(layer, bad, _ -> {}).finished();
        assertThat(end.reason()).isEqualTo(Reason.DIVERGED);
        assertThat(layer.weight().value().item()).isEqualTo(before);
    }

    @Test
    void theSameStartGivesTheSameEnd() {
        List<Event> events = new ArrayList<>();
        Dataset data = wave(50, 0.1, 1);
        Sequential a = net(1, 8, 1, "tanh");
        Sequential b = net(1, 8, 1, "tanh");
        Solver.bayesian().iterations(20).train(a, data, events::add);
        Solver.bayesian().iterations(20).train(b, data, _ -> {});
        assertThat(a.apply(data.x()).toArray()).isEqualTo(b.apply(data.x()).toArray());
        assertThat(events.stream().filter(BatchDone.class::isInstance)).hasSize(20);
        assertThat(events.stream().filter(EpochDone.class::isInstance)).hasSize(20);
        assertThat(events.getLast()).isInstanceOf(Finished.class);
    }

    @Test
    void whatCannotBeSolvedIsRefused() {
        assertThatThrownBy(() -> Solver.of(LevenbergMarquardt.DEFAULT, Loss.CROSS_ENTROPY))
                .hasMessage("Levenberg-Marquardt makes squared errors small, not cross_entropy: use L-BFGS");
        assertThatThrownBy(() -> Solver.bayesian().weightDecay(0.1)).hasMessageContaining("leave it at 0");
        assertThatThrownBy(() -> Solver.lbfgs(Loss.MSE).iterations(0)).hasMessageContaining("not 0");
        assertThatThrownBy(() -> Lbfgs.DEFAULT.historySize(0)).hasMessageContaining("history_size");
        Dataset data = wave(5, 0, 1);
        assertThatThrownBy(() -> Solver.lbfgs(Loss.MSE).train(net(1, 2, 3, "tanh"), data, _ -> {}))
                .hasMessage("mse needs predictions and targets of equal shape, not [5, 3] and [5, 1]");
        Dataset large = new Dataset(Tensor.zeros(6000, 1), Tensor.zeros(6000, 1));
        assertThatThrownBy(() -> Solver.levenbergMarquardt().train(net(1, 80, 1, "tanh"), large, _ -> {}))
                .hasMessageContaining("6000 targets");
    }
}
