package hillock.expr;

import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/// Rewrites a formula into one that a person would write: products have one number in front and powers of their
/// factors, like terms are added, and what all terms share is taken out.
///
/// ```java
/// Expr x = Expr.input(0);
/// Print.text(Tidy.derivative(x.times(x.sigmoid())));    // sigmoid(x) * (1 + x * (1 - sigmoid(x)))
/// ```
///
/// It is for reading: equal as school mathematics, not to the last bit nor where a part is infinite. [Simplify] is for
/// computing.
public final class Tidy {
    private static final int ROUNDS = 4;

    /// 0.7071… times itself is 0.5.
    private static final int DIGITS = 15;

    private Tidy() {}

    /// The formula, rewritten.
    public static Expr of(Expr e) {
        Expr tidy = e;
        for (int i = 0; i < ROUNDS; i++) {
            Expr next = tidy(tidy);
            if (next.equals(tidy)) break;
            tidy = next;
        }
        return tidy;
    }

    /// The same formula with its numbers rounded to so many digits.
    public static Expr rounded(Expr e, int digits) {
        return switch (e) {
            case Const(double value) -> Expr.constant(Term.rounded(value, digits));
            case Expr other -> other.withOperands(o -> rounded(o, digits));
        };
    }

    /// The derivative by input 0, rewritten. What it is where two sides of `max` or `min` are equal is not shown.
    public static Expr derivative(Expr e) {
        return of(Derivative.of(chosen(e), 0));
    }

    private static Expr chosen(Expr e) {
        Expr inner = e.withOperands(Tidy::chosen);
        return switch (inner) {
            case Binary(Bin op, Expr a, Expr b) when op == Bin.MAX -> a.gt(b, a, b);
            case Binary(Bin op, Expr a, Expr b) when op == Bin.MIN -> b.gt(a, a, b);
            case Expr other -> other;
        };
    }

    private static Expr tidy(Expr e) {
        Expr inner = e.withOperands(Tidy::tidy);
        return switch (inner) {
            case Const _, Input _, Param _ -> inner;
            case Unary(Un op, Expr x) -> op == Un.NEG ? sum(inner) : ofFunction(op, x, inner);
            case Binary(Bin op, Expr _, Expr _) ->
                switch (op) {
                    case ADD, SUB ->
                        isExp(inner)
                                ? inner.operands()
                                        .getFirst()
                                        .operands()
                                        .getFirst()
                                        .exp()
                                : sum(inner);
                    case MUL, DIV, POW -> Term.of(inner).expr();
                    case MIN, MAX -> Simplify.of(inner);
                };
            case Select choice -> choice(choice);
        };
    }

    /// A choice that is made once is not made again inside, one between its own sides is `max` or `min`, and a number
    /// is compared with what may be larger, not with a smaller number too.
    private static Expr choice(Select choice) {
        Expr a = choice.a();
        Expr b = choice.b();
        Expr yes = made(choice.yes(), a, b, true);
        Expr no = made(choice.no(), a, b, false);
        if (yes.equals(no)) return yes;
        if (yes.equals(a) && no.equals(b)) return a.max(b);
        if (yes.equals(b) && no.equals(a)) return a.min(b);
        if (a instanceof Const(double bound)
                && b instanceof Binary(Bin op, Expr x, Const(double least))
                && op == Bin.MAX
                && least < bound) {
            return choice(new Select(a, x, yes, no));
        }
        return Simplify.of(new Select(a, b, yes, no));
    }

    private static Expr made(Expr e, Expr a, Expr b, boolean larger) {
        Expr inner = e.withOperands(o -> made(o, a, b, larger));
        boolean same = inner instanceof Select s && s.a().equals(a) && s.b().equals(b);
        if (!same) return inner;
        Select s = (Select) inner;
        return larger ? s.yes() : s.no();
    }

    /// `expm1(x) + 1`.
    private static boolean isExp(Expr e) {
        return e instanceof Binary(Bin op, Unary(Un f, Expr _), Const(double c))
                && op == Bin.ADD
                && f == Un.EXPM1
                && c == 1;
    }

    private static Expr ofFunction(Un op, Expr x, Expr unchanged) {
        boolean undone = op == Un.LOG && x instanceof Unary(Un inner, Expr _) && inner == Un.EXP;
        return undone ? x.operands().getFirst() : Simplify.of(unchanged);
    }

