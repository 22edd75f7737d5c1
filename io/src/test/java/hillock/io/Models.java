package hillock.io;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Column;
import hillock.data.Table;
import hillock.nn.Activation;
import hillock.tabular.Fitted;
import hillock.tabular.Model;
import hillock.tabular.Predictions;
import hillock.tabular.Recipe;
import hillock.tabular.Study;
import hillock.tabular.Task;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/// Small models on a table with every kind of column: numbers, dates and categories, rare levels
/// and missing cells, and names that are hard on JSON.
final class Models {
    static final Recipe RECIPE = Recipe.TUTORIAL
            .hidden(List.of(5, 3))
            .activation(Activation.parse("leaky_relu(negative_slope=0.2)"))
            .epochs(2);

    /// Three networks that bring their inputs to one scale.
    static final Recipe TOGETHER = Recipe.DEFAULT
            .hidden(List.of(5, 3))
            .activation(Activation.parse("prelu"))
            .epochs(2)
            .members(3);

    private Models() {}

    /// 60 rows; the last column is a target for that task.
    static Table table(Task task, long seed) {
        Random random = new Random(seed);
        int n = 60;
        return Table.of(
                "made.csv",
                List.of(
                        column("Größe \"in\" m", n, i -> i % 7 == 0 ? "" : 1 + random.nextGaussian() / 3),
                        column(
                                "wann",
                                n,
                                i -> i % 11 == 0
                                        ? "NA"
                                        : LocalDate.of(2020, 1, 1).plusDays(random.nextInt(900))),
                        column(
                                "颜色",
                                n,
                                i -> i % 9 == 0
                                        ? ""
                                        : List.of("rot", "grün", "b\"l\\au").get(random.nextInt(3))),
                        column("make", n, i -> "m" + (i < 48 ? i % 8 : 8 + (i - 48) / 2)),
                        column("same", n, _ -> "x"),
                        column("y", n, i -> target(task, i, random))));
    }

    /// 180 rows of 60 codes, more than have a feature each.
    static Table manyCodes(Task task) {
        Random random = new Random(4);
        return Table.of(
                "made.csv",
                List.of(
                        column("part", 180, i -> i % 60 == 7 ? "" : "p" + i % 60),
                        column("y", 180, i -> target(task, i, random))));
    }

    private static Object target(Task task, int row, Random random) {
        return switch (task) {
            case REGRESSION -> 1e3 * row + random.nextGaussian();
            case BINARY -> row % 3 == 0 ? "nein" : "ja";
            case MULTICLASS -> List.of("a", "b ", "ç").get(row % 3);
        };
    }

    private static Column column(String name, int rows, IntFunction<Object> cell) {
        return new Column(
                name,
                IntStream.range(0, rows).mapToObj(i -> cell.apply(i).toString()).toList());
    }

    static Fitted fitted(Task task, Recipe recipe) {
        return Study.of(table(task, 1), Study.Question.DEFAULT).fit(recipe, _ -> {});
    }

    static Provenance provenance(Fitted fitted) {
        return Provenance.of(fitted, "0.1.0", "made.csv", Optional.empty());
    }

    /// Both models give the same answers, to the bit.
    static void assertSameAnswers(Model a, Model b, Table rows) {
        assertThat(numbers(a.predict(rows))).isDeepEqualTo(numbers(b.predict(rows)));
    }

    static double[][] numbers(Predictions answers) {
        return switch (answers) {
            case Predictions.Numbers n -> new double[][] {n.values()};
            case Predictions.Classes c -> c.probabilities();
        };
    }
}
