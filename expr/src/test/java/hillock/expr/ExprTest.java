package hillock.expr;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class ExprTest {
    private static final Expr X = Expr.input(0);
    private static final Expr SILU = X.times(X.sigmoid());

    @Test
    void theExampleOfTheDocumentationHolds() {
        assertThat(SILU.evaluate(1.0)).isCloseTo(0.7310585786300049, within(1e-15));
        assertThat(Derivative.of(SILU, 0).evaluate(1.0)).isCloseTo(0.9276705118714867, within(1e-15));
    }

    @Test
    void equalStructureIsTheSameValue() {
        assertThat(SILU)
                .isEqualTo(Expr.input(0).times(Expr.input(0).sigmoid()))
                .hasSameHashCodeAs(X.times(X.sigmoid()));
        assertThat(Kernel.of(SILU)).isEqualTo(Kernel.of(X.times(X.sigmoid())));
        assertThat(X.plus(1)).isNotEqualTo(X.minus(1));
    }

    @Test
    void aNanInTheComparisonChoosesNo() {
        Expr e = X.gt(Expr.input(1), Expr.constant(1), Expr.constant(2));
        assertThat(e.evaluate(3, 2)).isEqualTo(1);
        assertThat(e.evaluate(2, 2)).isEqualTo(2);
        assertThat(e.evaluate(Double.NaN, 2)).isEqualTo(2);
        assertThat(e.evaluate(3, Double.NaN)).isEqualTo(2);
    }

    @Test
    void replacesWhatOccursAndFindsWhatItContains() {
        Expr y = Expr.input(1);
        assertThat(SILU.replace(X.sigmoid(), y)).isEqualTo(X.times(y));
        assertThat(SILU.contains(X.sigmoid())).isTrue();
        assertThat(SILU.contains(X.tanh())).isFalse();
    }

    @Test
    void knowsWhatItReads() {
        Expr p = Expr.param(2);
        assertThat(p.plus(1).dependsOnInput()).isFalse();
        assertThat(p.plus(X).dependsOnInput()).isTrue();
        Kernel kernel = Kernel.of(List.of(p, Expr.input(3).plus(X)));
        assertThat(kernel.inputs()).isEqualTo(4);
        assertThat(kernel.params()).isEqualTo(3);
        assertThat(Kernel.of(Expr.constant(1)).inputs()).isZero();
    }

    @Test
    void aKernelWithoutOutputIsRefused() {
        assertThatThrownBy(() -> Kernel.of(List.of()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("a kernel needs at least one output");
    }
}
