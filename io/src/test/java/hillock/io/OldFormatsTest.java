package hillock.io;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.data.Csv;
import hillock.data.Table;
import hillock.nn.Event;
import hillock.nn.Init;
import hillock.tabular.Predictions;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/// A saved model loads in every later version: these folders were written by earlier ones, and
/// never change.
class OldFormatsTest {
    /// Two networks that answer together, calibrated, with the parts of a date; each category had a feature.
    @Test
    void format3() throws URISyntaxException {
        Path old = Path.of(Objects.requireNonNull(OldFormatsTest.class.getResource("/format-3"))
                .toURI());
        Saved saved = ModelFolder.read(old.resolve("birds"));
        assertThat(saved.model().architecture().members()).isEqualTo(2);
        assertThat(saved.model().preparation().features()).contains("habitat=marsh", "habitat is missing");
        Table table = Csv.read(old.resolve("answers.csv"));
        Predictions.Classes answers = (Predictions.Classes) saved.model().predict(table);
        for (int row = 0; row < table.rows(); row++) {
            double expected = table.columns().getLast().number(row);
            assertThat(answers.probabilities()[row][1]).isCloseTo(expected, within(1e-6));
        }
        assertThat(saved.model().domain().ranges()).containsOnlyKeys("seen", "wing");
    }

    /// A date was one number, days.
    @Test
    void format2() throws URISyntaxException {
        Path old = Path.of(Objects.requireNonNull(OldFormatsTest.class.getResource("/format-2"))
                .toURI());
        Saved saved = ModelFolder.read(old.resolve("harvest"));
        assertThat(saved.model().preparation().features())
                .startsWith("picked", "picked is missing", "weather=odd")
                .hasSize(8);
        Table table = Csv.read(old.resolve("answers.csv"));
        Predictions.Numbers answers = (Predictions.Numbers) saved.model().predict(table);
        for (int row = 0; row < table.rows(); row++) {
            double expected = table.columns().getLast().number(row);
            assertThat(answers.values()[row]).isCloseTo(expected, within(1e-4));
        }
    }

    @Test
    void format1() throws URISyntaxException {
        Path old = Path.of(Objects.requireNonNull(OldFormatsTest.class.getResource("/format-1"))
                .toURI());
        Saved saved = ModelFolder.read(old.resolve("insects"));

        assertThat(saved.provenance().data()).isEqualTo("insects.csv");
        assertThat(saved.provenance().hillock()).isEqualTo("0.1.0");
        assertThat(saved.provenance().recipe().init()).contains(Init.HE_UNIFORM);
        assertThat(saved.provenance().recipe().optimizer().orElseThrow().text())
                .isEqualTo("adam(lr=0.003, beta1=0.9, beta2=0.999, eps=1.0E-8, weight_decay=0.0)");
        assertThat(saved.provenance().outcome().ended()).isEqualTo(Event.Reason.EPOCHS_DONE);
        assertThat(saved.model().architecture().describe()).isEqualTo("7 → 6 → 3, leaky_relu(negative_slope=0.05)");

        Table table = Csv.read(old.resolve("answers.csv"));
        Predictions.Classes answers = (Predictions.Classes) saved.model().predict(table);
        assertThat(answers.labels()).isEqualTo(List.of("ant", "bee", "wasp"));
        for (int row = 0; row < table.rows(); row++) {
            for (int k = 0; k < 3; k++) {
                String expected = table.columns().get(3 + k).cells().get(row);
                // A later engine may add in another order; the model stays the same.
                assertThat(answers.probabilities()[row][k]).isCloseTo(Double.parseDouble(expected), within(1e-6));
            }
        }
    }
}
