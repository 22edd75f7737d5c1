package hillock.expr;

import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Writes a formula of one number and its derivative as a program in another language, for where
/// Hillock is not. What occurs twice is computed once; the derivative is that of
/// [Derivative#exactOf], with its values at kinks.
///
/// ```java
/// Source.of(Source.Language.PYTORCH, "swish", Expr.input(0).times(Expr.input(0).sigmoid()));
/// ```
public final class Source {
    /// In which it can be written.
    public enum Language {
        /// A class with the static methods `f` and `derivative`, of `double`, which needs nothing else.
        JAVA(new JavaSyntax()),
        /// The functions `f` and `derivative` of an array; the error function comes from SciPy.
        NUMPY(new NumPySyntax()),
        /// The functions `f` and `derivative` of a tensor, and `Activation.apply`, which is `f`
        /// with that gradient.
        PYTORCH(new PyTorchSyntax());

        private final Syntax syntax;

        Language(Syntax syntax) {
            this.syntax = syntax;
        }
    }

    private static final int SUM = 1;
    private static final int PRODUCT = 2;
    private static final int SIGN = 3;
    private static final int POWER = 4;
    private static final int ATOM = 5;

    private final Syntax syntax;
    private final Distinct parts = new Distinct();
    private final Map<Integer, String> names = new HashMap<>();

    private Source(Syntax syntax) {
        this.syntax = syntax;
    }

    /// The text of a file.
    ///
    /// @param title what it is, for the comment in front: one line
    /// @param formula of input 0 alone
    public static String of(Language language, String title, Expr formula) {
        Syntax syntax = language.syntax;
        Expr f = spelled(syntax, formula);
        return syntax.file(
                title,
                new Source(syntax).body(f),
                new Source(syntax).body(spelled(syntax, Derivative.exactOf(formula, 0))),
                usesErrorFunction(f));
    }

    /// Simplified, and of the operators that the language has.
    private static Expr spelled(Syntax syntax, Expr e) {
        return Simplify.of(syntax.knowsSigmoid() ? e : withoutSigmoid(e, new ByObject<>()));
    }

    private static Expr withoutSigmoid(Expr e, ByObject<Expr> done) {
        return done.of(e, part -> {
            Expr inner = part.withOperands(operand -> withoutSigmoid(operand, done));
            if (!(inner instanceof Unary(Un op, Expr x)) || op != Un.SIGMOID) return inner;
            return Expr.constant(1).div(x.unaryMinus().exp().plus(1));
        });
    }

    /// Statements that return the value of an expression.
    private String body(Expr e) {
        int root = parts.number(e);
        int[] uses = new int[parts.size()];
        for (int i = 0; i <= root; i++) for (int operand : parts.operands(i)) uses[operand]++;
        StringBuilder body = new StringBuilder();
        for (int i = 0; i < root; i++) {
            if (uses[i] < 2 || parts.operands(i).isEmpty()) continue;
            String value = node(i);
            String name = "t" + (names.size() + 1);
            names.put(i, name);
            body.append(syntax.assignment(name, value));
        }
        String value = e.dependsOnInput() ? node(root) : syntax.whole(node(root));
        return body.append(syntax.result(value)).toString();
    }

    private String write(int part, int least) {
        if (names.containsKey(part)) return names.get(part);
        String text = node(part);
        return precedence(parts.get(part)) < least ? "(" + text + ")" : text;
    }

    private String node(int part) {
        List<Integer> in = parts.operands(part);
        return switch (parts.get(part)) {
            case Const(double value) -> syntax.number(value);
            case Input _ -> "x";
            case Param _ -> throw new IllegalArgumentException("a parameter needs its value first");
            case Unary(Un op, Expr _) ->
                op == Un.NEG ? "-" + write(in.getFirst(), POWER) : syntax.unary(op, write(in.getFirst(), 0));
            case Binary(Bin op, Expr _, Expr _) -> binary(op, in.getFirst(), in.getLast());
            case Select _ ->
                syntax.choice(
                        write(in.get(0), SUM) + " > " + write(in.get(1), SUM), branch(in.get(2)), branch(in.get(3)));
        };
    }

    private String branch(int part) {
        String text = write(part, SUM);
        return parts.get(part).dependsOnInput() ? text : syntax.branch(text);
    }

    private String binary(Bin op, int a, int b) {
        return switch (op) {
            case ADD -> write(a, SUM) + " + " + write(b, PRODUCT);
            case SUB -> write(a, SUM) + " - " + write(b, PRODUCT);
            case MUL -> write(a, PRODUCT) + " * " + write(b, SIGN);
            case DIV -> write(a, PRODUCT) + " / " + write(b, SIGN);
            case POW -> syntax.power(write(a, ATOM), write(b, ATOM));
            case MIN, MAX -> extreme(op, a, b);
        };
    }

    private String extreme(Bin op, int a, int b) {
        if (!parts.get(a).dependsOnInput()) return syntax.bounded(op, write(b, 0), write(a, 0));
        if (!parts.get(b).dependsOnInput()) return syntax.bounded(op, write(a, 0), write(b, 0));
        return syntax.extreme(op, write(a, 0), write(b, 0));
    }

    /// As in Java and Python alike. What a syntax writes as a call is an atom to it, but the
    /// choice of Java is not.
    private int precedence(Expr e) {
        return switch (e) {
            case Const(double value) -> value < 0 || 1 / value < 0 ? SIGN : ATOM;
            case Input _, Param _ -> ATOM;
            case Unary(Un op, Expr _) -> op == Un.NEG ? SIGN : ATOM;
            case Binary(Bin op, Expr _, Expr _) ->
                switch (op) {
                    case ADD, SUB -> SUM;
                    case MUL, DIV -> PRODUCT;
                    case POW -> POWER;
                    case MIN, MAX -> ATOM;
                };
            case Select _ -> syntax.callsChoice() ? ATOM : 0;
        };
    }

    private static boolean usesErrorFunction(Expr e) {
        Distinct parts = new Distinct();
        parts.number(e);
        for (int i = 0; i < parts.size(); i++) {
            if (parts.get(i) instanceof Unary(Un op, Expr _) && (op == Un.ERF || op == Un.ERFC || op == Un.NDTR))
                return true;
        }
        return false;
    }
}
