package hillock.nn.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.Arrays;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NormalEquationsTest {
    /// Whether there are more rows or more parameters, and whether S is a multiple of I or not.
    @ParameterizedTest
    @CsvSource({"9, 4, true", "9, 4, false", "4, 9, true", "4, 9, false", "5, 5, true", "1, 1, true", "1, 3, false"})
    void theSolutionFitsTheSystem(int rows, int parameters, boolean uniform) {
        Rng rng = Rng.of(rows * 100L + parameters);
        double[][] j = new double[rows][];
        for (int i = 0; i < rows; i++) j[i] = Tensor.normal(rng, parameters).toDoubles();
        double[] g = Tensor.normal(rng, parameters).toDoubles();
        double[] s = Tensor.uniform(rng, 0.1, 1, parameters).toDoubles();
        if (uniform) Arrays.fill(s, 0.3);
        NormalEquations equations = new NormalEquations(j, parameters);
        double[] x = equations.solve(s, g);
        for (int a = 0; a < parameters; a++) {
            double left = s[a] * x[a];
            for (double[] row : j) left += row[a] * Vectors.dot(row, x);
            assertThat(left).isCloseTo(g[a], within(1e-12));
        }
        // One column after the other of JᵀJ (JᵀJ + s I)⁻¹.
        double trace = 0;
        double[] same = new double[parameters];
        Arrays.fill(same, 0.3);
        for (int a = 0; a < parameters; a++) {
            double[] column = new double[parameters];
            for (double[] row : j) Vectors.add(column, row[a], row);
            trace += equations.solve(same, column)[a];
        }
        assertThat(equations.effectiveParameters(0.3)).isCloseTo(trace, within(1e-12));
    }
}
