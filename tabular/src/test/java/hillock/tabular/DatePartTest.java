package hillock.tabular;

import static hillock.tabular.Tables.column;
import static hillock.tabular.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import hillock.data.BadInput;
import hillock.data.Table;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatePartTest {
    private static ColumnInfo.Dates look(int rows, IntFunction<Object> cell) {
        Table table = Table.of("t.csv", List.of(column("when", rows, cell), column("y", rows, i -> i)));
        return (ColumnInfo.Dates) Schema.of(table, "y", List.of()).columns().getFirst();
    }

    private static String parts(int rows, IntFunction<Object> cell) {
        return look(rows, cell).parts().toString();
    }

    @Test
    void onlyPartsThatVary() {
        LocalDate first = LocalDate.of(2022, 1, 1);
        assertThat(parts(500, first::plusDays)).isEqualTo("[DAYS, TIME_OF_YEAR, DAY_OF_WEEK]");
        assertThat(parts(60, first::plusDays)).isEqualTo("[DAYS, DAY_OF_WEEK]");
        assertThat(parts(5, first::plusDays)).isEqualTo("[DAYS]");
        assertThat(parts(80, first::plusWeeks)).isEqualTo("[DAYS, TIME_OF_YEAR]");
        assertThat(parts(30, first::plusMonths)).isEqualTo("[DAYS, TIME_OF_YEAR]");
        assertThat(parts(30, i -> first.plusMonths(i).minusDays(1))).isEqualTo("[DAYS, TIME_OF_YEAR]");
        assertThat(parts(30, first::plusYears)).isEqualTo("[DAYS]");
        LocalDateTime morning = first.atTime(8, 0);
        assertThat(parts(100, i -> morning.plusHours(7L * i))).isEqualTo("[DAYS, DAY_OF_WEEK, TIME_OF_DAY]");
        assertThat(parts(20, morning::plusMinutes)).isEqualTo("[DAYS]");
        assertThat(parts(40, morning::plusDays)).isEqualTo("[DAYS, DAY_OF_WEEK]");
    }

    @Test
    void saysWhichPartsAreUsed() {
        assertThat(look(500, LocalDate.of(2022, 1, 1)::plusDays).describe())
                .isEqualTo("dates from 2022-01-01 to 2023-05-15, used as days, time of year and day of week");
    }

    /// A leap day, New Year and midnight are at the top of their circles, a quarter later they are
    /// at the right.
    @ParameterizedTest
    @CsvSource({
        "2023-01-01T00:00, 0, 1, -0.7818314825, 0.6234898019, 1, 0, 1",
        "2023-07-02T12:00, 0, -1, -0.7818314825, 0.6234898019, 1, 0, -1",
        "2024-01-01T06:00, 0.0042922, 0.9999908, 0, 1, 0, 1, 0",
        "2023-03-14T18:00, 0.949718, 0.313107, 0.7818314825, 0.6234898019, 0, -1, 0"
    })
    void cyclesAreAngles(
            String cell,
            double yearSin,
            double yearCos,
            double weekSin,
            double weekCos,
            double weekend,
            double daySin,
            double dayCos) {
        Coding.Dates coding = new Coding.Dates("when", DateOrder.CLEAR, List.of(DatePart.values()), 0, 1, 0, false);
        assertThat(coding.features())
                .containsExactly(
                        "when",
                        "when: time of year sin",
                        "when: time of year cos",
                        "when: day of week sin",
                        "when: day of week cos",
                        "when: weekend",
                        "when: time of day sin",
                        "when: time of day cos");
        double days = Dates.days(cell, DateOrder.CLEAR);
        assertThat(coding.features(days))
                .containsExactly(
                        new double[] {days, yearSin, yearCos, weekSin, weekCos, weekend, daySin, dayCos}, within(1e-4));
    }

    @Test
    void aMissingDateIsInTheMiddle() {
        Table training = Table.of(
                "t.csv",
                List.of(
                        column(
                                "when",
                                401,
                                i -> i == 400 ? "" : LocalDate.of(2022, 1, 1).plusDays(i)),
                        column("y", 401, i -> i)));
        Preparation preparation = Preparation.of(Schema.of(training, "y", List.of()), training);
        Encoded x = preparation.apply(table("when: 2022-01-01 _", "y: 1 2"));
        assertThat(preparation.features()).hasSize(7).last().isEqualTo("when is missing");
        float[] v = x.values();
        assertThat(v[0]).isCloseTo(-1.732f, within(0.01f)); // uniform days
        assertThat(List.of(v[1], v[2], v[5], v[6])).containsExactly(0f, 1f, 1f, 0f);
        assertThat(v[7]).isCloseTo(0, within(1e-6f)); // the median of even days is their mean
        assertThat(List.of(v[8], v[9], v[10], v[11], v[12], v[13])).containsExactly(0f, 0f, 0f, 0f, 0f, 1f);
    }

    @Test
    void aCellThatIsNoDateIsRefusedInTheOrderThatWasLearnt() {
        Table training = table("when: 13/02/2024 01/02/2024 05/06/2023", "y: 1 2 3");
        Preparation preparation = Preparation.of(Schema.of(training, "y", List.of()), training);
        assertThatThrownBy(() -> preparation.apply(table("when: 01/02/2024 02/13/2024")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "t.csv, line 3: column \"when\" must hold a date such as 31/03/2024, the day first, but this"
                                + " cell says \"02/13/2024\"; correct it or write NA for a missing value.");
    }

    @ParameterizedTest
    @CsvSource({
        "2024010, Dates", // 20240101 to 20240109
        "2024990, Numeric",
        "1 May;2 May, Dates",
        "1 May;2 May 2020, Categorical",
        "May 17;Jun 5, Dates"
    })
    void datesWithoutMarksOrYears(String cells, String kind) {
        String[] some = cells.split(";", -1);
        Table table = Table.of(
                "t.csv",
                List.of(
                        column("when", 60, i -> some.length == 1 ? cells + (1 + i % 9) : some[i % 2]),
                        column("z", 60, i -> i * i % 17),
                        column("y", 60, i -> i * 0.5)));
        ColumnInfo info = Schema.of(table, "y", List.of()).columns().getFirst();
        assertThat(info.getClass().getSimpleName()).isEqualTo(kind);
        if (cells.startsWith("May"))
            assertThat(((ColumnInfo.Dates) info).parts()).doesNotContain(DatePart.DAY_OF_WEEK);
    }

    @Test
    void datesWithTwoReadingsAreTextsAndThatIsSaid() {
        Table table = Table.of(
                "t.csv",
                List.of(
                        column("when", 60, i -> "0" + (1 + i % 9) + "/0" + (1 + i / 9) + "/2024"),
                        column("z", 60, i -> i * i % 17),
                        column("y", 60, i -> i * 0.5)));
        TableReport report = TableReport.of(Study.of(table, Study.Question.DEFAULT));
        assertThat(report.cautions()).contains(new Caution.AmbiguousDates("when", "01/01/2024"));
    }

    /// What repeats every week and every year, which days alone do not tell.
    @Test
    void aWeeklyPatternIsLearnt() {
        int rows = 730;
        LocalDate first = LocalDate.of(2021, 1, 1);
        Table table = Table.of(
                "t.csv",
                List.of(
                        column("when", rows, first::plusDays),
                        column(
                                "y",
                                rows,
                                i -> first.plusDays(i).getDayOfWeek().getValue() > 5
                                        ? 10
                                        : 20 + 3 * Math.cos(2 * Math.PI * i / 365.25))));
        Fitted fitted = Study.of(table, Study.Question.DEFAULT).fit(Recipe.DEFAULT.epochs(60), _ -> {});
        assertThat(fitted.network().scores().get("r2")).isGreaterThan(0.98);
    }
}
