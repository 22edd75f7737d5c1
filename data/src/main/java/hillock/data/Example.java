package hillock.data;

import hillock.tensor.Rng;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.Collectors;

/// A synthetic data set with a name, to see what a network makes of it.
///
/// ```java
/// Example spiral = Example.named("spiral");
/// Table table = spiral.table(Rng.of(7), 400);   // columns x1, x2, class
/// ```
///
/// @param name lower case, words joined by `_`
/// @param about one sentence: what to look for
/// @param formula how the points are made, for titles
/// @param points the recipe
/// @see Examples#ALL
public record Example(String name, String about, String formula, Points points) {

    /// The example of that name; upper and lower case, `_`, `-` and blank are the same.
    ///
    /// @throws BadInput that lists the names, with the nearest first, if there is none
    public static Example named(String name) {
        for (Example example : Examples.ALL) if (Names.same(example.name, name)) return example;
        var names = Examples.ALL.stream().map(Example::name).toList();
        String hint = Names.nearest(name, names)
                .map(n -> " (did you mean " + n + "?)")
                .orElse("");
        throw new BadInput("there is no example " + Names.quote(name) + hint + ": choose one of "
                + names.stream().collect(Collectors.joining(", ")) + ".");
    }

    /// A table of `rows` rows drawn from `rng`: columns `x`, `y` for a curve, `x1`, `x2`, `class` for classes.
    public Table table(Rng rng, int rows) {
        return points.table(name, rng, rows);
    }

    /// The curve without its noise; empty for classes.
    public Optional<DoubleUnaryOperator> truth() {
        return points.function();
    }
}
