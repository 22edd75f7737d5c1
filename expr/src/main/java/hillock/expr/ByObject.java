package hillock.expr;

import java.util.IdentityHashMap;
import java.util.function.Function;

/// Results of a traversal, one for each object. Formulas share parts: `y · sigmoid(y)`, nested 64 times, is 128 objects
/// but would be 2⁶⁴ nodes if each part were visited as often as it occurs.
final class ByObject<T> {
    private final IdentityHashMap<Expr, T> known = new IdentityHashMap<>();

    /// The result for this object, computed when it is first asked for.
    T of(Expr e, Function<Expr, T> compute) {
        T result = known.get(e);
        if (result != null) return result;
        result = compute.apply(e);
        known.put(e, result);
        return result;
    }
}
