package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.BadInput;
import hillock.reference.Golden;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;
import tools.jackson.databind.JsonNode;

class InitTest {
    /// Bound and standard deviation by PyTorch's formulas; then of a draw: every weight within the
    /// bound and near it, the deviation within five standard errors.
    @ParameterizedTest
    @CsvSource({
        "xavier_uniform, xavier_uniform, identity",
        "xavier_uniform, xavier_uniform_gain, tanh",
        "xavier_normal, xavier_normal, identity",
        "he_uniform, kaiming_uniform_fan_in_relu, relu",
        "he_normal, kaiming_normal_fan_in_relu, relu",
        "torch, kaiming_uniform_a_sqrt5, relu",
        "he_fan_out_uniform, kaiming_uniform_fan_out_relu, relu",
        "he_fan_out_normal, kaiming_normal_fan_out_leaky, leaky_relu(negative_slope=0.2)",
        "truncated_normal, trunc_normal_0.02, relu"
    })
    void isPyTorchs(String name, String row, String activation) {
        Init init = Init.named(name);
        double gain = Activation.parse(activation).gain();
        JsonNode[] rows = StreamSupport.stream(
                        Golden.json("init.json").get("cases").spliterator(), false)
                .filter(c ->
                        c.get("init").asString().equals(row) && c.get("shape").size() == 2)
                .toArray(JsonNode[]::new);
        assertThat(rows).hasSize(2);
        for (JsonNode c : rows) {
            int out = c.get("shape").get(0).asInt();
            int in = c.get("shape").get(1).asInt();
            double std = c.get("theory_std").asDouble();
            assertThat(init.deviation(gain, out, in)).isCloseTo(std, within(1e-6 * std));
            Tensor weights = init.draw(Rng.of(1), gain, out, in);
            assertThat(weights.shape().dims()).containsExactly(out, in);
            checkDraw(weights, std, c.get("bound"));
        }
    }

    private static void checkDraw(Tensor weights, double std, JsonNode bound) {
        int n = weights.shape().size();
        double mean = weights.mean().item();
        double deviation = Math.sqrt(weights.times(weights).mean().item());
        assertThat(mean).isCloseTo(0, within(5 * std / Math.sqrt(n)));
        assertThat(deviation).isCloseTo(std, within(5 * std / Math.sqrt(2.0 * n)));
        double largest = Math.max(weights.max().item(), -weights.min().item());
        if (bound.isNull()) {
            assertThat(largest).isGreaterThan(3.5 * std);
        } else {
            assertThat(largest).isBetween(0.999 * bound.asDouble(), bound.asDouble() * (1 + 1e-6));
        }
    }

    @ParameterizedTest
    @CsvSource({"5, 9", "9, 5", "7, 7", "1, 4"})
    void orthogonalOnesStandAtRightAngles(int out, int in) {
        Tensor w = Init.ORTHOGONAL.draw(Rng.of(5), 2, out, in);
        Tensor products =
                out <= in ? w.matmul(w.permute(1, 0)) : w.permute(1, 0).matmul(w);
        int n = Math.min(out, in);
        double[] expected = new double[n * n];
        for (int i = 0; i < n; i++) expected[i * n + i] = 4;
        Close.assertClose(products, expected, 1e-6, "products");
    }

    /// Those without a layer's size.
    @ParameterizedTest
    @CsvSource({"uniform", "normal"})
    void plainDrawsArePyTorchs(String row) {
        for (JsonNode c : Golden.json("init.json").get("cases")) {
            if (!c.get("init").asString().equals(row)) continue;
            int[] dims = StreamSupport.stream(c.get("shape").spliterator(), false)
                    .mapToInt(JsonNode::asInt)
                    .toArray();
            double std = c.get("theory_std").asDouble();
            Rng rng = Rng.of(2);
            double bound = c.get("bound").asDouble(0);
            Tensor drawn = row.equals("normal")
                    ? Tensor.normal(rng, dims).times(std)
                    : Tensor.uniform(rng, -bound, bound, dims);
            checkDraw(drawn, std, c.get("bound"));
        }
    }

    @Test
    void constantOnesMakeMeans() {
        assertThat(Init.CONSTANT.draw(Rng.of(1), 2, 3, 4).toArray()).hasSize(12).containsOnly(0.5f);
    }

    @ParameterizedTest
    @EnumSource(mode = Mode.EXCLUDE, names = "CONSTANT")
    void sameSeedSameWeights(Init init) {
        float[] first = init.draw(Rng.of(3), 1, 5, 7).toArray();
        assertThat(init.draw(Rng.of(3), 1, 5, 7).toArray()).isEqualTo(first);
        assertThat(init.draw(Rng.of(4), 1, 5, 7).toArray()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @EnumSource
    void isNamedByItsLabel(Init init) {
        assertThat(Init.named(init.label())).isEqualTo(init);
        assertThat(Init.named(init.name())).isEqualTo(init);
    }

    @ParameterizedTest
    @CsvSource({
        "identity, XAVIER_UNIFORM",
        "sigmoid, XAVIER_UNIFORM",
        "tanh, XAVIER_UNIFORM",
        "relu, HE_UNIFORM",
        "leaky_relu, HE_UNIFORM",
        "leaky_relu(negative_slope=0.3), HE_UNIFORM",
        "leaky_relu(negative_slope=1), XAVIER_UNIFORM",
        "softmax, XAVIER_UNIFORM",
        "log_softmax, XAVIER_UNIFORM"
    })
    void suitsTheActivation(String activation, Init init) {
        assertThat(Init.suitedTo(Activation.parse(activation))).isEqualTo(init);
    }

    @ParameterizedTest
    @CsvSource({
        "kaiming_uniform, HE_UNIFORM",
        "kaiming_normal_, HE_NORMAL",
        "kaiming_fan_out_normal, HE_FAN_OUT_NORMAL",
        "Glorot_Uniform, XAVIER_UNIFORM"
    })
    void namesOfOtherLibrariesAreUnderstood(String name, Init init) {
        assertThat(Init.named(name)).isEqualTo(init);
        assertThat(Entry.named(Entry.Kind.INITIALISER, name).name()).isEqualTo(init.label());
    }

    @Test
    void anUnknownNameListsThoseThatAre() {
        assertThatThrownBy(() -> Init.named("kaiming"))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "There is no initialiser \"kaiming\": choose one of xavier_uniform, xavier_normal, he_uniform,"
                                + " he_normal, torch, he_fan_out_uniform, he_fan_out_normal, lecun_uniform, lecun_normal, orthogonal,"
                                + " constant, truncated_normal.");
    }

    /// What it is for: through ten layers a signal of variance 1 keeps its size.
    @ParameterizedTest
    @EnumSource(
            mode = Mode.EXCLUDE,
            names = {"TORCH", "TRUNCATED_NORMAL", "CONSTANT"})
    void keepsASignalAlive(Init init) {
        Activation activation = Stream.of(Activations.RELU, Activations.IDENTITY)
                .filter(a -> init.label().startsWith("he") == a.isRectifier())
                .findFirst()
                .orElseThrow();
        Rng rng = Rng.of(8);
        Tensor x = Tensor.normal(rng, 64, 128);
        for (int layer = 0; layer < 10; layer++) {
            x = activation.apply(x.matmulTransposed(init.draw(rng, activation.gain(), 128, 128)));
        }
        assertThat(x.times(x).mean().item()).isBetween(0.3f, 3f);
    }
}
