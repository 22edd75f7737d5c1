package hillock.tabular;

import static hillock.tabular.Tables.column;
import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Column;
import hillock.data.Csv;
import hillock.data.Example;
import hillock.data.Examples;
import hillock.data.Table;
import hillock.tabular.Caution.Way;
import hillock.tensor.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LeaksTest {
    private static final int ROWS = 300;

    private static List<Caution.Leak> leaks(Table table, String target) {
        Study.Question question = new Study.Question(Optional.of(target), Optional.empty(), List.of(), 0);
        return Leaks.of(Study.of(table, question));
    }

    /// A table with two inputs of noise, one of the kind at hand, and the target.
    private static List<Caution.Leak> leaks(IntFunction<Object> x, IntFunction<Object> y) {
        Random random = new Random(5);
        return leaks(
                Table.of(
                        "t.csv",
                        List.of(
                                column("noise", ROWS, _ -> random.nextGaussian()),
                                column("x", ROWS, x),
                                column("other", ROWS, _ -> random.nextGaussian()),
                                column("y", ROWS, y))),
                "y");
    }

    private static double number(int row) {
        return new Random(row).nextGaussian() * 3 + row % 7;
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(strings = {"copy", "line", "order", "values"})
    void numbersThatGiveTheTargetAway(String kind) {
        IntFunction<Object> y = switch (kind) {
            case "values" -> i -> List.of(3.5, 2.25, 9.125, 4.0, 7.5, 1.75).get(i * 7 % 6);
            default -> LeaksTest::number;
        };
        IntFunction<Object> x = switch (kind) {
            case "copy" -> y;
            case "line" -> i -> 1.19 * number(i) + 3;
            case "order" -> i -> Math.exp(-number(i));
            default -> i -> "shop " + i * 7 % 6;
        };
        assertThat(leaks(x, y)).singleElement().satisfies(leak -> {
            assertThat(leak.name()).isEqualTo("x");
            assertThat(leak.way().name()).isEqualToIgnoringCase(kind);
            assertThat(leak.share()).isGreaterThan(0.999);
        });
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"copy", "values", "threshold", "filled"})
    void classesThatAreGivenAway(String kind) {
        IntFunction<Object> y = i -> new Random(i).nextInt(5) < 2 ? "yes" : "no";
        IntFunction<Object> x = i -> {
            boolean yes = y.apply(i).equals("yes");
            return switch (kind) {
                case "copy" -> yes ? 1 : 0;
                case "values" -> (yes ? "left " : "stayed ") + i % 4;
                case "threshold" -> (yes ? 1 : -1) * (0.001 + new Random(i + 1000).nextDouble());
                default -> yes ? i % 50 + 0.5 : "";
            };
        };
        assertThat(leaks(x, y)).singleElement().satisfies(leak -> {
            assertThat(leak.name()).isEqualTo("x");
            assertThat(leak.way().name()).isEqualToIgnoringCase(kind);
        });
    }

    /// One wrong row in a hundred of those that matter is all but perfect, five are not.
    @Test
    void allButPerfect() {
        IntFunction<Object> y = i -> i % 3 == 0 ? "yes" : "no";
        assertThat(leaks(i -> i == 50 ? "yes" : y.apply(i), y)).hasSize(1);
        assertThat(leaks(i -> i % 60 == 0 ? "no" : y.apply(i), y)).isEmpty();
    }

    @Test
    void aColumnThatComesCloseIsNoLeak() {
        assertThat(leaks(i -> number(i) + 0.2 * new Random(i + 99).nextGaussian(), LeaksTest::number))
                .isEmpty();
        // Each text comes once or twice: knowing it tells nothing about other rows.
        assertThat(leaks(i -> "t" + i / 2, i -> new Random(i).nextInt(5) < 2 ? "a" : "b"))
                .isEmpty();
    }

    @Test
    void timeMayTellATrend() {
        assertThat(leaks(i -> 1700 + i, i -> 3.0 * i * i)).isEmpty();
    }

    @Test
    void theOnlyNumberOfACurveIsNoLeakButTheOnlyCategoryOfAClassIs() {
        Table curve = Table.of("t.csv", List.of(column("x", 50, i -> i * i * 0.1), column("y", 50, i -> i * i * 0.3)));
        assertThat(leaks(curve, "y")).isEmpty();
        Table words =
                Table.of("t.csv", List.of(column("x", 50, i -> i % 2 == 0 ? "a" : "b"), column("y", 50, i -> i % 2)));
        assertThat(leaks(words, "y")).containsExactly(new Caution.Leak("x", Way.COPY, 1));
    }

    /// In a large table some rows are looked at first, and all where something is found.
    @Test
    void inALargeTableTheShareIsThatOfAllRows() {
        int rows = 30_000;
        Table table = Table.of(
                "t.csv",
                List.of(
                        column("noise", rows, i -> new Random(i).nextGaussian()),
                        column("x", rows, i -> i == 1 ? "b" : i % 2 == 0 ? "a" : "b"),
                        column("y", rows, i -> i == 1 ? "p" : i % 2 == 0 ? "p" : "q")));
        assertThat(leaks(table, "y")).singleElement().satisfies(leak -> {
            assertThat(leak.way()).isEqualTo(Way.VALUES);
            assertThat(leak.share()).isBetween(0.9999, 0.99999);
        });
    }

    @Test
    void noExampleCriesWolf() {
        for (Example example : Examples.ALL) {
            Table table = example.table(Rng.of(1), 1000);
            assertThat(leaks(table, table.columns().getLast().name()))
                    .as(example.name())
                    .isEmpty();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "iris, species", "wine, cultivar", "breast_cancer, diagnosis", "digits, digit", "penguins, species",
        "pima_diabetes, diabetes", "mpg, mpg", "diamonds, price", "tips, tip", "diabetes, progression",
        "linnerud, Waist", "airline_passengers, Passengers"
    })
    void noRealTableCriesWolf(String name, String target) {
        Table table = Csv.read(Tables.shared("data/" + name + ".csv"));
        assertThat(leaks(table, target)).isEmpty();
    }

    @Test
    void theTitanicsAliveSaysWhoSurvived() {
        Table table = Csv.read(Tables.shared("data/titanic.csv"));
        assertThat(leaks(table, "survived")).containsExactly(new Caution.Leak("alive", Way.COPY, 1));
    }

    /// Setosa against the others is easy: two columns part them.
    @Test
    void anEasyTaskIsNoLeak() {
        Table iris = Csv.read(Tables.shared("data/iris.csv"));
        List<Column> columns = new ArrayList<>(iris.columns());
        Column species = columns.removeLast();
        columns.add(column("setosa", iris.rows(), i -> species.cells().get(i).equals("setosa") ? "yes" : "no"));
        assertThat(leaks(Table.of("t.csv", columns), "setosa")).isEmpty();
    }
}
