package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DatesTest {
    @ParameterizedTest
    @CsvSource({
        "1970-01-02,1",
        "1970-02,31",
        "1969-12-31,-1",
        "1970-01-02T12:00,1.5",
        "1970-01-02 06:00:00,1.25",
        "1970-01-02T06:00:00.5Z,1.2500057870370371",
        "1970-02-30,NaN",
        "1970-13,NaN",
        "01/02/1970,NaN",
        "1970,NaN"
    })
    void readsDatesAsDays(String cell, double days) {
        assertThat(Dates.days(cell, DateOrder.CLEAR)).isEqualTo(Double.valueOf(days));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            2024-3-5                          | 2024-03-05T00:00
            2024/03/05                        | 2024-03-05T00:00
            2024.03.05 7:08                   | 2024-03-05T07:08
            2024/03                           | 2024-03-01T00:00
            2024年3月5日                       | 2024-03-05T00:00
            2024年3月                          | 2024-03-01T00:00
            2024-Q3                           | 2024-07-01T00:00
            2024Q1                            | 2024-01-01T00:00
            2024-W01                          | 2024-01-01T00:00
            2024W10-7                         | 2024-03-10T00:00
            05.03.2024                        | 2024-03-05T00:00
            5.3.24                            | 2024-03-05T00:00
            31.12.69                          | 2069-12-31T00:00
            31.12.70                          | 1970-12-31T00:00
            13/03/2024                        | 2024-03-13T00:00
            03/13/2024                        | 2024-03-13T00:00
            03-13-24 1:05 PM                  | 2024-03-13T13:05
            04/04/2024 12:05 a.m.             | 2024-04-04T00:05
            04/04/2024, 12:05:06pm            | 2024-04-04T12:05:06
            5 Mar 2024                        | 2024-03-05T00:00
            5-MAR-24                          | 2024-03-05T00:00
            5th March 2024                    | 2024-03-05T00:00
            Tue, 5 Mar 2024 10:11:12 GMT      | 2024-03-05T10:11:12
            Mar 5, 2024                       | 2024-03-05T00:00
            Tuesday, March 5, 2024 3:04 PM    | 2024-03-05T15:04
            20240305                          | 2024-03-05T00:00
            5 Mar                             | 2000-03-05T00:00
            29-Feb                            | 2000-02-29T00:00
            March 5th                         | 2000-03-05T00:00
            20240230                          |
            18991231                          |
            Mar-24                            |
            Sept 2024                         | 2024-09-01T00:00
            2024-03-05T10:11:12.123456Z       | 2024-03-05T10:11:12.123456
            2024-03-05 10:11:12,5             | 2024-03-05T10:11:12.500
            2024-03-05T10:11:12+02:00         | 2024-03-05T10:11:12
            2024-03-05T10:11-0530             | 2024-03-05T10:11
            2024-03-05T10:11+01:00[Europe/Berlin] | 2024-03-05T10:11
            2023-02-29                        |
            2024-03-05T24:10                  |
            2024-03-05T10:61                  |
            2024-03-05 13:00 PM               |
            2024-03-05T10:11+19:00            |
            2024-03-05x                       |
            2024-03-055                       |
            2024-00-05                        |
            2024-W54                          |
            2024-Q5                           |
            31.02.2024                        |
            32/01/2024                        |
            13/13/2024                        |
            03/04/2024                        |
            1/2                               |
            5 Foo 2024                        |
            Marble 2024                       |
            10:30                             |
            192.168.10.12                     |
            0555-123-4567                     |
            """)
    void readsWhatHasOneReading(String cell, String local) {
        Optional<Moment> moment = Dates.parse(cell, DateOrder.CLEAR);
        if (local == null) assertThat(moment).isEmpty();
        else assertThat(moment.orElseThrow().local()).hasToString(local);
    }

    @Test
    void zonesMoveTheDaysAndLeaveTheClock() {
        Moment east = Dates.parse("1970-01-02T06:00+06:00", DateOrder.CLEAR).orElseThrow();
        assertThat(east.days()).isEqualTo(1);
        assertThat(east.shareOfDay()).isEqualTo(0.25);
        assertThat(Dates.days("1970-01-01T18:00-0630", DateOrder.CLEAR)).isCloseTo(1 + 0.5 / 24, within(1e-12));
    }

    @ParameterizedTest
    @CsvSource({
        "2024-03-05 2023-01-01, CLEAR",
        "31.01.2024 01.02.2024, CLEAR",
        "13/02/2024 14/02/2024, CLEAR",
        "13/02/2024 03/02/2024, DAY_FIRST",
        "02/13/2024 02/03/2024, MONTH_FIRST",
        "2024-05-06 02/13/2024 02/03/2024, MONTH_FIRST",
        "02/03/2024 03/04/2024, ",
        "13/02/2024 02/13/2024 01/02/2024, ",
        "2024-03-05 next, "
    })
    void theColumnDecidesWhichComesFirst(String cells, DateOrder order) {
        List<String> dates = List.of(cells.split(" "));
        assertThat(DateLook.order(dates)).isEqualTo(Optional.ofNullable(order));
        assertThat(DateLook.isAmbiguous(dates)).isEqualTo(cells.equals("02/03/2024 03/04/2024"));
    }

    @Test
    void theOrderIsKept() {
        assertThat(Dates.days("01/02/1970", DateOrder.DAY_FIRST)).isEqualTo(31);
        assertThat(Dates.days("01/02/1970", DateOrder.MONTH_FIRST)).isEqualTo(1);
        assertThat(Dates.days("13/02/1970", DateOrder.MONTH_FIRST)).isNaN();
    }

    /// Whatever a cell says, it is a date or it is none.
    @Test
    void anyText() {
        List<String> pieces = List.of(
                "2024", "13", "1", "02", "/", "-", ".", ":", " ", "T", "Z", "Jan", "may", "W05", "Q2", "+02", "年", "月",
                "日", "pm", "Mon, ", "[UTC]", "99", "0000", "\u0000", "é", ",");
        Random random = new Random(7);
        int dates = 0;
        for (int i = 0; i < 100_000; i++) {
            StringBuilder cell = new StringBuilder(random.nextBoolean() ? "2024-02-2" : "");
            for (int k = random.nextInt(9); k >= 0; k--) cell.append(pieces.get(random.nextInt(pieces.size())));
            for (DateOrder order : DateOrder.values()) {
                double days = Dates.days(cell.toString(), order);
                if (!Double.isNaN(days)) dates++;
                assertThat(Double.isNaN(days) || Math.abs(days) < 4e6)
                        .as(cell.toString())
                        .isTrue();
            }
        }
        assertThat(dates).isPositive();
    }
}
