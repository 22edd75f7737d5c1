package hillock.nn;

/// What a person wants to know about an activation, beside its formula and what follows from it ([Traits]).
///
/// @param definition the formula in words of school mathematics; empty if the formula says it itself
/// @param range of a function of rows, the values it takes, as an interval
/// @param derivativeRange of a function of rows, the values of its partial derivatives, for rows of two numbers
/// @param gain the factor for initial weights; 0 if it is to be computed from the formula
/// @param onnx the ONNX operator that computes it; empty if several are needed
/// @param source who described it
/// @param note where other libraries differ
/// @param use when to use it
/// @param avoid when not
public record Facts(
        String definition,
        String range,
        String derivativeRange,
        double gain,
        String onnx,
        String source,
        String note,
        String use,
        String avoid) {
    /// Nothing known.
    public static final Facts NONE = new Facts("", "", "", 0, "", "", "", "", "");

    public Facts definition(String text) {
        return new Facts(text, range, derivativeRange, gain, onnx, source, note, use, avoid);
    }

    public Facts ranges(String values, String derivatives) {
        return new Facts(definition, values, derivatives, gain, onnx, source, note, use, avoid);
    }

    public Facts gain(double factor) {
        return new Facts(definition, range, derivativeRange, factor, onnx, source, note, use, avoid);
    }

    public Facts onnx(String operator) {
        return new Facts(definition, range, derivativeRange, gain, operator, source, note, use, avoid);
    }

    public Facts source(String paper) {
        return new Facts(definition, range, derivativeRange, gain, onnx, paper, note, use, avoid);
    }

    public Facts note(String text) {
        return new Facts(definition, range, derivativeRange, gain, onnx, source, text, use, avoid);
    }

    public Facts advice(String whenToUse, String whenNot) {
        return new Facts(definition, range, derivativeRange, gain, onnx, source, note, whenToUse, whenNot);
    }
}
