package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.nn.Activation;
import hillock.nn.Activations;
import hillock.plot.DisplayWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class CatalogueTest {
    @Test
    void everyActivationHasAdviceInEveryLanguage() {
        for (Activation activation : Activations.all()) {
            for (Language language : Language.values()) {
                Advice advice = Advice.of(activation, language);
                assertThat(advice.use()).as(activation.name()).isNotBlank();
                assertThat(advice.avoid()).as(activation.name()).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void listsAllOfThemInEightyColumns(String language) {
        Run run = Run.of("activations", "--lang", language);
        assertThat(run.code()).isEqualTo(Main.OK);
        assertThat(run.out().lines())
                .containsSubsequence(
                        Activations.all().stream().map(Activation::name).toList())
                .allMatch(line -> DisplayWidth.of(line) <= 80);
    }

    @Test
    void saysWhatThereIsToKnow() {
        assertThat(Run.of("activations").out()).contains("""
                leaky_relu
                  formula     x > 0 ? x : x * negative_slope
                  range       (-∞, ∞)
                  derivative  [0.01, 1]
                  settings    negative_slope = 0.01
                  use for     hidden layers in which ReLU units die: a small gradient is left
                              for x < 0
                  not for     when ReLU works: it brings little then
                """);
    }

    @Test
    void oneHasAPlotAndSaysWhichSettingsItsRangesAreFor() {
        assertThat(Run.of("activations", "leaky_relu(negative_slope=0.2)").out())
                .startsWith("leaky_relu\n")
                .contains("[0.01, 1]  (negative_slope = 0.01)", "negative_slope = 0.2\n", "Leaky ReLU(0.2) derivative");
    }

    @Test
    void jsonHoldsTheSame() {
        JsonNode all = new JsonMapper().readTree(Run.of("activations", "--json").out());
        assertThat(all.size()).isEqualTo(Activations.all().size());
        JsonNode one = new JsonMapper()
                .readTree(Run.of("activations", "leaky_relu", "--json", "--lang", "zh")
                        .out());
        assertThat(one.propertyNames())
                .containsExactly("name", "formula", "range", "derivative_range", "settings", "use", "avoid");
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
