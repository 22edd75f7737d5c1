package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class RngTest {
    private static final long GOLDEN_RATIO = 0x9E3779B97F4A7C15L;

    /// Written down once: whoever changes these changes every result that anyone has ever reproduced.
    @Test
    void aSeedGivesTheseNumbersForever() {
        Rng rng = Rng.of(42);
        assertThat(rng.nextLong()).isEqualTo(-7450291807549245335L);
        assertThat(rng.nextInt(1000)).isEqualTo(95);
        assertThat(rng.uniform()).isEqualTo(0.16639780398145976);
        assertThat(rng.normal()).isEqualTo(-0.9369666533601235);
        assertThat(rng.normal()).isEqualTo(-0.7805565260983403);
        assertThat(rng.permutation(8)).containsExactly(1, 2, 3, 6, 7, 5, 4, 0);
        assertThat(rng.split().nextLong()).isEqualTo(1682050781084641332L);
        assertThat(Tensor.normal(Rng.of(1), 3).toArray()).containsExactly(1.3542314f, -0.69193214f, -0.079488434f);
    }

    @Test
    void differentSeedsAndSplitsDiffer() {
        Rng rng = Rng.of(1);
        assertThat(IntStream.range(0, 100).mapToObj(i -> Rng.of(i).nextLong())).doesNotHaveDuplicates();
        assertThat(IntStream.range(0, 100).mapToObj(_ -> rng.split().nextLong()))
                .doesNotHaveDuplicates();
    }

    @Test
    void aWholeNumberIsUniform() {
        Rng rng = Rng.of(3);
        int[] counts = new int[10];
        for (int i = 0; i < 100_000; i++) counts[rng.nextInt(10)]++;
        assertThat(chiSquare(counts, 10_000)).isLessThan(27.9); // 9 degrees of freedom: exceeded once in a thousand
    }

    /// All 120 orders of five things, equally often.
    @Test
    void everyPermutationIsEquallyLikely() {
        Rng rng = Rng.of(4);
        int[] counts = new int[3125];
        for (int i = 0; i < 120_000; i++) {
            int code = 0;
            for (int p : rng.permutation(5)) code = code * 5 + p;
            counts[code]++;
        }
        int[] seen = IntStream.of(counts).filter(c -> c > 0).toArray();
        assertThat(seen).hasSize(120);
        assertThat(chiSquare(seen, 1000)).isLessThan(173.6); // 119 degrees of freedom: exceeded once in a thousand
    }

    @Test
    void normalDrawsHaveTheMomentsOfTheNormalDistribution() {
        Rng rng = Rng.of(5);
        int n = 400_000;
        double[] moments = new double[5];
        int within1 = 0;
        for (int i = 0; i < n; i++) {
            double z = rng.normal();
            for (int p = 1; p <= 4; p++) moments[p] += Math.pow(z, p) / n;
            if (Math.abs(z) < 1) within1++;
        }
        // Four standard errors: √1, √2, √15 and √96 over √n.
        assertThat(moments[1]).isCloseTo(0, within(0.0064));
        assertThat(moments[2]).isCloseTo(1, within(0.009));
        assertThat(moments[3]).isCloseTo(0, within(0.025));
        assertThat(moments[4]).isCloseTo(3, within(0.062));
        assertThat(within1 / (double) n).isCloseTo(0.6827, within(0.003));
    }

    @Test
    void uniformDrawsFillTheIntervalEvenly() {
        Rng rng = Rng.of(6);
        int[] counts = new int[20];
        for (int i = 0; i < 100_000; i++) counts[(int) ((rng.uniform(-2, 3) + 2) * 4)]++;
        assertThat(chiSquare(counts, 5000)).isLessThan(43.8); // 19 degrees of freedom: exceeded once in a thousand
    }

    /// The largest number that the generator can give rounds to 1 as a float, which does not belong to [0, 1).
    @Test
    void aUniformTensorNeverReachesTheUpperBound() {
        Rng largest = Rng.of(unmix(unmix(-1L) - GOLDEN_RATIO));
        assertThat(largest.uniform()).isEqualTo(Math.nextDown(1.0));
        largest = Rng.of(unmix(unmix(-1L) - GOLDEN_RATIO));
        assertThat(Tensor.uniform(largest, 0, 1).item()).isEqualTo(Math.nextDown(1f));
        assertThat(Tensor.uniform(Rng.of(0), 2, 2).item()).isEqualTo(2);
    }

    @Test
    void aCopyGivesTheSameNumbers() {
        Rng rng = Rng.of(3);
        rng.normal(); // leaves a spare one
        Rng copy = rng.copy();
        for (int i = 0; i < 5; i++) assertThat(copy.normal()).isEqualTo(rng.normal());
        assertThat(copy.nextLong()).isEqualTo(rng.nextLong());
    }

    @Test
    void aBoundMustBePositive() {
        assertThatThrownBy(() -> Rng.of(1).nextInt(0)).hasMessage("bound must be positive, not 0");
    }

    private static double chiSquare(int[] counts, double expected) {
        return IntStream.of(counts)
                .mapToDouble(c -> (c - expected) * (c - expected) / expected)
                .sum();
    }

    /// The seed or state that the generator's mixer turns into `z`.
    private static long unmix(long z) {
        z = z ^ (z >>> 31) ^ (z >>> 62);
        z *= inverse(0x94D049BB133111EBL);
        z = z ^ (z >>> 27) ^ (z >>> 54);
        z *= inverse(0xBF58476D1CE4E5B9L);
        return z ^ (z >>> 30) ^ (z >>> 60);
    }

    /// Of an odd number modulo 2⁶⁴, by Newton's iteration.
    private static long inverse(long a) {
        long x = a;
        for (int i = 0; i < 6; i++) x *= 2 - a * x;
        return x;
    }
}
