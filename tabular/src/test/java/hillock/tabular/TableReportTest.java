package hillock.tabular;

import static hillock.tabular.Tables.column;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TableReportTest {
    private static TableReport report(Table table) {
        return TableReport.of(Study.of(table, Study.Question.DEFAULT));
    }

    /// What is said about one column of 400 rows.
    private static List<Caution> about(IntFunction<Object> cell) {
        Random random = new Random(3);
        Table table = Table.of(
                "t.csv",
                List.of(
                        column("x", 400, cell),
                        column("z", 400, _ -> random.nextGaussian()),
                        column("y", 400, _ -> random.nextGaussian())));
        return report(table).cautions("x");
    }

    @Test
    void saysHowNumbersAreSpread() {
        Spread spread = Spread.of(new double[] {8, 1, 2, 4}).orElseThrow();
        // numpy.quantile(x, [.25, .5, .75]), scipy.stats.skew(x)
        assertThat(List.of(spread.min(), spread.lower(), spread.median(), spread.upper(), spread.max()))
                .containsExactly(1.0, 1.75, 3.0, 5.0, 8.0);
        assertThat(spread.mean()).isEqualTo(3.75);
        assertThat(spread.deviation()).isCloseTo(2.680951323690902, within(1e-12));
        assertThat(spread.skewness()).isCloseTo(0.6568077344996992, within(1e-12));
        assertThat(Spread.of(new double[0])).isEmpty();
        assertThat(Spread.of(new double[] {5, 5}).orElseThrow().skewness()).isZero();
    }

    @Test
    void saysWhatAColumnHolds() {
        List<Column> columns = List.of(
                column("a", 20, i -> i < 3 ? "?" : i < 5 ? "" : i % 4),
                column("b", 20, i -> "abc".charAt(i % 3)),
                column("id", 20, i -> i),
                column("y", 20, i -> i * i % 7 + 0.5));
        TableReport report = report(Table.of("t.csv", columns));
        assertThat(report.columns()).extracting(ColumnProfile::distinct).containsExactly(4, 3, 20);
        ColumnProfile a = report.columns().getFirst();
        assertThat(a.markers()).isEqualTo(Map.of("?", 3, "", 2));
        assertThat(a.missingShare()).isEqualTo(0.25);
        assertThat(a.spread().orElseThrow().max()).isEqualTo(3);
        assertThat(report.target().orElseThrow().max()).isEqualTo(4.5);
    }

    /// The least or greatest of numbers that are otherwise from 0 to 40.
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "-999, true",
        "-9, true",
        "9999, true",
        "999.9, true",
        "99, true",
        "-1, true",
        "2147483647, true",
        "-7, false",
        "41, false",
        "50, false",
        "9000, false",
        "49, false"
    })
    void aNumberThatMayStandForNothing(String cell, boolean found) {
        List<Caution> cautions = about(i -> i % 40 == 5 ? cell : i % 40 + 0.5 * (i % 3));
        assertThat(cautions.stream().anyMatch(Caution.Sentinel.class::isInstance))
                .isEqualTo(found);
        if (found)
            assertThat(cautions)
                    .filteredOn(Caution.Sentinel.class::isInstance)
                    .singleElement()
                    .satisfies(c -> assertThat(((Caution.Sentinel) c).value()).isEqualTo(Double.parseDouble(cell)));
    }

    @Test
    void ordinaryEndsStandForThemselves() {
        assertThat(about(i -> i % 100)).isEmpty(); // 99 is next to 98
        assertThat(about(i -> i % 9 - 1)).isEmpty(); // -1 is next to 0
        assertThat(about(i -> i % 3 == 0 ? 0 : 1 + i % 20)).isEmpty(); // 0 is next to 1
        assertThat(about(i -> List.of(1, 2, 99).get(i % 3))).isEmpty(); // three codes
    }

    @Test
    void zeroFarBelowTheRest() {
        assertThat(about(i -> i % 50 == 0 ? 0 : 60 + i % 40)).containsExactly(new Caution.Sentinel("x", 0, 8, 60));
    }

    @Test
    void bothEndsMayBeSentinels() {
        assertThat(about(i -> i % 40 == 5 ? -99 : i % 40 == 6 ? 999 : i % 40))
                .startsWith(new Caution.Sentinel("x", -99, 10, 0), new Caution.Sentinel("x", 999, 10, 39));
    }

    @ParameterizedTest
    @CsvSource({"unknown", "N.A.", "--", "Missing"})
    void aTextThatMayStandForNothing(String text) {
        assertThat(about(i -> i % 10 == 0 ? text : "abc".charAt(i % 3) + ""))
                .containsExactly(new Caution.LooksMissing("x", text, 40));
    }

    @Test
    void whatIsOddAboutColumns() {
        assertThat(about(i -> i == 7 ? 3.5 : 1)).containsExactly(new Caution.NearlyConstant("x", "1", 399 / 400.0));
        assertThat(about(i -> i == 7 ? "b" : "a"))
                .contains(new Caution.NearlyConstant("x", "a", 399 / 400.0), new Caution.RareLevels("x", 1, 1));
        assertThat(about(i -> 1000 + i * 7 % 400)).containsExactly(new Caution.NearlyUnique("x", 400));
        assertThat(about(i -> i % 3 == 0 ? i % 5 : "")).singleElement().isInstanceOf(Caution.MostlyMissing.class);
        assertThat(about(i -> "00" + i % 5)).containsExactly(new Caution.Codes("x", "000"));
        assertThat(about(i -> "city " + i % 80)).containsExactly(new Caution.ManyLevels("x", 80));
        assertThat(about(i -> Math.exp(i % 40 / 3.0)))
                .singleElement()
                .isInstanceOfSatisfying(
                        Caution.Skewed.class, s -> assertThat(s.skewness()).isGreaterThan(3));
        assertThat(about(i -> (i % 40) * (i % 40) * 0.1)).isEmpty();
    }

    /// Three columns of three values and a class make 54 different rows at most.
    @Test
    void rowsOfFewValuesRepeatByNature() {
        Random random = new Random(4);
        Table table = Table.of(
                "t.csv",
                List.of(
                        column("a", 300, i -> "a" + random.nextInt(3)),
                        column("b", 300, i -> "b" + random.nextInt(3)),
                        column("c", 300, i -> "c" + random.nextInt(3)),
                        column("y", 300, i -> random.nextBoolean() ? "yes" : "no")));
        TableReport report = TableReport.of(Study.of(table, Study.Question.DEFAULT));
        assertThat(report.cautions()).singleElement().isInstanceOfSatisfying(Caution.Duplicates.class, d -> {
            assertThat(d.natural()).isTrue();
            assertThat(d.repeated()).isGreaterThanOrEqualTo(246);
            assertThat(d.serious()).isFalse();
        });
    }

    @Test
    void rowsThatSayTheSame() {
        Table table = Table.of(
                "t.csv",
                List.of(
                        column("id", 100, i -> i), // numbers the rows: no input
                        column("x", 100, i -> i % 50 * 1.5),
                        column("z", 100, i -> i % 50 % 7),
                        column("y", 100, i -> i % 50 % 11 + 0.5)));
        Study study = Study.of(table, Study.Question.DEFAULT);
        Caution.Duplicates duplicates = TableReport.of(study).cautions().stream()
                .filter(Caution.Duplicates.class::isInstance)
                .map(Caution.Duplicates.class::cast)
                .findFirst()
                .orElseThrow();
        List<String> training = study.training().column("x").orElseThrow().cells();
        long shared = study.validation().column("x").orElseThrow().cells().stream()
                .filter(training::contains)
                .count();
        assertThat(duplicates).isEqualTo(new Caution.Duplicates(50, (int) shared, 20, false));
        assertThat(duplicates.serious()).isTrue();
    }

    @Test
    void theSeriousComesFirst() {
        Random random = new Random(1);
        Table table = Table.of(
                "t.csv",
                List.of(
                        column("skewed", 200, i -> Math.exp(i / 10.0)),
                        column("x", 200, i -> i % 2 == 0 ? "a" : "b"),
                        column("z", 200, _ -> random.nextGaussian()),
                        column("y", 200, i -> i % 2 == 0 ? "no" : "yes")));
        assertThat(report(table).cautions()).extracting(Caution::serious).containsExactly(true, false);
    }

    /// Whatever a table holds, it is described or refused in one sentence, and nothing else happens.
    @Test
    void anyTable() {
        for (int seed = 0; seed < 400; seed++) {
            Random random = new Random(seed);
            int rows = 5 + random.nextInt(120);
            List<Column> columns = new ArrayList<>();
            for (int i = 0, n = 1 + random.nextInt(5); i <= n; i++) columns.add(any("c" + i, rows, random));
            try {
                TableReport report = report(Table.of("seed " + seed, columns));
                for (ColumnProfile c : report.columns()) {
                    assertThat(c.distinct()).as("seed %d", seed).isBetween(0, rows);
                    c.spread().ifPresent(s -> assertThat(s.median()).isBetween(s.min(), s.max()));
                }
            } catch (BadInput refused) {
                assertThat(refused.getMessage()).startsWith("seed " + seed);
            }
        }
    }

    private static Column any(String name, int rows, Random random) {
        List<String> pool = List.of(
                "",
                "NA",
                "?",
                "0",
                "-0",
                "1",
                "99",
                "-999",
                "1e300",
                "-1e300",
                "2.5",
                "a",
                "b",
                "unknown",
                "2024-02-30",
                "2024-02-29",
                "1e-310",
                "inf");
        int from = random.nextInt(pool.size());
        int width = 1 + random.nextInt(Math.min(4, pool.size() - from));
        int kind = random.nextInt(4);
        return column(name, rows, i -> switch (kind) {
            case 0 -> pool.get(from + random.nextInt(width));
            case 1 -> random.nextGaussian();
            case 2 -> random.nextInt(3);
            default -> random.nextInt(10) == 0 ? pool.get(from + random.nextInt(width)) : i * 0.5;
        });
    }

    @Test
    void spellingsThatDifferInCaseOnlyAreTold() {
        List<String> cities = List.of("Paris", "PARIS", "Rome", "paris");
        Table table = Table.of(
                "t.csv",
                List.of(
                        Tables.column("city", 40, i -> cities.get(i % 4)),
                        Tables.column("grade", 40, i -> i % 3 == 0 ? "a" : "A"),
                        Tables.column("y", 40, i -> i % 5 == 0 ? "no" : i % 2 == 0 ? "Yes" : "yes")));
        TableReport report = TableReport.of(Study.of(table, Study.Question.DEFAULT));
        assertThat(report.cautions().stream().filter(Caution.Spellings.class::isInstance))
                .containsExactly(
                        new Caution.Spellings("city", 1, List.of("PARIS", "Paris", "paris")),
                        new Caution.Spellings("y", 1, List.of("Yes", "yes")));
    }

    @Test
    void aSingleColumnIsTold() {
        Table table = Table.of("t.csv", List.of(Tables.column("a:b", 40, i -> i + ":" + i)));
        assertThatThrownBy(() -> Study.of(table, Study.Question.DEFAULT))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("has a single column, \"a:b\"");
    }

    /// Half of the numbers of a uniform target lie from 25 to 75.
    @ParameterizedTest
    @CsvSource({"1, 1e6, true", "3, -2e5, true", "1, 600, false", "1, 1000, true", "30, 1e6, false"})
    void fewTargetsThatMakeTheSquaredErrorsAreTold(int count, double far, boolean told) {
        Table table = Table.of(
                "t.csv",
                List.of(
                        Tables.column("x", 400, i -> i * 37 % 101 * 0.1),
                        Tables.column("y", 400, i -> i < count ? far * (1 + i * 0.1) : i % 101 + 0.5)));
        List<Caution> cautions =
                TableReport.of(Study.of(table, Study.Question.DEFAULT)).cautions();
        assertThat(cautions.stream().anyMatch(Caution.FarTargets.class::isInstance))
                .isEqualTo(told);
    }
}
