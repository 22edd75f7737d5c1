package hillock.tabular;

import hillock.data.BadInput;
import java.lang.invoke.MethodHandle;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.MethodType;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/// Reads the components of the records of one class that a model's columns are found in.
///
/// A component belongs to the column of its name. What a name in Java cannot have is bridged:
/// `petalLengthCm` stands for `petal length (cm)`, since case and all but letters and digits are
/// left out of account where no name is equal.
final class RecordReader {
    private static final MethodType READ = MethodType.methodType(Object.class, Object.class);

    private final MethodHandle[] components;

    /// @throws BadInput naming the columns that the record lacks
    /// @throws IllegalArgumentException where the module system keeps the record from being read
    RecordReader(Class<?> type, Preparation preparation) {
        RecordComponent[] all = type.getRecordComponents();
        List<String> missing = new ArrayList<>();
        components = preparation.codings().stream()
                .map(coding -> accessor(type, all, coding.name(), missing))
                .toArray(MethodHandle[]::new);
        if (!missing.isEmpty())
            throw new BadInput("The record " + type.getName() + " lacks " + Wording.quoted(missing)
                    + " that the model learnt from: it has "
                    + Wording.quoted(
                            Arrays.stream(all).map(RecordComponent::getName).toList())
                    + ".");
    }

    private static MethodHandle accessor(Class<?> type, RecordComponent[] all, String column, List<String> missing) {
        List<RecordComponent> equal =
                Arrays.stream(all).filter(c -> c.getName().equals(column)).toList();
        List<RecordComponent> found = equal.isEmpty()
                ? Arrays.stream(all)
                        .filter(c -> plain(c.getName()).equals(plain(column)))
                        .toList()
                : equal;
        if (found.size() > 1)
            throw new BadInput("The record " + type.getName() + " has two components for the column \"" + column
                    + "\", \"" + found.getFirst().getName() + "\" and \""
                    + found.getLast().getName() + "\": rename one.");
        if (found.isEmpty()) missing.add(column);
        return found.isEmpty() ? null : handle(type, found.getFirst().getAccessor());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]", "");
    }

    private static MethodHandle handle(Class<?> type, Method accessor) {
        try {
            accessor.setAccessible(true);
            return MethodHandles.lookup().unreflect(accessor).asType(READ);
        } catch (ReflectiveOperationException | RuntimeException e) {
            throw new IllegalArgumentException(
                    "hillock.tabular may not read the record " + type.getName() + ": make it public in an exported"
                            + " package, or write \"opens " + type.getPackageName()
                            + " to hillock.tabular;\" into the module-info of its module",
                    e);
        }
    }

    /// The value of the component for a column.
    Object read(int column, Object row) {
        try {
            return components[column].invokeExact(row);
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) { // an accessor declares no exception
            throw new IllegalStateException(e);
        }
    }
}
