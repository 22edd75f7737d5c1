package hillock.nn;

import hillock.tensor.Tensor;
import java.lang.reflect.RecordComponent;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// The parameters of a module, by name, found by walking record components in the order they are declared.
///
/// A parameter's name is the path to it: component names and positions in lists, joined by dots. The layers of a
/// [Sequential] are named by their position alone, so that names are those of PyTorch's `state_dict`: `0.weight`.
public final class Parameters {
    private Parameters() {}

    /// Every parameter once, under the first name that leads to it.
    public static SequencedMap<String, Parameter> of(Module module) {
        SequencedMap<String, Parameter> found = new LinkedHashMap<>();
        walk("", module, found);
        return Collections.unmodifiableSequencedMap(found);
    }

    /// How many numbers the parameters of a module hold together.
    public static int count(Module module) {
        return of(module).values().stream()
                .mapToInt(p -> p.value().shape().size())
                .sum();
    }

    /// The present values: as parameters change, these do not.
    public static SequencedMap<String, Tensor> snapshot(Module module) {
        SequencedMap<String, Tensor> values = new LinkedHashMap<>();
        of(module)
                .forEach((name, parameter) -> values.put(name, parameter.value().detach()));
        return values;
    }

    /// Sets every parameter to the value of its name.
    ///
    /// @throws IllegalArgumentException if a name is missing or unknown, or a shape differs
    public static void restore(Module module, Map<String, Tensor> values) {
        SequencedMap<String, Parameter> parameters = of(module);
        if (!parameters.keySet().equals(values.keySet())) {
            throw new IllegalArgumentException(
                    "the module has the parameters " + parameters.keySet() + ", given were " + values.keySet());
        }
        parameters.forEach((name, parameter) -> parameter.set(values.get(name)));
    }

    private static void walk(String path, Object value, SequencedMap<String, Parameter> found) {
        switch (value) {
            case Parameter p -> {
                if (!found.containsValue(p)) found.put(path, p);
            }
            case Sequential s -> walkList(path, s.layers(), found);
            case List<?> list -> walkList(path, list, found);
            case Record module -> {
                for (RecordComponent component : module.getClass().getRecordComponents()) {
                    walk(joined(path, component.getName()), read(module, component), found);
                }
            }
            case null, default -> {}
        }
    }

    private static void walkList(String path, List<?> list, SequencedMap<String, Parameter> found) {
        for (int i = 0; i < list.size(); i++) walk(joined(path, Integer.toString(i)), list.get(i), found);
    }

    private static String joined(String path, String name) {
        return path.isEmpty() ? name : path + "." + name;
    }

    private static Object read(Object module, RecordComponent component) {
        try {
            component.getAccessor().setAccessible(true);
            return component.getAccessor().invoke(module);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "cannot read component " + component.getName() + " of " + module.getClass()
                            + ": make the record public, or open its package to hillock.nn",
                    e);
        }
    }
}
