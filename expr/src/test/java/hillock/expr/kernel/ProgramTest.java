package hillock.expr.kernel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.expr.Bin;
import hillock.expr.Expr;
import hillock.expr.Kernel;
import hillock.expr.Un;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ProgramTest {
    private static final Expr X = Expr.input(0);
    private static final Expr Y = Expr.input(1);
    private static final Expr P = Expr.param(0);
    private static final float[] TELLING = {
        Float.NaN, Float.POSITIVE_INFINITY, Float.NEGATIVE_INFINITY, 0, -0f, 1, -1, 2.5f, -2.5f, 1e-40f, 3e38f
    };

    /// Around the length of a block, and well over two of them.
    private static final int[] SIZES = {0, 1, 511, 512, 513, 1031};

    @ParameterizedTest
    @EnumSource
    void computesEachUnaryOperator(Un op) {
        for (int n : SIZES) {
            float[] x = numbers(n, n);
            float[] y = run(new Expr.Unary(op, X), n, x)[0];
            for (int i = 0; i < n; i++) assertRounded(y[i], op.apply(x[i]), op + " of " + x[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void computesEachBinaryOperator(Bin op) {
        for (int n : SIZES) {
            float[] a = numbers(n, n);
            float[] b = numbers(n, n + 1);
            float[] y = run(new Expr.Binary(op, X, Y), n, a, b)[0];
            for (int i = 0; i < n; i++) assertRounded(y[i], op.apply(a[i], b[i]), op + " of " + a[i] + ", " + b[i]);
        }
    }

    @Test
    void binaryOperatorsAreRightAtSpecialValues() {
        for (Bin op : Bin.values()) {
            for (float b : TELLING) {
                float[] bs = new float[TELLING.length];
                Arrays.fill(bs, b);
                float[] y = run(new Expr.Binary(op, X, Y), bs.length, TELLING, bs)[0];
                for (int i = 0; i < y.length; i++) {
                    assertRounded(y[i], op.apply(TELLING[i], b), op + " of " + TELLING[i] + ", " + b);
                }
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 511, 512, 513, 1031})
    void choosesAsTheFormulaSays(int n) {
        float[] a = numbers(n, 1);
        float[] b = numbers(n, 2);
        Expr e = X.gt(Y, X.times(2), Y.minus(1));
        float[] y = run(e, n, a, b)[0];
        for (int i = 0; i < n; i++) assertRounded(y[i], e.evaluate(a[i], b[i]), "select of " + a[i] + ", " + b[i]);
    }

    @Test
    void computesOnlyTheElementsItIsAskedFor() {
        float[] x = numbers(100, 3);
        float[] result = new float[100];
        Program.of(Kernel.of(X.plus(1)))
                .run(
                        new int[] {100},
                        List.of(new Operand(x, new int[] {1})),
                        new double[0],
                        new float[][] {result},
                        30,
                        60);
        for (int i = 0; i < 100; i++) assertThat(result[i]).isEqualTo(i < 30 || i >= 60 ? 0 : x[i] + 1);
    }

    @Test
    void severalOutputsShareOnePassAndItsParameters() {
        int n = 1031;
        float[] x = ordinary(n, 4);
        Expr decay = Expr.constant(1).minus(P);
        List<Expr> outputs = List.of(X.times(decay), X, P.exp(), X.times(decay).plus(Y), X);
        float[] y = ordinary(n, 5);
        double[] params = {0.3};
        float[][] results = run(Kernel.of(outputs), params, n, x, y);
        for (int k = 0; k < outputs.size(); k++) {
            for (int i = 0; i < n; i++) {
                double exact = outputs.get(k).evaluate(new double[] {x[i], y[i]}, params);
                assertThat((double) results[k][i]).isCloseTo(exact, within(1e-5));
            }
        }
    }

    @Test
    void whatDependsOnNoInputIsComputedInDoublePrecision() {
        Expr e = P.minus(1).times(1e8).plus(X.times(0));
        float[] y = run(Kernel.of(e), new double[] {1 + 1e-9}, 1, new float[1])[0];
        assertThat((double) y[0]).isCloseTo(0.1, within(1e-7));
    }

    @Test
    void aFormulaOfConstantsFillsItsOutput() {
        assertThat(run(Expr.constant(0.1), 600)[0]).containsOnly(0.1f);
    }

    /// As a tree this formula has two million nodes: only if the common ones are one step each do their registers fit.
    @Test
    void commonSubexpressionsAreOneStep() {
        Expr e = X;
        for (int i = 0; i < 21; i++) e = e.plus(e);
        assertThat(run(e, 512, numbersOf(512, 1))[0]).containsOnly(0x1p21f);
    }

    @Test
    void aProgramIsCompiledOnce() {
        assertThat(Program.of(Kernel.of(X.plus(P)))).isSameAs(Program.of(Kernel.of(X.plus(P))));
    }

    private static float[][] run(Expr e, int n, float[]... inputs) {
        return run(Kernel.of(e), new double[0], n, inputs);
    }

    private static float[][] run(Kernel kernel, double[] params, int n, float[]... inputs) {
        float[][] results = new float[kernel.outputs().size()][n];
        List<Operand> operands =
                Arrays.stream(inputs).map(x -> new Operand(x, new int[] {1})).toList();
        Program.of(kernel).run(new int[] {n}, operands, params, results, 0, n);
        return results;
    }

    /// One rounding to float for an operator computed in double, and as much for one computed in float.
    private static void assertRounded(float actual, double exact, String what) {
        assertThat(Ulp.error(actual, exact))
                .as("%s: %s, exact %s", what, actual, exact)
                .isLessThan(0.5001);
    }

    private static float[] numbers(int n, int seed) {
        float[] numbers = ordinary(n, seed);
        System.arraycopy(TELLING, 0, numbers, 0, Math.min(n, TELLING.length));
        return numbers;
    }

    private static float[] ordinary(int n, int seed) {
        SplittableRandom random = new SplittableRandom(seed);
        float[] numbers = new float[n];
        for (int i = 0; i < n; i++) numbers[i] = (float) (random.nextDouble() * 8 - 4);
        return numbers;
    }

    private static float[] numbersOf(int n, float value) {
        float[] numbers = new float[n];
        Arrays.fill(numbers, value);
        return numbers;
    }
}
