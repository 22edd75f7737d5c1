package hillock.nn;

/// What a person wants to know about an activation, beside its formula. The tests check what can be checked.
///
/// @param definition the formula in words of school mathematics; empty if the formula says it itself
/// @param range the values it takes, as an interval, for the settings it comes with
/// @param derivativeRange the values of its derivative; of a function of rows, of all its partial derivatives, for rows
///     of two or more numbers
/// @param gain the factor for initial weights; 0 if it is to be computed from the formula
/// @param onnx the ONNX operator that computes it
/// @param use when to use it
/// @param avoid when not
public record Facts(
        String definition, String range, String derivativeRange, double gain, String onnx, String use, String avoid) {
    /// Nothing known.
    public static final Facts NONE = new Facts("", "", "", 0, "", "", "");

    public Facts definition(String text) {
        return new Facts(text, range, derivativeRange, gain, onnx, use, avoid);
    }

    public Facts ranges(String values, String derivatives) {
        return new Facts(definition, values, derivatives, gain, onnx, use, avoid);
    }

    public Facts gain(double factor) {
        return new Facts(definition, range, derivativeRange, factor, onnx, use, avoid);
    }

    public Facts onnx(String operator) {
        return new Facts(definition, range, derivativeRange, gain, operator, use, avoid);
    }

    public Facts advice(String whenToUse, String whenNot) {
        return new Facts(definition, range, derivativeRange, gain, onnx, whenToUse, whenNot);
    }
}
