package hillock.data;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.sin;

import hillock.data.Points.Classes;
import hillock.data.Points.Curve;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The examples that ship with Hillock: one row each.
///
/// ```java
/// for (Example example : Examples.ALL) System.out.println(example.name() + ": " + example.about());
/// Table co2 = Examples.co2();
/// ```
public final class Examples {
    private static final List<String> TWO = List.of("red", "blue");
    private static final List<String> THREE = List.of("red", "blue", "green");

    /// Curves first, then classes, each from easy to hard. (`StrictMath`: the same bits on every machine.)
    public static final List<Example> ALL = List.of(
            curve("line", "A straight line: one neuron is enough.", "y = 2x - 1", -3, 3, 0.2, x -> 2 * x - 1),
            curve("parabola", "The simplest curve that no line can follow.", "y = x²", -3, 3, 0.2, x -> x * x),
            curve("cubic", "A rise, a fall and a rise.", "y = x³ - 3x", -2.2, 2.2, 0.15, x -> x * x * x - 3 * x),
            curve("absolute", "A kink: what two ReLU units make exactly.", "y = |x|", -3, 3, 0.1, Math::abs),
            curve(
                    "step",
                    "A jump, which no continuous network reaches quite.",
                    "y = 0 if x < 0, else 1",
                    -3,
                    3,
                    0.05,
                    x -> x < 0 ? 0 : 1),
            curve("exponential", "Flat on the left, steep on the right.", "y = exp(x)", -2, 3, 0.3, StrictMath::exp),
            curve("logarithm", "Steep near 0, then ever flatter.", "y = log(x)", 0.05, 10, 0.05, StrictMath::log),
            curve("gaussian", "A single bump, flat elsewhere.", "y = exp(-x²)", -4, 4, 0.03, x -> exp(-x * x)),
            curve(
                    "runge",
                    "A sharp peak, on which polynomials swing out (Runge 1901).",
                    "y = 1 / (1 + 25x²)",
                    -1,
                    1,
                    0.02,
                    x -> 1 / (1 + 25 * x * x)),
            curve("sine", "Two full waves.", "y = sin(x)", -2 * PI, 2 * PI, 0.08, StrictMath::sin),
            curve(
                    "sine_plus_line",
                    "A combination: waves on a slope.",
                    "y = x / 2 + sin(2x)",
                    -5,
                    5,
                    0.1,
                    x -> x / 2 + sin(2 * x)),
            curve(
                    "damped_sine",
                    "A swing that dies away.",
                    "y = exp(-0.3x) · sin(3x)",
                    0,
                    10,
                    0.02,
                    x -> exp(-0.3 * x) * sin(3 * x)),
            classes(
                    "blobs",
                    "Three clouds that lines can tell apart.",
                    "three normal clouds",
                    THREE,
                    0.7,
                    (c, rng) -> polar(2.2, PI / 2 + c * 2 * PI / 3)),
            classes(
                    "xor",
                    "Opposite corners belong together: no line can do it.",
                    "class = sign of x1 · x2",
                    TWO,
                    0.05,
                    (c, rng) -> {
                        double side = rng.nextInt(2) == 0 ? -1 : 1;
                        double x2 = rng.uniform(0.1, 1) * side * (c == 0 ? 1 : -1);
                        return new double[] {rng.uniform(0.1, 1) * side, x2};
                    }),
            classes(
                    "circles",
                    "A ring within a ring.",
                    "radius 0.5 or 1",
                    TWO,
                    0.08,
                    (c, rng) -> polar(c == 0 ? 0.5 : 1, rng.uniform(0, 2 * PI))),
            classes(
                    "moons",
                    "Two half moons, hooked into each other.",
                    "(cos t, sin t) or (1 - cos t, 0.5 - sin t)",
                    TWO,
                    0.12,
                    (c, rng) -> {
                        double t = rng.uniform(0, PI);
                        return c == 0 ? polar(1, t) : new double[] {1 - cos(t), 0.5 - sin(t)};
                    }),
            classes(
                    "spiral",
                    "Two arms that wind around each other.",
                    "radius t, angle 3πt, two arms",
                    TWO,
                    0.02,
                    (c, rng) -> arm(c, 2, rng.uniform(0.1, 1))),
            classes(
                    "spiral3",
                    "Three arms that wind around each other.",
                    "radius t, angle 3πt, three arms",
                    THREE,
                    0.02,
                    (c, rng) -> arm(c, 3, rng.uniform(0.1, 1))));

    /// Whom to thank for [#co2].
    public static final String CO2_SOURCE = "X. Lan, P. Tans (NOAA Global Monitoring Laboratory,"
            + " gml.noaa.gov/ccgg/trends) and R. Keeling (Scripps Institution of Oceanography, scrippsco2.ucsd.edu)";

    private Examples() {}

    /// Carbon dioxide in the air at Mauna Loa, Hawaii: yearly means from 1959 to 2024 in parts per million of dry air.
    ///
    /// Columns `year`, `co2_ppm`; 66 rows. Public data of NOAA's file `co2_annmean_mlo`, see [#CO2_SOURCE].
    public static Table co2() {
        String name = "co2-mauna-loa.csv";
        try (InputStream in = Examples.class.getResourceAsStream(name)) {
            return Csv.read(ByteSource.of(name, in.readAllBytes()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Example curve(
            String name,
            String about,
            String formula,
            double low,
            double high,
            double noise,
            DoubleUnaryOperator truth) {
        return new Example(name, about, formula, new Curve(low, high, noise, truth));
    }

    private static Example classes(
            String name, String about, String formula, List<String> labels, double noise, Points.Spot spot) {
        return new Example(name, about, formula, new Classes(labels, noise, spot));
    }

    private static double[] arm(int index, int arms, double t) {
        return polar(t, 3 * PI * t + index * 2 * PI / arms);
    }

    private static double[] polar(double radius, double angle) {
        return new double[] {radius * cos(angle), radius * sin(angle)};
    }
}
