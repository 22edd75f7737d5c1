package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import hillock.tabular.Study.Question;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CrossValidationTest {
    private static final Recipe SMALL =
            Recipe.DEFAULT.hidden(List.of(8)).epochs(20).lr(0.01).timeLimit(Duration.ofMinutes(2));

    private static Question divided(Division division) {
        return new Question(Optional.empty(), Optional.empty(), List.of(), 0, division);
    }

    @ParameterizedTest
    @EnumSource
    void everyModelIsJudgedInEveryFoldByAllRows(Task task) {
        Study study = Study.of(Synthetic.of(task, 90, 1), Question.DEFAULT);
        CrossValidation cv = Folds.of(study, 3, 2).fit(SMALL, _ -> {}).orElseThrow();
        assertThat(cv.rounds()).hasSize(6);
        for (List<CrossValidation.Fold> repeat :
                List.of(cv.rounds().subList(0, 3), cv.rounds().subList(3, 6))) {
            Set<Integer> lines = new HashSet<>();
            for (CrossValidation.Fold fold : repeat)
                for (int row = 0; row < fold.rows().rows(); row++)
                    lines.add(fold.rows().line(row));
            assertThat(lines).hasSize(90);
        }
        String metric = task.isClassification() ? "accuracy" : "r2";
        assertThat(cv.standings())
                .extracting(CrossValidation.Standing::contender)
                .hasSize(5);
        double[] folds = cv.scores(Contender.LINEAR, metric);
        CrossValidation.Standing linear = cv.standing(Contender.LINEAR);
        assertThat(linear.mean().get(metric))
                .isCloseTo(Arrays.stream(folds).average().orElseThrow(), within(1e-12));
        double squares = Arrays.stream(folds)
                .map(s -> Math.pow(s - linear.mean().get(metric), 2))
                .sum();
        assertThat(linear.deviation().get(metric)).isCloseTo(Math.sqrt(squares / 5), within(1e-9));
        assertThat(cv.verdict().rows()).isEqualTo(90);
    }

    /// A target that is noise: whatever the folds say by luck, nothing was learnt.
    @Test
    void noiseIsNotLearnt() {
        java.util.Random random = new java.util.Random(3);
        Table table = Table.of(
                "noise.csv",
                List.of(
                        column("x", 120, i -> random.nextGaussian()),
                        column("y", 120, i -> random.nextGaussian() + 0 * i)));
        CrossValidation cv = Folds.of(Study.of(table, Question.DEFAULT), 5, 1)
                .fit(SMALL, _ -> {})
                .orElseThrow();
        assertThat(cv.verdict().kind()).isEqualTo(Verdict.Kind.NOTHING_LEARNT);
    }

    @Test
    void theNetworkNeverSeesTheRowsThatJudge() {
        Study study = Study.of(Synthetic.of(Task.REGRESSION, 60, 1), Question.DEFAULT);
        for (Folds.Round round : Folds.of(study, 4, 1).rounds()) {
            Set<Integer> seen = lines(round.inner().training());
            seen.addAll(lines(round.inner().validation()));
            assertThat(seen).isEqualTo(lines(round.outer().training()));
            assertThat(seen).doesNotContainAnyElementsOf(lines(round.outer().validation()));
        }
    }

    @Test
    void byTimeTheNewestRowsJudge() {
        Table table = Table.of(
                "t.csv",
                List.of(
                        new Column(
                                "month",
                                IntStream.range(0, 40)
                                        .mapToObj(i -> (2020 - i / 12) + "-" + String.format("%02d", 12 - i % 12))
                                        .toList()),
                        column("y", 40, i -> i)));
        Study study = Study.of(table, divided(new Division.Time("month")));
        assertThat(lines(study.validation()))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(2, 10).boxed().toList()); // the file begins with the newest row
        for (Folds.Round round : Folds.of(study, 4, 1).rounds()) {
            int oldest = lines(round.outer().validation()).stream()
                    .max(Integer::compare)
                    .orElseThrow();
            assertThat(lines(round.outer().training())).allMatch(line -> line > oldest);
            int judging = lines(round.inner().validation()).stream()
                    .max(Integer::compare)
                    .orElseThrow();
            assertThat(lines(round.inner().training())).allMatch(line -> line > judging);
        }
    }

    @Test
    void groupsStayTogetherAndAreNoInput() {
        Table table = Table.of(
                "g.csv",
                List.of(column("patient", 60, i -> i % 15), column("x", 60, i -> i * 7 % 11), column("y", 60, i -> i)));
        Study study = Study.of(table, divided(new Division.Groups("patient")));
        assertThat(study.schema().leftOut())
                .extracting(ColumnInfo.LeftOut::name)
                .containsExactly("patient");
        assertThat(cells(study.training())).doesNotContainAnyElementsOf(cells(study.validation()));
        for (Folds.Round round : Folds.of(study, 5, 1).rounds()) {
            assertThat(cells(round.outer().training()))
                    .doesNotContainAnyElementsOf(cells(round.outer().validation()));
            assertThat(cells(round.inner().training()))
                    .doesNotContainAnyElementsOf(cells(round.inner().validation()));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "time  | when  | 2  | has no column \"when\" for the time",
                "time  | y     | 2  | The target \"y\" cannot be the time too",
                "time  | text  | 2  | line 2: column \"text\", by which rows are divided, says \"a\", which is neither",
                "time  | same  | 2  | 1 different times in column \"same\", and 2 are needed",
                "time  | three | 3  | 3 different times in column \"three\", and 4 are needed",
                "group | three | 4  | 3 different groups in column \"three\", and 4 are needed",
                "group | gaps  | 2  | line 3: column \"gaps\", by which rows are divided, says \"\", which is no value",
                "none  | -     | 31 | has 30 rows with a target, too few for 31 folds",
                "none  | -     | 1  | at least 2 folds, not 1"
            })
    void badDivisionsAreToldInOneSentence(String kind, String column, int folds, String message) {
        Table table = Table.of(
                "t.csv",
                List.of(
                        new Column(
                                "text",
                                IntStream.range(0, 30)
                                        .mapToObj(i -> "abc".substring(i % 3, i % 3 + 1))
                                        .toList()),
                        column("same", 30, i -> 7),
                        column("three", 30, i -> i % 3),
                        new Column(
                                "gaps",
                                IntStream.range(0, 30)
                                        .mapToObj(i -> i == 1 ? "" : "g" + i % 9)
                                        .toList()),
                        column("x", 30, i -> i),
                        column("y", 30, i -> i)));
        Division division = switch (kind) {
            case "time" -> new Division.Time(column);
            case "group" -> new Division.Groups(column);
            default -> new Division.Random();
        };
        assertThatThrownBy(() -> Folds.of(Study.of(table, divided(division)), folds, 1))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining(message);
    }

    /// Five folds of 20 rows, each won by 0.2 on average: folds that agree are evidence, folds that
    /// scatter are none.
    @ParameterizedTest
    @CsvSource({"0.01, BETTER", "0.6, SAME"})
    void foldsThatDisagreeProveNothing(double scatter, Contest.Outcome outcome) {
        double[] own = {1, 1, 1, 1, 1};
        double[] rival = {1.2 - 2 * scatter, 1.2 - scatter, 1.2, 1.2 + scatter, 1.2 + 2 * scatter};
        Contest contest = Contest.ofFolds(own, rival, 0.25, Student.Chance.ONCE_IN_20);
        assertThat(contest.outcome()).isEqualTo(outcome);
        // t of 4 degrees of freedom, and the variance of 0.01 times -2 … 2
        double noise = 2.7764 * Math.sqrt((0.2 + 0.25) * 2.5 * scatter * scatter);
        assertThat(contest.noise()).isCloseTo(noise, within(1e-3 * noise));
    }

    private static Column column(String name, int rows, java.util.function.IntToDoubleFunction of) {
        return new Column(
                name,
                IntStream.range(0, rows)
                        .mapToObj(i -> String.valueOf(of.applyAsDouble(i)))
                        .toList());
    }

    private static Set<Integer> lines(Table table) {
        Set<Integer> lines = new HashSet<>();
        for (int row = 0; row < table.rows(); row++) lines.add(table.line(row));
        return lines;
    }

    private static Set<String> cells(Table table) {
        return new HashSet<>(table.column("patient").orElseThrow().cells());
    }
}
