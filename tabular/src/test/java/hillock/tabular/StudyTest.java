package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import hillock.nn.Activation;
import hillock.nn.Event;
import hillock.tabular.Study.Question;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class StudyTest {
    private static final Recipe SMALL =
            Recipe.TUTORIAL.hidden(List.of(16, 16)).epochs(150).lr(0.01);

    private static Fitted fit(Table table, Recipe recipe) {
        return Study.of(table, Question.DEFAULT).fit(recipe, _ -> {});
    }

    private static String measure(Task task) {
        return task.isClassification() ? "accuracy" : "r2";
    }

    /// On new rows of the same rule: much better than a straight line, and than chance.
    @ParameterizedTest
    @EnumSource
    void learnsARule(Task task) {
        Fitted fitted = fit(Synthetic.of(task, 400, 1), SMALL);
        assertThat(fitted.study().target().task()).isEqualTo(task);
        List<Fitted.Candidate> onNew = fitted.score(Synthetic.of(task, 400, 2));
        double network = Fitted.of(onNew, Contender.NETWORK).scores().get(measure(task));
        assertThat(network).isGreaterThan(0.85);
        assertThat(network)
                .isGreaterThan(Fitted.of(onNew, Contender.CONSTANT).scores().get(measure(task)) + 0.15);
        assertThat(network)
                .isGreaterThan(Fitted.of(onNew, Contender.LINEAR).scores().get(measure(task)) + 0.05);
        assertThat(fitted.verdict().kind()).isEqualTo(Verdict.Kind.WORTH_IT);
    }

    @ParameterizedTest
    @EnumSource
    void theSameSeedGivesTheSameAnswers(Task task) {
        Table table = Synthetic.of(task, 80, 1);
        Recipe recipe = SMALL.epochs(5);
        assertThat(answers(fit(table, recipe), table)).isEqualTo(answers(fit(table, recipe), table));
        assertThat(answers(fit(table, recipe.seed(1)), table)).isNotEqualTo(answers(fit(table, recipe), table));
    }

    private static List<Double> answers(Fitted fitted, Table table) {
        return numbers(fitted.model().predict(table));
    }

    private static List<Double> numbers(Predictions predictions) {
        List<Double> all = new ArrayList<>();
        switch (predictions) {
            case Predictions.Numbers n -> {
                for (double value : n.values()) all.add(value);
            }
            case Predictions.Classes c -> {
                for (double[] row : c.probabilities()) for (double p : row) all.add(p);
            }
        }
        return all;
    }

    /// What the model says about rows is what the study reported about them; other columns and
    /// another order of columns change nothing.
    @ParameterizedTest
    @EnumSource
    void theModelSaysWhatWasReported(Task task) {
        Fitted fitted = fit(Synthetic.of(task, 80, 1), SMALL.epochs(5));
        Table held = fitted.study().validation();
        Model plain = fitted.model().with(Calibration.NONE, fitted.model().domain());
        Predictions reported = Calibration.crossFitted(Known.of(plain.target(), held), plain.predict(held));
        assertThat(numbers(fitted.network().predictions())).isEqualTo(numbers(reported));
        assertThat(fitted.score(held))
                .filteredOn(c -> c.contender() != Contender.NETWORK)
                .extracting(Fitted.Candidate::contender, Fitted.Candidate::scores)
                .containsExactlyElementsOf(fitted.candidates().stream()
                        .filter(c -> c.contender() != Contender.NETWORK)
                        .map(c -> tuple(c.contender(), c.scores()))
                        .toList());
        List<Column> columns = new ArrayList<>(held.columns().reversed());
        columns.add(1, Tables.column("other", held.rows(), i -> i));
        assertThat(answers(fitted, Table.of("new.csv", columns))).isEqualTo(answers(fitted, held));
        assertThat(fitted.network().predictions().rows()).isEqualTo(held.rows());
    }

    @Test
    void probabilitiesAddUpToOne() {
        Fitted fitted = fit(Synthetic.multiclass(80, 1), SMALL.epochs(3));
        Predictions.Classes classes = (Predictions.Classes) fitted.network().predictions();
        assertThat(classes.labels()).containsExactly("far", "near blue", "near green", "near red");
        for (int i = 0; i < classes.rows(); i++) {
            double[] p = classes.probabilities()[i];
            assertThat(p[0] + p[1] + p[2] + p[3]).isBetween(1 - 1e-6, 1 + 1e-6);
            assertThat(classes.labels()).contains(classes.label(i));
        }
    }

    /// A category that training never saw, and missing cells, still get an answer.
    @Test
    void whatIsNewGetsAnAnswer() {
        Fitted fitted = fit(Synthetic.regression(80, 1), SMALL.epochs(3));
        Table odd = Tables.table("a: 1 _ 1e30", "b: _ 2 -1e30", "colour: pink _ red");
        assertThat(answers(fitted, odd)).hasSize(3).allMatch(Double::isFinite);
    }

    /// Nothing of the rows that judge goes into what is fitted: with other numbers there the
    /// columns are prepared the same, to the bit, and a target without a rule is not learnt.
    @Test
    void nothingLeaksFromTheRowsThatJudge() {
        Study study = Study.of(Synthetic.regression(80, 1), Question.DEFAULT);
        Table wild = Synthetic.regression(study.validation().rows(), 9);
        List<Column> columns = wild.columns().stream()
                .map(c -> c.name().equals("a") ? Tables.column("a", wild.rows(), i -> 1000 + i) : c)
                .toList();
        Study changed = new Study(
                study.target(),
                study.schema(),
                study.division(),
                study.source(),
                study.training(),
                Table.of("wild.csv", columns));
        Model model = study.fit(SMALL.epochs(1), _ -> {}).model();
        Model other = changed.fit(SMALL.epochs(1), _ -> {}).model();
        assertThat(other.preparation()).isEqualTo(model.preparation());
        assertThat(other.target()).isEqualTo(model.target());
        assertThat(numbers(other.predict(study.source()))).isEqualTo(numbers(model.predict(study.source())));

        Fitted noise = fit(Synthetic.noise(300, 1), SMALL.epochs(40));
        assertThat(noise.score(Synthetic.noise(300, 2)).getFirst().scores().get("r2"))
                .isLessThan(0.05);
        assertThat(noise.verdict().kind()).isNotEqualTo(Verdict.Kind.WORTH_IT);
    }

    @Test
    void trainingAndValidationShareNoRow() {
        Study study = Study.of(Synthetic.regression(83, 1), Question.DEFAULT);
        assertThat(study.training().rows() + study.validation().rows()).isEqualTo(83);
        List<String> held = study.validation().columns().getFirst().cells();
        assertThat(study.training().columns().getFirst().cells()).doesNotContainAnyElementsOf(held);
    }

    @ParameterizedTest
    @EnumSource
    void aHandfulOfRowsIsEnough(Task task) {
        String target = switch (task) {
            case REGRESSION -> "y: 1.5 2.5 3.5 4.5 6.5 _";
            case BINARY -> "y: yes no yes no yes _";
            case MULTICLASS -> "y: u v w u v w";
        };
        Question question = new Question(Optional.empty(), Optional.of(task), List.of(), 0);
        Study study = Study.of(Tables.table("x: 1 2 3 4 5 6", target), question);
        Fitted fitted = study.fit(SMALL.epochs(20), _ -> {});
        assertThat(answers(fitted, study.source())).allMatch(Double::isFinite);
        assertThat(fitted.verdict().kind()).isEqualTo(Verdict.Kind.TOO_FEW_ROWS);
    }

    @Test
    void fewerThanFiveRowsAreRefused() {
        Table four = Tables.table("x: 1 2 3 4", "y: 1.5 2.5 3.5 4.5");
        assertThatThrownBy(() -> Study.of(four, Question.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.csv has 4 rows with a target, and a fit needs at least 5: add more.");
        Table oneLabelled = Tables.table("x: 1 2 3 4 5", "y: 1.5 2.5 3.5 _ 4");
        assertThatThrownBy(() -> Study.of(oneLabelled, Question.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.csv has 4 rows with a target, and a fit needs at least 5: add more.");
    }

    @Test
    void theListenerHearsTheTraining() {
        List<Event> events = new ArrayList<>();
        Study.of(Synthetic.regression(80, 1), Question.DEFAULT).fit(SMALL.epochs(2), events::add);
        assertThat(events.get(1)).isEqualTo(new Event.Started(2, 64, 4));
        assertThat(events.getLast()).isInstanceOf(Event.Finished.class);
        assertThat(events).filteredOn(Event.EpochDone.class::isInstance).hasSize(2);
    }

    /// Each changes what is learnt, in both styles; what else is left open keeps its default.
    @ParameterizedTest
    @EnumSource
    void lossLimitsAveragesAndDecayAreHonoured(Task task) {
        String loss = switch (task) {
            case REGRESSION -> "huber(delta=0.3)";
            case BINARY -> "hinge";
            case MULTICLASS -> "multi_margin";
        };
        Table table = Synthetic.of(task, 60, 1);
        for (Recipe recipe : List.of(
                SMALL.epochs(4), Recipe.DEFAULT.hidden(List.of(8)).epochs(4).members(1))) {
            List<Double> usual = answers(fit(table, recipe), table);
            for (Descent descent : List.of(
                    Descent.OPEN.loss(loss),
                    Descent.OPEN.schedule("plateau:patience=0,factor=0.01,threshold=0.5"),
                    Descent.OPEN.schedule("one_cycle"),
                    Descent.OPEN.clipNorm(1e-3),
                    Descent.OPEN.clipValue(1e-4),
                    Descent.OPEN.averaging(0.9),
                    Descent.OPEN.weightDecay(0.7))) {
                Fitted other = fit(table, recipe.descent(descent));
                assertThat(answers(other, table)).as(descent.toString()).isNotEqualTo(usual);
                assertThat(other.recipe().style()).isEqualTo(recipe.style());
            }
        }
    }

    @Test
    void aCurveIsNotFittedByLeastSquaresWhereALossIsNamed() {
        Preparation curve = new Preparation(List.of(new Coding.Numeric("x", 0, 1, 0, false)));
        Recipe resolved = Recipe.DEFAULT.descent(Descent.OPEN.loss("l1")).resolved(Task.REGRESSION, 100, curve);
        assertThat(resolved.style()).isEqualTo(TrainingStyle.LAYERWISE);
    }

    @ParameterizedTest
    @CsvSource({
        "silu, SMOOTH",
        "x * sigmoid(1.7 * x), SMOOTH",
        "relu, LAYERWISE",
        "prelu, LAYERWISE",
        "log(x), LAYERWISE",
        "crelu, LAYERWISE"
    })
    void aCurveWithASmoothActivationIsFittedByLeastSquares(String activation, TrainingStyle style) {
        Preparation curve = new Preparation(List.of(new Coding.Numeric("x", 0, 1, 0, false)));
        Recipe resolved =
                Recipe.DEFAULT.activation(Activation.parse(activation)).resolved(Task.REGRESSION, 100, curve);
        assertThat(resolved.style()).isEqualTo(style);
        assertThat(resolved.activation().orElseThrow().text()).startsWith(activation.substring(0, 1));
    }

    @ParameterizedTest
    @CsvSource({"number, SMOOTH", "date, SMOOTH", "two, LAYERWISE", "many, LAYERWISE"})
    void onlyNumbersMakeACurve(String what, TrainingStyle style) {
        Table table = Table.of(
                "t.csv",
                List.of(
                        Tables.column("x", 400, i -> switch (what) {
                            case "number" -> i % 97 * 0.5;
                            case "date" -> LocalDate.of(2024, 1, 1).plusWeeks(i % 40);
                            case "two" -> i % 2 == 0 ? "a" : "b";
                            default -> "code " + i % 97;
                        }),
                        Tables.column("y", 400, i -> i % 97 * 0.5 + i % 3)));
        Study study = Study.of(table, Study.Question.DEFAULT);
        assertThat(study.preparation().width()).isLessThanOrEqualTo(2);
        assertThat(study.resolved(Recipe.DEFAULT, study.preparation()).style()).isEqualTo(style);
    }

    @Test
    void aRecipeIsMadeCompleteByTheTable() {
        Fitted fitted = fit(Synthetic.regression(80, 1), Recipe.TUTORIAL.epochs(1));
        assertThat(fitted.recipe().batch()).hasValue(16);
        assertThat(fitted.recipe().lr()).hasValue(0.003);
        assertThat(fitted.recipe().init().orElseThrow().label()).isEqualTo("he_uniform");
        assertThat(fitted.recipe()
                        .optimizer()
                        .orElseThrow()
                        .with(Map.of("weight_decay", 0.0))
                        .text())
                .isEqualTo("adam(lr=0.003, beta1=0.9, beta2=0.999, eps=1.0E-8, weight_decay=0.0)");
        assertThat(fitted.model().architecture().describe()).isEqualTo("7 → 64 → 64 → 1, relu");
    }

    @Test
    void impossibleRecipesAreRefused() {
        assertThatThrownBy(() -> Recipe.TUTORIAL.hidden(List.of(8, 0)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("units of a hidden layer must be more than 0, not 0.0");
        assertThatThrownBy(() -> Recipe.TUTORIAL.epochs(0)).hasMessage("epochs must be more than 0, not 0.0");
        assertThatThrownBy(() -> Recipe.TUTORIAL.batch(-1)).hasMessage("rows of a batch must be more than 0, not -1.0");
        assertThatThrownBy(() -> Recipe.TUTORIAL.lr(Double.NaN))
                .hasMessage("the learning rate must be more than 0, not NaN");
    }
}
