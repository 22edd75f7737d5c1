package hillock.expr;

import hillock.expr.Formula.Mistake;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.BinaryOperator;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Reads a [Formula] by recursive descent, a method a level of precedence.
final class FormulaParser {
    /// Parentheses and signs inside one another: far more than anyone writes, and less than the
    /// stack holds.
    private static final int DEEPEST = 200;

    private final FormulaText text;
    private final List<String> inputs;
    private final Function<String, Optional<Expr>> functions;
    private final List<String> params = new ArrayList<>();
    private final List<Integer> firstUse = new ArrayList<>();
    private int depth;

    /// @param inputs the names of the inputs, in order
    FormulaParser(String text, List<String> inputs, Function<String, Optional<Expr>> functions) {
        this.text = new FormulaText(text);
        this.inputs = inputs;
        this.functions = functions;
    }

    Formula parse() {
        Expr e = conditional();
        Double[] values = new Double[params.size()];
        while (text.skip(",")) setting(values);
        if (!text.atEnd()) throw unfinished();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) throw unknown(params.get(i), firstUse.get(i));
        }
        return new Formula(e, params, Arrays.asList(values));
    }

    /// What stands where the formula could end.
    private Mistake unfinished() {
        if (text.looksLike("=|!=")) return here("Numbers are compared by >, <, >= or <=, as in x > 0 ? x : 0.");
        if (text.looksLike("[&|]|(and|or)\\b"))
            return here("Only one comparison at a time: put another where(…) inside.");
        if (text.looksLike("[\\p{L}\\p{N}(]"))
            return here("Expected an operator or the end: a product is written with *.");
        return text.expected("an operator or the end");
    }

    private Mistake here(String sentence) {
        return text.mistake(text.at(), sentence);
    }

    private Mistake unknown(String name, int place) {
        return text.mistake(
                place,
                "There is no value for \"" + name + "\": the variable is " + inputs.getFirst()
                        + ", and a parameter gets its value after the formula, as in \", " + name + "=1\".");
    }

    /// `name = number`, for a name that the formula has used.
    private void setting(Double[] values) {
        int from = text.at();
        if (text.startsNumber())
            throw here("A decimal number is written with a point, and a parameter as name=number.");
        String name = text.word();
        if (name.isEmpty() || !text.skip("="))
            throw text.mistake(from, "Expected a parameter and its value: name=number.");
        int index = params.indexOf(name);
        if (index < 0) throw text.mistake(from, "The formula has no parameter \"" + name + "\".");
        if (values[index] != null) throw text.mistake(from, "\"" + name + "\" has a value already.");
        boolean negative = text.skip("-");
        if (!text.startsNumber()) throw text.expected("a number");
        double value = text.number();
        values[index] = negative ? -value : value;
    }

    /// A comparison of two expressions; `or` tells whether they may be equal.
    private record Comparison(Expr larger, Expr smaller, boolean orEqual) {
        Expr choose(Expr yes, Expr no) {
            return orEqual ? smaller.gt(larger, no, yes) : larger.gt(smaller, yes, no);
        }
    }

    private Comparison comparison(Expr a) {
        if (text.skip(">=") || text.skip("≥")) return new Comparison(a, sum(), true);
        if (text.skip("<=") || text.skip("≤")) return new Comparison(sum(), a, true);
        if (text.skip(">")) return new Comparison(a, sum(), false);
        if (text.skip("<")) return new Comparison(sum(), a, false);
        return null;
    }

    private Expr conditional() {
        if (++depth > DEEPEST) throw tooDeep();
        Expr e = sum();
        Comparison condition = comparison(e);
        if (condition != null) {
            if (!text.skip("?")) {
                if (!text.atEnd()) throw unfinished();
                throw here("A comparison chooses between two values: a > b ? yes : no.");
            }
            Expr yes = sum();
            text.expect(":");
            e = condition.choose(yes, conditional());
        }
        depth--;
        return e;
    }

    private Expr sum() {
        Expr e = product();
        while (true) {
            if (text.skip("+")) e = e.plus(product());
            else if (text.skip("-")) e = e.minus(product());
            else return e;
        }
    }

    private Expr product() {
        Expr e = sign();
        while (true) {
            if (text.skip("*")) e = e.times(sign());
            else if (text.skip("/")) e = e.div(sign());
            else return e;
        }
    }

    /// A minus in front of a bare number belongs to the number.
    private Expr sign() {
        while (text.skip("+")) {}
        if (!text.skip("-")) return power();
        if (++depth > DEEPEST) throw tooDeep();
        boolean bare = text.startsNumber();
        Expr e = sign();
        depth--;
        return bare && e instanceof Expr.Const(double value) ? Expr.constant(-value) : e.unaryMinus();
    }

    private Expr power() {
        Expr base = atom();
        int raised = text.raised();
        if (raised >= 0) return raised == 2 ? base.square() : base.pow(Expr.constant(raised));
        if (!text.skip("^") && !text.skip("**")) return base;
        if (++depth > DEEPEST) throw tooDeep();
        Expr power = base.pow(sign());
        depth--;
        return power;
    }

    private Expr atom() {
        if (++depth > DEEPEST) throw tooDeep();
        Expr e = text.startsNumber() ? Expr.constant(text.number()) : text.skip("(") ? closing(conditional()) : named();
        depth--;
        return e;
    }

    private Expr named() {
        int from = text.at();
        String name = text.word();
        if (text.looksLike("\\|")) throw here("An absolute value is written abs(…).");
        if (name.isEmpty()) throw text.expected("a number, " + inputs.getFirst() + ", a function or \"(\"");
        if (text.skip("(")) return call(name, from);
        int input = inputs.indexOf(name);
        if (input >= 0) return Expr.input(input);
        if (name.equals("pi") || name.equals("π")) return Expr.constant(Math.PI);
        if (name.equals("e")) return Expr.constant(Math.E);
        if (isFunction(name) && text.looksLike("[\\p{L}\\p{N}]")) throw here("Expected \"(\" after " + name + ".");
        int param = params.indexOf(name);
        if (param >= 0) return Expr.param(param);
        params.add(name);
        firstUse.add(from);
        return Expr.param(params.size() - 1);
    }

    private boolean isFunction(String name) {
        return operator(name).isPresent() || functions.apply(name).isPresent();
    }

    private static Optional<Un> operator(String name) {
        return Stream.of(Un.values())
                .filter(u -> u != Un.NEG && u.name().equals(name.toUpperCase(Locale.ROOT)))
                .findFirst();
    }

    private Expr call(String name, int from) {
        return switch (name) {
            case "min" -> ofSeveral(name, Expr::min);
            case "max" -> ofSeveral(name, Expr::max);
            case "pow" -> ofTwo(name, Expr::pow);
            case "where", "if" -> choice();
            default -> ofOne(name, from);
        };
    }

    private Expr ofOne(String name, int from) {
        Optional<Un> op = operator(name);
        if (op.isPresent()) return only(name, new Expr.Unary(op.get(), conditional()));
        Expr formula = functions.apply(name).orElseThrow(() -> noFunction(name, from));
        return only(name, formula.replace(Expr.input(0), conditional()));
    }

    /// The function of its only argument.
    private Expr only(String name, Expr e) {
        if (text.looksLike(",")) throw here(name + " takes one number here.");
        return closing(e);
    }

    private Mistake noFunction(String name, int from) {
        if (inputs.contains(name) || name.equals("pi") || name.equals("e")) {
            return text.mistake(from + name.length(), "Expected an operator: a product is written with *.");
        }
        String known = Stream.of(Un.values())
                .filter(u -> u != Un.NEG)
                .map(u -> u.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return text.mistake(
                        from,
                        "There is no function \"" + name + "\": there are " + known + ", min, max, pow and where.")
                .aboutFunction(name);
    }

    private Expr ofTwo(String name, BinaryOperator<Expr> f) {
        Expr first = conditional();
        if (!text.skip(",")) throw text.looksLike("[^)]") ? unfinished() : takesTwo(name);
        Expr second = conditional();
        if (text.looksLike(",")) throw takesTwo(name);
        return closing(f.apply(first, second));
    }

    private Mistake takesTwo(String name) {
        return here(name + " takes two numbers.");
    }

    /// Of two numbers or more, from the left.
    private Expr ofSeveral(String name, BinaryOperator<Expr> f) {
        Expr e = conditional();
        if (!text.skip(",")) throw text.looksLike("[^)]") ? unfinished() : takesMore(name);
        do e = f.apply(e, conditional());
        while (text.skip(","));
        return closing(e);
    }

    private Mistake takesMore(String name) {
        return here(name + " takes two numbers or more.");
    }

    private Expr choice() {
        Comparison condition = comparison(sum());
        if (condition == null) throw text.expected("a comparison (>, <, >= or <=)");
        if (!text.skip(",")) throw text.looksLike("[^)]") ? unfinished() : text.expected("\",\"");
        Expr yes = conditional();
        text.expect(",");
        return closing(condition.choose(yes, conditional()));
    }

    private Expr closing(Expr e) {
        text.expect(")");
        return e;
    }

    private Mistake tooDeep() {
        return here("The formula is nested too deeply.");
    }
}
