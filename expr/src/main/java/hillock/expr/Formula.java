package hillock.expr;

import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/// An expression as a person types it, with the names of its run-time parameters and their values.
///
/// ```java
/// Formula f = Formula.parse("max(a * x, sin(x)), a = 0.1");
/// f.expr().evaluate(new double[] {-2}, new double[] {0.1});      // -0.2
/// ```
///
/// | | |
/// |---|---|
/// | numbers | `2`, `0.1`, `1e-3`, `pi`, `e` |
/// | the variable | `x` |
/// | operators, the tightest first | `^` (from the right), `-a`, `* /`, `+ -` |
/// | functions of one number | `abs sign sqrt exp expm1 log log1p sin cos atan sinh cosh tanh sigmoid erf erfc ndtr`,
/// and those passed in |
/// | of two | `pow` |
/// | of two or more | `min max` |
/// | choices | `where(a > b, yes, no)` or `if(…)`, with `> < >= <=`; also `a > b ? yes : no` |
/// | as in print | `· × ÷ − ≥ ≤ π x²` for `* * / - >= <= pi x^2`; wide signs of Chinese keyboards, `（，）` |
/// | parameters | any other name; its value follows the formula: `, a = 0.1` |
///
/// @param params the names of the parameters, in the order of their values
/// @param values their values
public record Formula(Expr expr, List<String> params, List<Double> values) {
    public Formula {
        params = List.copyOf(params);
        values = List.copyOf(values);
    }

    /// The formula that a text says.
    ///
    /// @throws Mistake if it says none: with the place and what is expected there
    public static Formula parse(String text) {
        return parse(text, _ -> Optional.empty());
    }

    /// The same, where further functions of one number may be used, such as `gelu(x)`.
    ///
    /// @param functions the formula of the function with that name, of input 0
    public static Formula parse(String text, Function<String, Optional<Expr>> functions) {
        return new FormulaParser(text, List.of("x"), functions).parse();
    }

    /// That a text is no formula. The message is a sentence, the text, and below it a caret under
    /// the place.
    public static final class Mistake extends IllegalArgumentException {
        private static final long serialVersionUID = 1;

        private final transient String text;
        private final int at;
        private final transient Optional<String> unknown;

        Mistake(String text, int at, String sentence) {
            this(text, at, sentence, Optional.empty());
        }

        Mistake(String text, int at, String sentence, Optional<String> function) {
            super(sentence + "\n  " + text.replace('\n', ' ').replace('\t', ' ') + "\n  " + blank(text, at) + "^");
            this.text = text;
            this.at = at;
            this.unknown = function;
        }

        /// Blanks as wide as the text up to there: Chinese characters take two columns.
        private static String blank(String text, int end) {
            StringBuilder blank = new StringBuilder();
            text.chars().limit(end).forEach(c -> blank.append(c >= '⺀' && c <= '｠' ? '　' : ' '));
            return blank.toString();
        }

        /// The same, if it is a function that there is not.
        Mistake aboutFunction(String name) {
            return new Mistake(text, at, getMessage().lines().findFirst().orElseThrow(), Optional.of(name));
        }

        /// The name that stands where a function is needed, but is none.
        public Optional<String> unknownFunction() {
            return unknown;
        }

        /// The same place with another sentence, of who knows more functions.
        public Mistake saying(String sentence) {
            return new Mistake(text, at, sentence, unknown);
        }
    }
}
