package hillock.expr;

import java.util.Locale;

/// How [Source] writes a formula in a language. Sums, products, signs and comparisons are the same in all.
sealed interface Syntax permits JavaSyntax, PythonSyntax {
    /// The whole file, from the statements of the two functions.
    String file(String title, String function, String derivative, boolean withErrorFunction);

    String assignment(String name, String value);

    String result(String value);

    String number(double value);

    String unary(Un op, String x);

    /// Whether there is an operator for it.
    default boolean knowsSigmoid() {
        return true;
    }

    String power(String base, String exponent);

    /// The smaller or larger of two things that vary.
    String extreme(Bin op, String a, String b);

    /// The smaller or larger of something and a constant.
    default String bounded(Bin op, String a, String constant) {
        return extreme(op, a, constant);
    }

    String choice(String condition, String yes, String no);

    /// A constant as a branch of a choice.
    default String branch(String constant) {
        return constant;
    }

    /// A constant as the whole result, which is as large as the input.
    default String whole(String constant) {
        return constant;
    }

    /// Whether a choice is written as a call, which needs no parentheses around it.
    default boolean callsChoice() {
        return true;
    }

    /// The name of an operator in most libraries.
    static String name(Un op) {
        return op.name().toLowerCase(Locale.ROOT);
    }
}
