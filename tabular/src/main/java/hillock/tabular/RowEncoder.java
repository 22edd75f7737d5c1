package hillock.tabular;

import hillock.data.BadInput;
import hillock.data.Images;
import hillock.data.Names;
import hillock.data.Numbers;
import java.lang.reflect.Array;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Turns the values of one row into features, the same numbers as [Encoder] makes of a table's
/// cells. Any number of threads may use it.
final class RowEncoder {
    private final List<Coding> codings;
    private final List<Map<String, Integer>> places;
    private final int[] first;
    private final int features;

    RowEncoder(Preparation preparation) {
        codings = preparation.codings();
        places = codings.stream().map(RowEncoder::places).toList();
        first = new int[codings.size()];
        int next = 0;
        for (int i = 0; i < first.length; i++) {
            first[i] = next;
            next += codings.get(i).width();
        }
        features = next;
    }

    private static Map<String, Integer> places(Coding coding) {
        return switch (coding) {
            case Coding.Categorical c -> c.places();
            case Coding.Means m -> m.places();
            case Coding.Numeric _, Coding.Dates _, Coding.Pixels _ -> Map.of();
        };
    }

    int features() {
        return features;
    }

    /// @param row values by column; others are ignored
    /// @throws BadInput naming all columns that are absent
    float[] encode(Map<String, ?> row) {
        float[] into = new float[features];
        for (int i = 0; i < first.length; i++) write(i, value(i, row), into);
        return into;
    }

    /// What a row says of a column.
    ///
    /// @throws BadInput naming all columns that are absent
    Object value(int column, Map<String, ?> row) {
        String name = codings.get(column).name();
        Object value = row.get(name);
        if (value == null && !row.containsKey(name)) throw absent(row.keySet());
        return value;
    }

    /// A value as the ranges of a [Domain] have it: a number, a date in days, and NaN for what is missing or has no
    /// range.
    double place(int column, Object value) {
        Object present = value instanceof Optional<?> o ? o.orElse(null) : value;
        return switch (codings.get(column)) {
            case Coding.Numeric n -> number(n, present);
            case Coding.Dates d -> moment(d, present).map(Moment::days).orElse(Double.NaN);
            case Coding.Categorical _, Coding.Means _, Coding.Pixels _ -> Double.NaN;
        };
    }

    private BadInput absent(Collection<String> given) {
        List<String> missing = codings.stream()
                .map(Coding::name)
                .filter(name -> !given.contains(name))
                .toList();
        String near = Names.nearest(missing.getFirst(), given)
                .map(name -> " (it has \"" + name + "\": is that the same?)")
                .orElse("");
        return new BadInput("The row lacks " + Wording.quoted(missing) + " that the model learnt from" + near
                + "; give null for a value that is not known.");
    }

    /// Writes the features of a column.
    ///
    /// @param value null or empty where it is missing
    void write(int column, Object value, float[] into) {
        if (value instanceof Optional<?> o) value = o.orElse(null);
        int at = first[column];
        switch (codings.get(column)) {
            case Coding.Numeric n -> n.write(number(n, value), into, at);
            case Coding.Dates d -> d.write(moment(d, value), into, at);
            case Coding.Categorical c -> c.write(places.get(column), text(value), into, at);
            case Coding.Means m -> m.write(places.get(column), text(value), into, at);
            case Coding.Pixels p -> pixels(p, value, into, at);
        }
    }

    private static double number(Coding coding, Object value) {
        double number = switch (value) {
            case null -> Double.NaN;
            case Number n -> n.doubleValue();
            case CharSequence s -> parsed(coding, s.toString());
            default -> throw wrong(coding, value, "a number");
        };
        if (Double.isInfinite(number)) throw wrong(coding, value, "a finite number");
        return number;
    }

    private static double parsed(Coding coding, String text) {
        double number = Numbers.parse(text);
        if (Double.isNaN(number) && !Numbers.isMissing(text)) throw wrong(coding, text, "a number");
        return number;
    }

    private static Optional<Moment> moment(Coding.Dates coding, Object value) {
        return switch (value) {
            case null -> Optional.empty();
            case LocalDate day -> Optional.of(Moment.of(day));
            case LocalDateTime local -> Optional.of(new Moment(local, 0));
            case OffsetDateTime time -> Optional.of(moment(time));
            case ZonedDateTime time -> Optional.of(moment(time.toOffsetDateTime()));
            case Number n when Dates.parse(text(n), coding.order()).isPresent() -> Dates.parse(text(n), coding.order());
            case CharSequence s -> {
                Optional<Moment> moment = Dates.parse(s.toString(), coding.order());
                if (moment.isEmpty() && !Numbers.isMissing(s.toString()))
                    throw wrong(coding, value, coding.order().example());
                yield moment;
            }
            default -> throw wrong(coding, value, "a LocalDate, LocalDateTime, OffsetDateTime, ZonedDateTime or text");
        };
    }

    private static Moment moment(OffsetDateTime time) {
        return new Moment(time.toLocalDateTime(), time.getOffset().getTotalSeconds());
    }

    /// What a file would say: whole numbers without a fraction.
    private static String text(Object value) {
        return switch (value) {
            case null -> "";
            case String s -> s;
            case Enum<?> e -> e.name();
            case Double d -> ColumnInfo.text(d);
            case Float f -> ColumnInfo.text(f);
            default -> value.toString();
        };
    }

    private static void pixels(Coding.Pixels coding, Object value, float[] into, int at) {
        boolean fits = value != null
                && value.getClass().isArray()
                && value.getClass().getComponentType().isPrimitive()
                && Array.getLength(value) == coding.count();
        if (!fits)
            throw wrong(
                    coding,
                    value,
                    "an array of " + coding.count() + " numbers, a picture of " + Images.describe(coding.shape())
                            + " pixels row after row");
        for (int i = 0; i < coding.count(); i++) into[at + i] = pixel(value, i);
        coding.standardise(into, at);
    }

    /// Bytes are pixels from 0 to 255.
    private static float pixel(Object array, int i) {
        return array instanceof byte[] bytes ? bytes[i] & 255 : Array.getFloat(array, i);
    }

    private static BadInput wrong(Coding coding, Object value, String wanted) {
        String is = value == null
                ? "null"
                : value instanceof CharSequence || value instanceof Number
                        ? "\"" + value + "\""
                        : "of " + value.getClass();
        return new BadInput("Column \"" + coding.name() + "\" must hold " + wanted + ", but the value is " + is + ".");
    }
}
