package hillock.tabular;

import static hillock.tabular.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import hillock.tensor.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetEncodingTest {
    @Test
    void numbersAreStandardisedWithTheTrainingRows() {
        Table table = table("x: 1 2 3", "y: 10.5 20.5 30.5");
        TargetEncoding y = TargetEncoding.of(Target.of(table, "y"), table.select(new int[] {0, 2}));
        assertThat(y.mean()).isEqualTo(20.5);
        assertThat(y.deviation()).isCloseTo(10, Offset.offset(1e-12));
        assertThat(y.standardise(y.numbers(table))).containsExactly(new double[] {-1, 0, 1}, Offset.offset(1e-15));
        assertThat(y.restore(new double[] {-1, 0.5})).containsExactly(new double[] {10.5, 25.5}, Offset.offset(1e-12));
    }

    @Test
    void aTargetThatIsConstantInTrainingKeepsItsUnit() {
        Table table = table("x: 1 2 3", "y: 7.5 7.5 9");
        TargetEncoding y = TargetEncoding.of(Target.of(table, "y", Task.REGRESSION), table.select(new int[] {0, 1}));
        assertThat(y.standardise(y.numbers(table))).containsExactly(0, 0, 1.5);
    }

    @Test
    void classesMatchByTextOrByNumber() {
        Target target = Target.of(table("x: 1 2 3 4", "y: 0 1 1 0"), "y");
        TargetEncoding y = TargetEncoding.of(target, table("y: 0 1"));
        assertThat(y.classes()).containsExactly("0", "1");
        assertThat(y.classIndices(table("y: 1.0 0 0.0 1"))).containsExactly(1, 0, 0, 1);
    }

    @Test
    void newTablesMayHoldUnusableTargets() {
        TargetEncoding species = new TargetEncoding("y", Task.MULTICLASS, 0, 1, List.of("a", "b", "c"));
        assertThatThrownBy(() -> species.classIndices(table("y: a d")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "t.csv, line 3: the target \"y\" says \"d\", which is none of the classes \"a\", \"b\", \"c\"; "
                                + "correct the cell or take the row out.");
        assertThatThrownBy(() -> species.classIndices(table("y: a _")))
                .hasMessage("t.csv, line 3: the target \"y\" is missing; correct the cell or take the row out.");
        TargetEncoding number = new TargetEncoding("y", Task.REGRESSION, 0, 1, List.of());
        assertThatThrownBy(() -> number.numbers(table("y: 1 x")))
                .hasMessageContaining("says \"x\", which is no number");
        assertThatThrownBy(() -> number.numbers(table("y: 1 inf"))).hasMessageContaining("no model can learn from");
        assertThatThrownBy(() -> number.numbers(table("z: 1 2"))).hasMessageContaining("no column \"y\" for a target");
    }

    /// Losses that do not square errors see the other rows as they would without the far-out ones.
    @ParameterizedTest
    @CsvSource({"l1, true", "huber(delta=0.5), true", "quantile:q=0.9, true", "mse, false"})
    void farOutNumbersDoNotStretchTheScale(String loss, boolean robust) {
        Rng rng = Rng.of(1);
        double[] y =
                IntStream.range(0, 200).mapToDouble(_ -> 10 + 2 * rng.normal()).toArray();
        y[3] = 1e6;
        Table table = Table.of(
                "wild",
                List.of(
                        column(
                                "x",
                                IntStream.range(0, 200).mapToDouble(i -> i % 7).toArray()),
                        column("y", y)));
        Study study = Study.of(table, Study.Question.DEFAULT).heeding(Recipe.DEFAULT.descent(Descent.OPEN.loss(loss)));
        TargetEncoding encoding = TargetEncoding.of(study.target(), table);
        assertThat(encoding.deviation() < 3).isEqualTo(robust);
        if (robust) assertThat(encoding.mean()).isBetween(9.5, 10.5);
        y[3] = 10;
        Table tame = Table.of("tame", List.of(column("y", y)));
        assertThat(TargetEncoding.of(study.target(), tame))
                .isEqualTo(TargetEncoding.of(study.target().byQuartiles(false), tame));
    }

    private static Column column(String name, double[] values) {
        return new Column(name, Arrays.stream(values).mapToObj(String::valueOf).toList());
    }
}
