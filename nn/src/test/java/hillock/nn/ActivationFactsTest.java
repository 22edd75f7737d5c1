package hillock.nn;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import hillock.expr.Expr;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/// What the catalogue says of its rows, and what [Traits] finds out: sampled values lie inside the
/// ranges, and those of rows come near both ends.
class ActivationFactsTest {
    private static final double[] SAMPLES =
            DoubleStream.iterate(-15, x -> x <= 15, x -> x + 1.0 / 64 + 1e-4).toArray();

    static List<Activation> all() {
        return Activations.all();
    }

    static List<Activation> pointwise() {
        return all().stream()
                .filter(a -> a.form() instanceof Activation.Pointwise)
                .toList();
    }

    static List<Activation> rowwise() {
        return all().stream()
                .filter(a -> a.form() instanceof Activation.Rowwise)
                .toList();
    }

    @ParameterizedTest
    @MethodSource("pointwise")
    void valuesAndSlopesLieInTheirRanges(Activation activation) {
        Traits traits = Traits.of(activation);
        double rounding = 1e-9;
        for (double x : SAMPLES) {
            check(activation, traits.range(), activation.evaluate(x), rounding);
            check(activation, traits.slopes(), activation.derivative(x), rounding);
        }
        for (Traits.Kink k : traits.kinks()) {
            assertThat(activation.derivative(k.x()))
                    .as("%s' at %s", activation, k.x())
                    .isEqualTo(k.slope());
        }
    }

