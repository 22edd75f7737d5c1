package hillock.tensor.backend;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class GemmTest {
    @AfterEach
    void allThreads() {
        Workers.useThreads(Runtime.getRuntime().availableProcessors());
    }

    /// Rows, terms, columns: around pairs of rows, groups of four terms, tall and narrow ones,
    /// stretches of 256 columns,
    /// pieces of 60 rows, single rows over one panel or more.
    @ParameterizedTest
    @CsvSource({
        "1,1,1",
        "2,3,15",
        "3,4,16",
        "17,5,1",
        "33,9,15",
        "33,9,17",
        "5,70,3",
        "1,70,70",
        "70,1,70",
        "31,33,16",
        "256,16,256",
        "257,7,257",
        "64,513,20",
        "20,5,513",
        "300,257,10",
        "300,20,100",
        "1,9,64",
        "1,70,130"
    })
    void isTheProduct(int m, int k, int n) {
        check(1, m, k, n);
    }

    @Test
    void isTheProductForRandomSizesAndStacks() {
        SplittableRandom random = new SplittableRandom(11);
        for (int i = 0; i < 40; i++) {
            check(1 + random.nextInt(3), 1 + random.nextInt(70), 1 + random.nextInt(70), 1 + random.nextInt(70));
            check(1 + random.nextInt(3), 1, 1 + random.nextInt(70), 1 + random.nextInt(200));
        }
    }

    @Test
    void aProductWithoutTermsIsZero() {
        assertThat(multiply(2, 3, 0, 4, new float[0], false, new float[0], false))
                .isEqualTo(new float[24]);
    }

    @ParameterizedTest
    @CsvSource({"0,3,4", "3,2,0", "0,0,0"})
    void aProductWithoutRowsOrColumnsIsEmpty(int m, int k, int n) {
        assertThat(multiply(1, m, k, n, new float[m * k], false, new float[k * n], false))
                .isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"200,100,300", "513,257,9", "2000,64,64", "64,300,600"})
    void hasTheSameBitsForAnyNumberOfThreads(int m, int k, int n) {
        float[] a = numbers(m * k, 1);
        float[] b = numbers(k * n, 2);
        Workers.useThreads(1);
        float[] one = multiply(1, m, k, n, a, false, b, false);
        for (int threads : new int[] {2, 7}) {
            Workers.useThreads(threads);
            assertThat(Arrays.equals(one, multiply(1, m, k, n, a, false, b, false)))
                    .as("%s threads", threads)
                    .isTrue();
        }
    }

    @Test
    void nanAndInfinityGoThroughEvenBesideZeros() {
        float[] a = {0, 1, 0, 2};
        float[] b = {Float.NaN, 3, Float.POSITIVE_INFINITY, 4};
        float[] product = multiply(1, 2, 2, 2, a, false, b, false);
        assertThat(product).containsExactly(Float.NaN, 4, Float.NaN, 8);
    }

    /// To the last bit and to the sign of a zero, of which there are many here: the smallest
    /// products underflow.
    @ParameterizedTest
    @CsvSource({"3,1,5", "32,5,33", "33,34,32", "35,7,48", "130,9,260", "1,33,47", "48,8,1"})
    void eachElementIsAChainOfFusedMultiplicationsAndAdditions(int m, int k, int n) {
        float[] a = numbers(m * k, 3);
        float[] b = numbers(k * n, 4);
        for (int i = 0; i < a.length; i++) a[i] *= i % 3 == 0 ? 1e-30f : 1;
        for (int i = 0; i < b.length; i++) b[i] *= i % n % 2 == 0 ? 1e-30f : 1;
        float[] chain = new float[m * n];
        for (int i = 0; i < m * n; i++)
            for (int t = 0; t < k; t++) chain[i] = Math.fma(a[i / n * k + t], b[t * n + i % n], chain[i]);
        assertThat(multiply(1, m, k, n, a, false, b, false)).isEqualTo(chain);
        assertThat(multiply(1, m, k, n, transposed(1, m, k, a), true, transposed(1, k, n, b), true))
                .isEqualTo(chain);
    }

    /// All four combinations of transposed operands.
    private static void check(int stack, int m, int k, int n) {
        float[] a = numbers(stack * m * k, m + k);
        float[] b = numbers(stack * k * n, k + n);
        double[] exact = naive(stack, m, k, n, a, b);
        float[] at = transposed(stack, m, k, a);
        float[] bt = transposed(stack, k, n, b);
        String sizes = stack + " x " + m + ", " + k + ", " + n;
        float[] plain = multiply(stack, m, k, n, a, false, b, false);
        assertClose(plain, exact, k, sizes);
        // The products and their order are the same, so the bits are.
        assertThat(multiply(stack, m, k, n, at, true, b, false))
                .as(sizes + " Aᵀ")
                .isEqualTo(plain);
        assertThat(multiply(stack, m, k, n, a, false, bt, true))
                .as(sizes + " Bᵀ")
                .isEqualTo(plain);
        assertThat(multiply(stack, m, k, n, at, true, bt, true))
                .as(sizes + " Aᵀ Bᵀ")
                .isEqualTo(plain);
    }

    private static float[] multiply(int stack, int m, int k, int n, float[] a, boolean ta, float[] b, boolean tb) {
        float[] c = new float[stack * m * n];
        Gemm.multiply(stack, new Matrix(a, 0, m, k, ta), new Matrix(b, 0, k, n, tb), c, 0, null);
        return c;
    }

    private static double[] naive(int stack, int m, int k, int n, float[] a, float[] b) {
        double[] c = new double[stack * m * n];
        for (int s = 0; s < stack; s++) {
            for (int i = 0; i < m; i++) {
                for (int j = 0; j < n; j++) {
                    double sum = 0;
                    for (int t = 0; t < k; t++) sum += (double) a[(s * m + i) * k + t] * b[(s * k + t) * n + j];
                    c[(s * m + i) * n + j] = sum;
                }
            }
        }
        return c;
    }

    /// A running sum of k terms of size up to 1 loses at most k roundings of up to k · 2⁻²⁴ each,
    /// in practice √k.
    private static void assertClose(float[] actual, double[] exact, int k, String what) {
        for (int i = 0; i < exact.length; i++) {
            if (Math.abs(actual[i] - exact[i]) > 1e-6 * (1 + k / 4.0)) {
                throw new AssertionError(what + ": element " + i + " is " + actual[i] + ", not " + exact[i]);
            }
        }
    }

    private static float[] transposed(int stack, int rows, int columns, float[] x) {
        float[] t = new float[x.length];
        for (int s = 0; s < stack; s++) {
            for (int i = 0; i < rows; i++) {
                for (int j = 0; j < columns; j++) {
                    t[(s * columns + j) * rows + i] = x[(s * rows + i) * columns + j];
                }
            }
        }
        return t;
    }

    private static float[] numbers(int n, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) numbers[i] = (float) (random.nextDouble() * 2 - 1);
        return numbers;
    }
}
