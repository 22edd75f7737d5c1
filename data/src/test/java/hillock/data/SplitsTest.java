package hillock.data;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.tensor.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SplitsTest {
    @ParameterizedTest
    @CsvSource({"100, 0.2, 20", "2, 0.2, 1", "2, 0.9, 1", "3, 0.01, 1", "7, 0.5, 4", "1000, 0.333, 333"})
    void holdsOutTheFraction(int rows, double fraction, int held) {
        Split split = Splits.holdOut(rows, fraction, Rng.of(3));
        assertThat(split.heldOut()).hasSize(held).isSorted();
        assertDivides(split, rows);
    }

    @Test
    void theSeedDecides() {
        int[] first = Splits.holdOut(100, 0.2, Rng.of(3)).heldOut();
        assertThat(Splits.holdOut(100, 0.2, Rng.of(3)).heldOut()).isEqualTo(first);
        assertThat(Splits.holdOut(100, 0.2, Rng.of(4)).heldOut()).isNotEqualTo(first);
    }

    @ParameterizedTest
    @CsvSource({"1", "2", "3", "4", "5"})
    void everyClassIsOnBothSides(long seed) {
        Rng rng = Rng.of(seed);
        int[] sizes = {2, 3, 40, 1, 155, 7};
        int[] classes = IntStream.range(0, sizes.length)
                .flatMap(c -> IntStream.generate(() -> c).limit(sizes[c]))
                .toArray();
        Split split = Splits.stratified(classes, 0.2, rng);
        assertDivides(split, classes.length);
        for (int c = 0; c < sizes.length; c++) {
            int label = c;
            long held = Arrays.stream(split.heldOut())
                    .filter(r -> classes[r] == label)
                    .count();
            if (sizes[c] == 1) assertThat(held).isZero();
            else assertThat(held).isBetween(1L, sizes[c] - 1L);
            if (sizes[c] >= 40) assertThat(held / (double) sizes[c]).isBetween(0.15, 0.25);
        }
        assertThat(split.heldOut().length).isBetween(41, 43);
    }

    @Test
    void classesOfOneRowEachAreStillSplit() {
        Split split = Splits.stratified(new int[] {5, -1, 9, 4}, 0.5, Rng.of(1));
        assertDivides(split, 4);
        assertThat(split.heldOut()).hasSize(2);
    }

    @Test
    void foldsCoverEachRowOnce() {
        List<Split> folds = Splits.kFold(11, 3, Rng.of(1));
        assertThat(folds).hasSize(3).allSatisfy(f -> assertDivides(f, 11));
        int[] all = folds.stream()
                .flatMapToInt(f -> Arrays.stream(f.heldOut()))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, 11).toArray());
    }

    @Test
    void refusesTheImpossible() {
        assertThatThrownBy(() -> Splits.holdOut(1, 0.5, Rng.of(1))).hasMessageContaining("cannot split 1 rows");
        assertThatThrownBy(() -> Splits.holdOut(9, 1, Rng.of(1))).hasMessageContaining("not 1.0");
        assertThatThrownBy(() -> Splits.kFold(3, 4, Rng.of(1))).hasMessageContaining("3 rows into 4 folds");
    }

    private static void assertDivides(Split split, int rows) {
        assertThat(split.train()).isNotEmpty();
        assertThat(split.heldOut()).isNotEmpty();
        int[] all = IntStream.concat(Arrays.stream(split.train()), Arrays.stream(split.heldOut()))
                .sorted()
                .toArray();
        assertThat(all).isEqualTo(IntStream.range(0, rows).toArray());
    }

    @Test
    void foldsSpreadEveryClass() {
        int[] classes = IntStream.range(0, 50).map(i -> i % 10 == 0 ? 1 : 0).toArray();
        List<Split> folds = Splits.stratifiedKFold(classes, 5, Rng.of(1));
        for (Split fold : folds) {
            assertDivides(fold, 50);
            assertThat(fold.heldOut()).hasSize(10);
            assertThat(Arrays.stream(fold.heldOut()).map(r -> classes[r]).sum()).isOne();
        }
    }

    /// Groups of sizes 1 to 12, a class in some of them only.
    @ParameterizedTest
    @CsvSource({"1", "2", "3"})
    void noGroupIsOnBothSides(long seed) {
        int[] groups = IntStream.rangeClosed(1, 12)
                .flatMap(g -> IntStream.generate(() -> g - 1).limit(g))
                .toArray();
        int[] classes = Arrays.stream(groups).map(g -> g % 3 == 0 ? 1 : 0).toArray();
        List<Split> folds = Splits.groupKFold(groups, classes, 4, Rng.of(seed));
        int[] held = new int[groups.length];
        for (Split fold : folds) {
            assertDivides(fold, groups.length);
            List<Integer> training =
                    Arrays.stream(fold.train()).map(r -> groups[r]).boxed().toList();
            assertThat(fold.heldOut()).hasSizeBetween(12, 28);
            assertThat(Arrays.stream(fold.heldOut()).map(r -> classes[r]).sum()).isPositive();
            for (int row : fold.heldOut()) {
                assertThat(training).doesNotContain(groups[row]);
                held[row]++;
            }
        }
        assertThat(held).containsOnly(1);
        assertThatThrownBy(() -> Splits.groupKFold(groups, classes, 13, Rng.of(1)))
                .hasMessageContaining("12 groups");
    }

    @Test
    void theNewestRowsAreHeldOut() {
        double[] times = {5, 1, 4, 4, 2, 3, 4, 0, 5, 6};
        assertThat(Splits.newest(times, 0.3).heldOut()).containsExactly(0, 8, 9);
        assertThat(Splits.newest(times, 0.4).heldOut())
                .containsExactly(0, 8, 9); // the three rows of time 4 stay together
        assertThat(Splits.newest(times, 0.3).train()).containsExactly(1, 2, 3, 4, 5, 6, 7);
        assertThatThrownBy(() -> Splits.newest(new double[] {1, 1, 1}, 0.3)).hasMessageContaining("1 different times");
    }

    @ParameterizedTest
    @CsvSource({"10, 4", "11, 10", "100, 5", "7, 1"})
    void eachFoldIsNewerThanWhatItLearnsFrom(int rows, int folds) {
        double[] times =
                IntStream.range(0, rows).mapToDouble(i -> (i * 3 + 1) % rows).toArray();
        List<Split> splits = Splits.expanding(times, folds);
        assertThat(splits).hasSize(folds);
        int known = 0;
        for (Split split : splits) {
            double newest = Arrays.stream(split.train())
                    .mapToDouble(r -> times[r])
                    .max()
                    .orElseThrow();
            double oldest = Arrays.stream(split.heldOut())
                    .mapToDouble(r -> times[r])
                    .min()
                    .orElseThrow();
            assertThat(newest).isLessThan(oldest);
            if (known > 0) assertThat(split.train()).hasSize(known);
            known = split.train().length + split.heldOut().length;
            assertThat(split.heldOut().length).isBetween(rows / (folds + 1), rows / (folds + 1) + 1);
        }
        assertThat(known).isEqualTo(rows);
        assertThatThrownBy(() -> Splits.expanding(times, rows)).isInstanceOf(IllegalArgumentException.class);
    }
}
