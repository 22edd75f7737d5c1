package hillock.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import hillock.expr.kernel.Loop;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A formula whose parts are shared is a graph, and each traversal visits an object once: 64 levels of `y · sigmoid(y)`
/// would be 2⁶⁴ visits otherwise. What fails here does not end; the time limit only says so.
class SharedPartsTest {
    private static final int LEVELS = 64;
    private static final Duration NEVER = Duration.ofSeconds(60);

    private interface Traversal {
        Object of(Expr deep, Expr twin);
    }

    private static Expr nested(Expr x) {
        Expr e = x;
        for (int i = 0; i < LEVELS; i++) e = e.times(e.sigmoid());
        return e;
    }

    private static Arguments row(String name, Traversal traversal) {
        return Arguments.of(name, traversal);
    }

    static Stream<Arguments> traversals() {
        Expr x = Expr.input(0);
        Expr y = Expr.input(1);
        return Stream.of(
                row("hashCode", (e, twin) -> e.hashCode() == twin.hashCode()),
                row("equals", Expr::equals),
                row("kernel", (e, twin) -> Kernel.of(e).equals(Kernel.of(twin))),
                row("loop", (e, twin) -> Loop.of(Kernel.of(e), 0) == Loop.of(Kernel.of(twin), 0)),
                row("derivative", (e, twin) -> Derivative.of(e, 0).equals(Derivative.of(twin, 0))),
                row(
                        "second derivative",
                        (e, twin) -> Loop.of(Kernel.of(twice(e)), 0) == Loop.of(Kernel.of(twice(twin)), 0)),
                row("simplify", (e, twin) -> Simplify.of(e).equals(twin)),
                row("replace", (e, twin) -> e.replace(x, y).replace(y, x).equals(twin)),
                row("contains", (e, twin) -> !e.contains(y) && e.contains(twin)),
                row("dependsOnInput", (e, twin) -> e.dependsOnInput() && twin.dependsOnInput()),
                row("evaluate", (e, twin) -> e.evaluate(0.5) == twin.evaluate(0.5)));
    }

    private static Expr twice(Expr e) {
        return Derivative.of(Derivative.of(e, 0), 0);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("traversals")
    void eachObjectIsVisitedOnce(String name, Traversal traversal) {
        Expr deep = nested(Expr.input(0));
        Expr twin = nested(Expr.input(0));
        Object result = assertTimeoutPreemptively(NEVER, () -> traversal.of(deep, twin));
        assertThat(result).as(name).isEqualTo(true);
    }

    @Test
    void theDerivativeIsRightThere() {
        Expr deep = nested(Expr.input(0));
        double step = 1e-5;
        double x = 40; // still 39.9… at the end, where sigmoid hardly takes anything
        double slope = (deep.evaluate(x + step) - deep.evaluate(x - step)) / (2 * step);
        assertThat(Derivative.of(deep, 0).evaluate(x)).isCloseTo(slope, within(1e-8));
    }

    @Test
    void whatDiffersOnlyAtTheBottomIsNotEqual() {
        assertThat(nested(Expr.input(0))).isNotEqualTo(nested(Expr.input(1)));
        assertThat(nested(Expr.constant(0.0))).isNotEqualTo(nested(Expr.constant(-0.0)));
    }

    @Test
    void aTreeAndItsSharedFormAreEqual() {
        Expr shared = Expr.input(0).exp();
        Expr tree = Expr.input(0).exp().plus(Expr.input(0).exp().tanh());
        assertThat(shared.plus(shared.tanh())).isEqualTo(tree).hasSameHashCodeAs(tree);
    }

    @Test
    void distinctPartsAreNumberedOperandsFirst() {
        Distinct parts = new Distinct();
        Expr x = Expr.input(0);
        assertThat(parts.number(x.exp().plus(x.exp()))).isEqualTo(2);
        assertThat(parts.operands(2)).containsExactly(1, 1);
        assertThat(parts.get(1)).isEqualTo(x.exp());
        assertThat(parts.number(Expr.input(0).exp())).isEqualTo(1);
        assertThat(parts.size()).isEqualTo(3);
    }
}
