package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Table;
import hillock.nn.Activations;
import hillock.tabular.ActivationTrials.Trial;
import hillock.tabular.Study.Question;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class ActivationTrialsTest {
    private static final Recipe SMALL =
            Recipe.DEFAULT.hidden(List.of(8)).epochs(30).lr(0.01);

    private static ActivationTrials of(List<Double> relu, List<Double> tanh) {
        return new ActivationTrials(
                "rmse", List.of(new Trial(Activations.RELU, relu), new Trial(Activations.TANH, tanh)), 100);
    }

    @ParameterizedTest
    @EnumSource
    void triesEveryCandidateInEveryRoundAndRepeatsIt(Task task) {
        Study study = Study.of(Synthetic.of(task, 100, 1), Question.DEFAULT);
        ActivationTrials trials = ActivationTrials.of(study, SMALL, _ -> {});
        assertThat(trials.trials()).extracting(Trial::activation).isEqualTo(ActivationTrials.CANDIDATES);
        assertThat(trials.trials()).allSatisfy(t -> {
            assertThat(t.scores()).hasSize(ActivationTrials.ROUNDS).doesNotHaveDuplicates();
            assertThat(t.mean()).isPositive().isFinite();
        });
        assertThat(trials.rows()).isEqualTo(study.training().rows());
        assertThat(trials.measure()).isEqualTo(task == Task.REGRESSION ? "rmse" : "log_loss");
        assertThat(ActivationTrials.of(study, SMALL, _ -> {})).isEqualTo(trials);
    }

    @Test
    void onACurveSmoothOnesAreTriedByLeastSquaresAndWin() {
        Table curve = Table.of(
                "curve.csv",
                List.of(
                        Tables.column("x", 120, i -> i / 20.0),
                        Tables.column("y", 120, i -> StrictMath.sin(i / 8.0) * StrictMath.exp(-i / 60.0))));
        Study study = Study.of(curve, Question.DEFAULT);
        ActivationTrials trials = ActivationTrials.of(study, Recipe.DEFAULT, _ -> {});
        assertThat(trials.chosen()).isIn(Activations.SILU, Activations.GELU, Activations.TANH);
        assertThat(trials.best().mean()).isLessThan(0.01);
        assertThat(study.resolved(Recipe.DEFAULT.activation(trials.chosen()), study.preparation())
                        .style())
                .isEqualTo(TrainingStyle.SMOOTH);
    }

    @Test
    void aSureDifferenceDecides() {
        assertThat(of(List.of(0.5, 0.6, 0.7), List.of(0.3, 0.4, 0.5)).chosen()).isEqualTo(Activations.TANH);
        assertThat(of(List.of(0.3, 0.4, 0.5), List.of(0.5, 0.6, 0.7)).chosen()).isEqualTo(Activations.RELU);
    }

    @Test
    void whereTheDifferenceIsNoiseTheFirstIsTaken() {
        ActivationTrials trials = of(List.of(0.5, 0.3, 0.7), List.of(0.3, 0.5, 0.65));
        assertThat(trials.best().activation()).isEqualTo(Activations.TANH);
        assertThat(trials.chosen()).isEqualTo(Activations.RELU);
    }

    @Test
    void whatDivergedIsNotTaken() {
        double inf = Double.POSITIVE_INFINITY;
        assertThat(of(List.of(0.1, inf, 0.1), List.of(0.9, 0.8, 0.9)).chosen()).isEqualTo(Activations.TANH);
        assertThat(of(List.of(inf), List.of(inf)).chosen()).isEqualTo(Activations.RELU);
    }

    @Test
    void stoppedOrWithTooFewRowsItTakesTheFirst() {
        Study study = Study.of(Synthetic.of(Task.REGRESSION, 100, 1), Question.DEFAULT);
        ActivationTrials stopped = ActivationTrials.of(study, SMALL.stopWhen(() -> true), _ -> {});
        assertThat(stopped.chosen()).isEqualTo(Activations.RELU);
        assertThat(stopped.best().scores()).isEmpty();
        Study tiny = Study.of(Synthetic.of(Task.REGRESSION, 8, 1), Question.DEFAULT);
        assertThat(ActivationTrials.of(tiny, SMALL, _ -> {}).chosen()).isEqualTo(Activations.RELU);
    }

    @Test
    void largeTablesAreSampledAndTheJudgingRowsLeftAside() {
        Study study = Study.of(Synthetic.of(Task.BINARY, 6500, 1), Question.DEFAULT);
        Recipe recipe = Recipe.DEFAULT.hidden(List.of(2)).timeLimit(Duration.ofMillis(300));
        assertThat(ActivationTrials.of(study, recipe, _ -> {}).rows()).isEqualTo(5000);
    }
}
