package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tensor.Rng;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class ExplanationTest {
    private static final int ROWS = 400;
    private static final Recipe SMALL = Recipe.TUTORIAL.hidden(List.of(16)).epochs(100);
    private static final Fitted NUMBERS = fit(false);
    private static final Fitted CLASSES = fit(true);

    /// The target is 3·strong + the worth of kind (a 0, b 2) and has nothing to do with noise. In every
    /// twentieth line it is wrong.
    private static Fitted fit(boolean classes) {
        Rng rng = Rng.of(5);
        List<String> strong = new ArrayList<>();
        List<String> kind = new ArrayList<>();
        List<String> noise = new ArrayList<>();
        List<String> y = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            double s = rng.uniform(-1, 1);
            boolean b = rng.uniform() < 0.5;
            strong.add(Double.toString(s));
            kind.add(b ? "b" : "a");
            noise.add(Double.toString(rng.normal()));
            double value = 3 * s + (b ? 2 : 0);
            y.add(classes ? (value > 1 ? "high" : "low") : Double.toString(value + (i % 20 == 9 ? 9 : 0)));
        }
        Table table = Table.of(
                "made up",
                List.of(
                        new Column("noise", noise),
                        new Column("kind", kind),
                        new Column("strong", strong),
                        new Column("y", y)));
        return Study.of(table, Study.Question.DEFAULT).fit(SMALL, event -> {});
    }

    @Test
    void columnsAreRankedByWhatTheyAreWorth() {
        for (Fitted fitted : List.of(NUMBERS, CLASSES)) {
            Importance importance = Importance.of(fitted).orElseThrow();
            assertThat(importance.columns().stream().map(Importance.Column::name))
                    .containsExactly("strong", "kind", "noise");
            String measure = fitted.study().target().task().isClassification() ? "accuracy" : "r2";
            assertThat(importance.intact().get(measure))
                    .isEqualTo(fitted.network().scores().get(measure));
            assertThat(importance.rows()).isEqualTo(fitted.study().validation().rows());
        }
        Importance.Column strong =
                Importance.of(CLASSES).orElseThrow().columns().getFirst();
        assertThat(strong.mean().get("log_loss")).isPositive();
        assertThat(strong.mean().get("accuracy")).isNegative();
        assertThat(strong.deviation().get("accuracy")).isPositive();
    }

    @Test
    void shufflingMovesAllFeaturesOfAColumnTogether() {
        JudgedRows rows = JudgedRows.of(CLASSES);
        int[] order = Rng.of(1).permutation(rows.x().rows());
        Encoded shuffled = rows.shuffled(1, order);
        for (int row = 0; row < order.length; row++) {
            float[] own = rows.x().select(row).values();
            float[] other = rows.x().select(order[row]).values();
            assertThat(shuffled.select(row).values()).containsExactly(own[0], other[1], other[2], own[3]);
        }
    }

    @Test
    void sameSeedSameImportance() {
        assertThat(Importance.of(CLASSES)).isEqualTo(Importance.of(CLASSES));
    }

    @Test
    void ofTooManyColumnsTheSensitiveOnesAreTaken() {
        assertThat(JudgedRows.of(CLASSES).mostSensitive(1)).containsExactly(2);
        assertThat(JudgedRows.of(CLASSES).mostSensitive(3)).containsExactly(0, 1, 2);
    }

    @Test
    void dependenceFollowsTheTruth() {
        PartialDependence number = PartialDependence.of(CLASSES, "strong").orElseThrow();
        PartialDependence.Curve high = number.curves().getFirst();
        assertThat(high.label()).isEqualTo("low");
        assertThat(number.at()).isSorted().hasSameSizeAs(high.mean());
        assertThat(high.mean().getFirst()).isGreaterThan(0.9);
        assertThat(high.mean().getLast()).isLessThan(0.3);
        for (int i = 0; i < high.mean().size(); i++)
            assertThat(high.low().get(i)).isLessThanOrEqualTo(high.high().get(i));
        PartialDependence kind = PartialDependence.of(NUMBERS, "kind").orElseThrow();
        assertThat(kind.at()).isEmpty();
        List<Double> means = kind.curves().getFirst().mean();
        double step =
                means.get(kind.cells().indexOf("b")) - means.get(kind.cells().indexOf("a"));
        assertThat(step).isBetween(1.0, 3.0);
        assertThatThrownBy(() -> PartialDependence.of(NUMBERS, "nothing")).hasMessageContaining("\"nothing\"");
    }

    @Test
    void worstRowsAreThoseThatAreWrongThemselves() {
        Table rows = NUMBERS.study().validation();
        int wrong = (int) IntStream.range(0, rows.rows())
                .filter(row -> (rows.line(row) - 2) % 20 == 9)
                .count();
        assertThat(wrong).isPositive();
        List<WorstRow> worst = WorstRow.of(NUMBERS, wrong);
        assertThat(worst).allMatch(row -> (row.line() - 2) % 20 == 9 && row.error() < -5);
        assertThat(worst.getFirst().values().keySet()).containsExactly("noise", "kind", "strong");
        assertThat(WorstRow.of(CLASSES, ROWS)).allMatch(row -> !row.actual().equals(row.given()) && row.error() >= 0.5);
    }

    @Test
    void whatIsNotReadyIsLeftOut() {
        Explanation none = Explanation.of(CLASSES, () -> true);
        assertThat(none.importance()).isEqualTo(Optional.empty());
        assertThat(none.dependences()).isEmpty();
        assertThat(Explanation.of(CLASSES, () -> false).dependences().getFirst().column())
                .isEqualTo("strong");
    }
}
