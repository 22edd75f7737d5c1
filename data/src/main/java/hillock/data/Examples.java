package hillock.data;

import static java.lang.StrictMath.PI;
import static java.lang.StrictMath.cos;
import static java.lang.StrictMath.exp;
import static java.lang.StrictMath.sin;

import hillock.data.Points.Classes;
import hillock.data.Points.Curve;
import hillock.tensor.Rng;
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
            curve("step", "A jump, never quite reached.", "y = 0 if x < 0, else 1", -3, 3, 0.05, x -> x < 0 ? 0 : 1),
            curve("exponential", "Flat on the left, steep on the right.", "y = exp(x)", -2, 3, 0.3, StrictMath::exp),
            curve("logarithm", "Steep near 0, then ever flatter.", "y = log(x)", 0.05, 10, 0.05, StrictMath::log),
            curve("gaussian", "A single bump, flat elsewhere.", "y = exp(-x²)", -4, 4, 0.03, x -> exp(-x * x)),
            curve("runge", "A sharp peak.", "y = 1 / (1 + 25x²)", -1, 1, 0.02, x -> 1 / (1 + 25 * x * x)),
            curve("sine", "Two full waves.", "y = sin(x)", -2 * PI, 2 * PI, 0.08, StrictMath::sin),
            curve("sine_plus_line", "Waves on a slope.", "y = x/2 + sin(2x)", -5, 5, 0.1, x -> x / 2 + sin(2 * x)),
            curve("damped_sine", "A dying swing.", "y = exp(-0.3x) · sin(3x)", 0, 10, 0.02, Examples::dampedSine),
            classes("blobs", "Clouds that lines can tell apart.", "three normal clouds", THREE, 0.7, Examples::blob),
            classes("xor", "Opposite corners are alike.", "class = sign of x1 · x2", TWO, 0.05, Examples::corner),
            classes("circles", "A ring within a ring.", "radius 0.5 or 1", TWO, 0.08, Examples::ring),
            classes("moons", "Two half moons, hooked into each other.", "two half circles", TWO, 0.12, Examples::moon),
            classes("spiral", "Two arms, wound up.", "radius t, angle 3πt", TWO, 0.02, (c, rng) -> arm(c, 2, rng)),
            classes("spiral3", "Three arms.", "radius t, angle 3πt", THREE, 0.02, (c, rng) -> arm(c, 3, rng)));

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

    private static double dampedSine(double x) {
        return exp(-0.3 * x) * sin(3 * x);
    }

    private static double[] blob(int index, Rng rng) {
        return polar(2.2, PI / 2 + index * 2 * PI / 3);
    }

    private static double[] corner(int index, Rng rng) {
        double side = rng.nextInt(2) == 0 ? -1 : 1;
        double other = index == 0 ? side : -side;
        return new double[] {side * rng.uniform(0.1, 1), other * rng.uniform(0.1, 1)};
    }

    private static double[] ring(int index, Rng rng) {
        return polar(index == 0 ? 0.5 : 1, rng.uniform(0, 2 * PI));
    }

    private static double[] moon(int index, Rng rng) {
        double angle = rng.uniform(0, PI);
        return index == 0 ? polar(1, angle) : new double[] {1 - cos(angle), 0.5 - sin(angle)};
    }

    private static double[] arm(int index, int arms, Rng rng) {
        double t = rng.uniform(0.1, 1);
        return polar(t, 3 * PI * t + index * 2 * PI / arms);
    }

    private static double[] polar(double radius, double angle) {
        return new double[] {radius * cos(angle), radius * sin(angle)};
    }
}
