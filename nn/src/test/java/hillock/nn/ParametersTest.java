package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import org.junit.jupiter.api.Test;

class ParametersTest {
    private static final Rng RNG = Rng.of(1);

    /// What a user writes: a module of modules.
    public record Residual(Module inner, Parameter scale) implements Module {
        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return x.plus(inner.forward(x, pass).times(scale.value()));
        }
    }

    record Ensemble(List<Linear> members, String note) implements Module {
        @Override
        public Tensor forward(Tensor x, Pass pass) {
            return members.stream()
                    .map(m -> m.forward(x, pass))
                    .reduce(Tensor::plus)
                    .orElseThrow();
        }
    }

    private static Sequential mlp() {
        return Sequential.of(Linear.of(2, 3, RNG), Activations.RELU, Linear.of(3, 1, RNG));
    }

    @Test
    void namesAreThoseOfPyTorch() {
        assertThat(Parameters.of(mlp()).keySet()).containsExactly("0.weight", "0.bias", "2.weight", "2.bias");
        assertThat(Parameters.count(mlp())).isEqualTo(2 * 3 + 3 + 3 + 1);
        assertThat(Parameters.of(Linear.of(2, 3, RNG)).keySet()).containsExactly("weight", "bias");
        assertThat(Parameters.of(Activations.LEAKY_RELU)).isEmpty();
    }

    @Test
    void recordsOfTheUsersAreWalked() {
        Residual residual = new Residual(mlp(), Parameter.of(Tensor.scalar(0.5)));
        assertThat(Parameters.of(residual).keySet())
                .containsExactly("inner.0.weight", "inner.0.bias", "inner.2.weight", "inner.2.bias", "scale");
        Ensemble ensemble = new Ensemble(List.of(Linear.of(1, 1, RNG), Linear.of(1, 1, RNG)), "two");
        assertThat(Parameters.of(ensemble).keySet())
                .containsExactly("members.0.weight", "members.0.bias", "members.1.weight", "members.1.bias");
        assertThat(Parameters.of(Sequential.of(ensemble, residual)).keySet())
                .contains("0.members.1.bias", "1.inner.2.weight", "1.scale");
    }

    @Test
    void aSharedParameterCountsOnceAndGetsBothGradients() {
        Linear shared = Linear.of(2, 2, RNG);
        Sequential twice = Sequential.of(shared, Activations.TANH, shared);
        assertThat(Parameters.of(twice).keySet()).containsExactly("0.weight", "0.bias");
        Tensor x = Tensor.normal(Rng.of(2), 4, 2);
        Tensor loss = twice.apply(x).sum();
        Tensor gradient = loss.gradients().of(shared.weight().value());
        Linear first = new Linear(Parameter.of(shared.weight().value().detach()), shared.bias());
        Linear second = new Linear(Parameter.of(shared.weight().value().detach()), shared.bias());
        var apart =
                Sequential.of(first, Activations.TANH, second).apply(x).sum().gradients();
        Tensor sum =
                apart.of(first.weight().value()).plus(apart.of(second.weight().value()));
        assertThat(gradient.toArray()).isEqualTo(sum.toArray());
    }

    @Test
    void aSnapshotStaysAndBringsBack() {
        Sequential net = mlp();
        SequencedMap<String, Tensor> before = Parameters.snapshot(net);
        Tensor x = Tensor.normal(Rng.of(3), 5, 2);
        float[] answer = net.apply(x).toArray();
        Parameters.of(net).values().forEach(p -> p.set(p.value().detach().plus(1)));
        assertThat(net.apply(x).toArray()).isNotEqualTo(answer);
        Parameters.restore(net, before);
        assertThat(net.apply(x).toArray()).isEqualTo(answer);
        assertThat(before.get("0.weight").isTracked()).isFalse();
    }

    @Test
    void whatDoesNotFitIsRefused() {
        Linear layer = Linear.of(1, 1, RNG);
        assertThatThrownBy(() -> Parameters.restore(layer, Map.of("weight", Tensor.zeros(1, 1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("the module has the parameters [weight, bias], given were [weight]");
        assertThatThrownBy(
                        () -> Parameters.restore(layer, Map.of("weight", Tensor.zeros(1, 2), "bias", Tensor.zeros(1))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a value of shape [1, 1] cannot become one of [1, 2]");
    }

    @Test
    void theSameSeedGivesTheSameNetwork() {
        Sequential a = Sequential.mlp(3, List.of(8, 8), 2, Activations.TANH, Init.XAVIER_NORMAL, Rng.of(5));
        Sequential b = Sequential.mlp(3, List.of(8, 8), 2, Activations.TANH, Init.XAVIER_NORMAL, Rng.of(5));
        Sequential c = Sequential.mlp(3, List.of(8, 8), 2, Activations.TANH, Init.XAVIER_NORMAL, Rng.of(6));
        Tensor x = Tensor.normal(Rng.of(1), 4, 3);
        assertThat(a.apply(x).toArray())
                .isEqualTo(b.apply(x).toArray())
                .isNotEqualTo(c.apply(x).toArray());
        assertThat(Parameters.of(a).keySet())
                .containsExactly("0.weight", "0.bias", "2.weight", "2.bias", "4.weight", "4.bias");
    }
}
