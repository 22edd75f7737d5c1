package hillock.tensor;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import hillock.expr.Expr;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// A wrong shape fails at the caller's line, and the message names the shapes and the operation.
class MessagesTest {
    private static Arguments row(String message, ThrowingCallable call) {
        return Arguments.of(message, call);
    }

    private static Tensor t(int... dims) {
        return Tensor.zeros(dims);
    }

    static Stream<Arguments> wrong() {
        return Stream.of(making(), combining(), reducing(), arranging(), picking())
                .flatMap(s -> s);
    }

    private static Stream<Arguments> making() {
        return Stream.of(
                row("3 numbers do not fill shape [2, 2], which has 4", () -> Tensor.of(new float[3], 2, 2)),
                row("row 1 has 1 numbers, the first has 2", () -> Tensor.of(new double[][] {{1, 2}, {3}})),
                row("a dimension cannot be negative: [2, -3]", () -> t(2, -3)),
                row("[65536, 65536] has more than 2^31 - 1 elements", () -> t(65536, 65536)),
                row("linspace needs a count of at least 1, not 0", () -> Tensor.linspace(0, 1, 0)),
                row("item() of a tensor of shape [2]", () -> t(2).item()));
    }

    private static Stream<Arguments> combining() {
        return Stream.of(
                row("cannot compute a + b: shapes [2, 3] and [4] do not broadcast", () -> t(2, 3).plus(t(4))),
                row("cannot compute a / b: shapes [2, 3] and [3, 2] do not broadcast", () -> t(2, 3).div(t(3, 2))),
                row("cannot multiply matrices of shapes [2, 3] and [2, 3]", () -> t(2, 3).matmul(t(2, 3))),
                row("cannot multiply matrices of shapes [3] and [4]", () -> t(3).matmul(t(4))),
                row("cannot multiply matrices of shapes [3] and [4, 3]", () -> t(3).matmul(t(4, 3))),
                row("cannot multiply matrices of shapes [] and [3]", () -> t().matmul(t(3))),
                row(
                        "cannot multiply matrices of shapes [2, 3, 4] and [3, 4, 5]",
                        () -> t(2, 3, 4).matmul(t(3, 4, 5))),
                row(
                        "cannot multiply matrices of shapes [2, 3] and [3, 4] transposed",
                        () -> t(2, 3).matmulTransposed(t(3, 4))),
                row("cannot concat [2, 3] and [2, 4] along dimension 0", () -> Tensor.concat(0, t(2, 3), t(2, 4))),
                row("concat needs at least one tensor", () -> Tensor.concat(0)),
                row(
                        "cannot stack [2, 3] and [2, 4]: the shapes must be equal",
                        () -> Tensor.stack(0, t(2, 3), t(2, 4))),
                row("cannot stack [] and [1]: the shapes must be equal", () -> Tensor.stack(0, t(), t(1))),
                row("stack needs at least one tensor", () -> Tensor.stack(0)),
                row("no place 3 in shape [2]", () -> Tensor.stack(3, t(2))),
                row("the formula reads 2 inputs, but 1 were given", () -> Tensor.pointwise(Expr.input(1), t(2))),
                row("the formula reads 1 parameters, but 0 were given", () -> t(2).map(x -> x.times(Expr.param(0)))));
    }

    private static Stream<Arguments> reducing() {
        return Stream.of(
                row("there is no dimension 2 in shape [2, 3]", () -> t(2, 3).sum(2)),
                row("there is no dimension -3 in shape [2, 3]", () -> t(2, 3).mean(-3)),
                row("an axis is named twice: [0, -2]", () -> t(2, 3).sum(0, -2)),
                row("no maximum of no numbers: shape [0, 3]", () -> t(0, 3).max(0)),
                row("no maximum of no numbers: shape [0]", () -> t(0).argmax(0)),
                row(
                        "gradients are of a single number, not of shape [2]: sum() or mean() it first",
                        () -> t(2).gradients()),
                row(
                        "gradients are kept for leaves that asked by requiresGradient()",
                        () -> t().gradients().of(t(2))));
    }

    private static Stream<Arguments> arranging() {
        return Stream.of(
                row("cannot reshape [2, 3] to [4, 2]: 6 against 8 elements", () -> t(2, 3).reshape(4, 2)),
                row("cannot reshape [2, 3] to [4, -1]: no length fits -1", () -> t(2, 3).reshape(4, -1)),
                row("only one dimension may be -1", () -> t(2, 3).reshape(-1, -1)),
                row("cannot expand [2, 3] to [4, 3]", () -> t(2, 3).expand(4, 3)),
                row("cannot expand [2, 3] to [3]", () -> t(2, 3).expand(3)),
                row("cannot expand [3] to [1]", () -> t(3).expand(1)),
                row("permute of [2, 3] needs each dimension once, not [0, 0]", () -> t(2, 3).permute(0, 0)),
                row("transpose needs two dimensions, not shape [3]", () -> t(3).transpose()),
                row("dimension 0 of [2, 3] is not of length 1", () -> t(2, 3).squeeze(0)),
                row("no place 4 in shape [2, 3]", () -> t(2, 3).unsqueeze(4)));
    }

    private static Stream<Arguments> picking() {
        Tensor x = t(2, 3);
        return Stream.of(
                row("cannot slice dimension 1 of [2, 3] from 1 to 4 in steps of 1", () -> x.slice(1, 1, 4)),
                row("cannot slice dimension 0 of [2, 3] from 2 to 3 in steps of 1", () -> x.get(2)),
                row(
                        "cannot gather from shape [2, 3] along dimension 1 with an index of shape [3, 3]",
                        () -> x.gather(1, t(3, 3))),
                row("index 3.0 is not a whole number from 0 to 2", () -> x.gather(1, Tensor.full(3, 2, 1))),
                row("index 0.5 is not a whole number from 0 to 1", () -> x.gather(0, Tensor.full(0.5, 1, 3))),
                row("scatterAdd of [2, 3] needs an index of that shape, not [2]", () -> x.scatterAdd(0, t(2), 4)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("wrong")
    void saysWhatDoesNotFit(String message, ThrowingCallable call) {
        assertThatThrownBy(call).isInstanceOf(IllegalArgumentException.class).hasMessage(message);
    }
}
