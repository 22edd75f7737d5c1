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
}
