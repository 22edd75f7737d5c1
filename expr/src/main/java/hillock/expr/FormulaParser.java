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

    private static final String PRINTED = "·⋅×÷−–";
    private static final String TYPED = "***/--";

    /// As the user wrote it, for messages.
    private final String written;

    /// The same, character by character, without signs that only printers have.
    private final String text;

    private final List<String> inputs;
    private final Function<String, Optional<Expr>> functions;
    private final List<String> params = new ArrayList<>();
    private final List<Integer> firstUse = new ArrayList<>();
    private int at;
    private int depth;

    /// @param inputs the names of the inputs, in order
    FormulaParser(String text, List<String> inputs, Function<String, Optional<Expr>> functions) {
        this.written = text;
        this.text = typed(text);
        this.inputs = inputs;
        this.functions = functions;
    }

    private static String typed(String written) {
        char[] typed = written.toCharArray();
        for (int i = 0; i < typed.length; i++) {
            int sign = PRINTED.indexOf(typed[i]);
            if (sign >= 0) typed[i] = TYPED.charAt(sign);
        }
        return new String(typed);
    }

    Formula parse() {
        Expr e = conditional();
        Double[] values = new Double[params.size()];
        while (skip(",")) setting(values);
        if (at < text.length()) throw unfinished();
        for (int i = 0; i < values.length; i++) {
            if (values[i] == null) throw unknown(params.get(i), firstUse.get(i));
        }
        return new Formula(e, params, Arrays.asList(values));
    }

    /// What stands where the formula could end.
    private Mistake unfinished() {
        space();
        char next = at < text.length() ? text.charAt(at) : ' ';
        if (next == '=' || next == '!')
            return mistake(at, "Numbers are compared by >, <, >= or <=, as in x > 0 ? x : 0.");
        if (next == '&' || next == '|' || text.substring(at).matches("(?s)(and|or)\\b.*"))
            return mistake(at, "Only one comparison at a time: put another where(…) inside.");
        if (Character.isLetterOrDigit(next) || next == '(')
            return mistake(at, "Expected an operator or the end: a product is written with *.");
        return expected("an operator or the end");
    }

    private Mistake mistake(int place, String sentence) {
        return new Mistake(written, place, sentence);
    }

    private Mistake unknown(String name, int place) {
        return new Mistake(
                written,
                place,
                "There is no value for \"" + name + "\": the variable is " + inputs.getFirst()
                        + ", and a parameter gets its value after the formula, as in \", " + name + "=1\".");
    }

    /// `name = number`, for a name that the formula has used.
    private void setting(Double[] values) {
        space();
        int from = at;
        String name = word();
        if (name.isEmpty() || !skip("="))
            throw new Mistake(written, from, "Expected a parameter and its value: name=number.");
        int index = params.indexOf(name);
        if (index < 0) throw new Mistake(written, from, "The formula has no parameter \"" + name + "\".");
        if (values[index] != null) throw new Mistake(written, from, "\"" + name + "\" has a value already.");
        boolean negative = skip("-");
        space();
        if (!startsNumber()) throw expected("a number");
        double value = number();
        values[index] = negative ? -value : value;
    }

    /// A comparison of two expressions; `or` tells whether they may be equal.
    private record Comparison(Expr larger, Expr smaller, boolean orEqual) {
        Expr choose(Expr yes, Expr no) {
            return orEqual ? smaller.gt(larger, no, yes) : larger.gt(smaller, yes, no);
        }
    }

    private Comparison comparison(Expr a) {
        if (skip(">=") || skip("≥")) return new Comparison(a, sum(), true);
        if (skip("<=") || skip("≤")) return new Comparison(sum(), a, true);
        if (skip(">")) return new Comparison(a, sum(), false);
        if (skip("<")) return new Comparison(sum(), a, false);
        return null;
    }

    private Expr conditional() {
        if (++depth > DEEPEST) throw tooDeep();
        Expr e = sum();
        Comparison condition = comparison(e);
        if (condition != null) {
            if (!skip("?")) {
                if (at < text.length()) throw unfinished();
                throw mistake(at, "A comparison chooses between two values: a > b ? yes : no.");
            }
            Expr yes = sum();
            expect(":");
            e = condition.choose(yes, conditional());
        }
        depth--;
        return e;
    }

    private Expr sum() {
        Expr e = product();
        while (true) {
            if (skip("+")) e = e.plus(product());
            else if (skip("-")) e = e.minus(product());
            else return e;
        }
    }

    private Expr product() {
        Expr e = sign();
        while (true) {
            if (skip("*")) e = e.times(sign());
            else if (skip("/")) e = e.div(sign());
            else return e;
        }
    }

    /// A minus in front of a bare number belongs to the number.
    private Expr sign() {
        while (skip("+")) space();
        if (!skip("-")) return power();
        if (++depth > DEEPEST) throw tooDeep();
        space();
        boolean bare = startsNumber();
        Expr e = sign();
        depth--;
        return bare && e instanceof Expr.Const(double value) ? Expr.constant(-value) : e.unaryMinus();
    }

    private Expr power() {
        Expr base = atom();
        if (skip("²")) return base.square();
        if (skip("³")) return base.pow(Expr.constant(3));
        if (!skip("^") && !skip("**")) return base;
        if (++depth > DEEPEST) throw tooDeep();
        Expr power = base.pow(sign());
        depth--;
        return power;
    }

    private Expr atom() {
        if (++depth > DEEPEST) throw tooDeep();
        space();
        Expr e = startsNumber() ? Expr.constant(number()) : skip("(") ? closing(conditional()) : named();
        depth--;
        return e;
    }

    private Expr named() {
        int from = at;
        String name = word();
        if (name.isEmpty()) throw expected("a number, " + inputs.getFirst() + ", a function or \"(\"");
        if (skip("(")) return call(name, from);
        int input = inputs.indexOf(name);
        if (input >= 0) return Expr.input(input);
        if (name.equals("pi") || name.equals("π")) return Expr.constant(Math.PI);
        if (name.equals("e")) return Expr.constant(Math.E);
        if (isFunction(name) && at < text.length() && Character.isLetterOrDigit(text.charAt(at)))
            throw mistake(at, "Expected \"(\" after " + name + ".");
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
        space();
        if (text.startsWith(",", at)) throw mistake(at, name + " takes one number here.");
        return closing(e);
    }

    private Mistake noFunction(String name, int from) {
        if (inputs.contains(name) || name.equals("pi") || name.equals("e")) {
            return mistake(from + name.length(), "Expected an operator: a product is written with *.");
        }
        String known = Stream.of(Un.values())
                .filter(u -> u != Un.NEG)
                .map(u -> u.name().toLowerCase(Locale.ROOT))
                .collect(Collectors.joining(", "));
        return new Mistake(
                written,
                from,
                "There is no function \"" + name + "\": there are " + known + ", min, max, pow and where.",
                Optional.of(name));
    }

    private Expr ofTwo(String name, BinaryOperator<Expr> f) {
        Expr first = conditional();
        if (!skip(",")) throw at < text.length() && text.charAt(at) != ')' ? unfinished() : takesTwo(name);
        Expr second = conditional();
        space();
        if (text.startsWith(",", at)) throw takesTwo(name);
        return closing(f.apply(first, second));
    }

    private Mistake takesTwo(String name) {
        return mistake(at, name + " takes two numbers.");
    }

    /// Of two numbers or more, from the left.
    private Expr ofSeveral(String name, BinaryOperator<Expr> f) {
        Expr e = conditional();
        if (!skip(",")) throw at < text.length() && text.charAt(at) != ')' ? unfinished() : takesMore(name);
        do e = f.apply(e, conditional());
        while (skip(","));
        return closing(e);
    }

    private Mistake takesMore(String name) {
        return mistake(at, name + " takes two numbers or more.");
    }

    private Expr choice() {
        Comparison condition = comparison(sum());
        if (condition == null) throw expected("a comparison (>, <, >= or <=)");
        if (!skip(",")) throw at < text.length() && text.charAt(at) != ')' ? unfinished() : expected("\",\"");
        Expr yes = conditional();
        expect(",");
        return closing(condition.choose(yes, conditional()));
    }

    private Expr closing(Expr e) {
        expect(")");
        return e;
    }

    private boolean startsNumber() {
        return at < text.length() && (isDigit(at) || (text.charAt(at) == '.' && isDigit(at + 1)));
    }

    private boolean isDigit(int i) {
        return i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9';
    }

    private double number() {
        int from = at;
        while (isDigit(at) || (at < text.length() && text.charAt(at) == '.')) at++;
        if (at < text.length() && (text.charAt(at) == 'e' || text.charAt(at) == 'E')) {
            int sign = at + 1 < text.length() && "+-".indexOf(text.charAt(at + 1)) >= 0 ? 1 : 0;
            if (isDigit(at + 1 + sign)) {
                at += 1 + sign;
                while (isDigit(at)) at++;
            }
        }
        try {
            double value = Double.parseDouble(text.substring(from, at));
            if (Double.isInfinite(value)) throw new Mistake(written, from, "The number is too large.");
            return value;
        } catch (NumberFormatException e) {
            throw new Mistake(written, from, "\"" + text.substring(from, at) + "\" is not a number.");
        }
    }

    private String word() {
        int from = at;
        while (at < text.length() && (Character.isLetterOrDigit(text.charAt(at)) || text.charAt(at) == '_')) at++;
        return text.substring(from, at);
    }

    private void expect(String token) {
        if (!skip(token)) throw expected("\"" + token + "\"");
    }

    private Mistake expected(String what) {
        space();
        return new Mistake(written, at, "Expected " + what + (at == text.length() ? " at the end." : "."));
    }

    private Mistake tooDeep() {
        return new Mistake(written, at, "The formula is nested too deeply.");
    }

    private void space() {
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) at++;
    }

    private boolean skip(String token) {
        space();
        if (!text.startsWith(token, at)) return false;
        at += token.length();
        return true;
    }
}
