package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;

import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The ranges that the catalogue states: sampled values lie inside and come near both ends.
class ActivationFactsTest {
    /// Beyond ±15 tanh and sigmoid round to their bounds, in double precision too.
    private static final double[] SAMPLES =
            DoubleStream.iterate(-15, x -> x <= 15, x -> x + 1.0 / 64).toArray();

    /// `[0, ∞)`: a square bracket belongs to it, a round one does not.
    private record Interval(double low, boolean lowBelongs, double high, boolean highBelongs) {
        static Interval of(String text) {
            String[] ends = text.substring(1, text.length() - 1).split(",", 2);
            return new Interval(number(ends[0]), text.startsWith("["), number(ends[1]), text.endsWith("]"));
        }

        private static double number(String text) {
            return Double.parseDouble(text.strip().replace("∞", "Infinity"));
        }

        boolean contains(double x) {
            return (x > low || (lowBelongs && x == low)) && (x < high || (highBelongs && x == high));
        }
    }

    static List<Activation> all() {
        return Activations.all();
    }

    @ParameterizedTest
    @MethodSource("all")
    void valuesLieInTheRange(Activation activation) {
        check(activation, activation.facts().range(), values(activation));
    }

    @ParameterizedTest
    @MethodSource("all")
    void slopesLieInTheRange(Activation activation) {
        check(activation, activation.facts().derivativeRange(), slopes(activation));
    }

    @ParameterizedTest
    @MethodSource("all")
    void adviceIsGiven(Activation activation) {
        Facts facts = activation.facts();
        assertThat(List.of(facts.use(), facts.avoid(), facts.onnx(), activation.definition()))
                .noneMatch(String::isBlank);
    }

    private static void check(Activation activation, String text, double[] sampled) {
        Interval interval = Interval.of(text);
        for (double y : sampled)
            assertThat(interval.contains(y))
                    .as("%s of %s in %s", y, activation, text)
                    .isTrue();
        double smallest = DoubleStream.of(sampled).min().orElseThrow();
        double largest = DoubleStream.of(sampled).max().orElseThrow();
        assertThat(smallest)
                .as("%s comes near the low end of %s", activation, text)
                .isLessThan(near(interval.low, 1));
        assertThat(largest)
                .as("%s comes near the high end of %s", activation, text)
                .isGreaterThan(near(interval.high, -1));
        if (interval.lowBelongs) assertThat(smallest).isEqualTo(interval.low);
        if (interval.highBelongs) assertThat(largest).isEqualTo(interval.high);
    }

    private static double near(double end, int inward) {
        return Double.isInfinite(end) ? -inward * 0.1 : end + inward * 1e-3;
    }

    private static double[] values(Activation activation) {
        return switch (activation.form()) {
            case Activation.Pointwise _ ->
                DoubleStream.of(SAMPLES).map(activation::evaluate).toArray();
            case Activation.Rowwise _ -> doubles(activation.apply(rows()));
        };
    }

    /// Of a function of rows, all entries of the Jacobian.
    private static double[] slopes(Activation activation) {
        return switch (activation.form()) {
            case Activation.Pointwise _ ->
                DoubleStream.of(SAMPLES).map(activation::derivative).toArray();
            case Activation.Rowwise _ -> {
                Tensor x = rows().requiresGradient();
                Tensor y = activation.apply(x);
                yield DoubleStream.concat(slopesOf(y, x, 0), slopesOf(y, x, 1)).toArray();
            }
        };
    }

    private static DoubleStream slopesOf(Tensor y, Tensor x, int output) {
        return DoubleStream.of(
                doubles(y.slice(1, output, output + 1).sum().gradients().of(x)));
    }

    /// Rows of two: from nearly sure of the one to nearly sure of the other, and undecided.
    private static Tensor rows() {
        Tensor random = Tensor.uniform(Rng.of(1), -4, 4, 500, 2);
        return Tensor.concat(0, random, Tensor.of(new double[][] {{0, 0}, {7.5, 0}, {0, 7.5}}));
    }

    private static double[] doubles(Tensor t) {
        float[] floats = t.toArray();
        double[] values = new double[floats.length];
        for (int i = 0; i < values.length; i++) values[i] = floats[i];
        return values;
    }
}
