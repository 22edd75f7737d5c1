package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.nn.Description.Line;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class DescriptionTest {
    static List<Activation> all() {
        return Activations.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void adviceAndNotesAreInChineseToo(Activation a) {
        Description english = Description.of(a, Locale.ENGLISH);
        Description chinese = Description.of(a, Locale.SIMPLIFIED_CHINESE);
        String mend = a + ": add it to nn/src/main/resources/hillock/nn/description_zh.properties";
        assertThat(english.use()).isNotBlank();
        assertThat(chinese.use()).as(mend).isNotEqualTo(english.use());
        assertThat(chinese.avoid()).as(mend).isNotEqualTo(english.avoid());
        assertThat(chinese.formula()).as(mend).doesNotContainPattern(EntryTest.WORDS);
        assertThat(chinese.note().isEmpty()).isEqualTo(english.note().isEmpty());
        if (!english.note().isEmpty()) assertThat(chinese.note()).as(mend).isNotEqualTo(english.note());
    }

    @ParameterizedTest
    @MethodSource("all")
    void bothLanguagesHaveTheSameLines(Activation a) {
        assertThat(labels(a, Locale.CHINESE)).hasSameSizeAs(labels(a, Locale.ROOT));
    }

    private static List<String> labels(Activation a, Locale locale) {
        return Description.of(a, locale).lines().stream().map(Line::label).toList();
    }

    /// Whether it is right, the library's documentation says.
    @Test
    void aNameMeansOneFunction() {
        Map<String, String> meanings = new HashMap<>();
        for (Activation a : all()) {
            for (Elsewhere e : a.facts().elsewhere()) {
                String here = e.here().isEmpty()
                        ? a.text()
                        : Activation.parse(e.here()).text();
                String before = meanings.put(e.library() + " " + e.name(), here);
                if (before != null) assertThat(here).as(e.toString()).isEqualTo(before);
            }
        }
    }

    @Test
    void oneThatIsNotInTheCatalogueIsDescribedToo() {
        Activation own = Activation.pointwise("own", x -> x.times(2));
        assertThat(Description.of(own, Locale.CHINESE).lines())
                .contains(new Line("公式", "x * 2", true), new Line("误差", "无", false));
        assertThat(Description.of(Activation.parse("x^3"), Locale.ROOT).use()).contains("your formula");
    }
}
