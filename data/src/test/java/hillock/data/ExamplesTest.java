package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.tensor.Rng;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ExamplesTest {
    static Stream<Example> examples() {
        return Examples.ALL.stream();
    }

    @ParameterizedTest
    @MethodSource("examples")
    void drawsTheRowsAskedFor(Example example) {
        Table table = example.table(Rng.of(1), 200);
        assertThat(table.rows()).isEqualTo(200);
        assertThat(table.source()).isEqualTo(example.name());
        assertThat(table.columns()).isEqualTo(example.table(Rng.of(1), 200).columns());
        assertThat(table.columns()).isNotEqualTo(example.table(Rng.of(2), 200).columns());
        List<Column> inputs = table.columns().subList(0, table.columns().size() - 1);
        for (Column column : inputs) assertThat(column.cells()).noneMatch(c -> Double.isNaN(Numbers.parse(c)));
        assertThat(example.about()).endsWith(".");
    }

    @ParameterizedTest
    @MethodSource("examples")
    void aCurveLiesNearItsTruthAndClassesAreBalanced(Example example) {
        Table table = example.table(Rng.of(1), 300);
        if (!(example.points() instanceof Points.Curve curve)) {
            List<String> labels = table.column("class").orElseThrow().cells();
            for (String label : new HashSet<>(labels))
                assertThat(Collections.frequency(labels, label)).isGreaterThanOrEqualTo(100);
            assertThat(example.truth()).isEmpty();
            return;
        }
        double squares = 0;
        for (int i = 0; i < table.rows(); i++) {
            double x = Numbers.parse(table.column("x").orElseThrow().cells().get(i));
            double y = Numbers.parse(table.column("y").orElseThrow().cells().get(i));
            double miss = y - example.truth().orElseThrow().applyAsDouble(x);
            squares += miss * miss;
        }
        assertThat(Math.sqrt(squares / table.rows())).isBetween(0.8 * curve.noise(), 1.2 * curve.noise());
    }

    @ParameterizedTest
    @CsvSource({"sine, sine", "Damped-Sine, damped_sine", "damped sine, damped_sine"})
    void findsAnExampleByName(String asked, String name) {
        assertThat(Example.named(asked).name()).isEqualTo(name);
    }

    @Test
    void anUnknownNameListsTheKnown() {
        assertThatThrownBy(() -> Example.named("spirl"))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(
                        "there is no example \"spirl\" (did you mean spiral?): choose one of line, parabola");
        assertThatThrownBy(() -> Example.named("zzz")).hasMessageStartingWith("there is no example \"zzz\": choose");
    }

    @Test
    void namesAreUnique() {
        assertThat(Examples.ALL)
                .extracting(Example::name)
                .doesNotHaveDuplicates()
                .allMatch(n -> n.matches("[a-z0-9_]+"));
    }

    @Test
    void carbonDioxideGoesFrom1959To2024() {
        Table table = Examples.co2();
        assertThat(table.rows()).isEqualTo(66);
        assertThat(table.notes()).isEmpty();
        List<String> years = table.column("year").orElseThrow().cells();
        for (int i = 0; i < 66; i++) assertThat(years.get(i)).isEqualTo(String.valueOf(1959 + i));
        List<String> ppm = table.column("co2_ppm").orElseThrow().cells();
        for (int i = 1; i < 66; i++) {
            assertThat(Numbers.parse(ppm.get(i)) - Numbers.parse(ppm.get(i - 1)))
                    .as(years.get(i))
                    .isBetween(0.2, 4.0);
        }
    }
}
