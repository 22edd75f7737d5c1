package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.plot.DisplayWidth;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {
    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void listsAllOfThemInEightyColumns(String language) {
        Run run = Run.of("activations", "--lang", language);
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.out().lines().map(line -> line.split(" ", 2)[0]))
                .containsSubsequence(
                        Activations.all().stream().map(Activation::name).toList());
        assertThat(run.out().lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
    }

    @Test
    void theListMayBeFilteredAndSorted() {
        assertThat(names("--find", "transformer")).containsExactly("relu_squared", "gelu", "swiglu", "geglu", "reglu");
        assertThat(names("--find", "ELU(", "--sort", "name")).isSorted();
        assertThat(names("--sort", "slope").getFirst()).isEqualTo("hardsigmoid");
        assertThat(Run.of("activations", "--find", "qqq"))
                .isEqualTo(new Run(Main.BAD_INPUT, "", "None of the activations contains \"qqq\".\n"));
    }

    private static List<String> names(String... options) {
        String[] command =
                Stream.concat(Stream.of("activations"), Stream.of(options)).toArray(String[]::new);
        List<String> known = Activations.all().stream().map(Activation::name).toList();
        return Run.of(command)
                .out()
                .lines()
                .map(line -> line.split(" ", 2)[0])
                .filter(known::contains)
                .toList();
    }

    @Test
    void saysWhatThereIsToKnow() {
        assertThat(Run.of("activations", "leaky_relu").out()).startsWith("""
                leaky_relu
                  formula     x > 0 ? x : x * negative_slope
                  f'(x)       x > 0 ? 1 : negative_slope
                  range       (-∞, ∞)
                  derivative  [0.01, 1]
                  settings    negative_slope = 0.01
                  shape       never falls
                  kinks       at 0, slope 0.01, from 0.01 to 1
                  flat        nowhere: the slope stays above a hundredth of its largest value, 1
                  dead units  none
                  gain        1.4141
                  error       value at most 0.8 ulp; slope at most 0.3 ulp
                  PyTorch     nn.LeakyReLU
                  Keras       leaky_relu: here leaky_relu(negative_slope=0.2); LeakyReLU: here
                              leaky_relu(negative_slope=0.3)
                  JAX         leaky_relu
                  ONNX        LeakyRelu
                  note        In JAX the slope at 0 is 1.
                  use for     hidden layers in which ReLU units die: a small gradient is left
                              for x < 0
                  not for     when ReLU works: it brings little then
                """);
    }

    @Test
    void saysItInChinese() {
        assertThat(Run.of("activations", "gelu_tanh", "--lang", "zh").out())
                .contains("出处", "注意        与 gelu 至多相差 4.7e-4。", "误差", "JAX         gelu\n");
        assertThat(Run.of("activations", "gelu", "--lang", "zh").out()).contains("gelu：相当于这里的 gelu_tanh");
    }

    @Test
    void namesElsewhereAreFound() {
        assertThat(names("--find", "hard_silu")).containsExactly("hardswish");
    }

    @Test
    void rangesAreThoseOfTheChosenSettings() {
        assertThat(Run.of("activations", "leaky_relu(negative_slope=0.2)").out())
                .startsWith("leaky_relu\n")
                .contains("[0.2, 1]", "negative_slope = 0.2\n", "Leaky ReLU(0.2) derivative");
    }

    @Test
    void aFormulaIsDescribedAsABuiltInOne() {
        assertThat(Run.of("activations", "x*sigmoid(1.7*x)", "--formula").out())
                .contains(
                        "sigmoid(1.7 * x) * (1 + 1.7 * x * (1 - sigmoid(1.7 * x)))",
                        "[-0.1638, ∞)",
                        "rises and falls; no kinks",
                        "f(x) = x \\, \\sigma\\left(1.7 \\, x\\right)\n");
        assertThat(Run.of("activations", "x * sigmiod(x)").err())
                .startsWith("There is no function \"sigmiod\": did you mean \"sigmoid\"?\n")
                .endsWith("\n  x * sigmiod(x)\n      ^\n");
    }

    @Test
    void jsonHoldsTheSame() {
        JsonNode all = new JsonMapper().readTree(Run.of("activations", "--json").out());
        assertThat(all.size()).isEqualTo(Activations.all().size());
        JsonNode one = new JsonMapper()
                .readTree(Run.of("activations", "leaky_relu", "--json", "--lang", "zh")
                        .out());
        assertThat(one.propertyNames())
                .containsExactly(
                        "name",
                        "formula",
                        "range",
                        "derivative_range",
                        "settings",
                        "domain",
                        "derivative",
                        "trend",
                        "symmetry",
                        "kinks",
                        "lipschitz",
                        "flat_below",
                        "flat_above",
                        "dies",
                        "value_ulp",
                        "slope_ulp",
                        "slope_ulp_of_one",
                        "gain",
                        "elsewhere",
                        "source",
                        "note",
                        "use",
                        "avoid");
        assertThat(one.get("elsewhere").get(3).get("here").asString()).isEqualTo("leaky_relu(negative_slope=0.2)");
        assertThat(one.get("kinks").get(0).asDouble()).isZero();
        assertThat(one.get("flat_below").isNull()).isTrue();
        assertThat(one.get("settings").get("negative_slope").asDouble()).isEqualTo(0.01);
        assertThat(one.get("use").asString()).startsWith("ReLU 神经元");
    }

    @Test
    void anUnknownOneIsOneSentence() {
        assertThat(Run.of("activations", "softmx"))
                .isEqualTo(
                        new Run(Main.BAD_INPUT, "", "There is no activation \"softmx\": did you mean \"softmax\"?\n"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
                    one two three four | 9  | one two/  three/  four
                    one two            | 9  | one two
                    隐藏层：在那里。   | 10 | 隐藏层：/  在那里。
                    incomprehensible   | 5  | incomprehensible
                    """)
    void paragraphsBreakWhereTheyMay(String text, int width, String lines) {
        assertThat(Paragraph.wrap(text, width, "  ").replace('\n', '/')).isEqualTo(lines);
    }
}
