package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.data.Table;
import hillock.tensor.Rng;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class RivalsTest {
    private static final double WORK = 4e8;

    private static Encoded random(int rows, int features, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * features];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian();
        return Encoded.of(values, rows, features);
    }

    /// A checkerboard of two of the features, which no line can follow.
    private static double[] board(Encoded x) {
        return IntStream.range(0, x.rows())
                .mapToDouble(i -> x.values()[i * x.features()] * x.values()[i * x.features() + 1] > 0 ? 1 : 0)
                .toArray();
    }

    private static int[] classes(double[] y) {
        return Arrays.stream(y).mapToInt(v -> (int) v).toArray();
    }

    @ParameterizedTest(name = "{0} features, numbers from {1}")
    @CsvSource({"2, 0", "4, 0", "2, 1000000"})
    void treesAndNeighboursFollowWhatNoLineCan(int features, double base) {
        Encoded x = random(600, features, 1);
        Encoded held = random(300, features, 2);
        double[] y = Arrays.stream(board(x)).map(v -> v + base).toArray();
        double[] truth = Arrays.stream(board(held)).map(v -> v + base).toArray();
        Baseline trees = Baseline.trees(x, y, WORK, Rng.of(1));
        Baseline near = Baseline.neighbours(x, y, Rng.of(1));
        assertThat(Metrics.regression(truth, trees.numbers(held)).get("r2")).isGreaterThan(0.6);
        assertThat(Metrics.regression(truth, near.numbers(held)).get("r2")).isGreaterThan(0.45);
        int[] labels = classes(board(x));
        int[] answers = classes(board(held));
        for (Baseline b : new Baseline[] {
            Baseline.trees(x, labels, 2, WORK, Rng.of(1)), Baseline.neighbours(x, labels, 2, Rng.of(1))
        })
            assertThat(Metrics.classification(answers, b.probabilities(held)).get("accuracy"))
                    .isGreaterThan(0.82);
    }

    /// A tree that is grown to the end and asked about its own rows knows them: each of 200 saw two thirds.
    @Test
    void treesKnowTheirRows() {
        Encoded x = random(200, 3, 4);
        int[] y = IntStream.range(0, 200).map(i -> i % 3).toArray();
        double[][] p = Baseline.trees(x, y, 3, WORK, Rng.of(1)).probabilities(x);
        assertThat(Metrics.classification(y, p).get("accuracy")).isEqualTo(1);
        for (double[] row : p) {
            assertThat(Arrays.stream(row).sum()).isCloseTo(1, Offset.offset(1e-6));
            assertThat(Arrays.stream(row).min().orElseThrow()).isPositive();
        }
    }

    @Test
    void neighboursByHand() {
        Encoded x = Encoded.of(new float[] {0, 1, 2, 10, 11, 12}, 6, 1);
        Neighbours near = (Neighbours) Baseline.neighbours(x, new double[] {5, 5, 5, 9, 9, 9}, Rng.of(1));
        assertThat(near.numbers(Encoded.of(new float[] {1.2f, 10.9f}, 2, 1))).containsExactly(5, 9);
        assertThat(near.k()).isEqualTo(1);
    }

    /// Noise is averaged over many, a clean rule is read from the nearest.
    @Test
    void theMoreNoiseTheMoreNeighbours() {
        Encoded x = random(300, 1, 3);
        double[] rule = IntStream.range(0, 300).mapToDouble(i -> x.values()[i]).toArray();
        double[] noise = new Random(5).doubles(300).toArray();
        assertThat(Baseline.neighbours(x, rule, Rng.of(1)).size()).isLessThanOrEqualTo(3);
        assertThat(Baseline.neighbours(x, noise, Rng.of(1)).size()).isGreaterThanOrEqualTo(21);
    }

    /// The scale of a feature does not matter, and a constant one is no trouble.
    @Test
    void neighboursLookAtFeaturesAlike() {
        Encoded x = random(200, 3, 1);
        float[] other = x.values().clone();
        double[] y = board(x);
        for (int i = 0; i < 200; i++) {
            other[i * 3] *= 1024;
            other[i * 3 + 2] = 7;
        }
        float[] constant = x.values().clone();
        for (int i = 0; i < 200; i++) constant[i * 3 + 2] = 0;
        Encoded plain = Encoded.of(constant, 200, 3);
        Encoded wide = Encoded.of(other, 200, 3);
        assertThat(Baseline.neighbours(wide, y, Rng.of(1)).numbers(wide))
                .isEqualTo(Baseline.neighbours(plain, y, Rng.of(1)).numbers(plain));
    }

    @Test
    void theSameSeedGivesTheSameForest() {
        Encoded x = random(150, 4, 1);
        double[] y = board(x);
        double[] one = Baseline.trees(x, y, WORK, Rng.of(1)).numbers(x);
        assertThat(Baseline.trees(x, y, WORK, Rng.of(1)).numbers(x)).isEqualTo(one);
        assertThat(Baseline.trees(x, y, WORK, Rng.of(2)).numbers(x)).isNotEqualTo(one);
    }

    @Test
    void largeTablesAreSampledAndSaySo() {
        Encoded x = random(4000, 100, 1);
        double[] y = board(x);
        assertThat(Baseline.neighbours(x, y, Rng.of(1)).fittedOn(4000)).isEqualTo(2000);
        Baseline trees = Baseline.trees(x, y, 1e6, Rng.of(1));
        assertThat(trees.fittedOn(4000)).isBetween(500, 3999);
        assertThat(trees.size()).isEqualTo(50);
        assertThat(Baseline.linear(x, y).fittedOn(4000)).isEqualTo(4000);
    }

    @ParameterizedTest
    @CsvSource({"1, 1", "2, 1", "5, 3"})
    void fewRowsAreEnough(int rows, int features) {
        Encoded x = random(rows, features, 1);
        double[] y = IntStream.range(0, rows).mapToDouble(i -> i).toArray();
        assertThat(Baseline.neighbours(x, y, Rng.of(1)).numbers(x))
                .hasSize(rows)
                .doesNotContain(Double.NaN);
        for (double answer : Baseline.trees(x, y, WORK, Rng.of(1)).numbers(x))
            assertThat(answer).isBetween(0.0, rows - 1.0);
    }

    /// A shorter limit means fewer rows, down to some hundreds; none means all that are affordable.
    @ParameterizedTest
    @EnumSource
    void aShortLimitMeansFewRows(Task task) {
        Table rows = Synthetic.of(task, 6000, 1);
        Study study = Study.of(rows, Study.Question.DEFAULT);
        TargetEncoding target = TargetEncoding.of(study.target(), rows);
        Encoded x = Preparation.of(study.schema(), rows).apply(rows);
        Map<Contender, Baseline> hasty = Rivals.fit(x, target, rows, 1000, Duration.ofMillis(1), 0);
        Map<Contender, Baseline> calm = Rivals.fit(x, target, rows, 1000, Duration.ofDays(1), 0);
        for (Contender who : List.of(Contender.TREES, Contender.NEIGHBOURS, Contender.LINEAR)) {
            assertThat(hasty.get(who).fittedOn(6000)).as("%s", who).isBetween(300, 1000);
            assertThat(calm.get(who).fittedOn(6000)).as("%s", who).isGreaterThanOrEqualTo(6000);
        }
    }
}
