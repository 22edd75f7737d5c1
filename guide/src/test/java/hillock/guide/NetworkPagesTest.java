package hillock.guide;

import static hillock.guide.MeasuredCourse.page;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.guide.P12ChoosingActivation.Task;
import hillock.nn.Activation;
import hillock.nn.Activations;
import org.junit.jupiter.api.Test;

/// The claims of pages 10 to 12.
class NetworkPagesTest {
    @Test
    void aDeepSigmoidNetworksFirstLayerGetsAlmostNoGradient() {
        var page = page(P10VanishingGradients.class);
        assertThat(page.sigmoid()).allSatisfy(n -> assertThat(n.getFirst()).isLessThan(1e-4 * n.getLast()));
        assertThat(page.relu()).allSatisfy(n -> assertThat(n.getFirst()).isGreaterThan(1e-2 * n.getLast()));
        assertThat(page.tanh()).allSatisfy(n -> assertThat(n.getFirst()).isGreaterThan(1e-2 * n.getLast()));
    }

    @Test
    void oneRecipeFitsEveryCurve() {
        assertThat(page(P11FittingCurve.class).fits())
                .hasSize(6)
                .allSatisfy(fit ->
                        assertThat(fit.network()).as(fit.example().name()).isGreaterThan(0.95));
    }

    @Test
    void aStraightLineFitsOnlyTheLine() {
        assertThat(page(P11FittingCurve.class).fits()).allSatisfy(fit -> {
            if (fit.example().name().equals("line")) assertThat(fit.line()).isGreaterThan(0.98);
            else assertThat(fit.line()).isLessThan(0.9);
        });
    }

    @Test
    void hiddenSigmoidLayersFailWhereTheOthersLearn() {
        var page = page(P12ChoosingActivation.class);
        for (Activation hidden : P12ChoosingActivation.HIDDEN) {
            for (Task task : Task.values()) {
                assertThat(page.scores(task, hidden)).as(task + " " + hidden).allSatisfy(score -> {
                    if (hidden.equals(Activations.SIGMOID)) assertThat(score).isLessThan(0.75);
                    else assertThat(score).isGreaterThan(0.9);
                });
            }
        }
    }

    @Test
    void aSigmoidOutputCannotFollowNumbersBelowZero() {
        var page = page(P12ChoosingActivation.class);
        assertThat(page.identityOutput()).isGreaterThan(0.8);
        assertThat(page.sigmoidOutput()).isLessThan(0.5);
    }
}
