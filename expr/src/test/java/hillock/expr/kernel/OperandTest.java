package hillock.expr.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.expr.Expr;
import hillock.expr.Kernel;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class OperandTest {
    /// The dimensions of the result and the strides with which one operand is read, 0 where it is broadcast.
    static Stream<Arguments> patterns() {
        return Stream.of(
                Arguments.of("same shape", new int[] {7, 300}, new int[] {300, 1}),
                Arguments.of("one long row", new int[] {1031}, new int[] {1}),
                Arguments.of("scalar over a row", new int[] {1031}, new int[] {0}),
                Arguments.of("scalar over a matrix", new int[] {7, 300}, new int[] {0, 0}),
                Arguments.of("row", new int[] {7, 300}, new int[] {0, 1}),
                Arguments.of("column", new int[] {7, 300}, new int[] {1, 0}),
                Arguments.of("narrow rows", new int[] {400, 3}, new int[] {0, 1}),
                Arguments.of("single-column result", new int[] {700, 1}, new int[] {1, 0}),
                Arguments.of("transposed", new int[] {30, 40}, new int[] {1, 30}),
                Arguments.of("every second", new int[] {600}, new int[] {2}),
                Arguments.of("first dimension", new int[] {5, 6, 40}, new int[] {0, 40, 1}),
                Arguments.of("middle dimension", new int[] {5, 6, 40}, new int[] {40, 0, 1}),
                Arguments.of("last dimension", new int[] {5, 6, 40}, new int[] {6, 1, 0}),
                Arguments.of("outer and inner", new int[] {5, 6, 40}, new int[] {0, 1, 0}),
                Arguments.of("dimensions of length 1", new int[] {1, 9, 1, 70, 1}, new int[] {0, 70, 0, 1, 0}),
                Arguments.of("nothing in the middle", new int[] {5, 0, 40}, new int[] {40, 0, 1}),
                Arguments.of("nothing at all", new int[] {0}, new int[] {1}));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("patterns")
    void readsWhatTheStridesSay(String name, int[] dims, int[] strides) {
        float[] data = new float[2100];
        for (int i = 0; i < data.length; i++) data[i] = i;
        int size = 1;
        for (int d : dims) size *= d;
        float[] expected = new float[size];
        for (int i = 0; i < size; i++) expected[i] = data[offset(i, dims, strides)] * 2;

        Program program = Program.of(Kernel.of(Expr.input(0).times(2)));
        float[] result = new float[size];
        // In pieces that begin in the middle of rows and blocks.
        for (int from = 0; from < size; from += 777) {
            program.run(
                    dims,
                    List.of(new Operand(data, strides)),
                    new double[0],
                    new float[][] {result},
                    from,
                    Math.min(size, from + 777));
        }
        assertThat(result).as(name).isEqualTo(expected);
    }

    private static int offset(int position, int[] dims, int[] strides) {
        int offset = 0;
        for (int d = dims.length - 1; d >= 0; d--) {
            offset += position % dims[d] * strides[d];
            position /= dims[d];
        }
        return offset;
    }
}
