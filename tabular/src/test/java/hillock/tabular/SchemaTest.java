package hillock.tabular;

import static hillock.tabular.Tables.column;
import static hillock.tabular.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.data.Table;
import java.util.List;
import java.util.function.IntFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SchemaTest {
    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            x: 1 2.5 NA 4             | numbers from 1 to 4, 1 missing
            x: 0 1 1 0                | whole numbers from 0 to 1
            x: 7 _ _ 7                | whole numbers from 7 to 7, 2 missing
            x: 7 7.0 7 7              | left out: every row says 7
            x: b a b c                | 3 categories: b, a, c
            x: yes _ yes _            | 1 category: yes, 2 missing
            x: a a a a                | left out: every row says "a"
            x: _ NA ? -               | left out: it holds no value
            x: True False True True   | 2 categories: True, False
            x: ann bob cid dan        | left out: every row has its own text
            x: 2024-01-31 2024-03-01 2023-12-31 _ | dates from 2023-12-31 to 2024-03-01, used as days and day of week, 1 missing
            x: 31/01/2024 01/03/2024 12/2/2024 _  | dates from 31/01/2024 to 01/03/2024, used as days and day of week, 1 missing
            x: Jan_2024 a Feb_2024 b              | left out: every row has its own text
            x: 3 8 1 9                | whole numbers from 1 to 9
            x: 1 2 3 4                | whole numbers from 1 to 4
            year: 1990 1991 1992 1993 | whole numbers from 1990 to 1993
            width: 1 2 3 4            | whole numbers from 1 to 4
            zip: 00123 10115 00123 10115 | 2 categories: 00123, 10115
            zip: 07 0 NA 0            | 2 categories: 0, 07, 1 missing
            zip: 0123 0124 0125 0126  | whole numbers from 123 to 126
            zip: 00.5 0.5 1 00.5      | numbers from 0.5 to 1
            zip: -01 01 01 -01        | whole numbers from -1 to 1
            zip: 100 0 100 0          | whole numbers from 0 to 100
            id: 001 002 003 004       | left out: it numbers the rows
            id: 31 8 10 99            | left out: it numbers the rows
            user_id: 1 2 3 4          | left out: it numbers the rows
            PassengerId: 1 2 3 4      | left out: it numbers the rows
            index: 0 1 2 3            | left out: it numbers the rows
            id: 1 1 2 2               | whole numbers from 1 to 2
            id: 0.5 1.5 2 3           | numbers from 0.5 to 3
            """)
    void saysWhatAColumnIs(String column, String description) {
        Schema schema = Schema.of(table(column, "other: 1 5 2 8", "y: 1 2 3 5"), "y", List.of());
        assertThat(schema.columns()).hasSize(2);
        assertThat(schema.columns().getFirst().describe()).isEqualTo(description);
    }

    @Test
    void countsWhatItSees() {
        Schema schema = Schema.of(table("x: 1 2 2 NA", "y: 1 2 3 4"), "y", List.of());
        assertThat(schema.columns()).containsExactly(new ColumnInfo.Numeric("x", 1, 2, 1, 2, 5.0 / 3, true));
    }

    @Test
    void levelsComeByFrequencyThenName() {
        Schema schema = Schema.of(table("x: c b b a c d", "y: 1 2 3 4 5 6"), "y", List.of());
        assertThat(schema.columns()).containsExactly(new ColumnInfo.Categorical("x", 0, List.of("b", "c", "a", "d")));
    }

    @Test
    void freeTextIsLeftOutAndAnAmpleCategoryStays() {
        assertThat(of(100, i -> "name " + i % 60).describe())
                .isEqualTo("left out: 60 different texts in 100 rows are too many for categories");
        assertThat(of(100, i -> "name " + i % 50)).isInstanceOf(ColumnInfo.Categorical.class);
        assertThat(of(21, i -> "name " + i % 20)).isInstanceOf(ColumnInfo.Categorical.class);
    }

    @Test
    void mostlyNumbersWithManyTextsSaysWhereTheFirstTextIs() {
        assertThat(of(100, i -> i % 10 == 3 ? "about " + i : i).describe())
                .isEqualTo("left out: every row has its own text; most are numbers, but line 5 says \"about 3\"");
    }

    @Test
    void aFewTextsAmongNumbersAreAMistake() {
        assertThatThrownBy(() -> of(100, i -> i == 7 ? "abc" : 0.5 * i))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "t.csv, line 9: column \"x\" holds numbers but this cell says \"abc\"; correct it, write NA for "
                                + "a missing value, or leave the column out with --drop \"x\".");
        assertThatThrownBy(() -> of(5, i -> i == 2 ? "12,5" : i)).hasMessageContaining("line 4");
    }

    @Test
    void aRepeatedTextAmongCodesIsACategory() {
        assertThat(of(100, i -> i % 33 == 0 ? "3+" : i % 3)).isInstanceOf(ColumnInfo.Categorical.class);
    }

    @Test
    void infinityIsNoNumberToLearnFrom() {
        assertThatThrownBy(() -> of(10, i -> i == 4 ? "-inf" : i))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "t.csv, line 6: column \"x\" holds \"-inf\", which no model can learn from; correct it, or write "
                                + "NA for a missing value.");
    }

    @Test
    void aRowNumberIsUsedWhereThereIsNothingElse() {
        Schema schema = Schema.of(table("index: 0 1 2 3", "k: a a a a", "y: 1 3 5 7"), "y", List.of());
        assertThat(schema.used()).extracting(ColumnInfo::name).containsExactly("index");
        assertThat(schema.leftOut()).extracting(ColumnInfo::name).containsExactly("k");
    }

    @Test
    void nothingToLearnFromIsAnError() {
        assertThatThrownBy(() -> Schema.of(table("y: 1 2"), "y", List.of()))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.csv has a target but no other column: add at least one column to learn from.");
        assertThatThrownBy(() -> Schema.of(table("a: 1 1", "b: p q", "y: 1 2"), "y", List.of()))
                .hasMessage(
                        "t.csv has no column to learn from: \"a\" is left out: every row says \"1\", and the other 1 "
                                + "likewise; add a column that says something about the target.");
    }

    @Test
    void dropsWhatTheUserNames() {
        Table table = table("age: 1 2 3", "name: 5 6 8", "y: 1 2 3");
        assertThat(Schema.of(table, "y", List.of("name")).columns().get(1).describe())
                .isEqualTo("left out: you asked for it");
        assertThatThrownBy(() -> Schema.of(table, "y", List.of("nam")))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.csv has no column \"nam\" to drop (did you mean \"name\"?).");
        assertThatThrownBy(() -> Schema.of(table, "y", List.of("y"))).isInstanceOf(BadInput.class);
    }

    private static ColumnInfo of(int rows, IntFunction<Object> cell) {
        Table table = Table.of(
                "t.csv", List.of(column("x", rows, cell), column("z", rows, i -> i * i), column("y", rows, i -> i)));
        return Schema.of(table, "y", List.of()).columns().getFirst();
    }
}
