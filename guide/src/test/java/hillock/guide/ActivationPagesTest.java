package hillock.guide;

import static hillock.guide.MeasuredCourse.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.guide.P07ReluAndDeath.Case;
import hillock.guide.P07ReluAndDeath.Treatment;
import hillock.nn.Activations;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// The claims of pages 5 to 9.
class ActivationPagesTest {
    @Test
    void sigmoidIsFlatOutsideSixAndSteepestAtAQuarter() {
        var page = page(P05Sigmoid.class);
        assertThat(page.graph().y().min().item()).isPositive();
        assertThat(page.graph().y().max().item()).isLessThanOrEqualTo(1); // float32 rounds 1 - 2e-9 to 1
        assertThat(page.graph().steepest()).isBetween(0.2499, 0.25);
        assertThat(page.slopes().getFirst()).isLessThan(0.0025);
        assertThat(page.slopes().get(1)).isGreaterThan(0.045);
        assertThat(page.left(10)).isLessThan(1e-6);
    }

    @Test
    void tanhIsAStretchedSigmoidSymmetricAboutTheOrigin() {
        double[] x = {-5, -3, -0.5, 0, 0.5, 3, 5};
        for (double at : x) {
            double tanh = Activations.TANH.evaluate(at);
            assertThat(tanh).isBetween(-1.0, 1.0);
            assertThat(tanh).isCloseTo(-Activations.TANH.evaluate(-at), within(1e-12));
            assertThat(tanh).isCloseTo(2 * Activations.SIGMOID.evaluate(2 * at) - 1, within(1e-12));
        }
        assertThat(page(P06Tanh.class).graph().steepest()).isBetween(0.999, 1.0);
        assertThat(Activations.TANH.derivative(3)).isLessThan(0.01);
    }

    @Test
    void tanhConvergesFasterThanSigmoidFromEverySeed() {
        var page = page(P06Tanh.class);
        for (int i = 0; i < page.tanh().size(); i++) {
            int tanh = P06Tanh.epochsToGoal(page.tanh().get(i));
            assertThat(P06Tanh.epochsToGoal(page.sigmoid().get(i)))
                    .as("seed " + (i + 1))
                    .isGreaterThan(tanh * 5 / 4);
        }
    }

    @Test
    void aBadStartKillsReluUnits() {
        var page = page(P07ReluAndDeath.class);
        assertThat(page.cases(Treatment.GOOD, Activations.RELU))
                .allSatisfy(c -> assertThat(c.units().dead()).isLessThan(16))
                .allSatisfy(c -> assertThat(c.loss()).isLessThan(0.1));
        assertThat(page.cases(Treatment.BAD_BIASES, Activations.RELU))
                .allSatisfy(c -> assertThat(c.units().dead()).isGreaterThan(32))
                .allSatisfy(c -> assertThat(c.loss()).isGreaterThan(0.9));
        assertThat(page.cases(Treatment.LONG_STEPS, Activations.RELU))
                .allSatisfy(c -> assertThat(c.units().dead()).isGreaterThan(20));
    }

    @ParameterizedTest
    @EnumSource(Treatment.class)
    void leakyReluHasNoDeadUnits(Treatment treatment) {
        assertThat(page(P07ReluAndDeath.class).cases(treatment, Activations.LEAKY_RELU))
                .hasSize(3)
                .allSatisfy(c -> assertThat(c.units()).isEqualTo(new Units(0, 64)));
    }

    @Test
    void reluAndLeakyReluLearnAlikeWhenUnitsLive() {
        assertThat(page(P07ReluAndDeath.class).cases(Treatment.GOOD, Activations.LEAKY_RELU))
                .extracting(Case::loss)
                .allSatisfy(loss -> assertThat(loss).isLessThan(0.1));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.01, 0.1, 0.2})
    void leakyReluRecoversWhereReluDoesNot(double slope) {
        var page = page(P08LeakyRelu.class);
        assertThat(page.runs(0)).allSatisfy(run -> assertThat(run.best()).isGreaterThan(0.9));
        assertThat(page.runs(slope)).allSatisfy(run -> assertThat(run.best()).isLessThan(0.5));
    }

    @Test
    void softmaxGivesTheTutorialsProbabilities() {
        float[] expected = {0.0212f, 0.0177f, 0.0202f, 0.0202f, 0.0638f, 0.0287f, 0.0185f, 0.0522f, 0.0183f, 0.7392f};
        assertThat(page(P09Softmax.class).probabilities().toArray()).containsExactly(expected, within(6e-5f));
    }

    @Test
    void softmaxObeysItsLaws() {
        var page = page(P09Softmax.class);
        assertThat(page.probabilities().sum().item()).isCloseTo(1, within(1e-6f));
        assertThat(page.shiftError()).isLessThan(1e-4);
        assertThat(page.jacobianError()).isLessThan(1e-6);
        assertThat(Numbers.largest(page.jacobian().sum(1))).isLessThan(1e-6);
        assertThat(page.lossGradientError()).isLessThan(1e-6);
    }
}
