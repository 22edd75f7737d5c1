package hillock.expr;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;

/// A class of its own, in `double`.
record JavaSyntax() implements Syntax {
    private static final String ERRORS = ErrorFunction.class.getSimpleName();

    @Override
    public String file(String title, String function, String derivative, boolean withErrorFunction) {
        return """
                /// %s
                public final class Activation {
                    private Activation() {}

                    public static double f(double x) {
                %s    }

                    public static double derivative(double x) {
                %s    }
                %s}
                """.formatted(title, function, derivative, withErrorFunction ? "\n" + errorFunction() : "");
    }

    /// Our own, as a nested class.
    private static String errorFunction() {
        try (InputStream in = JavaSyntax.class.getResourceAsStream(ERRORS + ".java")) {
            String source = new String(in.readAllBytes(), UTF_8).replace("\r\n", "\n");
            return source.substring(source.indexOf("/// "))
                    .replace("final class", "private static final class")
                    .indent(4)
                    .replaceAll("(?m)^ +$", "");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String assignment(String name, String value) {
        return "        double " + name + " = " + value + ";\n";
    }

    @Override
    public String result(String value) {
        return "        return " + value + ";\n";
    }

    @Override
    public String number(double value) {
        if (Double.isNaN(value)) return "Double.NaN";
        if (Double.isInfinite(value)) return value > 0 ? "Double.POSITIVE_INFINITY" : "Double.NEGATIVE_INFINITY";
        return Double.toString(value);
    }

    @Override
    public String unary(Un op, String x) {
        return switch (op) {
            case NEG -> "-(" + x + ")";
            case SIGN -> "Math.signum(" + x + ")";
            case SIGMOID -> throw new IllegalStateException("written as a quotient");
            case ERF -> ERRORS + ".of(" + x + ")";
            case ERFC -> ERRORS + ".complementary(" + x + ")";
            case NDTR -> ERRORS + ".normal(" + x + ")";
            case ABS, SQRT, EXP, EXPM1, LOG, LOG1P, SIN, COS, ATAN, SINH, COSH, TANH ->
                "Math." + Syntax.name(op) + "(" + x + ")";
        };
    }

    @Override
    public boolean knowsSigmoid() {
        return false;
    }

    @Override
    public String power(String base, String exponent) {
        return "Math.pow(" + base + ", " + exponent + ")";
    }

    @Override
    public String extreme(Bin op, String a, String b) {
        return "Math." + op.symbol() + "(" + a + ", " + b + ")";
    }

    @Override
    public String choice(String condition, String yes, String no) {
        return condition + " ? " + yes + " : " + no;
    }

    @Override
    public boolean callsChoice() {
        return false;
    }
}
