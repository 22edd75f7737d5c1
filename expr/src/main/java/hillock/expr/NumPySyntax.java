package hillock.expr;

/// Functions of NumPy's arrays, and of numbers.
record NumPySyntax() implements PythonSyntax {
    @Override
    public String file(String title, String function, String derivative, boolean withErrorFunction) {
        return """
                # %s
                import numpy as np
                %s

                def f(x):
                %s

                def derivative(x):
                %s""".formatted(title, withErrorFunction ? "from scipy import special\n" : "", function, derivative);
    }

    @Override
    public String unary(Un op, String x) {
        return switch (op) {
            case NEG -> "-(" + x + ")";
            case ATAN -> "np.arctan(" + x + ")";
            case SIGMOID -> throw new IllegalStateException("written as a quotient");
            case ERF, ERFC, NDTR -> "special." + Syntax.name(op) + "(" + x + ")";
            case ABS, SIGN, SQRT, EXP, EXPM1, LOG, LOG1P, SIN, COS, SINH, COSH, TANH ->
                "np." + Syntax.name(op) + "(" + x + ")";
        };
    }

    @Override
    public boolean knowsSigmoid() {
        return false;
    }

    @Override
    public String extreme(Bin op, String a, String b) {
        return "np." + op.symbol() + "imum(" + a + ", " + b + ")";
    }

    @Override
    public String choice(String condition, String yes, String no) {
        return "np.where(" + condition + ", " + yes + ", " + no + ")";
    }

    @Override
    public String whole(String constant) {
        return "np.full(np.shape(x), " + constant + ")";
    }
}
