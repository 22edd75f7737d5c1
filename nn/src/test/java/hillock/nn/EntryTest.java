package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.nn.Description.Line;
import hillock.nn.Entry.Kind;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class EntryTest {
    /// Without which hardly an English sentence can be written.
    static final Pattern WORDS = Pattern.compile(
            "\\b(a|and|after|along|as|but|by|each|from|for|in|is|normal|of|over|side|so|than|the|times|to|up|while|with)\\b [a-z]{2}");

    static Stream<Entry> all() {
        return Arrays.stream(Kind.values()).flatMap(kind -> Entry.all(kind).stream());
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachHasItsFormulaAndAdviceInBothLanguages(Entry e) {
        String mend = e.kind() + " " + e.name() + ": add it to description_zh.properties";
        assertThat(e.facts().definition()).isNotBlank();
        assertThat(e.use(Locale.ROOT)).isNotBlank();
        for (List<String> texts : List.of(
                List.of(e.use(Locale.ROOT), e.use(Locale.CHINESE)),
                List.of(e.avoid(Locale.ROOT), e.avoid(Locale.CHINESE)),
                List.of(e.note(Locale.ROOT), e.note(Locale.CHINESE)))) {
            if (texts.getFirst().isEmpty()) assertThat(texts.getLast()).isEmpty();
            else if (!texts.getFirst().equals("transformers"))
                assertThat(texts.getLast()).as(mend).matches(".*\\p{IsHan}.*");
        }
        assertThat(e.formula(Locale.CHINESE)).as(mend + ", as .formula").doesNotContainPattern(WORDS);
        for (Argument a : e.arguments()) assertThat(e.shown(a, Locale.CHINESE)).doesNotContain("each");
        assertThat(e.lines(Locale.CHINESE).stream().map(Line::text)).hasSameSizeAs(e.lines(Locale.ROOT));
    }

    @ParameterizedTest
    @MethodSource("all")
    void eachCanBeNamed(Entry e) {
        if (!e.isNameable()) {
            assertThatThrownBy(() -> {
                        if (e.kind() == Kind.LOSS) Losses.parse(e.name() + "(margin=2)");
                        else Optimizer.parse(e.name());
                    })
                    .isInstanceOf(BadInput.class)
                    .hasMessageContaining("it is for programs: hillock ");
            return;
        }
        Object made = switch (e.kind()) {
            case LOSS -> Losses.parse(e.name());
            case OPTIMIZER -> Optimizer.parse(e.name());
            case SCHEDULE -> Schedules.parse(e.name());
            case INITIALISER -> Init.named(e.name());
        };
        assertThat(made).isNotNull();
        // How to write here what another library computes has to be readable, too.
        for (Elsewhere other : e.facts().elsewhere())
            if (!other.here().isEmpty())
                assertThat(Optimizer.parse(other.here()).name()).isEqualTo(e.name());
        assertThat(Entry.named(e.kind(), e.name().toUpperCase(Locale.ROOT))).isEqualTo(e);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            huber(delta=0)            | The delta of huber has to be a number above 0, not 0.
            huber(delta=[1, 2])       | The delta of huber is one number, not a list of 2.
            quantile:q=1              | The q of quantile has to be a number between 0 and 1, not 1.
            kl_div(log_target=0.5)    | The log_target of kl_div has to be a whole number from 0 to 1, not 0.5.
            cross_entropy:weight=[1,-1] | The weight of cross_entropy has to be a number from 0 to 1000000000, not -1.
            cross_entropy:weight=[1,] | In "cross_entropy:weight=[1,]", "weight=[1,]" is not a setting: write name=number.
            """)
    void settingsOfLossesAreChecked(String text, String sentence) {
        assertThatThrownBy(() -> Losses.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            sgd(lr=-1)           | The lr of sgd has to be 0 or more, not -1.0.
            adam(beta1=1)        | The beta1 of adam has to be from 0 to below 1, not 1.0.
            sgd:nesterov=2       | The nesterov of sgd has to be 0 or 1, not 2.0.
            sgd:weight_decay=-1  | The weight_decay of sgd has to be 0 or more, not -1.0.
            sgd:lr=[1,2]         | The lr of sgd is one number, not a list of 2.
            """)
    void settingsOfOptimizersAreChecked(String text, String sentence) {
        assertThatThrownBy(() -> Optimizer.parse(text))
                .isInstanceOf(BadInput.class)
                .hasMessage(sentence);
    }

    @Test
    void aColonWritesTheSameCall() {
        assertThat(Optimizer.parse("sgd:lr=0.1,momentum=0.9")).isEqualTo(Optimizer.parse("sgd(lr=0.1, momentum=0.9)"));
        assertThat(Activation.parse("leaky_relu:negative_slope=0.2"))
                .isEqualTo(Activation.parse("leaky_relu(negative_slope=0.2)"));
    }
}
