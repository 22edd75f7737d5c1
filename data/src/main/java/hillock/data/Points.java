package hillock.data;

import hillock.tensor.Rng;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleUnaryOperator;

/// How the rows of an [Example] are drawn.
///
/// ```java
/// Points points = new Points.Curve(0, 1, 0.1, x -> x * x);
/// Table table = points.table("square", Rng.of(1), 100);   // columns x, y
/// ```
public sealed interface Points {
    /// `rows` rows under a source name for messages, drawn from `rng`; numbers have five decimals.
    ///
    /// @throws IllegalArgumentException if `rows` is not positive
    Table table(String source, Rng rng, int rows);

    /// The function behind the points without its noise, where there is one.
    Optional<DoubleUnaryOperator> function();

    /// Columns `x`, `y`: x uniform in [low, high), y = truth(x) + noise · N(0, 1).
    record Curve(double low, double high, double noise, DoubleUnaryOperator truth) implements Points {
        @Override
        public Table table(String source, Rng rng, int rows) {
            requirePositive(rows);
            List<String> x = new ArrayList<>(rows);
            List<String> y = new ArrayList<>(rows);
            for (int i = 0; i < rows; i++) {
                double at = rng.uniform(low, high);
                x.add(text(at));
                y.add(text(truth.applyAsDouble(at) + noise * rng.normal()));
            }
            return Table.of(source, List.of(new Column("x", x), new Column("y", y)));
        }

        @Override
        public Optional<DoubleUnaryOperator> function() {
            return Optional.of(truth);
        }
    }

    /// Columns `x1`, `x2`, `class`: the classes take turns, each point gets noise · N(0, 1) in both directions.
    record Classes(List<String> labels, double noise, Spot spot) implements Points {
        public Classes {
            labels = List.copyOf(labels);
        }

        @Override
        public Table table(String source, Rng rng, int rows) {
            requirePositive(rows);
            List<String> x1 = new ArrayList<>(rows);
            List<String> x2 = new ArrayList<>(rows);
            List<String> label = new ArrayList<>(rows);
            for (int i = 0; i < rows; i++) {
                int index = i % labels.size();
                double[] point = spot.draw(index, rng);
                x1.add(text(point[0] + noise * rng.normal()));
                x2.add(text(point[1] + noise * rng.normal()));
                label.add(labels.get(index));
            }
            return Table.of(source, List.of(new Column("x1", x1), new Column("x2", x2), new Column("class", label)));
        }

        @Override
        public Optional<DoubleUnaryOperator> function() {
            return Optional.empty();
        }
    }

    /// A point (x1, x2) of a class, without noise.
    @FunctionalInterface
    interface Spot {
        double[] draw(int label, Rng rng);
    }

    private static void requirePositive(int rows) {
        if (rows <= 0) throw new IllegalArgumentException("rows must be positive, not " + rows);
    }

    private static String text(double value) {
        BigDecimal rounded = BigDecimal.valueOf(value).setScale(5, RoundingMode.HALF_EVEN);
        return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
    }
}
