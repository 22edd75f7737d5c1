package hillock.nn;

import java.util.List;
import java.util.Map;

/// The numbers that were chosen for a row of a catalogue, or its usual ones.
///
/// @param values by name; an empty list where the usual value depends on something else
record Arguments(Map<String, List<Double>> values) {
    /// Whether it has a number.
    boolean has(String name) {
        return !values.get(name).isEmpty();
    }

    double number(String name) {
        return values.get(name).getFirst();
    }

    double number(String name, double otherwise) {
        return has(name) ? number(name) : otherwise;
    }

    int whole(String name) {
        return (int) number(name);
    }

    int whole(String name, int otherwise) {
        return has(name) ? whole(name) : otherwise;
    }

    boolean is(String name) {
        return number(name) != 0;
    }

    List<Double> list(String name) {
        return values.get(name);
    }
}
