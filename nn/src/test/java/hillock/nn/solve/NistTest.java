package hillock.nn.solve;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.expr.Derivative;
import hillock.expr.Expr;
import hillock.expr.Formula;
import hillock.expr.Sweep;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Problems of [NIST](https://www.itl.nist.gov/div898/strd/nls/nls_main.shtml) with certified answers, beside the
/// repository in `../shared`: their parameters differ by many powers of ten, which `scaled` is for.
class NistTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            Misra1a  | b1 * (1 - exp(-b2 * x))
            Misra1c  | b1 * (1 - (1 + 2 * b2 * x) ^ (-0.5))
            Chwirut1 | exp(-b1 * x) / (b2 + b3 * x)
            DanWood  | b1 * x ^ b2
            Rat43    | b1 / (1 + exp(b2 - b3 * x)) ^ (1 / b4)
            Eckerle4 | b1 / b2 * exp(-0.5 * ((x - b3) / b2) ^ 2)
            Lanczos3 | b1 * exp(-b2 * x) + b3 * exp(-b4 * x) + b5 * exp(-b6 * x)
            Bennett5 | b1 * (b2 + x) ^ (-1 / b3)
            MGH10    | b1 * exp(b2 / (x + b3))
            Thurber  | (b1 + b2 * x + b3 * x ^ 2 + b4 * x ^ 3) / (1 + b5 * x + b6 * x ^ 2 + b7 * x ^ 3)
            Hahn1    | (b1 + b2 * x + b3 * x ^ 2 + b4 * x ^ 3) / (1 + b5 * x + b6 * x ^ 2 + b7 * x ^ 3)
            Gauss2   | b1 * exp(-b2 * x) + b3 * exp(-(x - b4)^2 / b5^2) + b6 * exp(-(x - b7)^2 / b8^2)
            """)
    void reachesTheCertifiedSumOfSquares(String name, String formula) {
        Problem problem = Problem.read(name);
        double[] w = problem.start.clone();
        LevenbergMarquardtRun run =
                LevenbergMarquardt.DEFAULT.scaled(true).start(residuals(formula, problem), new double[w.length], w);
        int iterations = 0;
        while (iterations < 1000 && run.iterate()) iterations++;
        assertThat(run.sumOfSquares()).isCloseTo(problem.sumOfSquares, within(1e-7 * problem.sumOfSquares));
        for (int i = 0; i < w.length; i++) {
            double certified = problem.certified[i];
            assertThat(w[i]).as("b" + (i + 1)).isCloseTo(certified, within(1e-4 * Math.abs(certified)));
        }
    }

    private static Residuals residuals(String text, Problem problem) {
        int count = problem.start.length;
        String settings =
                IntStream.rangeClosed(1, count).mapToObj(i -> ", b" + i + "=1").reduce("", String::concat);
        Formula parsed = Formula.parse(text + settings);
        Expr formula = parsed.expr();
        for (int i = 0; i < count; i++) {
            int number = Integer.parseInt(parsed.params().get(i).substring(1));
            formula = formula.replace(Expr.param(i), Expr.input(number));
        }
        return new Curve(formula, problem);
    }

    private record Curve(Expr formula, Problem problem) implements Residuals {
        @Override
        public int count() {
            return problem.x.length;
        }

        @Override
        public int parameters() {
            return problem.start.length;
        }

        @Override
        public void at(double[] w, double[] residuals, double[][] jacobian) {
            double[][] inputs = new double[1 + w.length][count()];
            inputs[0] = problem.x;
            for (int j = 0; j < w.length; j++) Arrays.fill(inputs[1 + j], w[j]);
            Sweep sweep = new Sweep(inputs);
            double[] y = sweep.of(formula);
            for (int i = 0; i < y.length; i++) residuals[i] = y[i] - problem.y[i];
            if (jacobian == null) return;
            for (int j = 0; j < w.length; j++) {
                double[] slopes = sweep.of(Derivative.of(formula, 1 + j));
                for (int i = 0; i < y.length; i++) jacobian[i][j] = slopes[i];
            }
        }
    }

    /// The second of the two starts, the observations, and what is certified.
    private record Problem(double[] x, double[] y, double[] start, double[] certified, double sumOfSquares) {
        static Problem read(String name) {
            List<double[]> parameters = new ArrayList<>();
            List<double[]> rows = new ArrayList<>();
            double sum = 0;
            boolean data = false;
            for (String line : lines(name)) {
                if (line.matches("\\s*b\\d+ *=.*")) parameters.add(numbers(line.substring(line.indexOf('=') + 1)));
                if (line.startsWith("Residual Sum of Squares:")) sum = numbers(line.substring(24))[0];
                if (data && !line.isBlank()) rows.add(numbers(line));
                if (line.matches("Data: +y +x *")) data = true;
            }
            return new Problem(column(rows, 1), column(rows, 0), column(parameters, 1), column(parameters, 2), sum);
        }

        private static double[] column(List<double[]> rows, int index) {
            return rows.stream().mapToDouble(row -> row[index]).toArray();
        }

        private static double[] numbers(String line) {
            return Arrays.stream(line.strip().split("\\s+"))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
        }

        private static List<String> lines(String name) {
            Path at = Path.of("").toAbsolutePath();
            while (at != null && !Files.isDirectory(at.resolve("shared"))) at = at.getParent();
            Assumptions.assumeTrue(at != null, "no directory ../shared here");
            Path file = at.resolve("shared/data/nist").resolve(name + ".dat");
            Assumptions.assumeTrue(Files.exists(file), "no " + file);
            try {
                return Files.readAllLines(file);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }
}