    private static void check(Activation activation, Interval range, double y, double rounding) {
        assertThat(y).as("%s in %s", activation, range).isBetween(range.low() - rounding, range.high() + rounding);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "identity   | (-∞, ∞)       | [1, 1]             | rising | odd  | 1      | -Infinity | Infinity | false | 0",
                "sigmoid    | (0, 1)        | (0, 0.25]          | rising | none | 0.25   | -5.986    | 5.986    | false | 0",
                "tanh       | (-1, 1)       | (0, 1]             | rising | odd  | 1      | -2.993    | 2.993    | false | 0",
                "relu       | [0, ∞)        | [0, 1]             | rising | none | 1      | 0         | Infinity | true  | 1",
                "leaky_relu | (-∞, ∞)       | [0.01, 1]          | rising | none | 1      | -Infinity | Infinity | false | 1",
                "relu6      | [0, 6]        | [0, 1]             | rising | none | 1      | 0         | 6        | true  | 2",
                "elu        | (-1, ∞)       | (0, 1]             | rising | none | 1      | -4.605    | Infinity | false | 0",
                "gelu       | [-0.16997, ∞) | [-0.1289, 1.1289]  | mixed  | none | 1.1289 | -3.022    | Infinity | false | 0",
                "silu       | [-0.27846, ∞) | [-0.099839, 1.0998] | mixed | none | 1.0998 | -6.143    | Infinity | false | 0",
                "mish       | [-0.30884, ∞) | [-0.11253, 1.0885] | mixed  | none | 1.0885 | -6.159    | Infinity | false | 0",
                "hardswish  | [-0.375, ∞)   | [-0.5, 1.5]        | mixed  | none | 1.5    | -3        | Infinity | true  | 2",
                "squareplus | (0, ∞)        | (0, 1)             | rising | none | 1      | -9.849    | Infinity | false | 0",
                "gaussian   | (0, 1]        | [-0.85776, 0.85776] | mixed | even | 0.8578 | -2.526    | 2.526    | false | 0",
                "sine       | [-1, 1]       | [-1, 1]            | mixed  | odd  | 1      | -Infinity | Infinity | false | 0",
                "exponential | (0, ∞)       | (0, ∞)             | rising | none | Infinity | -Infinity | Infinity | false | 0",
                "log(x)     | (-∞, ∞)       | (0, ∞)             | rising | none | Infinity | -Infinity | Infinity | false | 0",
                "-x^2       | (-∞, 0]       | (-∞, ∞)            | mixed  | even | Infinity | -Infinity | Infinity | false | 0"
            })
    void traitsAreFoundOut(
            String text,
            String range,
            String slopes,
            String trend,
            String symmetry,
            double lipschitz,
            double below,
            double above,
            boolean dies,
            int kinks) {
        Traits traits = Traits.of(Activation.parse(text));
        assertThat(traits.range()).hasToString(range);
        assertThat(traits.slopes()).hasToString(slopes);
        assertThat(traits.trend().name().toLowerCase(Locale.ROOT)).isEqualTo(trend);
        assertThat(traits.symmetry().name().toLowerCase(Locale.ROOT)).isEqualTo(symmetry);
        assertNear(traits.lipschitz(), lipschitz);
        assertNear(traits.flatBelow(), below);
        assertNear(traits.flatAbove(), above);
        assertThat(traits.dies()).isEqualTo(dies);
        assertThat(traits.kinks()).hasSize(kinks);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "log(x)          | (0, ∞)                       | (-∞, ∞) | (0, ∞)",
                "sqrt(x)         | [0, ∞)                       | [0, ∞)  | (0, ∞)",
                "x^-0.5          | (0, ∞)                       | (0, ∞)  | (-∞, 0)",
                "1 / x           | (-∞, 0) ∪ (0, ∞)             | (-∞, ∞) | (-∞, 0)",
                "1 / x^2         | (-∞, 0) ∪ (0, ∞)             | (0, ∞)  | (-∞, ∞)",
                "sin(x) / x      | (-∞, 0) ∪ (0, ∞)             | [-0.21723, 1) | [-0.43618, 0.43618]",
                "x / (x^2 - 2)   | (-∞, -1.4142) ∪ (-1.4142, 1.4142) ∪ (1.4142, ∞) | (-∞, ∞) | (-∞, 0)",
                "sqrt(x^2 - 2)   | (-∞, -1.4142] ∪ [1.4142, ∞)  | [0, ∞)  | (-∞, ∞)",
                "log(x^2 - 4)    | (-∞, -2) ∪ (2, ∞)            | (-∞, ∞) | (-∞, ∞)",
                "log1p(x)        | (-1, ∞)                      | (-∞, ∞) | (0, ∞)",
                "where(x > 0, log(x), x) | ''                   | (-∞, ∞) | (0, ∞)",
                "log(abs(x) + 1) | ''                           | [0, ∞)  | [-1, 1]",
                "1 / sin(x)      | … ∪ (-6.2832, -3.1416) ∪ (-3.1416, 0) ∪ (0, 3.1416) ∪ (3.1416, 6.2832) ∪ …"
                        + " | (-∞, ∞) | (-∞, ∞)"
            })
    void whereAFormulaHasNoValueIsFoundOut(String text, String domain, String range, String slopes) {
        Description description = Description.of(Activation.parse(text), Locale.ENGLISH);
        assertThat(description.domain()).isEqualTo(domain);
        assertThat(description.range()).isEqualTo(range);
        assertThat(description.slopes()).isEqualTo(slopes);
    }

    @ParameterizedTest
    @MethodSource("pointwise")
    void allHaveAValueEverywhere(Activation activation) {
        assertThat(Description.of(activation, Locale.ENGLISH).domain()).isEmpty();
    }

    /// Where more than 4 ulp are lost, a rounding is followed by something steep, or a few add up.
    /// Slopes that flow from the value are exact to some ulp of 1; in silu and its kin that
    /// rounding is multiplied by x.
    @ParameterizedTest
    @MethodSource("pointwise")
    void errorsAreSmallOrExplained(Activation activation) {
        Exactness error = Exactness.of(activation);
        double condition = Math.abs(error.at() * activation.derivative(error.at()) / activation.evaluate(error.at()));
        if (error.value() > 4) assertThat(error.value()).isLessThan(Math.max(5, condition));
        if (error.slope() > 4) assertThat(error.slopeOfOne()).isLessThan(23);
    }

    private static void assertNear(double actual, double expected) {
        if (Double.isInfinite(expected)) assertThat(actual).isEqualTo(expected);
        else assertThat(actual).isCloseTo(expected, within(1e-3));
    }

    @ParameterizedTest
    @MethodSource("pointwise")
    void theDefinitionIsWhatIsComputed(Activation activation) {
        if (activation.facts().definition().isEmpty()) return;
        Expr defined = activation.defined().orElseThrow();
        double[] settings = activation.settings().stream()
                .mapToDouble(Activation.Setting::value)
                .toArray();
        for (double x = -7.9; x < 8; x += 0.3) {
            double exact = activation.evaluate(x);
            assertThat(defined.evaluate(new double[] {x}, settings))
                    .as("%s at %s", activation, x)
                    .isCloseTo(exact, within(2e-5 * (1 + Math.abs(exact))));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "sigmoid | sigmoid(x) * (1 - sigmoid(x))",
                "relu    | x > 0 ? 1 : 0",
                "gelu    | 0.5 * (1 + erf(0.707107 * x) + 0.797885 * x * exp(-(0.5 * x ^ 2)))",
                "silu    | sigmoid(x) * (1 + x * (1 - sigmoid(x)))",
                "celu    | x > 0 ? 1 : exp(x / alpha)",
                "softmax | ''"
            })
    void derivativesAreWrittenAsAPersonWould(String name, String derivative) {
        assertThat(Activations.named(name).derivativeText()).isEqualTo(derivative);
    }

    @ParameterizedTest
    @MethodSource("rowwise")
    void rowsLieInTheStatedRangesAndComeNearTheirEnds(Activation activation) {
        check(activation, activation.facts().range(), doubles(activation.apply(rows())));
        check(activation, activation.facts().derivativeRange(), slopes(activation));
    }

    private static void check(Activation activation, String text, double[] sampled) {
        double[] ends = DoubleStream.of(sampled).sorted().toArray();
        String[] stated = text.substring(1, text.length() - 1).split(", ", 2);
        double low = number(stated[0]);
        double high = number(stated[1]);
        String what = activation + " in " + text + ", from " + ends[0] + " to " + ends[ends.length - 1];
        assertThat(ends[0]).as(what).isBetween(low - 1e-3, near(low, 1));
        assertThat(ends[ends.length - 1]).as(what).isBetween(near(high, -1), high + 1e-3);
    }

    private static double number(String text) {
        return Double.parseDouble(text.replace("∞", "Infinity"));
    }

    @ParameterizedTest
    @MethodSource("all")
    void adviceIsGiven(Activation activation) {
        Facts facts = activation.facts();
        assertThat(List.of(facts.use(), facts.avoid(), activation.definition())).noneMatch(String::isBlank);
    }

    private static double near(double end, int inward) {
        return Double.isInfinite(end) ? -inward * 0.1 : end + inward * 2e-3;
    }

    /// Of a function of rows, all entries of the Jacobian.
    private static double[] slopes(Activation activation) {
        Tensor x = rows().requiresGradient();
        Tensor y = activation.apply(x);
        DoubleStream all = DoubleStream.empty();
        for (int i = 0; i < y.shape().dim(-1); i++) all = DoubleStream.concat(all, slopesOf(y, x, i));
        return all.toArray();
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
