package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import hillock.tabular.Study.Question;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CalibrationTest {
    private static final TargetEncoding CLASSES =
            new TargetEncoding("y", Task.MULTICLASS, 0, 1, List.of("a", "b", "c"));
    private static final TargetEncoding NUMBERS = new TargetEncoding("y", Task.REGRESSION, 5, 2, List.of());

    /// A model whose logits are `factor` times those by which the classes were drawn: the temperature
    /// finds the factor.
    @ParameterizedTest
    @CsvSource({"3, 0.1", "1, 0.06", "0.5, 0.04"})
    void theTemperatureUndoesOverconfidence(double factor, double tolerance) {
        Random random = new Random(1);
        int rows = 4000;
        int[] actual = new int[rows];
        double[][] p = new double[rows][];
        for (int i = 0; i < rows; i++) {
            double[] logits = {2 * random.nextGaussian(), random.nextGaussian(), 0};
            actual[i] = drawn(softmax(logits, 1), random);
            p[i] = softmax(logits, factor);
        }
        Predictions.Classes given = new Predictions.Classes(CLASSES.classes(), p);
        Calibration calibration = Calibration.of(new Known.Classes(actual), given, CLASSES);
        assertThat(calibration.temperature()).isCloseTo(factor, within(tolerance * 2));
        double[][] better = ((Predictions.Classes) calibration.apply(given)).probabilities();
        assertThat(Metrics.classification(actual, better).get("log_loss"))
                .isLessThanOrEqualTo(Metrics.classification(actual, p).get("log_loss"));
        for (double[] row : better) assertThat(Arrays.stream(row).sum()).isCloseTo(1, within(1e-12));
        for (int i = 0; i < rows; i++) assertThat(Metrics.argmax(better[i])).isEqualTo(Metrics.argmax(p[i]));
    }

    /// Rows of one half are tempered by what the other half tells: changing the truth of one half
    /// changes the other's answers alone.
    @Test
    void crossFittedAnswersDoNotKnowTheirOwnTruth() {
        double[][] p = new double[40][];
        int[] actual = new int[40];
        for (int i = 0; i < 40; i++) {
            p[i] = new double[] {0.7, 0.3};
            actual[i] = i % 10 == 0 ? 1 : 0;
        }
        Predictions.Classes given = new Predictions.Classes(List.of("a", "b"), p);
        double[][] before = crossFitted(actual, given);
        for (int i = 0; i < 40; i += 2) actual[i] = 1;
        double[][] after = crossFitted(actual, given);
        for (int i = 0; i < 40; i++) {
            if (i % 2 == 0) assertThat(after[i]).isEqualTo(before[i]);
            else assertThat(after[i][0]).isLessThan(before[i][0]);
        }
    }

    private static double[][] crossFitted(int[] actual, Predictions given) {
        return ((Predictions.Classes) Calibration.crossFitted(new Known.Classes(actual), given)).probabilities();
    }

    /// Five right rows say that the model may be surer, but not without end; probabilities of 0 and 1
    /// stay.
    @Test
    void fewRowsMoveItLittle() {
        double[][] p = {{0.9, 0.1}, {0.8, 0.2}, {0.9, 0.1}, {0.2, 0.8}, {1, 0}};
        Predictions.Classes given = new Predictions.Classes(List.of("a", "b"), p);
        Calibration calibration = Calibration.of(new Known.Classes(new int[] {0, 0, 0, 1, 0}), given, CLASSES);
        assertThat(calibration.temperature()).isBetween(0.4, 0.999);
        assertThat(((Predictions.Classes) calibration.apply(given)).probabilities()[4])
                .containsExactly(1, 0);
    }

    /// The share of new rows within an interval is at least its level, for errors of any distribution.
    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 0.9, 0.95})
    void intervalsCoverWhatTheySay(double level) {
        Random random = new Random(2);
        double covered = 0;
        int trials = 300;
        for (int trial = 0; trial < trials; trial++) {
            double[] errors = errors(39, random);
            Calibration calibration = numbers(errors);
            double half = calibration.halfWidth(level).orElseThrow() * NUMBERS.deviation();
            covered += Arrays.stream(errors(50, random))
                            .filter(e -> Math.abs(e) <= half)
                            .count()
                    / 50.0
                    / trials;
        }
        // exact: the rank ⌈40 level⌉ among 40 equally probable places
        assertThat(covered).isCloseTo(Math.ceil(40 * level) / 40, within(0.02));
    }

    @Test
    void aFewErrorsCannotMakeASureInterval() {
        Calibration calibration = numbers(new double[] {1, -2, 3, -4, 5, 6, 7, 8, 9});
        assertThat(calibration.halfWidth(0.9)).hasValue(4.5);
        assertThat(calibration.halfWidth(0.5)).hasValue(2.5);
        assertThat(calibration.halfWidth(0.91)).isEmpty();
        assertThat(Calibration.NONE.halfWidth(0.1)).isEmpty();
    }

    @Test
    void manyErrorsAreThinnedWithoutLosingCoverage() {
        double[] errors = IntStream.rangeClosed(1, 9999).mapToDouble(i -> i).toArray();
        Calibration calibration = numbers(errors);
        assertThat(calibration.errors()).hasSize(1000);
        assertThat(calibration.halfWidth(0.9).orElseThrow() * 2).isBetween(9000.0, 9020.0);
    }

    /// A fit's own intervals on new rows of the same rule, in the unit of the target; rows beyond the
    /// range are named.
    @Test
    void aFitKnowsItsIntervalsAndItsRange() {
        Model model = Study.of(noisy(400, 1), Question.DEFAULT)
                .fit(Recipe.DEFAULT.hidden(List.of(16)).epochs(100).lr(0.01), _ -> {})
                .model();
        Table fresh = noisy(500, 2);
        Predictions.Numbers answers = (Predictions.Numbers) model.predict(fresh);
        double[] actual = model.target().numbers(fresh);
        assertThat(model.interval(answers, 0.9).coverage(actual)).isBetween(0.85, 0.97);
        assertThat(model.interval(answers, 0.5).coverage(actual)).isBetween(0.38, 0.65);
        assertThatThrownBy(() -> model.interval(answers, 0.999))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("judged by 80 rows");

        Table far = Table.of("far.csv", List.of(new Column("x", List.of("0.5", "1.5", "", "-7", "1.001"))));
        assertThat(model.outside(far)).containsOnlyKeys(1, 3).containsEntry(1, List.of("x"));
        assertThat(model.outside(Map.of("x", 1.5))).containsExactly("x");
        assertThat(model.outside(Map.of("x", "0.5"))).isEmpty();
        assertThat(model.outside(Map.of("x", Optional.empty()))).isEmpty();
        assertThat(model.outside(new Row(-7))).containsExactly("x");
        assertThat(model.outside(new Row(null))).isEmpty();
        assertThatThrownBy(() -> model.outside(Map.of("y", 1)))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("lacks \"x\"");
    }

    record Row(Integer x) {}

    private static Table noisy(int rows, long seed) {
        Random random = new Random(seed);
        double[] x = random.doubles(rows).toArray();
        return Table.of(
                "noisy.csv",
                List.of(
                        Tables.column("x", rows, i -> x[i]),
                        Tables.column("y", rows, i -> 100 + 30 * x[i] + 5 * random.nextGaussian())));
    }

    private static Calibration numbers(double[] errors) {
        double[] actual = Arrays.stream(errors).map(e -> 7 + e).toArray();
        double[] given = new double[errors.length];
        Arrays.fill(given, 7);
        return Calibration.of(new Known.Numbers(actual), new Predictions.Numbers(given), NUMBERS);
    }

    private static double[] errors(int count, Random random) {
        return IntStream.range(0, count)
                .mapToDouble(_ -> Math.pow(random.nextGaussian(), 3))
                .toArray();
    }

    private static double[] softmax(double[] logits, double factor) {
        double[] p = Arrays.stream(logits).map(z -> Math.exp(factor * z)).toArray();
        double sum = Arrays.stream(p).sum();
        return Arrays.stream(p).map(v -> v / sum).toArray();
    }

    private static int drawn(double[] p, Random random) {
        double u = random.nextDouble();
        for (int k = 0; k < p.length; k++) if ((u -= p[k]) < 0) return k;
        return p.length - 1;
    }

    /// Intervals of one half, made of the errors of the other, hold about the share that they promise.
    @Test
    void coverageIsJudgedCrosswise() {
        Random random = new Random(9);
        double[] actual = random.doubles(4000, 0, 10).toArray();
        double[] given =
                Arrays.stream(actual).map(y -> y + random.nextGaussian()).toArray();
        Calibration.Coverage c =
                Calibration.coverage(actual, given, NUMBERS, 0.9).orElseThrow();
        assertThat(c.halfWidth()).isCloseTo(1.645, within(0.08));
        assertThat(c.covered()).isCloseTo(0.9, within(0.02));
        assertThat(Calibration.coverage(Arrays.copyOf(actual, 17), Arrays.copyOf(given, 17), NUMBERS, 0.9))
                .isEmpty();
    }
}
