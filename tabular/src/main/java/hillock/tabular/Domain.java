package hillock.tabular;

import hillock.data.Column;
import hillock.data.Table;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SortedMap;
import java.util.TreeMap;

/// Where a model has seen anything: the range of each column of numbers or dates in the rows that it
/// learnt from. Answers for rows outside are extrapolation, which no network does well.
///
/// ```java
/// model.outside(table).get(0);   // ["age"]: the first row's age is beyond all that was seen
/// ```
///
/// @param ranges by column; dates in days since 1970-01-01
public record Domain(SequencedMap<String, Range> ranges) {
    /// Nothing is known: no row is outside.
    public static final Domain UNKNOWN = new Domain(new LinkedHashMap<>());

    /// A step beyond the range that counts as within, as a share of it: in every table some new row is
    /// the first by a hair.
    private static final double MARGIN = 0.02;

    public Domain {
        ranges = Collections.unmodifiableSequencedMap(new LinkedHashMap<>(ranges));
    }

    /// From the least to the greatest number.
    public record Range(double low, double high) {
        boolean holds(double value) {
            double margin = MARGIN * (high - low);
            return !(value < low - margin) && !(value > high + margin);
        }
    }

    /// The ranges in rows that a model learns from.
    static Domain of(Preparation preparation, Table rows) {
        SequencedMap<String, Range> ranges = new LinkedHashMap<>();
        for (Coding coding : preparation.codings()) {
            double low = Double.POSITIVE_INFINITY;
            double high = Double.NEGATIVE_INFINITY;
            for (double value : values(coding, rows)) {
                if (value < low) low = value;
                if (value > high) high = value;
            }
            if (low <= high) ranges.put(coding.name(), new Range(low, high));
        }
        return new Domain(ranges);
    }

    /// The rows with a value outside, each with the columns in which it is. Missing cells are not.
    SortedMap<Integer, List<String>> outside(Preparation preparation, Table rows) {
        SortedMap<Integer, List<String>> outside = new TreeMap<>();
        for (Coding coding : preparation.codings()) {
            if (!ranges.containsKey(coding.name())) continue;
            double[] values = values(coding, rows);
            for (int row = 0; row < values.length; row++)
                if (isOutside(coding.name(), values[row]))
                    outside.computeIfAbsent(row, _ -> new ArrayList<>()).add(coding.name());
        }
        return outside;
    }

    /// Whether a value lies outside the range of its column, if that has one.
    boolean isOutside(String column, double value) {
        Range range = ranges.get(column);
        return range != null && !range.holds(value);
    }

    /// Numbers, or dates in days, NaN for neither; none of columns of another kind.
    private static double[] values(Coding coding, Table rows) {
        Optional<Column> column = rows.column(coding.name());
        if (column.isEmpty()) return new double[0];
        double[] values = new double[rows.rows()];
        switch (coding) {
            case Coding.Numeric _ -> {
                for (int row = 0; row < values.length; row++)
                    values[row] = column.get().number(row);
            }
            case Coding.Dates d -> {
                for (int row = 0; row < values.length; row++)
                    values[row] = Dates.days(column.get().cells().get(row), d.order());
            }
            case Coding.Categorical _, Coding.Means _, Coding.Pixels _ -> {
                return new double[0];
            }
        }
        return values;
    }
}
