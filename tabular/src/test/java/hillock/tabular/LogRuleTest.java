package hillock.tabular;

import static hillock.tabular.Tables.column;
import static hillock.tabular.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.BadInput;
import hillock.data.Table;
import hillock.tabular.TargetTransform.Choice;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LogRuleTest {
    private static final Recipe SMALL = Recipe.DEFAULT.hidden(List.of(32)).epochs(60);

    /// `y = f(2 a + b)` with a little noise before `f`.
    private static Study study(int rows, DoubleUnaryOperator f) {
        Random random = new Random(4);
        double[] a = random.doubles(rows, -2, 2).toArray();
        double[] b = random.doubles(rows, -2, 2).toArray();
        Table table = Table.of(
                "t.csv",
                List.of(
                        column("a", rows, i -> a[i]),
                        column("b", rows, i -> b[i]),
                        column("y", rows, i -> f.applyAsDouble(2 * a[i] + b[i] + 0.05 * random.nextGaussian()))));
        return Study.of(table, Study.Question.DEFAULT);
    }

    private static TargetTransform chosen(int rows, DoubleUnaryOperator f) {
        return study(rows, f).learning(Choice.AUTO, SMALL, _ -> {}).target().transform();
    }

    @Test
    void numbersOfManySizesAreLearntByTheirLogarithm() {
        assertThat(chosen(300, z -> Math.exp(1.5 * z))).isEqualTo(TargetTransform.LOG);
        assertThat(chosen(300, z -> Math.rint(20 * Math.exp(0.8 * z)))).isEqualTo(TargetTransform.LOG1P);
        assertThat(study(300, z -> Math.exp(1.5 * z)).target().transform()).isEqualTo(TargetTransform.NONE);
    }

    /// Trials that have no time show nothing.
    @Test
    void withoutTimeForTrialsItIsLearntAsItIs() {
        Recipe hasty = SMALL.timeLimit(Duration.ofNanos(1));
        assertThat(study(300, z -> Math.exp(1.5 * z))
                        .learning(Choice.AUTO, hasty, _ -> {})
                        .target()
                        .transform())
                .isEqualTo(TargetTransform.NONE);
    }

    @Test
    void othersAreLearntAsTheyAre() {
        assertThat(chosen(300, z -> z)).isEqualTo(TargetTransform.NONE); // negative numbers
        assertThat(chosen(300, z -> 100 + z)).isEqualTo(TargetTransform.NONE); // even ones
        assertThat(chosen(60, z -> Math.exp(1.5 * z))).isEqualTo(TargetTransform.NONE); // few rows
    }

    /// `deviation ∝ meanᵇ`: numbers that vary in proportion to their size have b = 1, numbers that
    /// vary evenly b = 0.
    @Test
    void theSlopeOfSpreadOverLevel() {
        Study wide = study(900, z -> Math.exp(z));
        assertThat(slope(wide)).isCloseTo(1, within(0.15));
        assertThat(slope(study(900, z -> 20 + z))).isCloseTo(0, within(0.3));
    }

    private static double slope(Study study) {
        TargetEncoding encoding = TargetEncoding.of(study.target(), study.training());
        return LogRule.slope(study.schema(), study.training(), encoding.numbers(study.training()));
    }

    /// Answers and scores are in the target's own unit.
    @Test
    void theLogarithmShowsNowhere() {
        Study study = study(300, z -> Math.exp(1.5 * z)).learning(Choice.LOG, SMALL, _ -> {});
        Fitted fitted = study.fit(SMALL, _ -> {});
        assertThat(fitted.model().target().transform()).isEqualTo(TargetTransform.LOG);
        assertThat(fitted.network().scores().get("r2")).isGreaterThan(0.97);
        double[] answers = ((Predictions.Numbers) fitted.judged().predict(study.validation())).values();
        assertThat(answers).isEqualTo(((Predictions.Numbers) fitted.network().predictions()).values());
        for (double answer : answers) assertThat(answer).isPositive();
    }

    @ParameterizedTest
    @CsvSource({"LOG, 0.001", "LOG, 12", "LOG, 1e300", "LOG1P, 0", "LOG1P, 1e-9", "LOG1P, 4e5", "NONE, -3"})
    void theInverseUndoes(TargetTransform transform, double y) {
        assertThat(transform.invert(transform.apply(y))).isCloseTo(y, within(1e-12 * Math.abs(y)));
    }

    @Test
    void wildAnswersStayFinite() {
        for (TargetTransform t : TargetTransform.values())
            for (double z : new double[] {-1e9, 1e9}) assertThat(t.invert(z)).isFinite();
    }

    @Test
    void aNumberWithoutALogarithmIsFarBelow() {
        TargetEncoding y = new TargetEncoding("y", Task.REGRESSION, TargetTransform.LOG, 2, 0.5, List.of(), List.of());
        assertThat(y.standardise(new double[] {Math.exp(3), 0, -1})).containsExactly(2, -6, -6);
        assertThat(y.restore(new double[] {2})[0]).isCloseTo(Math.exp(3), within(1e-12));
    }

    @Test
    void aLogarithmThatThereIsNotIsRefused() {
        Table negative = table("x: 1 2 3 4 5 6", "z: 5 1 2 8 9 2", "y: 1.5 2 -3 4 5 6");
        assertThatThrownBy(() -> Study.of(negative, Study.Question.DEFAULT).learning(Choice.LOG, SMALL, _ -> {}))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.csv, line 4: the target \"y\" is -3, and numbers below 0 have no logarithm: use"
                        + " --target-transform none.");
        Table classes = table("x: 1 2 3 4 5 6", "y: a b a b a b");
        assertThatThrownBy(() -> Study.of(classes, Study.Question.DEFAULT).learning(Choice.LOG, SMALL, _ -> {}))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("holds classes");
    }
}
