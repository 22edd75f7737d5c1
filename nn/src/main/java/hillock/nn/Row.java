package hillock.nn;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/// A row of a catalogue: what a text names, how it is made from its arguments, and what there is
/// to say about it.
record Row<T>(Entry entry, Function<Arguments, T> make) {
    /// What a text names, `huber`, or with settings `huber(delta=0.5)` or `huber:delta=0.5`.
    ///
    /// @throws hillock.data.BadInput if there is none of that name, or a setting is unknown or not allowed
    static <T> T parse(String text, List<Row<T>> rows) {
        Call call = Call.parse(text);
        Row<T> row = named(call.name(), rows);
        return row.make.apply(row.arguments(call));
    }

    static <T> Row<T> named(String name, List<Row<T>> rows) {
        return rows.stream()
                .filter(r -> plain(r.name()).equals(plain(name)))
                .findFirst()
                .orElseThrow(() -> Call.unknownName(
                        rows.getFirst().entry.kind().word(),
                        name,
                        rows.stream().map(Row::name).toList()));
    }

    /// Upper and lower case and `_` make no difference.
    private static String plain(String name) {
        return name.replace("_", "").toLowerCase(java.util.Locale.ROOT);
    }

    String name() {
        return entry.name();
    }

    Arguments arguments(Call call) {
        List<Argument> known = entry.arguments();
        for (String key : call.settings().keySet()) {
            if (known.stream().noneMatch(a -> a.name().equals(key)))
                throw Call.unknownSetting(
                        name(), key, known.stream().map(Argument::name).toList());
        }
        Map<String, List<Double>> values = new LinkedHashMap<>();
        for (Argument a : known) {
            List<Double> chosen = call.settings().get(a.name());
            if (chosen != null) a.check(name(), chosen);
            values.put(a.name(), chosen == null ? a.usual() : chosen);
        }
        return new Arguments(values);
    }
}
