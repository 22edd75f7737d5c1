package hillock.tabular;

import hillock.data.Numbers;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// How one input column becomes features: plain data, fitted on the training rows.
///
/// ```java
/// new Coding.Numeric("age", 29.4, 13.0, 28.0, true).features();            // age, age is missing
/// new Coding.Categorical("deck", List.of("C", "B"), List.of("G", "T"), true).features();
/// // deck=C, deck=B, deck is rare, deck is missing
/// ```
public sealed interface Coding {
    String name();

    /// How many features there are.
    default int width() {
        return this instanceof Pixels p ? p.count() : features().size();
    }

    /// The names of the features, in the order of their columns.
    default List<String> features() {
        return switch (this) {
            case Numeric n -> n.indicator() ? List.of(n.name(), n.name() + " is missing") : List.of(n.name());
            case Dates d -> {
                List<String> names = new ArrayList<>();
                for (DatePart part : d.parts()) names.addAll(part.features(d.name()));
                if (d.indicator()) names.add(d.name() + " is missing");
                yield List.copyOf(names);
            }
            case Categorical c -> {
                List<String> names = new ArrayList<>();
                for (String level : c.levels()) names.add(c.name() + "=" + level);
                if (!c.rare().isEmpty()) names.add(c.name() + " is rare");
                if (c.missing()) names.add(c.name() + " is missing");
                yield List.copyOf(names);
            }
            case Means m ->
                m.outputs().stream().map(output -> m.name() + ": " + output).toList();
            case Pixels p ->
                IntStream.range(0, p.count()).mapToObj(i -> p.name() + " " + i).toList();
        };
    }

    /// `(x − mean)/deviation`, with `x` the cell's number, or `fill` where the cell is missing. A
    /// second feature is 1 for a missing cell, if the training rows had any.
    ///
    /// @param deviation 0 for a column that is constant in the training rows: the feature is then 0
    record Numeric(String name, double mean, double deviation, double fill, boolean indicator) implements Coding {
        /// Writes the features of a number, NaN for a missing one, to `into[at]` and on, where all is 0.
        void write(double x, float[] into, int at) {
            boolean missing = Double.isNaN(x);
            if (missing && indicator) into[at + 1] = 1;
            if (deviation == 0) return;
            into[at] = held(((missing ? fill : x) - mean) / deviation);
        }
    }

    /// Standardised numbers beyond this are held there, so that a wild cell cannot become infinite.
    double BOUND = 1e6;

    private static float held(double standardised) {
        return (float) Math.clamp(standardised, -BOUND, BOUND);
    }

    /// The parts of a date, see [DatePart]. The days since 1970-01-01 are standardised, `(days −
    /// mean)/deviation`. Where the cell is missing, the days are `fill` and all other parts 0, in
    /// the middle of their circles. A last feature is 1 for a missing cell, if the training rows had any.
    ///
    /// @param parts beginning with [DatePart#DAYS]
    /// @param deviation 0 for a date that is the same in all training rows
    record Dates(
            String name,
            DateOrder order,
            List<DatePart> parts,
            double mean,
            double deviation,
            double fill,
            boolean indicator)
            implements Coding {
        public Dates {
            parts = List.copyOf(parts);
            if (parts.isEmpty() || parts.getFirst() != DatePart.DAYS)
                throw new IllegalArgumentException("the parts of a date begin with its days, not as in " + parts);
        }

        /// The features of the date that is so many days after 1970-01-01.
        public double[] features(double days) {
            double[] values = new double[width()];
            write(Moment.ofDays(days), values);
            values[0] = standardised(days);
            return values;
        }

        double standardised(double days) {
            return deviation == 0 ? 0 : (days - mean) / deviation;
        }

        /// Writes the features of a date, or of a missing one, to `into[at]` and on, where all is 0.
        void write(Optional<Moment> moment, float[] into, int at) {
            double[] one = new double[width()];
            moment.ifPresent(m -> write(m, one));
            if (moment.isEmpty()) {
                one[0] = standardised(fill);
                if (indicator) one[one.length - 1] = 1;
            }
            into[at] = held(one[0]);
            for (int i = 1; i < one.length; i++) into[at + i] = (float) one[i];
        }

        /// Writes the features of a date that is there.
        private void write(Moment moment, double[] into) {
            int at = 0;
            for (DatePart part : parts) {
                part.write(moment, into, at);
                at += part.width();
            }
            into[0] = standardised(into[0]);
        }
    }

