package hillock.expr;

/// What the libraries of Python have in common: functions of the module, indented by four blanks.
sealed interface PythonSyntax extends Syntax permits NumPySyntax, PyTorchSyntax {
    @Override
    default String assignment(String name, String value) {
        return "    " + name + " = " + value + "\n";
    }

    @Override
    default String result(String value) {
        return "    return " + value + "\n";
    }

    @Override
    default String number(double value) {
        if (Double.isNaN(value)) return "float(\"nan\")";
        if (Double.isInfinite(value)) return (value < 0 ? "-" : "") + "float(\"inf\")";
        return Double.toString(value);
    }

    @Override
    default String power(String base, String exponent) {
        return base + " ** " + exponent;
    }
}
