package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActivationDerivativeTest {
    @Test
    void isNaNAtNaN() {
        for (Activation activation : Activations.all()) {
            assertThat(activation.derivative(Double.NaN)).as(activation.name()).isNaN();
        }
    }
}
