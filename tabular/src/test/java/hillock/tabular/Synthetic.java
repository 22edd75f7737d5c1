package hillock.tabular;

import hillock.data.Column;
import hillock.data.Table;
import hillock.tensor.Rng;
import java.util.List;
import java.util.stream.IntStream;

/// Small tables with a known rule in them: two numbers, a category and, now and then, a missing cell.
final class Synthetic {
    private static final List<String> COLOURS = List.of("red", "green", "blue");

    private Synthetic() {}

    /// A row: numbers a and b in (-2, 2), a colour.
    private record Row(double a, double b, String colour) {
        static Row draw(Rng rng) {
            return new Row(rng.uniform(-2, 2), rng.uniform(-2, 2), COLOURS.get(rng.nextInt(3)));
        }
    }

    private interface Rule {
        Object target(Row row, Rng rng);
    }

    /// y = a² - b, and 2 more for blue: no straight line.
    static Table regression(int rows, long seed) {
        return table(rows, seed, (r, _) -> r.a * r.a - r.b + (r.colour.equals("blue") ? 2 : 0));
    }

    /// Whether a and b have the same sign, which no straight line tells.
    static Table binary(int rows, long seed) {
        return table(rows, seed, (r, _) -> r.a * r.b > 0 ? "yes" : "no");
    }

    /// The colour, but `far` where a is.
    static Table multiclass(int rows, long seed) {
        return table(rows, seed, (r, _) -> Math.abs(r.a) > 1 ? "far" : "near " + r.colour);
    }

    /// Numbers that have nothing to do with the columns.
    static Table noise(int rows, long seed) {
        return table(rows, seed, (_, rng) -> rng.uniform(0, 1));
    }

    static Table of(Task task, int rows, long seed) {
        return switch (task) {
            case REGRESSION -> regression(rows, seed);
            case BINARY -> binary(rows, seed);
            case MULTICLASS -> multiclass(rows, seed);
        };
    }

    private static Table table(int rows, long seed, Rule rule) {
        Rng rng = Rng.of(seed);
        List<Row> drawn = IntStream.range(0, rows).mapToObj(_ -> Row.draw(rng)).toList();
        List<Object> targets = drawn.stream().map(r -> rule.target(r, rng)).toList();
        Column a = Tables.column("a", rows, i -> drawn.get(i).a);
        Column b = Tables.column("b", rows, i -> i % 29 == 7 ? "" : drawn.get(i).b);
        Column colour = Tables.column("colour", rows, i -> i % 31 == 11 ? "" : drawn.get(i).colour);
        return Table.of("made.csv", List.of(a, b, colour, Tables.column("y", rows, targets::get)));
    }
}
