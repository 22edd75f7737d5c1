package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import hillock.tabular.Study.Question;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DecisionTest {
    /// Probabilities as good as can be: `p = 1 / (1 + exp(-(2.5 z - b)))`, and the truth drawn from them.
    private record Drawn(int[] actual, Predictions.Classes answers) {
        static Drawn of(int rows, double b, long seed) {
            Random random = new Random(seed);
            int[] actual = new int[rows];
            double[][] p = new double[rows][];
            for (int i = 0; i < rows; i++) {
                double yes = 1 / (1 + Math.exp(b - 2.5 * random.nextGaussian()));
                actual[i] = random.nextDouble() < yes ? 1 : 0;
                p[i] = new double[] {1 - yes, yes};
            }
            return new Drawn(actual, new Predictions.Classes(List.of("no", "yes"), p));
        }

        Known known(OptionalInt rare) {
            return new Known.Classes(actual, rare);
        }
    }

    /// For exact probabilities the threshold of the best F1 is half of that F1 (Lipton, Elkan and Narayanaswamy 2014).
    @ParameterizedTest
    @CsvSource({"4, 1", "5, 2", "6, 3"})
    void theThresholdIsHalfTheBestF1(double b, long seed) {
        Drawn drawn = Drawn.of(40_000, b, seed);
        Decision decision = Decision.of(drawn.known(OptionalInt.of(1)), drawn.answers());
        double best = Metrics.f1(drawn.actual(), decision.apply(drawn.answers()).decided(), 1);
        assertThat(decision.rare()).isEqualTo(1);
        assertThat(decision.threshold()).isBetween(best / 2 - 0.06, best / 2 + 0.06);
        assertThat(best)
                .isGreaterThan(Metrics.f1(drawn.actual(), drawn.answers().decided(), 1));
    }

    @Test
    void crossFittedAnswersDoNotKnowTheirOwnTruth() {
        Drawn drawn = Drawn.of(2000, 5, 4);
        Known known = drawn.known(OptionalInt.of(1));
        Decision decision = Decision.of(known, drawn.answers());
        int[] before = ((Predictions.Classes) decision.crossFitted(known, drawn.answers())).decided();
        int[] other = drawn.actual().clone();
        for (int i = 0; i < other.length; i += 2) other[i] = 1 - other[i];
        int[] after = ((Predictions.Classes)
                        decision.crossFitted(new Known.Classes(other, OptionalInt.of(1)), drawn.answers()))
                .decided();
        for (int i = 0; i < before.length; i += 2) assertThat(after[i]).isEqualTo(before[i]);
        assertThat(after).isNotEqualTo(before);
    }

    @Test
    void balancedClassesAndFewRowsKeepTheMostProbableClass() {
        Drawn drawn = Drawn.of(2000, 5, 4);
        assertThat(Decision.of(drawn.known(OptionalInt.empty()), drawn.answers()))
                .isEqualTo(Decision.MOST_PROBABLE);
        Drawn few = Drawn.of(60, 5, 5);
        assertThat(Decision.of(few.known(OptionalInt.of(1)), few.answers())).isEqualTo(Decision.MOST_PROBABLE);
    }

    @ParameterizedTest
    @CsvSource({"0.2, 0.8, 1", "0.71, 0.29, 0", "0.7, 0.3, 1", "NaN, 0.5, -1"})
    void aThresholdIncludesItself(double no, double yes, int expected) {
        assertThat(new Decision(1, 0.3).of(new double[] {no, yes})).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"90, 10, 1", "89, 11, -1", "10, 90, 0", "50, 50, -1"})
    void classesAreImbalancedFromNineToOneOn(int no, int yes, int rare) {
        TargetEncoding target = new TargetEncoding(
                "y", Task.BINARY, TargetTransform.NONE, 0, 1, List.of("no", "yes"), List.of(no, yes));
        assertThat(target.rare().orElse(-1)).isEqualTo(rare);
    }

    @Test
    void f1IsThatOfTheRareClassOrTheMeanOfMany() {
        int[] actual = {0, 0, 0, 1, 1, 2};
        Predictions.Classes given =
                new Predictions.Classes(List.of("a", "b", "c"), new double[6][3]).decided(new int[] {0, 0, 1, 1, 0, 2});
        assertThat(Metrics.f1(actual, given.decided(), 1)).isEqualTo(0.5);
        assertThat(Metrics.classification(actual, given, OptionalInt.of(2)).get("f1"))
                .isEqualTo((2 * 2.0 / 6 + 0.5 + 1) / 3);
        assertThat(Metrics.classification(actual, given, OptionalInt.empty()).values())
                .doesNotContainKey("f1");
    }

    /// A fit finds a threshold, all contenders are judged by theirs, and the model that is handed out has it.
    @Test
    void aFitOfARareClassFindsMoreOfIt() {
        Random random = new Random(6);
        List<String> x = new ArrayList<>();
        List<String> y = new ArrayList<>();
        for (int i = 0; i < 2000; i++) {
            double z = random.nextGaussian();
            x.add(Double.toString(z));
            y.add(random.nextDouble() < 1 / (1 + Math.exp(4.5 - 2.2 * z)) ? "yes" : "no");
        }
        Table table = Table.of("t.csv", List.of(new Column("x", x), new Column("y", y)));
        Fitted fitted =
                Study.of(table, Question.DEFAULT).fit(Recipe.DEFAULT.members(2).epochs(20), event -> {});
        Scores scores = fitted.network().scores();
        assertThat(scores.values().keySet().iterator().next()).isEqualTo("f1");
        assertThat(fitted.verdict().decidedBy()).isEqualTo("f1");
        Decision decision = fitted.model().calibration().decision();
        assertThat(decision).isEqualTo(fitted.network().decision());
        assertThat(decision.threshold()).isLessThan(0.5);
        Predictions.Classes answers = (Predictions.Classes) fitted.model().predict(table);
        double[] p = answers.probabilities()[0];
        assertThat(fitted.model().predict(Map.of("x", x.getFirst())).label())
                .isEqualTo(answers.label(0))
                .isEqualTo(p[1] >= decision.threshold() ? "yes" : "no");
        Predictions.Classes most =
                (Predictions.Classes) fitted.model().threshold(0.5).predict(table);
        assertThat(Arrays.stream(answers.decided()).sum())
                .isGreaterThan(Arrays.stream(most.decided()).sum());
    }

    @ParameterizedTest
    @CsvSource({"0, A threshold cannot be 0", "1.5, A threshold cannot be 1.5", "NaN, A threshold cannot be NaN"})
    void aThresholdIsAProbability(double threshold, String message) {
        Model model = model(List.of("no", "yes"));
        assertThatThrownBy(() -> model.threshold(threshold))
                .isInstanceOf(BadInput.class)
                .hasMessageStartingWith(message);
        assertThatThrownBy(() -> model(List.of("a", "b", "c")).threshold(0.5))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("3 classes: a threshold is for two classes");
    }

    private static Model model(List<String> classes) {
        Task task = classes.size() == 2 ? Task.BINARY : Task.MULTICLASS;
        return new Model(null, new TargetEncoding("y", task, 0, 1, classes), null, null);
    }
}
