package hillock.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FormulaTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x * sigmoid(1.7*x)            | 2    | 1.9354091",
                "max(0.1*x, sin(x))            | -2   | -0.2",
                "2 + 3 * 4 ^ 2                 | 0    | 50",
                "2 ^ 3 ^ 2                     | 0    | 512",
                "-x^2                          | 3    | -9",
                "(-x)^2                        | 3    | 9",
                "-2^x                          | 2    | -4",
                "8 / 4 / 2                     | 0    | 1",
                "8 - 4 - 2                     | 0    | 2",
                "2**3                          | 0    | 8",
                "max(x, 1, x ^ 2) - min(x, 5, 4, 3) | 4 | 13",
                "x--1                          | 2    | 3",
                "2·x² − x³ ÷ 4 × π             | 2    | 1.716814692",
                "x ≥ 0 ? 1 : 0                 | 0    | 1",
                "x¹⁰ ＋ max（x，２）＊３      | 1    | 7",
                "where(x ≤ 0, 1, 0)            | 0    | 1",
                "atan(x)+sinh(x)+cosh(x)+erfc(x) | 1  | 3.660979199",
                "+x                            | 2    | 2",
                ".5e1 + 1e-1 + 2.              | 0    | 7.1",
                "pi - e                        | 0    | 0.423310825",
                "where(x > 0, x, 0.01*x)       | -2   | -0.02",
                "if(x >= 0, 1, -1)             | 0    | 1",
                "where(x <= 0, 1, -1)          | 0    | 1",
                "where(x < 0, 1, -1)           | 0    | -1",
                "x > 1 ? 2 : x > 0 ? 1 : 0     | 0.5  | 1",
                "pow(x, 3) + min(x, 1) + abs(-x) + sign(x) | 2 | 12",
                "a * x + b, a = 3, b=-0.5      | 2    | 5.5",
                "twice(x + 1)                  | 2    | 6",
                "erf(x)+expm1(x)+log1p(x)+sqrt(x)+log(x)+cos(x)+exp(x)+tanh(x) | 1 | 8.2743081"
            })
    void hasTheValueOfSchoolMathematics(String text, double x, double value) {
        Formula f = Formula.parse(
                text, name -> name.equals("twice") ? Optional.of(Expr.input(0).times(2)) : Optional.empty());
        double[] params = f.values().stream().mapToDouble(v -> v).toArray();
        assertThat(f.expr().evaluate(new double[] {x}, params)).isCloseTo(value, within(1e-7));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "x *                | 3 | Expected a number, x, a function or \"(\" at the end.",
                "''                 | 0 | Expected a number, x, a function or \"(\" at the end.",
                "x * * 2            | 4 | Expected a number, x, a function or \"(\".",
                "(x + 1             | 6 | Expected \")\" at the end.",
                "x + 1)             | 5 | Expected an operator or the end.",
                "2x                 | 1 | Expected an operator or the end: a product is written with *.",
                "2 (x + 1)          | 2 | Expected an operator or the end: a product is written with *.",
                "sin x              | 4 | Expected \"(\" after sin.",
                "sin(x, 2)          | 5 | sin takes one number here.",
                "pow(x, 1, 2)       | 8 | pow takes two numbers.",
                "x > 0              | 5 | A comparison chooses between two values: a > b ? yes : no.",
                "x == 0 ? 1 : 2     | 2 | Numbers are compared by >, <, >= or <=, as in x > 0 ? x : 0.",
                "x = 1              | 2 | Numbers are compared by >, <, >= or <=, as in x > 0 ? x : 0.",
                "where(x>0 & x<1, x, 0) | 10 | Only one comparison at a time: put another where(…) inside.",
                "x > 0 and x < 1 ? 1 : 0 | 6 | Only one comparison at a time: put another where(…) inside.",
                "x · · 2            | 4 | Expected a number, x, a function or \"(\".",
                "x(2)               | 1 | Expected an operator: a product is written with *.",
                "x + b              | 4 | There is no value for \"b\": the variable is x, and a parameter gets its value"
                        + " after the formula, as in \", b=1\".",
                "a*x, b=1           | 5 | The formula has no parameter \"b\".",
                "a*x, a=1, a=2      | 10 | \"a\" has a value already.",
                "a*x, a             | 5 | Expected a parameter and its value: name=number.",
                "a*x, a=x           | 7 | Expected a number.",
                "max(x)             | 5 | max takes two numbers or more.",
                "where(x, 1, 2)     | 7 | Expected a comparison (>, <, >= or <=).",
                "1.2.3              | 0 | \"1.2.3\" is not a number.",
                "1e999              | 0 | The number is too large.",
                "1,5 * x            | 2 | A decimal number is written with a point, and a parameter as name=number."
            })
    void saysWhereAndWhatIsWrong(String text, int place, String sentence) {
        assertThatThrownBy(() -> Formula.parse(text))
                .isInstanceOf(Formula.Mistake.class)
                .hasMessage(sentence + "\n  " + text + "\n  " + " ".repeat(place) + "^");
    }

    @Test
    void barsAreNoAbsoluteValue() {
        assertThatThrownBy(() -> Formula.parse("2 * |x|"))
                .hasMessage("An absolute value is written abs(…).\n  2 * |x|\n      ^");
    }

    @Test
    void theCaretStandsBelowThePlaceBehindWideCharacters() {
        assertThatThrownBy(() -> Formula.parse("max（x，0）+ y")).hasMessageEndingWith("\n  max（x，0）+ y\n     　 　 　  ^");
    }

    @Test
    void anUnknownFunctionListsThoseThatAre() {
        assertThatThrownBy(() -> Formula.parse("foo(x)"))
                .hasMessageStartingWith("There is no function \"foo\": there are abs, sign, sqrt, exp, ")
                .hasMessageEndingWith(", min, max, pow and where.\n  foo(x)\n  ^");
    }

    @Test
    void survivesAnyText() {
        SplittableRandom random = new SplittableRandom(7);
        String pieces = "x()+-*/^><=?:,. 0159eapimnsqrtwhere";
        for (int i = 0; i < 20_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(12); k >= 0; k--) text.append(pieces.charAt(random.nextInt(pieces.length())));
            check(text.toString());
        }
        check("(".repeat(100_000));
        check("-".repeat(100_000) + "x");
        check("x^".repeat(100_000) + "x");
        check("x>0?x:".repeat(100_000) + "x");
        check("+".repeat(100_000) + "x");
    }

    private static void check(String text) {
        try {
            assertThat(Formula.parse(text).expr()).isNotNull();
        } catch (Formula.Mistake expected) {
            assertThat(expected).hasMessageContaining("^");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            value = {
                "x * sigmoid(1.7 * x)   => x \\, \\sigma\\left(1.7 \\, x\\right)",
                "x / (1 + abs(x))       => \\frac{x}{1 + \\left|x\\right|}",
                "-x^2                   => -x^{2}",
                "(x + 1) * (x + 1)      => \\left(x + 1\\right)^{2}",
                "exp(-x)^2              => \\left(e^{-x}\\right)^{2}",
                "2 * 3                  => 2 \\cdot 3",
                "where(x > 0, x, a * x), a=1 "
                        + "=> \\begin{cases} x & x > 0 \\\\ a \\, x & \\text{otherwise} \\end{cases}",
                "max(x, sqrt(x)) - log1p(x) " + "=> \\max\\left(x, \\sqrt{x}\\right) - \\log\\left(1 + x\\right)"
            })
    void isWrittenAsLatex(String text, String latex) {
        Formula f = Formula.parse(text);
        assertThat(Latex.of(f.expr(), f.params())).isEqualTo(latex);
    }

    @Test
    void parametersComeInTheOrderOfTheirUse() {
        Formula f = Formula.parse("b * x + a, a=1, b=2");
        assertThat(f.params()).isEqualTo(List.of("b", "a"));
        assertThat(f.values()).isEqualTo(List.of(2.0, 1.0));
    }
}
