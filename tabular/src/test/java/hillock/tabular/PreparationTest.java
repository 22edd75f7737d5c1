package hillock.tabular;

import static hillock.tabular.Tables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.data.BadInput;
import hillock.data.Column;
import hillock.data.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PreparationTest {
    private static final Table TRAINING =
            table("age: 1 3 _ 5 3", "sex: m f f m f", "deck: a a a _ b", "y: 1.5 2 3 4 5");

    private static Preparation prepare(Table training) {
        return Preparation.of(Schema.of(training, "y", List.of()), training);
    }

    @Test
    void namesItsFeatures() {
        assertThat(prepare(TRAINING).features())
                .containsExactly("age", "age is missing", "sex=f", "sex=m", "deck=a", "deck=b", "deck is missing");
    }

    @Test
    void encodesNumbersAndCategories() {
        Encoded x = prepare(TRAINING).apply(TRAINING);
        // Filled with the median 3, the column is 1 3 3 5 3: mean 3, deviation sqrt(8/5).
        float z = (float) (2 / Math.sqrt(1.6));
        assertThat(x.values())
                .containsExactly(
                        -z, 0, 0, 1, 1, 0, 0, 0, 0, 1, 0, 1, 0, 0, 0, 1, 1, 0, 1, 0, 0, z, 0, 0, 1, 0, 0, 1, 0, 0, 1, 0,
                        0, 1, 0);
        assertThat(x.ignored()).containsExactly("y");
        assertThat(x.unseen()).isEmpty();
        assertThat(x.filled()).isEmpty();
    }

    @Test
    void newRowsMayHoldWhatTrainingDidNot() {
        Preparation preparation = prepare(table("age: 1 3 5", "sex: m f f", "y: 1 2 3"));
        Encoded x = preparation.apply(table("note: p q r", "sex: x _ m", "age: _ 1e300 3"));
        assertThat(preparation.features()).containsExactly("age", "sex=f", "sex=m");
        assertThat(x.values()).containsExactly(0, 0, 0, 1e6f, 0, 0, 0, 0, 1);
        assertThat(x.unseen()).isEqualTo(Map.of("sex", 1));
        assertThat(x.filled()).isEqualTo(Map.of("sex", 1, "age", 1));
        assertThat(x.ignored()).containsExactly("note");
    }

    @Test
    void aColumnThatIsConstantInTrainingIsZero() {
        Table table = table("x: 0.1 0.1 0.1 7", "w: 1 2 3 4", "y: 1 2 3 4");
        Preparation preparation = Preparation.of(Schema.of(table, "y", List.of()), table.select(new int[] {0, 1, 2}));
        assertThat(preparation.apply(table("x: 9", "w: 2")).values()).containsExactly(0, 0);
    }

    @ParameterizedTest(name = "{0} levels, {1} of them in one row")
    @CsvSource({"10, 3, 0", "11, 0, 0", "11, 1, 0", "11, 2, 2", "12, 5, 5", "12, 12, 0"})
    void rareLevelsOfManyShareAFeature(int levels, int single, int pooled) {
        List<String> cells = new ArrayList<>();
        for (int level = 0; level < levels; level++)
            for (int i = 0; i < (level < single ? 1 : 3); i++) cells.add("level" + level);
        // One level in two rows keeps the table of singles from being a column of names.
        cells.add("level" + (levels - 1));
        Table table = Table.of("t.csv", List.of(new Column("x", cells), Tables.column("y", cells.size(), i -> i)));
        List<String> features = prepare(table).features();
        assertThat(features).hasSize(levels - pooled + (pooled > 0 ? 1 : 0));
        assertThat(features.contains("x is rare")).isEqualTo(pooled > 0);
    }

    @Test
    void datesCountDays() {
        Preparation preparation = prepare(table("day: 2024-01-01 2024-01-03", "y: 1 2"));
        assertThat(preparation.apply(table("day: 2024-01-02 2024-01-05")).values())
                .containsExactly(0, 3);
        assertThatThrownBy(() -> preparation.apply(table("day: 2024-01-02 soon")))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.csv, line 3: column \"day\" must hold a date such as 2024-03-31, but this cell says "
                        + "\"soon\"; correct it or write NA for a missing value.");
    }

    @Test
    void namesAllColumnsThatAreMissing() {
        Preparation preparation = prepare(TRAINING);
        assertThatThrownBy(() -> preparation.apply(table("sex: m f")))
                .isInstanceOf(BadInput.class)
                .hasMessage(
                        "t.csv lacks the columns \"age\", \"deck\" that the model learnt from; add them, with NA where "
                                + "a value is not known.");
        assertThatThrownBy(() -> preparation.apply(table("Age: 3", "sex: m", "deck: a")))
                .hasMessage(
                        "t.csv lacks the column \"age\" that the model learnt from (it has \"Age\": rename it if that "
                                + "is the same); add it, with NA where a value is not known.");
    }

    @ParameterizedTest
    @ValueSource(strings = {"old", "3,5"})
    void textInANumberColumnIsAnError(String cell) {
        Preparation preparation = prepare(TRAINING);
        assertThatThrownBy(() -> preparation.apply(table("age: 1 " + cell, "sex: m f", "deck: a a")))
                .isInstanceOf(BadInput.class)
                .hasMessage("t.csv, line 3: column \"age\" must hold a number, but this cell says \"" + cell
                        + "\"; correct it or write NA for a missing value.");
    }

    @Test
    void infinityInNewRowsIsAnError() {
        Preparation preparation = prepare(TRAINING);
        assertThatThrownBy(() -> preparation.apply(table("age: inf", "sex: m", "deck: a")))
                .isInstanceOf(BadInput.class)
                .hasMessageContaining("line 2")
                .hasMessageContaining("\"age\"");
    }

    @Test
    void nothingLeaksFromOtherRows() {
        Table all = table("age: 1 3 5 100 _", "sex: m f f z z", "y: 1 2 3 4 5");
        Table other = table("age: 1 3 5 -7 8", "sex: m f f f _", "y: 1 2 3 9 0");
        int[] training = {0, 1, 2};
        assertThat(Preparation.of(Schema.of(all, "y", List.of()), all.select(training)))
                .isEqualTo(Preparation.of(Schema.of(other, "y", List.of()), other.select(training)));
        assertThat(TargetEncoding.of(Target.of(all, "y"), all.select(training)))
                .isEqualTo(TargetEncoding.of(Target.of(other, "y"), other.select(training)));
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void theOrderOfColumnsDoesNotMatter(long seed) {
        List<Column> columns = new ArrayList<>(TRAINING.columns());
        Collections.shuffle(columns, new Random(seed));
        Preparation preparation = prepare(TRAINING);
        assertThat(preparation.apply(Table.of("s.csv", columns)).values())
                .containsExactly(preparation.apply(TRAINING).values());
    }

    @ParameterizedTest(name = "seed {0}")
    @ValueSource(longs = {1, 2, 3})
    void trainingFeaturesHaveMeanZeroAndDeviationOne(long seed) {
        Random random = new Random(seed);
        int rows = 50 + random.nextInt(100);
        double scale = Math.pow(10, random.nextInt(-150, 150));
        Table table = Table.of(
                "r.csv",
                List.of(
                        Tables.column("x", rows, i -> i % 7 == 0 ? "" : scale * (random.nextGaussian() + 3)),
                        Tables.column("y", rows, i -> i)));
        float[] values = prepare(table).apply(table).values();
        double[] z = IntStream.range(0, rows).mapToDouble(i -> values[2 * i]).toArray();
        assertThat(Arrays.stream(z).average().orElseThrow()).isCloseTo(0, Offset.offset(1e-6));
        assertThat(Moments.deviation(z, 0)).isCloseTo(1, Offset.offset(1e-6));
    }

    /// A folder of an earlier version took them for numbers, and still does.
    @Test
    void zerosInFrontMeanNothingToANumber() {
        Preparation earlier = new Preparation(List.of(new Coding.Numeric("zip", 100, 10, 100, false)));
        assertThat(earlier.apply(table("zip: 00123 0090")).values()).containsExactly(2.3f, -1f);
    }
}
