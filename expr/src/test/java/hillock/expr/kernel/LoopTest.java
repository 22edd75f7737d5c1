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
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Kernels in all their forms: see [Compiled].
class LoopTest {
    private static final Expr X = Expr.input(0);
    private static final Expr Y = Expr.input(1);
    private static final Expr P = Expr.param(0);
    private static final float[] TELLING = {
        Float.NaN,
        Float.POSITIVE_INFINITY,
        Float.NEGATIVE_INFINITY,
        0,
        -0f,
        1,
        -1,
        2.5f,
        -2.5f,
        1e-40f,
        3e38f,
        -90,
        1e6f
    };

    /// Around the number of lanes of each vector.
    private static final int[] SIZES = {0, 1, 3, 4, 5, 7, 8, 9, 15, 16, 17, 31, 33, 513};

    @ParameterizedTest
    @EnumSource
    void computesEachUnaryOperator(Un op) {
        Compiled compiled = Compiled.of(new Expr.Unary(op, X));
        for (int n : SIZES) {
            float[] x = numbers(n, n);
            float[] y = agreed(compiled, n, x)[0];
            for (int i = 0; i < n; i++) assertNear(y[i], op.apply(x[i]), op == Un.NDTR ? 4 : 2, op + " of " + x[i]);
        }
    }

