package hillock.tabular;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tensor.Rng;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;

/// A curve `y = rule(x)` over a range, to make tables of.
record Curve(String name, double low, double high, DoubleUnaryOperator rule) {
    /// Many periods, peaks, steep ends, kinks and jumps.
    static final List<Curve> ALL = List.of(
            new Curve("sin 20x, 6 periods", -1, 1, x -> Math.sin(20 * x)),
            new Curve("sin 20x, 10 periods", 0, 3, x -> Math.sin(20 * x)),
            new Curve("chirp, 1 to 9 periods a unit", 0, 2, x -> Math.sin(2 * Math.PI * (x + 2 * x * x))),
            new Curve("damped wave, 6 periods", 0, 4, x -> Math.exp(-x) * Math.cos(10 * x)),
            new Curve("slow and fast wave, 1 and 12", 0, 6, x -> Math.sin(x) + 0.3 * Math.sin(12 * x)),
            new Curve("slow and fast wave, 1 and 25", 0, 6, x -> Math.sin(x) + 0.2 * Math.sin(25 * x)),
            new Curve("peak of a fiftieth of the range", 0, 1, x -> Math.exp(-Math.pow((x - 0.3) / 0.02, 2)) + 0.2 * x),
            new Curve("resonance", 0, 1, x -> 1 / (1 + Math.pow((x - 0.6) / 0.01, 2))),
            new Curve("1 / x from 0.05", 0.05, 3, x -> 1 / x),
            new Curve("ln x from 0.001", 0.001, 2, Math::log),
            new Curve("tan up to 1.5", -1.5, 1.5, Math::tan),
            new Curve("10^x over 6 decades", -3, 3, x -> Math.pow(10, x)),
            new Curve("ten kinks", 0, 5, x -> Math.abs(x - Math.floor(x) - 0.5)),
            new Curve("three jumps", 0, 1.3, x -> (x > 0.3 ? 1 : 0) + (x > 0.5 ? 2 : 0) - (x > 0.9 ? 1.5 : 0)),
            new Curve("sawtooth, five jumps", 0, 5, x -> x - Math.floor(x)));

    static Curve named(String name) {
        return ALL.stream().filter(c -> c.name.equals(name)).findFirst().orElseThrow();
    }

    /// So many points, evenly likely anywhere in the range, with columns x and y.
    Table table(int rows, long seed) {
        Rng rng = Rng.of(seed);
        double[] x = IntStream.range(0, rows)
                .mapToDouble(_ -> rng.uniform(low, high))
                .toArray();
        return Table.of(
                name,
                List.of(column("x", x), column("y", Arrays.stream(x).map(rule).toArray())));
    }

    private static Column column(String name, double[] values) {
        return new Column(
                name,
                Arrays.stream(values)
                        .mapToObj(v -> String.format(Locale.ROOT, "%.9g", v))
                        .toList());
    }
}
