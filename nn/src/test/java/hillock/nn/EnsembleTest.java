package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;

class EnsembleTest {
    private static Linear layer(double weight, double bias) {
        return new Linear(Parameter.of(Tensor.of(new double[][] {{weight}})), Parameter.of(Tensor.of(bias)));
    }

    @Test
    void answersWithTheMean() {
        Ensemble three = new Ensemble(List.of(layer(1, 0), layer(2, 3), layer(3, 6)));
        assertThat(three.apply(Tensor.of(new double[][] {{1}, {-1}})).toArray()).containsExactly(5, 1);
    }

    @Test
    void itsParametersAreThoseOfItsMembers() {
        Ensemble two = new Ensemble(List.of(Linear.of(2, 3, Rng.of(1)), Linear.of(2, 3, Rng.of(2))));
        assertThat(Parameters.of(two).keySet())
                .containsExactly("members.0.weight", "members.0.bias", "members.1.weight", "members.1.bias");
    }

    @Test
    void nobodyCannotAnswer() {
        assertThatThrownBy(() -> new Ensemble(List.of())).hasMessage("an ensemble needs at least one member");
    }
}