    @ParameterizedTest
    @EnumSource
    void computesEachBinaryOperator(Bin op) {
        Compiled compiled = Compiled.of(new Expr.Binary(op, X, Y));
        double ulps = op == Bin.POW ? 5 : 0.5001;
        for (int n : SIZES) {
            float[] a = numbers(n, n);
            float[] b = numbers(n, n + 1);
            float[] y = agreed(compiled, n, a, b)[0];
            for (int i = 0; i < n; i++) {
                assertNear(y[i], op.apply(a[i], b[i]), ulps, op + " of " + a[i] + ", " + b[i]);
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void binaryOperatorsAreRightAtSpecialValues(Bin op) {
        Compiled compiled = Compiled.of(new Expr.Binary(op, X, Y));
        for (float b : TELLING) {
            float[] bs = new float[TELLING.length];
            Arrays.fill(bs, b);
            float[] y = agreed(compiled, bs.length, TELLING, bs)[0];
            for (int i = 0; i < y.length; i++) {
                assertNear(y[i], op.apply(TELLING[i], b), 0.5001, op + " of " + TELLING[i] + ", " + b);
            }
        }
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 15, 17, 513})
    void choosesAsTheFormulaSays(int n) {
        float[] a = numbers(n, 1);
        float[] b = numbers(n, 2);
        Expr e = X.gt(Y, X.times(2), Y.minus(1));
        float[] y = agreed(Compiled.of(e), n, a, b)[0];
        for (int i = 0; i < n; i++) assertNear(y[i], e.evaluate(a[i], b[i]), 0.5001, "select of " + a[i] + ", " + b[i]);
    }

    @Test
    void severalOutputsShareOnePassAndItsParameters() {
        int n = 103;
        float[] x = ordinary(n, 4);
        Expr decay = Expr.constant(1).minus(P);
        List<Expr> outputs = List.of(X.times(decay), X, P.exp(), X.times(decay).plus(Y), X);
        float[] y = ordinary(n, 5);
        double[] params = {0.3};
        Compiled compiled = new Compiled(Kernel.of(outputs), 0);
        for (Form form : compiled.forms.values()) {
            float[][] results = compiled.run(form, params, n, x, y);
            for (int k = 0; k < outputs.size(); k++) {
                for (int i = 0; i < n; i++) {
                    double exact = outputs.get(k).evaluate(new double[] {x[i], y[i]}, params);
                    assertThat((double) results[k][i]).isCloseTo(exact, within(1e-5));
                }
            }
        }
    }

    /// Rows of each length, read with every kind of row stride, and inputs that stand still along a row.
    /// The first numbers go in pieces.
    @Test
    void firstCallsGiveWhatLaterOnesGive() {
        float[] data = ordinary(9000, 7);
        for (long still = 0; still < 4; still++) {
            // No other test has this formula: its code is new.
            Loop loop =
                    Loop.of(Kernel.of(X.times(Y).minus(Y.div(3)).plus(X.square().times(0.37))), still);
            float[] uniforms = new float[loop.uniforms()];
            loop.uniforms(new double[0], uniforms);
            int[] columns = {1, 100, 255, 256, 257, 700};
            float[][] first = new float[columns.length][];
            for (int i = 0; i < columns.length; i++) first[i] = fiveRows(loop, data, uniforms, columns[i]);
            for (int i = 0; i < 30; i++) fiveRows(loop, data, uniforms, 700);
            for (int i = 0; i < columns.length; i++)
                assertThat(first[i])
                        .as("still %s, columns %s", still, columns[i])
                        .isEqualTo(fiveRows(loop, data, uniforms, columns[i]));
        }
    }

    /// Of the first input rows overlap, of the second one row serves for all.
    private static float[] fiveRows(Loop loop, float[] data, float[] uniforms, int columns) {
        float[] result = new float[3 + 5 * columns];
        loop.run(
                new float[][] {data, data, result},
                new int[] {11, 5, 3},
                new int[] {columns / 2 + 1, 0, columns},
                uniforms,
                5,
                columns);
        return result;
    }

    @Test
    void rowsLieWhereTheStridesSay() {
        float[] data = ordinary(4000, 6);
        Kernel kernel = Kernel.of(X.times(2).plus(Y));
        int[][] rowStrides = {{0, 1}, {40, 1}, {1, 0}, {7, 40}};
        for (long still = 0; still < 4; still++) {
            Compiled compiled = new Compiled(kernel, still);
            for (int columns : new int[] {1, 3, 16, 40}) {
                for (int[] strides : rowStrides) {
                    for (var form : compiled.forms.entrySet()) {
                        float[] result = new float[9 + 5 * columns + 9];
                        form.getValue()
                                .run(
                                        new float[][] {data, data, result},
                                        new int[] {11, 5, 9},
                                        new int[] {strides[0], strides[1], columns},
                                        compiled.uniforms(),
                                        5,
                                        columns);
                        float[] expected = new float[result.length];
                        for (int r = 0; r < 5; r++) {
                            for (int j = 0; j < columns; j++) {
                                float x = data[11 + r * strides[0] + ((still & 1) == 0 ? j : 0)];
                                float y = data[5 + r * strides[1] + ((still & 2) == 0 ? j : 0)];
                                expected[9 + r * columns + j] = x * 2 + y;
                            }
                        }
                        assertThat(result)
                                .as("%s, still %s, columns %s, strides %s", form.getKey(), still, columns, strides)
                                .isEqualTo(expected);
                    }
                }
            }
        }
    }

    @Test
    void anOutputMayLieWhereAnInputDoes() {
        Compiled compiled = new Compiled(Kernel.of(List.of(X.minus(Y), X.plus(Y))), 0);
        compiled.forms.forEach((name, form) -> {
            float[] x = ordinary(37, 1);
            float[] y = ordinary(37, 2);
            float[][] expected = compiled.run(form, new double[0], 37, x, y);
            form.run(new float[][] {x, y, x, y}, new int[4], new int[4], compiled.uniforms(), 1, 37);
            assertThat(x).as(name).isEqualTo(expected[0]);
            assertThat(y).as(name).isEqualTo(expected[1]);
        });
    }

    @Test
    void anOutputMayTakeThePlaceOfAnInput() {
        Kernel kernel = Kernel.of(List.of(X.minus(Y), X.plus(Y)));
        float[] x = ordinary(37, 1);
        float[] y = ordinary(37, 2);
        float[][] expected =
                new Compiled(kernel, 0).run(new Compiled(kernel, 0).forms.get("scalar"), new double[0], 37, x, y);
        float[] sum = new float[37];
        Loop.into(kernel, List.of(1, 2)).run(new float[][] {x, y, sum}, new int[3], new int[3], new float[0], 1, 37);
        assertThat(y).isEqualTo(expected[0]);
        assertThat(sum).isEqualTo(expected[1]);
    }

    /// Where all rows begin at the same place in their arrays, scalar code takes another way.
    @ParameterizedTest
    @CsvSource({"0,0,0", "3,3,3", "3,0,3", "0,5,2"})
    void rowsMayBeginAnywhere(int xAt, int yAt, int into) {
        Compiled compiled = Compiled.of(X.times(Y).exp());
        float[] x = ordinary(60, 1);
        float[] y = ordinary(60, 2);
        float[] expected = new float[60];
        float[][] whole = compiled.run(
                compiled.forms.get("scalar"),
                new double[0],
                40,
                Arrays.copyOfRange(x, xAt, xAt + 40),
                Arrays.copyOfRange(y, yAt, yAt + 40));
        System.arraycopy(whole[0], 0, expected, into, 40);
        compiled.forms.forEach((name, form) -> {
            float[] result = new float[60];
            form.run(
                    new float[][] {x, y, result},
                    new int[] {xAt, yAt, into},
                    new int[] {20, 20, 20},
                    compiled.uniforms(),
                    2,
                    20);
            assertBits(result, expected, name);
        });
    }

    @Test
    void whatDependsOnNoInputIsComputedInDoublePrecision() {
        Expr e = P.minus(1).times(1e8).plus(X.times(0));
        Compiled compiled = Compiled.of(e);
        float[] y = compiled.run(compiled.forms.get("scalar"), new double[] {1 + 1e-9}, 1, new float[1])[0];
        assertThat((double) y[0]).isCloseTo(0.1, within(1e-7));
    }

    @Test
    void aFormulaOfConstantsFillsItsOutput() {
        assertThat(agreed(Compiled.of(Expr.constant(0.1)), 60)[0]).containsOnly(0.1f);
    }

    /// As a tree this formula has two million nodes.
    @Test
    void commonSubexpressionsAreComputedOnce() {
        Expr e = X;
        for (int i = 0; i < 21; i++) e = e.plus(e);
        float[] ones = new float[20];
        Arrays.fill(ones, 1);
        assertThat(agreed(Compiled.of(e), 20, ones)[0]).containsOnly(0x1p21f);
    }

    /// Longer than the JIT compilers take, and than a class may hold.
    @ParameterizedTest
    @ValueSource(ints = {6, 12, 15, 100})
    void longFormulasWork(int sigmoids) {
        Expr e = X;
        for (int i = 0; i < sigmoids; i++) e = e.sigmoid().plus(X);
        Loop loop = Loop.of(Kernel.of(e), 0);
        float[] x = ordinary(19, 1);
        float[] y = new float[19];
        loop.run(new float[][] {x, y}, new int[2], new int[2], new float[0], 1, 19);
        for (int i = 0; i < 19; i++) assertThat((double) y[i]).isCloseTo(e.evaluate(x[i]), within(1e-5));
    }

    @Test
    void aLoopIsCompiledOnce() {
        assertThat(Loop.of(Kernel.of(X.plus(P)), 0)).isSameAs(Loop.of(Kernel.of(X.plus(P)), 0));
    }

    /// Compiled by C2 on the way: the first, interpreted results against the last.
    @Test
    void hotAndColdAgree() {
        Expr e = X.tanh().times(Y.sigmoid()).plus(X.gt(Y, X.exp(), Y.log1p()));
        Compiled compiled = Compiled.of(e);
        float[] x = numbers(70, 8);
        float[] y = numbers(70, 9);
        float[] first = agreed(compiled, 70, x, y)[0];
        for (int round = 0; round < 20_000; round++) {
            for (Form form : compiled.forms.values()) {
                if (round < 19_990 && form != compiled.forms.get("scalar") && round % 20 != 0) continue;
                compiled.run(form, new double[0], 70, x, y);
            }
        }
        assertBits(agreed(compiled, 70, x, y)[0], first, "hot");
    }

    /// Whatever form a loop is in while it warms up, the bits are the same.
    @Test
    void theTierDoesNotShow() {
        Loop loop = Loop.of(Kernel.of(X.sin().times(0.987654)), 0);
        float[] uniforms = new float[loop.uniforms()];
        loop.uniforms(new double[0], uniforms);
        float[] x = ordinary(3000, 3);
        float[] first = new float[3000];
        loop.run(new float[][] {x, first}, new int[2], new int[2], uniforms, 1, 3000);
        Tier.announce(Long.MAX_VALUE);
        for (int i = 0; i < 3000; i++) {
            float[] now = new float[3000];
            loop.run(new float[][] {x, now}, new int[2], new int[2], uniforms, 1, 3000);
            assertBits(now, first, "run " + i);
        }
    }

    /// Runs every form, which must agree to the last bit.
    private static float[][] agreed(Compiled compiled, int n, float[]... inputs) {
        float[][] scalar = compiled.run(compiled.forms.get("scalar"), new double[0], n, inputs);
        compiled.forms.forEach((name, form) -> {
            float[][] results = compiled.run(form, new double[0], n, inputs);
            for (int k = 0; k < results.length; k++) assertBits(results[k], scalar[k], name);
        });
        return scalar;
    }

    private static void assertBits(float[] actual, float[] expected, String what) {
        for (int i = 0; i < expected.length; i++) {
            if (Float.floatToIntBits(actual[i]) != Float.floatToIntBits(expected[i])) {
                throw new AssertionError(what + ", element " + i + ": " + actual[i] + " is not " + expected[i]);
            }
        }
    }

    private static void assertNear(float actual, double exact, double ulps, String what) {
        assertThat(Ulp.error(actual, exact))
                .as("%s: %s, exact %s", what, actual, exact)
                .isLessThan(ulps);
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
}
