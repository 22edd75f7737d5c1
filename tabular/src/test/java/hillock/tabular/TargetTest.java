package hillock.tabular;

import static hillock.tabular.Tables.column;
import static hillock.tabular.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.data.Table;
import java.util.List;
import java.util.Set;
import java.util.function.IntFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class TargetTest {
    private static Arguments of(String what, IntFunction<Object> cell, Task task, String why) {
        return Arguments.of(what, cell, task, why);
    }

    static Stream<Arguments> tasks() {
        return Stream.of(
                of("0 and 1", i -> i % 2, Task.BINARY, "\"y\" has two different values, 0 and 1: binary"),
                of("-1 and 1", i -> i % 2 * 2 - 1, Task.BINARY, "\"y\" has two different values, -1 and 1: binary"),
                of(
                        "words",
                        i -> i % 2 == 0 ? "Yes" : "no",
                        Task.BINARY,
                        "\"y\" has two different values, no and Yes: binary"),
                of("species", i -> "abc".charAt(i % 3), Task.MULTICLASS, "\"y\" has 3 different texts: multiclass"),
                of(
                        "digits",
                        i -> i % 10,
                        Task.MULTICLASS,
                        "\"y\" has 10 different whole numbers from 0 to 9: multiclass (--task regression if they are amounts)"),
                of("digits as decimals", i -> (double) (i % 10), Task.MULTICLASS, null),
                of("codes with a gap", i -> i % 6 < 3 ? i % 6 + 1 : i % 6 + 2, Task.MULTICLASS, null),
                of("scores 3..9", i -> 3 + i % 7, Task.REGRESSION, "\"y\" has 7 different numbers: regression"),
                of("eleven whole numbers", i -> i % 11, Task.REGRESSION, null),
                of("disease 25..346", i -> 25 + 7 * i % 321, Task.REGRESSION, null),
                of("tenths", i -> i % 5 / 10.0, Task.REGRESSION, null),
                of("powers", i -> 1 << i % 5, Task.REGRESSION, null));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("tasks")
    void decides(String what, IntFunction<Object> cell, Task task, String why) {
        Target target = Target.of(rows(200, cell), "y");
        assertThat(target.task()).isEqualTo(task);
        if (why != null) assertThat(target.why()).isEqualTo(why);
    }

    @Test
    void fewRowsOfANumberMakeNoClass() {
        assertThat(Target.of(rows(14, i -> i % 3), "y").task()).isEqualTo(Task.REGRESSION);
        assertThat(Target.of(rows(15, i -> i % 3), "y").task()).isEqualTo(Task.MULTICLASS);
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
            y: yes No yes No                    | No, yes
            y: true FALSE true FALSE            | FALSE, true
            y: benign malignant benign benign   | benign, malignant
            y: 10 9 10 9                        | 9, 10
            y: 1 1.0 0 0.0                      | 0, 1
            y: + - + -                          | -, +
            y: b B b B                          | B, b
            """)
    void thePositiveClassIsTheLaterOne(String column, String classes) {
        Target target = Target.of(table("x: 1 2 3 4", column), "y");
        assertThat(target.task()).isEqualTo(Task.BINARY);
        assertThat(String.join(", ", target.classes())).isEqualTo(classes);
    }

    @Test
    void rowsWithoutATargetAreLeftOutAndCounted() {
        Table table = table("x: 1 2 3 4 5", "y: a _ b NA b");
        Target target = Target.of(table, "y");
        assertThat(target.missing()).isEqualTo(2);
        assertThat(target.counts()).containsExactly(1, 2);
        assertThat(target.notes())
                .containsExactly(
                        "2 rows have no \"y\" and are left out.",
                        "The class \"a\" of \"y\" has a single row: too little to learn or to check.");
        Table labelled = target.labelled(table);
        assertThat(labelled.column("x").orElseThrow().cells()).containsExactly("1", "3", "5");
        assertThat(labelled.line(1)).isEqualTo(4);
    }

    @Test
    void theUserMayOverride() {
        Table digits = rows(200, i -> i % 10);
        assertThat(Target.of(digits, "y", Task.REGRESSION).task()).isEqualTo(Task.REGRESSION);
        assertThat(Target.of(rows(200, i -> 3 + i % 7), "y", Task.MULTICLASS).classes())
                .hasSize(7);
        assertThat(Target.of(digits, "y", Task.REGRESSION).why()).isEqualTo("you asked for regression");
    }

    static Stream<Arguments> mistakes() {
        return Stream.of(
                Arguments.of(
                        "y: 5 5 5 5 5 5",
                        null,
                        "t.csv: the target \"y\" has the single value \"5\", so there is nothing to learn; name another column with --target."),
                Arguments.of(
                        "y: a a NA a a ?",
                        null,
                        "t.csv: the target \"y\" has the single value \"a\" (and 2 missing), so there is nothing to learn; name another column with --target."),
                Arguments.of(
                        "y: _ _ _ _ _ _",
                        null,
                        "t.csv: the target \"y\" is empty in every row; name another column with --target."),
                Arguments.of(
                        "y: a b c d e f",
                        null,
                        "t.csv: the target \"y\" has 6 different texts in 6 rows, too many to be classes; name another column with --target."),
                Arguments.of(
                        "y: 2020-01-01 2020-01-02 2020-01-03 2020-01-01 2020-01-02 2020-01-03",
                        null,
                        "t.csv: the target \"y\" holds dates, which are no target yet; turn them into a number (days since a fixed day, say)."),
                Arguments.of(
                        "y: 1.5 2.5 x 3.5 4.5 5.5",
                        null,
                        "t.csv, line 4: column \"y\" holds numbers but this cell says \"x\"; correct it, write NA for a missing value, or leave the column out with --drop \"y\"."),
                Arguments.of(
                        "y: a b a b a b",
                        Task.REGRESSION,
                        "t.csv: the target \"y\" holds text such as \"a\"; regression needs numbers: use --task multiclass, or name another column with --target."),
                Arguments.of(
                        "y: a b c a b c",
                        Task.BINARY,
                        "t.csv: the target \"y\" has 3 different values; binary needs exactly two: use --task multiclass."),
                Arguments.of(
                        "y: 1.5 2.5 3.5 4.5 5.5 6.5",
                        Task.BINARY,
                        "t.csv: the target \"y\" has 6 different values; binary needs exactly two: use --task regression."),
                Arguments.of(
                        "y: 1.5 2.5 3.5 4.5 5.5 6.5",
                        Task.MULTICLASS,
                        "t.csv: the target \"y\" has 6 different values in 6 rows, too many to be classes; use --task regression."));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("mistakes")
    void saysWhatIsWrong(String column, Task task, String message) {
        Table table = table("x: 1 2 3 4 5 6", column);
        assertThatThrownBy(() -> {
                    if (task == null) Target.of(table, "y");
                    else Target.of(table, "y", task);
                })
                .isInstanceOf(BadInput.class)
                .hasMessage(message);
    }

    @Test
    void namesTheNearestColumn() {
        Table table = table("price: 1 2", "size: 3 4");
        assertThatThrownBy(() -> Target.of(table, "prise"))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.csv has no column \"prise\" for a target (did you mean \"price\"?).");
        assertThatThrownBy(() -> Target.of(table, "weight"))
                .hasMessage("t.csv has no column \"weight\" for a target; there are \"price\", \"size\".");
    }

    @Test
    void theLastColumnIsTheTargetUnlessDropped() {
        Table table = table("a: 1 2", "b: 3 4", "c: 3 4");
        assertThat(Target.last(table, Set.of())).isEqualTo("c");
        assertThat(Target.last(table, Set.of("c"))).isEqualTo("b");
        assertThatThrownBy(() -> Target.last(table, List.of("a", "b", "c"))).isInstanceOf(BadInput.class);
    }

    private static Table rows(int rows, IntFunction<Object> cell) {
        return Table.of("t.csv", List.of(column("x", rows, i -> i), column("y", rows, cell)));
    }
}
