package hillock.cli;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.nn.Entry;
import hillock.nn.Entry.Kind;
import hillock.plot.DisplayWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class ListingTest {
    @ParameterizedTest
    @EnumSource
    void listsAllInEightyColumns(Kind kind) {
        for (String language : new String[] {"en", "zh"}) {
            Run run = Run.of(Listing.command(kind), "--lang", language);
            assertThat(run.code()).isEqualTo(Main.OK);
            assertThat(run.out().lines().map(line -> line.split(" ", 2)[0]))
                    .containsSubsequence(
                            Entry.all(kind).stream().map(Entry::name).toList());
            assertThat(run.out().lines()).allMatch(line -> DisplayWidth.of(line) <= 80);
        }
    }

    @ParameterizedTest
    @EnumSource
    void eachHasAPageAndJson(Kind kind) {
        JsonNode all = new JsonMapper()
                .readTree(Run.of(Listing.command(kind), "--json").out());
        assertThat(all.size()).isEqualTo(Entry.all(kind).size());
        for (Entry e : Entry.all(kind)) {
            assertThat(Run.of(Listing.command(kind), e.name()).out()).startsWith(e.name() + "\n  formula");
        }
    }

    @Test
    void aScheduleIsDrawnWithItsSettings() {
        assertThat(Run.of("schedules", "step:step_size=25").out())
                .contains("StepLR", "step:step_size=25", "epoch", "⠤");
        assertThat(Run.of("schedules", "linear then cosine").out()).contains("linear then cosine", "⠤");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            optimizers | adam(lr=0.01)                | lr = 0.01, beta1 = 0.9
            optimizers | sgd:momentum=0.9,nesterov=1  | momentum = 0.9, dampening = 0, nesterov = 1
            losses     | huber:delta=2                | delta = 2
            losses     | cross_entropy:weight=[1, 5]  | weight = [1, 5]
            losses     | triplet_margin(p=1)          | margin = 1, p = 1
            schedules  | step(step_size=3)            | step_size = 3, gamma = 0.1
            schedules  | multistep:milestones=[30,80] | milestones = [30, 80]
            """)
    void settingsThatAreGivenAreShown(String command, String text, String settings) {
        assertThat(Run.of(command, text).out().lines())
                .anyMatch(line -> line.startsWith("  settings") && line.contains(settings));
        String[] first = settings.split(", (?![0-9])|=", 3);
        JsonNode shown = new JsonMapper()
                .readTree(Run.of(command, text, "--json").out())
                .get("settings")
                .get(first[0].strip());
        assertThat(shown.isNumber() ? String.valueOf(shown.asDouble()).replaceFirst("\\.0$", "") : shown.asString())
                .isEqualTo(first[1].strip());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            losses --find qqq          | None of the losses contains "qqq".
            losses hubr                | There is no loss "hubr": did you mean "huber"?
            losses huber:delta=0       | The delta of huber has to be a number above 0, not 0.
            schedules step:step_size=0 | The step_size of step has to be a whole number from 1 on, not 0.
            losses triplet_margin(q=1) | triplet_margin has no setting "q": it has margin, p, swap.
            initialisers constant(x=3) | constant has no setting "x": it has none.
            optimizers adm             | There is no optimizer "adm": did you mean "adam"?
            initialisers zeros         | There is no initialiser "zeros": choose one of
            """)
    void whatIsWrongIsOneSentence(String command, String sentence) {
        Run run = Run.of(command.split(" "));
        assertThat(run.code()).isEqualTo(Main.BAD_INPUT);
        assertThat(run.out()).isEmpty();
        assertThat(run.err()).startsWith(sentence);
    }

    @Test
    void theFilterLooksAtAdviceToo() {
        assertThat(Run.of("losses", "--find", "outliers").out().lines().map(l -> l.split(" ", 2)[0]))
                .contains("mse", "l1", "huber")
                .doesNotContain("cross_entropy");
    }
}
