package hillock.expr;

import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The distinct parts of one or several expressions, numbered from 0 so that operands come before what reads them: the
/// order in which a kernel computes them, each once. Two expressions are equal if they have the same number.
///
/// ```java
/// Distinct parts = new Distinct();
/// parts.number(x.exp().plus(x.exp()));   // 2, after x and exp(x)
/// parts.operands(2);                     // [1, 1]
/// ```
public final class Distinct {
    private final ByObject<Integer> seen = new ByObject<>();
    /// By what tells a part from others: its [#head] and the numbers of its operands.
    private final Map<List<Object>, Integer> numbers = new HashMap<>();
    private final List<Expr> parts = new ArrayList<>();
    private final List<List<Integer>> operands = new ArrayList<>();

    /// No parts yet.
    public Distinct() {}

    /// The number of this expression, which is added with all its parts if it is new.
    public int number(Expr e) {
        return seen.of(e, this::add);
    }

    /// The expression of that number.
    public Expr get(int number) {
        return parts.get(number);
    }

    /// The numbers of its operands, from left to right.
    public List<Integer> operands(int number) {
        return operands.get(number);
    }

    /// How many parts there are.
    public int size() {
        return parts.size();
    }

    private int add(Expr e) {
        List<Integer> numbered = e.operands().stream().map(this::number).toList();
        Integer known = numbers.putIfAbsent(List.of(head(e), numbered), parts.size());
        if (known != null) return known;
        parts.add(e);
        operands.add(numbered);
        return parts.size() - 1;
    }

    /// Parts up to which an expression is walked as a tree, without remembering what was seen.
    private static final int SMALL = 100;

    /// Whether two expressions have the same structure.
    static boolean equal(Expr a, Expr b) {
        int[] left = {SMALL};
        boolean equal = equal(a, b, left);
        if (left[0] >= 0) return equal;
        Distinct parts = new Distinct();
        return parts.number(a) == parts.number(b);
    }

    /// The same for small ones; with others `left` becomes negative.
    private static boolean equal(Expr a, Expr b, int[] left) {
        if (a == b) return true;
        if (--left[0] < 0) return false;
        return switch (a) {
            case Const _, Input _, Param _ -> a.equals(b);
            case Unary(Un op, Expr x) -> b instanceof Unary u && op == u.op() && equal(x, u.x(), left);
            case Binary(Bin op, Expr x, Expr y) ->
                b instanceof Binary o && op == o.op() && equal(x, o.a(), left) && equal(y, o.b(), left);
            case Select(Expr x, Expr y, Expr yes, Expr no) ->
                b instanceof Select s
                        && equal(x, s.a(), left)
                        && equal(y, s.b(), left)
                        && equal(yes, s.yes(), left)
                        && equal(no, s.no(), left);
        };
    }

    /// A hash code of the structure.
    static int hash(Expr e) {
        int[] left = {SMALL};
        int hash = hash(e, left);
        return left[0] >= 0 ? hash : hash(e, new ByObject<>());
    }

    private static int hash(Expr e, int[] left) {
        if (--left[0] < 0) return 0;
        return switch (e) {
            case Const _, Input _, Param _ -> e.hashCode();
            case Unary(Un op, Expr x) -> 31 * op.hashCode() + 31 + hash(x, left);
            case Binary(Bin op, Expr a, Expr b) -> 31 * op.hashCode() + 31 * (31 + hash(a, left)) + hash(b, left);
            case Select(Expr a, Expr b, Expr yes, Expr no) -> {
                int hash = 31 * (31 + hash(a, left)) + hash(b, left);
                yield 31 * Select.class.hashCode() + 31 * (31 * hash + hash(yes, left)) + hash(no, left);
            }
        };
    }

    private static int hash(Expr e, ByObject<Integer> known) {
        return known.of(e, part -> {
            List<Expr> operands = part.operands();
            if (operands.isEmpty()) return part.hashCode();
            int hash = 1;
            for (Expr operand : operands) hash = 31 * hash + hash(operand, known);
            return mix(part, hash);
        });
    }

    private static int mix(Expr e, int operands) {
        return 31 * head(e).hashCode() + operands;
    }

    private static Object head(Expr e) {
        return switch (e) {
            case Const _, Input _, Param _ -> e;
            case Unary(Un op, Expr _) -> op;
            case Binary(Bin op, Expr _, Expr _) -> op;
            case Select _ -> Select.class;
        };
    }
}
