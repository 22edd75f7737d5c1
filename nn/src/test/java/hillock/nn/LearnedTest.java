package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LearnedTest {
    private static Sequential net(String activation) {
        return Sequential.mlp(2, List.of(6), 1, Activation.parse(activation), Init.HE_UNIFORM, Rng.of(1));
    }

    @Test
    void eachChannelHasItsSlope() {
        Learned layer = (Learned) Activation.parse("prelu(num_parameters=2)").layer();
        assertThat(layer.weight().value().toArray()).containsExactly(0.25f, 0.25f);
        layer.weight().set(Tensor.of(0.5, 2));
        assertThat(layer.apply(Tensor.of(new float[] {-1, -1, 3, -3}, 2, 2)).toArray())
                .containsExactly(-0.5f, -2, 3, -6);
        assertThat(layer.apply(Tensor.of(new float[] {-1, -2, -3, -4}, 1, 2, 2)).toArray())
                .as("dimension 1 of three")
                .containsExactly(-0.5f, -1, -6, -8);
        assertThatThrownBy(() -> layer.apply(Tensor.zeros(2, 3)))
                .hasMessage("prelu with 2 learned numbers needs input [n, 2, …], not [2, 3]");
    }

    @Test
    void aNetworkHasOneForAllOrOneForEachUnit() {
        assertThat(Parameters.of(net("prelu")).get("1.weight").value().shape().size())
                .isEqualTo(1);
        assertThat(Parameters.of(net("prelu(num_parameters=6)"))
                        .get("1.weight")
                        .value()
                        .shape()
                        .size())
                .isEqualTo(6);
    }

    /// What is at its default as in PyTorch is not said.
    @ParameterizedTest
    @CsvSource({
        "prelu, prelu(init=0.25)",
        "prelu(num_parameters=6), 'prelu(init=0.25, num_parameters=6.0)'",
        "softmax, softmax",
        "glu(dim=0), glu(dim=0.0)"
    })
    void itsTextIsRead(String typed, String text) {
        Activation activation = Activation.parse(typed);
        assertThat(activation.text()).isEqualTo(text);
        assertThat(Activation.parse(text)).isEqualTo(activation);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            prelu(num_parameters=5)   | prelu(init=0.25, num_parameters=5.0) has 5 numbers to learn, but the layer before it has 6 units: give it as many, or one for all.
            prelu(num_parameters=0)   | prelu cannot learn 0 numbers: num_parameters is 1, or the units of the layer before it.
            prelu(num_parameters=1.5) | The num_parameters of prelu has to be a whole number, not 1.5.
            softmax(dim=0)            | softmax(dim=0.0) would mix the rows of a batch: leave dim out.
            softmax(dim=-0.5)         | The dim of softmax has to be a whole number, not -0.5.
            """)
    void whatFitsNoNetworkIsRefused(String text, String sentence) {
        assertThatThrownBy(() -> net(text)).isInstanceOf(BadInput.class).hasMessage(sentence);
    }

    @Test
    void aDimensionThatIsNotThere() {
        assertThatThrownBy(() -> Activation.parse("softmax(dim=2)").apply(Tensor.zeros(2, 2)))
                .hasMessage("softmax(dim=2) has no such dimension in [2, 2]");
    }
}
