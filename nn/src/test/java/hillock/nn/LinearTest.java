package hillock.nn;

import static hillock.nn.Close.assertClose;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.reference.Golden;
import hillock.reference.Golden.Case;
import hillock.tensor.Gradients;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LinearTest {
    /// Values and all gradients; the case without a bias is a bias of 0.
    @ParameterizedTest
    @ValueSource(strings = {"linear", "linear_nobias_3d", "linear_1d"})
    void agreesWithPyTorch(String name) {
        Golden golden = Golden.open("layers");
        Case c = golden.cases().stream()
                .filter(x -> x.name().equals(name))
                .findFirst()
                .orElseThrow();
        boolean biased = golden.has(c.key("param.bias"));
        Tensor bias = biased ? golden.tensor(c.key("param.bias")) : Tensor.zeros(4);
        Linear layer = new Linear(Parameter.of(golden.tensor(c.key("param.weight"))), Parameter.of(bias));
        Tensor x = golden.tensor(c.key("in.x")).requiresGradient();
        Tensor y = layer.apply(x);
        assertThat(y.shape().dims()).isEqualTo(golden.dims(c.key("out.y")));
        assertClose(y, Close.exact(golden, c, "out", "y"), 1e-6, "value");
        Gradients g = y.times(golden.tensor(c.key("up.y"))).sum().gradients();
        assertClose(g.of(x), Close.exact(golden, c, "grad", "x"), 2e-6, "gradient of x");
        assertClose(g.of(layer.weight().value()), Close.exact(golden, c, "grad", "weight"), 2e-6, "of the weight");
        if (biased)
            assertClose(g.of(layer.bias().value()), Close.exact(golden, c, "grad", "bias"), 2e-6, "of the bias");
    }

    @Test
    void theExampleOfTheDocumentationHolds() {
        Linear layer = Linear.of(3, 2, Rng.of(1));
        assertThat(layer.apply(Tensor.of(new float[] {1, 2, 3}, 1, 3)).shape()).hasToString("[1, 2]");
        assertThat(layer.in()).isEqualTo(3);
        assertThat(layer.out()).isEqualTo(2);
    }

    @Test
    void wrongShapesFailAtOnce() {
        assertThatThrownBy(() -> new Linear(Parameter.of(Tensor.zeros(2, 3)), Parameter.of(Tensor.zeros(3))))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a linear layer needs weight [out, in] and bias [out], not [2, 3] and [3]");
        assertThatThrownBy(() -> Linear.of(3, 2, Rng.of(1)).apply(Tensor.zeros(5, 4)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("cannot multiply matrices of shapes [5, 4] and [2, 3] transposed");
    }
}