    /// A number times powers of factors.
    private record Term(double number, Map<Expr, Double> powers) {
        static Term of(Expr e) {
            return switch (e) {
                case Const(double value) -> new Term(value, Map.of());
                case Unary(Un op, Expr x) when op == Un.NEG -> of(x).times(-1);
                case Binary(Bin op, Expr a, Expr b) when op == Bin.MUL -> of(a).times(of(b), 1);
                case Binary(Bin op, Expr a, Expr b) when op == Bin.DIV -> of(a).times(of(b), -1);
                case Binary(Bin op, Expr a, Const(double power))
                when op == Bin.POW && power == Math.rint(power) && power != 0 ->
                    new Term(1, Map.of()).times(of(a), power);
                case Expr factor -> new Term(1, Map.of(factor, 1.0));
            };
        }

        Term times(double factor) {
            return new Term(number * factor, powers);
        }

        /// This times that to the power of a whole number.
        Term times(Term other, double power) {
            Map<Expr, Double> all = new LinkedHashMap<>(powers);
            other.powers.forEach((factor, p) -> all.merge(factor, p * power, Double::sum));
            all.values().removeIf(p -> p == 0);
            return new Term(number * StrictMath.pow(other.number, power), all);
        }

        Expr expr() {
            if (number == 0) return Expr.constant(0);
            Expr above = null;
            Expr below = null;
            for (Map.Entry<Expr, Double> factor : powers.entrySet()) {
                double p = factor.getValue();
                Expr power =
                        Math.abs(p) == 1 ? factor.getKey() : factor.getKey().pow(Math.abs(p));
                if (p > 0) above = above == null ? power : above.times(power);
                else below = below == null ? power : below.times(power);
            }
            double size = rounded(Math.abs(number), DIGITS);
            Expr top = above == null ? Expr.constant(size) : size == 1 ? above : scaled(above, size);
            Expr whole = below == null ? top : top.div(below);
            if (number > 0) return whole;
            return whole instanceof Const(double value) ? Expr.constant(-value) : whole.unaryMinus();
        }

        static double rounded(double number, int digits) {
            if (!Double.isFinite(number)) return number;
            return new BigDecimal(number).round(new MathContext(digits)).doubleValue();
        }

        /// The number in front of the first factor, so that the product reads from the left.
        private static Expr scaled(Expr product, double size) {
            if (product instanceof Binary(Bin op, Expr a, Expr b) && op == Bin.MUL)
                return scaled(a, size).times(b);
            return Expr.constant(size).times(product);
        }
    }

    private static Expr sum(Expr e) {
        Map<Map<Expr, Double>, Double> terms = new LinkedHashMap<>();
        collect(e, 1, terms);
        List<Term> kept = new ArrayList<>();
        terms.forEach((powers, number) -> {
            if (number != 0) kept.add(new Term(number, powers));
        });
        if (kept.isEmpty()) return Expr.constant(0);
        if (kept.size() == 1) return kept.getFirst().expr();
        Map<Expr, Double> shared = shared(kept);
        if (shared.isEmpty()) return added(kept);
        Term common = new Term(1, shared);
        List<Term> rests = kept.stream().map(t -> t.times(common, -1)).toList();
        return common.expr().times(added(rests));
    }

    private static void collect(Expr e, double sign, Map<Map<Expr, Double>, Double> terms) {
        switch (e) {
            case Binary(Bin op, Expr a, Expr b)
            when op == Bin.ADD || op == Bin.SUB -> {
                collect(a, sign, terms);
                collect(b, op == Bin.ADD ? sign : -sign, terms);
            }
            case Unary(Un op, Expr x) when op == Un.NEG -> collect(x, -sign, terms);
            case Expr other -> {
                Term term = Term.of(other);
                terms.merge(term.powers, sign * term.number, Double::sum);
            }
        }
    }

    /// The functions that are a factor of every term; numbers and variables stay where they are.
    private static Map<Expr, Double> shared(List<Term> terms) {
        Map<Expr, Double> shared = new LinkedHashMap<>();
        terms.getFirst().powers.forEach((factor, _) -> {
            double least = terms.stream()
                    .mapToDouble(t -> t.powers.getOrDefault(factor, 0.0))
                    .min()
                    .orElse(0);
            if (least > 0 && !(factor instanceof Input) && !(factor instanceof Param)) shared.put(factor, least);
        });
        return shared;
    }

    /// What is added first, then what is subtracted.
    private static Expr added(List<Term> terms) {
        Expr sum = null;
        for (Term t : terms) {
            if (t.number > 0) sum = sum == null ? t.expr() : sum.plus(t.expr());
        }
        for (Term t : terms) {
            if (t.number < 0)
                sum = sum == null ? t.expr() : sum.minus(t.times(-1).expr());
        }
        return sum;
    }
}
