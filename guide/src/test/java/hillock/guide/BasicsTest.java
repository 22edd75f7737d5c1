package hillock.guide;

import static hillock.guide.MeasuredCourse.page;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.nn.Parameters;
import org.junit.jupiter.api.Test;

/// The claims of pages 1 to 4.
class BasicsTest {
    @Test
    void autogradFindsTheDerivativeOfSigmoid() {
        var page = page(P01TensorsAndGradients.class);
        assertThat(page.product().toArray()).containsExactly(18, 18, 45, 45);
        assertThat(page.slope().shape()).isEqualTo(page.x().shape());
        assertThat(page.x().isTracked()).isFalse();
        assertThat(page.error()).isLessThan(1e-6);
        assertThat(page.slope().max().item()).isBetween(0.249f, 0.25f);
    }

    @Test
    void theNeuronByHandIsTheLibrarysNeuron() {
        var page = page(P02NeuronByHand.class);
        assertThat(page.z()).isCloseTo(0.6, within(1e-12));
        assertThat(page.library()).isCloseTo(page.y(), within(1e-6));
        assertThat(page.gradientError()).isLessThan(1e-6);
    }

    @Test
    void theNeuronLearnsOr() {
        double[] answers = page(P02NeuronByHand.class).answers();
        assertThat(answers[0]).isLessThan(0.1);
        for (int row = 1; row < 4; row++) assertThat(answers[row]).isGreaterThan(0.9);
    }

    @Test
    void layerByLayerIsTheWholeNetwork() {
        var page = page(P03LayersAndNetwork.class);
        assertThat(page.output().toArray()).isEqualTo(page.whole().toArray());
        assertThat(page.output().sum().item()).isCloseTo(1, within(1e-6f));
        assertThat(page.hidden().min().item()).isGreaterThanOrEqualTo(0);
        assertThat(Parameters.count(page.net())).isEqualTo(3 * 4 + 4 + 4 * 2 + 2);
    }

    @Test
    void linearLayersCollapse() {
        assertThat(page(P04LinearIsNotEnough.class).collapseError()).isLessThan(1e-5);
    }

    @Test
    void xorNeedsANonlinearActivation() {
        var page = page(P04LinearIsNotEnough.class);
        assertThat(page.linear()).allSatisfy(s -> {
            assertThat(s.loss()).isGreaterThan(Math.log(2) - 1e-3);
            assertThat(s.right()).isLessThanOrEqualTo(3);
        });
        assertThat(page.relu()).allSatisfy(s -> {
            assertThat(s.loss()).isLessThan(0.1);
            assertThat(s.right()).isEqualTo(4);
        });
    }
}
