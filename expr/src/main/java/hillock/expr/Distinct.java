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
    /// What tells a part from others, given the numbers of its operands.
    private record Key(Object head, List<Integer> operands) {}

    private final ByObject<Integer> seen = new ByObject<>();
    private final Map<Key, Integer> numbers = new HashMap<>();
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
        Key key = new Key(head(e), e.operands().stream().map(this::number).toList());
        Integer known = numbers.putIfAbsent(key, parts.size());
        if (known != null) return known;
        parts.add(e);
        operands.add(key.operands);
        return parts.size() - 1;
    }

    /// Whether two expressions have the same structure.
    static boolean equal(Expr a, Expr b) {
        if (a == b) return true;
        if (!head(a).equals(head(b))) return false;
        if (readsLeaves(a) && readsLeaves(b)) return a.operands().equals(b.operands());
        Distinct parts = new Distinct();
        return parts.number(a) == parts.number(b);
    }

    /// A hash code of the structure.
    static int hash(Expr e) {
        return readsLeaves(e) ? mix(e, e.operands().hashCode()) : hash(e, new ByObject<>());
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

    private static boolean readsLeaves(Expr e) {
        for (Expr operand : e.operands()) if (!operand.operands().isEmpty()) return false;
        return true;
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
