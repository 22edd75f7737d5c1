package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tensor.Rng;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class LevelMeansTest {
    private static final int CODES = 80;
    private static final int ROWS = 800;
    private static final Recipe QUICK = Recipe.TUTORIAL.hidden(List.of(8)).epochs(20);

    /// A code, with a number of its own as the target's mean, and now and then no code.
    private static Table table(Task task, int rows, double effect) {
        Rng rng = Rng.of(3);
        double[] effects = IntStream.range(0, CODES)
                .mapToDouble(_ -> effect * rng.normal())
                .toArray();
        List<String> codes = new ArrayList<>();
        List<String> groups = new ArrayList<>();
        List<String> y = new ArrayList<>();
        for (int i = 0; i < rows; i++) {
            int code = rng.nextInt(CODES);
            double sum = effects[code] + 0.5 * rng.normal();
            codes.add(i % 50 == 9 ? "" : "k" + code);
            groups.add("g" + i % 20);
            y.add(
                    switch (task) {
                        case REGRESSION -> Double.toString(100 + 7 * sum);
                        case BINARY -> sum > 0 ? "yes" : "no";
                        case MULTICLASS -> sum > 0.5 ? "high" : sum < -0.5 ? "low" : "middle";
                    });
        }
        Column other = Tables.column("x", rows, i -> i % 7);
        return Table.of(
                "made.csv", List.of(new Column("code", codes), other, new Column("group", groups), new Column("y", y)));
    }

    private static Study study(Table table, Division division) {
        return Study.of(table, new Study.Question(Optional.of("y"), Optional.empty(), List.of(), 0, division));
    }

    private static Study study(Task task, double effect) {
        return study(table(task, ROWS, effect), new Division.Random());
    }

    private static Coding.Means means(Preparation preparation) {
        return (Coding.Means) preparation.codings().getFirst();
    }

    @Test
    void aMeanIsDrawnToThatOfAllByTheAnalysisOfVariance() {
        // 60 levels of 4 rows: y = ±1 of the level, ±½ within it.
        int rows = 240;
        Column code = Tables.column("code", rows, i -> "k" + i % 60);
        Column y = Tables.column("y", rows, i -> (i % 60 % 2 == 0 ? 1 : -1) + (i / 60 % 2 == 0 ? 0.5 : -0.5));
        Table table = Table.of("made.csv", List.of(code, y));
        TargetEncoding target = new TargetEncoding("y", Task.REGRESSION, 0, 1, List.of());
        Coding.Means coding =
                LevelMeans.of(table, code, Survey.of(table, code), target).coding();
        // σ² = 60·4·¼/180 = ⅓, τ² = (240 − 59·⅓)/(240 − 4): features are standardised, levels are ±, so each is ±1.
        assertThat(coding.features()).containsExactly("code: y", "code: rows");
        assertThat(coding.codes().get(0)).isCloseTo(1, within(1e-9));
        double weight = 1 / 3.0 / ((240 - 59 / 3.0) / 236);
        double shrunken = 4 / (4 + weight);
        // A level of a row is ±1 before its own part is left out, drawn to 0 by that much.
        assertThat(shrunken).isBetween(0.9, 0.95);
        assertThat(coding.unknown().get(0)).isCloseTo(0, within(1e-9));
        Encoded x = new Preparation(List.of(coding)).apply(table);
        LevelMeans.of(table, code, Survey.of(table, code), target)
                .writeCrosswise(IntStream.range(0, rows).map(row -> row / 60).toArray(), x, 0);
        // Of a level's rows 1.5, .5, 1.5, .5 one is left out: (Σ − y)/(3 + m), by the deviation of all codes.
        double one = (4 - 1.5) / (3 + weight) / shrunken;
        double other = (4 - 0.5) / (3 + weight) / shrunken;
        Set<Long> found = new HashSet<>();
        for (int row = 0; row < rows; row += 60) found.add(Math.round(1e4 * x.values()[2 * row]));
        assertThat(found).containsExactlyInAnyOrder(Math.round(1e4 * one), Math.round(1e4 * other));
    }

    @ParameterizedTest
    @EnumSource(Task.class)
    void noRowIsToldItsOwnTarget(Task task) {
        Study study = study(task, 1);
        Encoded before = Learnt.of(study, study.training()).x();
        int row = 11;
        String other = study.training().column("y").orElseThrow().cells().stream()
                .filter(y -> !y.equals(
                        study.training().column("y").orElseThrow().cells().get(row)))
                .findFirst()
                .orElseThrow();
        List<String> cells =
                new ArrayList<>(study.training().column("y").orElseThrow().cells());
        cells.set(row, other);
        List<Column> columns = new ArrayList<>(study.training().columns());
        columns.set(3, new Column("y", cells));
        // The own target shows through nothing but the mean of all rows and the weight, which move a little.
        Encoded after = Learnt.of(study, Table.of("made.csv", columns)).x();
        int rows = study.training().rows();
        double own = Math.abs(after.values()[row * after.features()] - before.values()[row * before.features()]);
        assertThat(own).isLessThan(0.05);
        double most = IntStream.range(0, rows)
                .mapToDouble(
                        i -> Math.abs(after.values()[i * after.features()] - before.values()[i * before.features()]))
                .max()
                .orElseThrow();
        assertThat(most).isGreaterThan(2 * own);
    }

    @Test
    void codesThatTellNothingAreAllOne() {
        Column code = Tables.column("code", ROWS, i -> "k" + i % CODES);
        // Each level has the same targets.
        Column y = Tables.column("y", ROWS, i -> i / CODES);
        Table table = Table.of("made.csv", List.of(code, y));
        TargetEncoding target = TargetEncoding.of(Target.of(table, "y", Task.REGRESSION), table);
        Coding.Means coding =
                LevelMeans.of(table, code, Survey.of(table, code), target).coding();
        assertThat(coding.codes()).allMatch(c -> Math.abs(c) < 1e-9);
    }

    @Test
    void rowsOfOneGroupTellEachOtherNothing() {
        // The code is the group's: to a row that is learnt from, its group is as new as it will be later.
        int rows = 1000;
        Column code = Tables.column("code", rows, i -> "k" + i % 100);
        Column group = Tables.column("group", rows, i -> i % 100);
        Column y = Tables.column("y", rows, i -> i % 100 + 0.01 * Math.floorDiv(i, 100));
        Study study = study(Table.of("made.csv", List.of(code, group, y)), new Division.Groups("group"));
        Learnt learnt = Learnt.of(study, study.training());
        List<Double> unknown = means(learnt.preparation()).unknown();
        for (int row = 0; row < learnt.x().rows(); row++)
            assertThat(learnt.x().values()[row * learnt.x().features()])
                    .isCloseTo(unknown.get(0).floatValue(), within(1e-6f));
    }

    @Test
    void missingIsALevelAndWhatIsNewIsUnknown() {
        Study study = study(Task.BINARY, 1);
        Preparation preparation = study.preparation();
        Coding.Means coding = means(preparation);
        assertThat(coding.features()).containsExactly("code: yes", "code: rows");
        assertThat(coding.levels()).contains("", "k1");
        Table asked = Table.of("asked", List.of(new Column("code", List.of("NA", "nowhere", "k1"))));
        Encoded x = new Preparation(List.of(coding)).apply(asked);
        assertThat(x.unseen()).isEqualTo(Map.of("code", 1));
        assertThat(x.filled()).isEmpty();
        int missing = coding.levels().indexOf("");
        assertThat(x.values()[0]).isEqualTo(coding.codes().get(2 * missing).floatValue());
        assertThat(x.values()[2]).isEqualTo(coding.unknown().get(0).floatValue());
    }

    @Test
    void eachClassOfMoreThanTwoHasAMean() {
        Study study = study(Task.MULTICLASS, 1);
        assertThat(means(study.preparation()).outputs()).hasSize(4).endsWith("rows");
    }

    @Test
    void aRowIsAnsweredAsInATable() {
        Table table = table(Task.REGRESSION, 300, 1);
        Model model = Tabular.fit(table, "y", QUICK).model();
        Predictions all = model.predict(table);
        for (int i = 0; i < 20; i++) {
            Map<String, String> row = new HashMap<>();
            for (Column c : table.columns()) row.put(c.name(), c.cells().get(i));
            assertThat(model.predict(row)).isEqualTo(Prediction.of(all, i));
        }
    }

    @Test
    void dependenceAsksTheMostFrequent() {
        Fitted fitted = Tabular.fit(table(Task.REGRESSION, 300, 1), "y", QUICK);
        assertThat(PartialDependence.of(fitted, "code").orElseThrow().cells())
                .hasSize(13)
                .endsWith("");
    }
}
