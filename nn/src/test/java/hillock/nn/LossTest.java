package hillock.nn;

import static hillock.nn.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.BadInput;
import hillock.nn.Loss.Reduction;
import hillock.reference.GradientCheck;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LossTest {
    @ParameterizedTest
    @CsvSource({
        "100, 1, 0, 0",
        "100, 0, 100, 1",
        "-100, 1, 100, -1",
        "-100, 0, 0, 0",
        "100, 0.25, 75, 0.75",
        "10000, 0, 10000, 1",
        "-10000, 1, 10000, -1",
        "10000, 1, 0, 0",
        "1e38, 0, 1e38, 1",
        "-1e38, 1, 1e38, -1",
        "0, 1, 0.6931471805599453, -0.5",
        "-0.0, 0, 0.6931471805599453, 0.5",
        "1e-20, 1, 0.6931471805599453, -0.5"
    })
    void binaryCrossEntropyOfExtremeLogits(double logit, double target, double loss, double slope) {
        Tensor z = Tensor.of(logit).requiresGradient();
        Tensor y = Loss.BCE_WITH_LOGITS.apply(z, Tensor.of(target));
        assertClose(y, new double[] {loss}, 2e-7, "loss");
        assertClose(y.gradients().of(z), new double[] {slope}, 2e-7, "slope");
    }

    /// The two formulas, for logits above and below 0, meet there with all derivatives: the step across sees none.
    @Test
    void binaryCrossEntropyIsSmoothAtZero() {
        Tensor targets = Tensor.of(0, 0.3, 1);
        GradientCheck.of(t -> Loss.BCE_WITH_LOGITS.apply(t.getFirst(), targets), Tensor.of(0, 0, 0));
        GradientCheck.of(t -> Loss.BCE_WITH_LOGITS.apply(t.getFirst(), targets), Tensor.of(1e-6, -1e-6, 5e-5));
    }

    @Test
    void crossEntropyOfExtremeLogits() {
        Tensor z = Tensor.of(new double[][] {{1e4, -1e4, 0}, {1e4, -1e4, 0}, {-100, 100, 100}, {3e38, -3e38, 0}})
                .requiresGradient();
        Tensor y = Loss.CROSS_ENTROPY.with(Reduction.NONE).apply(z, Tensor.of(0, 1, 2, 0));
        assertClose(y, new double[] {0, 2e4, Math.log(2), 0}, 2e-7, "loss");
        double[] slopes = {0, 0, 0, 1, -1, 0, 0, 0.5, -0.5, 0, 0, 0};
        assertClose(y.sum().gradients().of(z), slopes, 2e-7, "slope");
    }

    @Test
    void gradientsAreFiniteDifferences() {
        Rng rng = Rng.of(4);
        Tensor logits = Tensor.normal(rng, 4, 3);
        Tensor positive = Tensor.uniform(rng, 0.1, 0.9, 4, 3);
        GradientCheck.of(t -> Loss.MSE.apply(t.get(0), t.get(1)), logits, positive);
        GradientCheck.of(t -> Loss.BCE_WITH_LOGITS.apply(t.get(0), t.get(1)), logits, positive);
        GradientCheck.of(t -> Loss.CROSS_ENTROPY.apply(t.get(0), t.get(1)), logits, positive);
        GradientCheck.of(t -> Loss.CROSS_ENTROPY.apply(t.getFirst(), Tensor.of(2, 0, 1, 1)), logits);
    }

    private static Arguments row(String message, ThrowingCallable call) {
        return Arguments.of(message, call);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(
                row(
                        "mse needs predictions and targets of equal shape, not [4, 1] and [4]",
                        () -> Loss.MSE.apply(Tensor.zeros(4, 1), Tensor.zeros(4))),
                row(
                        "bce_with_logits needs predictions and targets of equal shape, not [4] and [4, 1]",
                        () -> Loss.BCE_WITH_LOGITS.apply(Tensor.zeros(4), Tensor.zeros(4, 1))),
                row(
                        "cross_entropy needs logits [n, classes] and class numbers [n] or probabilities [n, classes],"
                                + " not [4, 3] and [3]",
                        () -> Loss.CROSS_ENTROPY.apply(Tensor.zeros(4, 3), Tensor.zeros(3))),
                row(
                        "index 3.0 is not a whole number from 0 to 2",
                        () -> Loss.CROSS_ENTROPY.apply(Tensor.zeros(1, 3), Tensor.of(3))),
                row(
                        "index 0.5 is not a whole number from 0 to 2",
                        () -> Loss.CROSS_ENTROPY.apply(Tensor.zeros(1, 3), Tensor.of(0.5))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void aWrongShapeNamesBoth(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }

    /// Predictions and targets that every loss takes: probabilities, signs or class numbers.
    @ParameterizedTest
    @MethodSource("hillock.nn.Losses#names")
    void everyLossHasTheRightGradient(String name) {
        Loss loss = Losses.parse(name);
        boolean classes = List.of("cross_entropy", "nll", "multi_margin").contains(name);
        boolean signs = name.contains("hinge") || name.equals("soft_margin");
        Tensor x = Tensor.of(new double[][] {{0.31, 0.62, 0.14}, {0.83, 0.27, 0.55}});
        Tensor target = classes
                ? Tensor.of(2, 0)
                : signs
                        ? Tensor.of(new double[][] {{1, -1, 1}, {-1, -1, 1}})
                        : Tensor.of(new double[][] {{0.9, 0.1, 0.45}, {0.2, 0.71, 0.05}});
        GradientCheck.of(t -> loss.apply(t.getFirst(), target), x);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "hubr            | There is no loss \"hubr\": did you mean \"huber\"?",
                "huber(beta=1)   | huber has no setting \"beta\": it has delta.",
                "huber(delta=x)  | In \"huber(delta=x)\", \"delta=x\" is not a setting: write name=number."
            })
    void anUnknownLossIsOneSentence(String text, String sentence) {
        assertThatThrownBy(() -> Losses.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }

    @Test
    void focalAndQuantileAreTheirFormulas() {
        Tensor z = Tensor.of(0.7, -1.2);
        Tensor t = Tensor.of(1, 0);
        double p = 1 / (1 + Math.exp(-0.7));
        double q = 1 / (1 + Math.exp(1.2));
        double expected = (-0.25 * Math.pow(1 - p, 2) * Math.log(p) - 0.75 * q * q * Math.log(1 - q)) / 2;
        assertThat((double) Losses.parse("focal").apply(z, t).item()).isCloseTo(expected, within(1e-7));
        Tensor pinball = Losses.quantile(0.9).with(Loss.Reduction.NONE).apply(Tensor.of(1, 3), Tensor.of(2, 2));
        assertThat(pinball.toArray()).containsExactly(0.9f, 0.1f);
    }
}
