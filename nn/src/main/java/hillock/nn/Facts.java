package hillock.nn;

import hillock.nn.Elsewhere.Library;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// What a person wants to know about an activation, beside its formula and what follows from it ([Traits],
/// [Exactness]).
///
/// @param definition the formula in words of school mathematics; empty if the formula says it itself
/// @param range of a function of rows, the values it takes, as an interval
/// @param derivativeRange of a function of rows, the values of its partial derivatives, for rows of two numbers
/// @param gain the factor for initial weights; 0 if it is to be computed from the formula
/// @param elsewhere its names in other libraries, and what these compute if their defaults differ
/// @param source who described it
/// @param note what a name and defaults do not say, such as another slope at a kink
/// @param use when to use it
/// @param avoid when not
public record Facts(
        String definition,
        String range,
        String derivativeRange,
        double gain,
        List<Elsewhere> elsewhere,
        String source,
        String note,
        String use,
        String avoid) {
    /// Nothing known.
    public static final Facts NONE = new Facts("", "", "", 0, List.of(), "", "", "", "");

    public Facts {
        elsewhere = List.copyOf(elsewhere);
    }

    public Facts definition(String text) {
        return new Facts(text, range, derivativeRange, gain, elsewhere, source, note, use, avoid);
    }

    public Facts ranges(String values, String derivatives) {
        return new Facts(definition, values, derivatives, gain, elsewhere, source, note, use, avoid);
    }

    public Facts gain(double factor) {
        return new Facts(definition, range, derivativeRange, factor, elsewhere, source, note, use, avoid);
    }

    /// Names in PyTorch: `nn.ReLU`, of modules where there is one.
    public Facts pytorch(String... names) {
        return in(Library.PYTORCH, names);
    }

    /// Names in Keras 3, of functions and layers.
    public Facts keras(String... names) {
        return in(Library.KERAS, names);
    }

    /// Names in `jax.nn`.
    public Facts jax(String... names) {
        return in(Library.JAX, names);
    }

    /// ONNX operators that compute it alone.
    public Facts onnx(String... operators) {
        return in(Library.ONNX, operators);
    }

    /// A name that means something else there: `here` is how to write that in Hillock.
    public Facts butThere(Library library, String name, String here) {
        return and(List.of(new Elsewhere(library, name, here)));
    }

    private Facts in(Library library, String... names) {
        return and(
                Stream.of(names).map(name -> new Elsewhere(library, name, "")).toList());
    }

    private Facts and(List<Elsewhere> more) {
        List<Elsewhere> all = new ArrayList<>(elsewhere);
        all.addAll(more);
        return new Facts(definition, range, derivativeRange, gain, List.copyOf(all), source, note, use, avoid);
    }

    public Facts source(String paper) {
        return new Facts(definition, range, derivativeRange, gain, elsewhere, paper, note, use, avoid);
    }

    public Facts note(String text) {
        return new Facts(definition, range, derivativeRange, gain, elsewhere, source, text, use, avoid);
    }

    public Facts advice(String whenToUse, String whenNot) {
        return new Facts(definition, range, derivativeRange, gain, elsewhere, source, note, whenToUse, whenNot);
    }
}