    /// One feature for each level, 1 where the cell is that level; one for all rare levels
    /// together; one for a missing cell, if the training rows had any.
    record Categorical(String name, List<String> levels, List<String> rare, boolean missing) implements Coding {
        public Categorical {
            levels = List.copyOf(levels);
            rare = List.copyOf(rare);
        }

        /// The feature of each level.
        Map<String, Integer> places() {
            Map<String, Integer> places = new HashMap<>();
            for (String level : levels) places.put(level, places.size());
            for (String level : rare) places.put(level, levels.size());
            return places;
        }

        /// Writes the features of a cell to `into[at]` and on, where all is 0.
        ///
        /// @param places from [#places]
        /// @return whether the training rows had such a cell
        boolean write(Map<String, Integer> places, String cell, float[] into, int at) {
            Integer place = places.get(cell);
            if (place != null) into[at + place] = 1;
            else if (missing && Numbers.isMissing(cell)) into[at + levels.size() + (rare.isEmpty() ? 0 : 1)] = 1;
            else return false;
            return true;
        }
    }

    /// What the training rows tell of a cell's level, where there are too many levels for a feature each: the
    /// target's mean among its rows, drawn towards the mean of all by as much as it rests on few (see
    /// [LevelMeans]), and the logarithm of 1 + their number; all standardised. For two classes the
    /// mean is the share of the second, for more there is one of each class. A missing cell is a level of its own.
    ///
    /// @param outputs what the features are, as their names say: the target or its classes, then "rows"
    /// @param levels those of the training rows, the most frequent first; "" is a missing cell
    /// @param codes the features of each level, one level after the other
    /// @param unknown the features of a level that the training rows did not have
    record Means(String name, List<String> outputs, List<String> levels, List<Double> codes, List<Double> unknown)
            implements Coding {
        public Means {
            outputs = List.copyOf(outputs);
            levels = List.copyOf(levels);
            codes = List.copyOf(codes);
            unknown = List.copyOf(unknown);
            if (unknown.size() != outputs.size() || codes.size() != outputs.size() * levels.size())
                throw new IllegalArgumentException(codes.size() + " and " + unknown.size() + " codes are not "
                        + outputs.size() + " for each of " + levels.size() + " levels and one more");
        }

        /// The place of each level among all.
        Map<String, Integer> places() {
            return places(levels);
        }

        static Map<String, Integer> places(List<String> levels) {
            Map<String, Integer> places = HashMap.newHashMap(levels.size());
            for (String level : levels) places.put(level, places.size());
            return places;
        }

        /// Writes the features of a cell to `into[at]` and on.
        ///
        /// @param places from [#places]
        /// @return whether the training rows had such a cell
        boolean write(Map<String, Integer> places, String cell, float[] into, int at) {
            Integer place = places.get(level(cell));
            int width = unknown.size();
            for (int j = 0; j < width; j++)
                into[at + j] = (float) (place == null ? unknown.get(j) : codes.get(place * width + j)).doubleValue();
            return place != null;
        }

        /// Whatever stands for a missing cell is one level.
        static String level(String cell) {
            return Numbers.isMissing(cell) ? "" : cell;
        }
    }

    /// `(x − mean)/deviation` for each pixel of a picture, row after row. Mean and deviation are
    /// those of all pixels of the training rows together, so that a pixel at the rim that is
    /// hardly ever set stays small.
    ///
    /// @param shape height and width, before them channels if there are any
    /// @param deviation 0 where all pixels of the training rows are equal: the features are then 0
    record Pixels(String name, List<Integer> shape, double mean, double deviation) implements Coding {
        public Pixels {
            shape = List.copyOf(shape);
        }

        /// Turns the pixels at `values[at]` and on into features.
        void standardise(float[] values, int at) {
            float factor = (float) (1 / deviation);
            float shift = (float) mean;
            for (int i = at; i < at + count(); i++)
                values[i] =
                        deviation == 0 ? 0 : Math.clamp((values[i] - shift) * factor, (float) -BOUND, (float) BOUND);
        }

        /// Numbers in a picture.
        public int count() {
            return shape.stream().reduce(1, Math::multiplyExact);
        }
    }
}
