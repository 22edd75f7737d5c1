package hillock.tabular;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class BaselineTest {
    private static final Offset<Double> CLOSE = Offset.offset(1e-5);

    private static Encoded random(int rows, int features, long seed) {
        Random random = new Random(seed);
        float[] values = new float[rows * features];
        for (int i = 0; i < values.length; i++) values[i] = (float) random.nextGaussian(0.5, 1);
        return Encoded.of(values, rows, features);
    }

    /// `Σⱼ x[i][j]·sin(j + 1) + noise`.
    private static double[] linearIn(Encoded x, double noise, long seed) {
        Random random = new Random(seed);
        double[] y = new double[x.rows()];
        for (int i = 0; i < y.length; i++) {
            y[i] = 5 + noise * random.nextGaussian();
            for (int j = 0; j < x.features(); j++) y[i] += x.values()[i * x.features() + j] * Math.sin(j + 1);
        }
        return y;
    }

    @Test
    void constantsAreTheMeanAndTheShares() {
        Encoded x = random(2, 1, 1);
        assertThat(Baseline.constant(new double[] {1, 2, 6}).numbers(x)).containsExactly(3, 3);
        double[][] p = Baseline.constant(new int[] {0, 2, 2, 2}, 3).probabilities(x);
        assertThat(p).isDeepEqualTo(new double[][] {{0.25, 0, 0.75}, {0.25, 0, 0.75}});
    }

    @Test
    void aStraightLineIsFound() {
        // x = -1 0 1 centred, y = 1 + 2x: w = Σxy/(Σx² + λ) = 4/(2 + λ), and the smallest λ is best.
        Encoded x = Encoded.of(new float[] {9, 10, 11}, 3, 1);
        Ridge ridge = Ridge.of(x, new double[] {-1, 1, 3});
        assertThat(ridge.lambda).isEqualTo(0.1);
        assertThat(ridge.weights[0]).isCloseTo(4 / 2.1, Offset.offset(1e-12));
        assertThat(Baseline.linear(x, new double[] {-1, 1, 3}).numbers(Encoded.of(new float[] {10}, 1, 1))[0])
                .isCloseTo(1, Offset.offset(1e-12));
    }

    @ParameterizedTest(name = "{0} rows, {1} features")
    @CsvSource({"50, 3", "50, 49", "20, 60", "3, 1", "2, 5", "50, 7"})
    void ridgeSolvesItsNormalEquations(int rows, int features) {
        Encoded x = random(rows, features, rows);
        double[] y = linearIn(x, 1, 7);
        solvesItsNormalEquations(x, y, Ridge.of(x, y));
        solvesItsNormalEquations(x, y, Ridge.of(x, y, 0));
    }

    private static void solvesItsNormalEquations(Encoded x, double[] y, Ridge ridge) {
        int rows = x.rows();
        int features = x.features();
        double[] residual = new double[rows];
        for (int i = 0; i < rows; i++) {
            residual[i] = y[i] - ridge.intercept;
            for (int j = 0; j < features; j++) residual[i] -= ridge.weights[j] * x.values()[i * features + j];
        }
        assertThat(Arrays.stream(residual).sum()).isCloseTo(0, CLOSE);
        for (int j = 0; j < features; j++) {
            double gradient = -ridge.lambda * ridge.weights[j];
            for (int i = 0; i < rows; i++) gradient += residual[i] * x.values()[i * features + j];
            assertThat(gradient).as("feature " + j).isCloseTo(0, CLOSE);
        }
    }

    @Test
    void copiesOfAColumnShareItsWeight() {
        float[] values = new float[40];
        for (int i = 0; i < 20; i++) values[2 * i] = values[2 * i + 1] = i;
        double[] y = IntStream.range(0, 20).mapToDouble(i -> 3 * i).toArray();
        Ridge ridge = Ridge.of(Encoded.of(values, 20, 2), y);
        assertThat(ridge.weights[0]).isCloseTo(ridge.weights[1], Offset.offset(1e-6));
        assertThat(ridge.weights[0]).isCloseTo(1.5, Offset.offset(1e-3));
    }

    @Test
    void noiseGetsALargePenalty() {
        Encoded x = random(60, 40, 3);
        double[] noise = new Random(5).doubles(60).toArray();
        assertThat(Ridge.of(x, noise).lambda).isGreaterThanOrEqualTo(1000);
    }

    @ParameterizedTest(name = "{0} rows, {1} features, {2} classes")
    @CsvSource({"100, 3, 2", "100, 3, 4", "30, 60, 3", "2, 1, 2"})
    void logisticIsAtItsMinimum(int rows, int features, int classes) {
        Encoded x = random(rows, features, 11);
        double[] score = linearIn(x, 1, 13);
        int[] y = Arrays.stream(score)
                .mapToInt(s -> Math.floorMod((int) s, classes))
                .toArray();
        y[0] = 0;
        y[1] = 1;
        Logistic logistic = Logistic.of(x, y, classes);
        assertThat(logistic.everyRow).isEqualTo(1);
        double[][] p = Baseline.linear(x, y, classes).probabilities(x);
        for (int k = 0; k < logistic.weights.length; k++) {
            int own = classes == 2 ? 1 : k;
            for (int j = 0; j < features; j++) {
                double gradient = logistic.weights[k][j];
                for (int i = 0; i < rows; i++)
                    gradient += (p[i][own] - (y[i] == own ? 1 : 0)) * x.values()[i * features + j];
                assertThat(gradient / rows).isCloseTo(0, CLOSE);
            }
        }
    }

    @Test
    void aTableTooLargeToFitInTimeIsThinned() {
        Encoded x = random(4000, 2, 21);
        int[] y =
                Arrays.stream(linearIn(x, 0.1, 2)).mapToInt(s -> s > 6 ? 1 : 0).toArray();
        Logistic all = Logistic.of(x, y, 2);
        Logistic thinned = Logistic.of(x, y, 2, 300_000);
        assertThat(thinned.everyRow).isEqualTo(4);
        assertThat(thinned.weights[0][0] / thinned.weights[0][1])
                .isCloseTo(all.weights[0][0] / all.weights[0][1], Offset.offset(0.05));
    }

    @Test
    void twoClassesByHand() {
        // One feature -1, 1 and classes 0, 1: by symmetry b = 0, and w solves w = 2/(1 + e^w).
        Baseline.Linear fit =
                (Baseline.Linear) Baseline.linear(Encoded.of(new float[] {-1, 1}, 2, 1), new int[] {0, 1}, 2);
        double w = fit.weights().getFirst().getFirst();
        assertThat(w).isCloseTo(2 / (1 + Math.exp(w)), CLOSE);
        assertThat(fit.intercepts().getFirst()).isCloseTo(0, CLOSE);
    }

    @Test
    void separableClassesStayFinite() {
        float[] values = new float[200];
        int[] y = new int[200];
        for (int i = 0; i < 200; i++) {
            values[i] = i < 100 ? -1000 - i : 1000 + i;
            y[i] = i < 100 ? 0 : 1;
        }
        double[][] p = Baseline.linear(Encoded.of(values, 200, 1), y, 2).probabilities(Encoded.of(values, 200, 1));
        assertThat(Metrics.classification(y, p).get("accuracy")).isEqualTo(1);
        assertThat(p[0][0] + p[0][1]).isCloseTo(1, Offset.offset(1e-15));
    }

    @Test
    void aClassWithoutTrainingRowsIsUnlikelyButPossible() {
        Encoded x = random(40, 2, 5);
        int[] y = IntStream.range(0, 40).map(i -> i % 2).toArray();
        double[] p = Baseline.linear(x, y, 3).probabilities(x)[0];
        assertThat(p[2]).isBetween(0.0, 0.02);
    }

    @Test
    void theSameRowsGiveTheSameBits() {
        Encoded x = random(200, 5, 9);
        int[] y = Arrays.stream(linearIn(x, 1, 2))
                .mapToInt(s -> Math.floorMod((int) s, 3))
                .toArray();
        assertThat(Baseline.linear(x, y, 3)).isEqualTo(Baseline.linear(x, y, 3));
    }

    @Test
    void mistakesInAProgramAreNamed() {
        Encoded x = random(3, 2, 1);
        assertThatThrownBy(() -> Baseline.linear(x, new double[2]))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("3 rows of features for 2 targets");
        Baseline numbers = Baseline.linear(x, new double[] {1, 2, 3});
        assertThatThrownBy(() -> numbers.probabilities(x)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> numbers.numbers(random(3, 4, 1)))
                .hasMessage("the model has 2 features, the rows have 4");
        assertThatThrownBy(() -> new Baseline.Constant(List.of(1.0), true).numbers(x))
                .isInstanceOf(IllegalArgumentException.class);
    }
}
