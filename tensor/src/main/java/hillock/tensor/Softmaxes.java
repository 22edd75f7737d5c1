package hillock.tensor;

import hillock.expr.Expr;
import hillock.tensor.Node.SoftmaxGradient;
import hillock.tensor.backend.Softmax;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;

/// Softmax and its logarithm along an axis.
final class Softmaxes {
    private static final Expr A = Expr.input(0);
    private static final Expr B = Expr.input(1);
    private static final Expr C = Expr.input(2);
    private static final Expr D = Expr.input(3);

    private Softmaxes() {}

    /// Along another axis than the last, these two are exchanged before and after.
    static Tensor along(int axis, boolean log, Tensor x) {
        int rank = x.shape().rank();
        if (rank == 0) return along(0, log, x.reshape(1)).reshape();
        int a = x.shape().axis(axis);
        int last = rank - 1;
        if (a == last) return Forward.compute(new Node.Softmax(x, log), x.shape());
        int[] exchanged = IntStream.range(0, rank)
                .map(d -> d == a ? last : d == last ? a : d)
                .toArray();
        return along(last, log, x.permute(exchanged)).permute(exchanged);
    }

    static Tensor gradient(boolean log, Tensor y, Tensor gy) {
        return Forward.compute(new SoftmaxGradient(y, gy, log), y.shape());
    }

    /// The derivatives of `y (g - Σ g y)` by y and by g, or of `g - exp(y) Σ g`, times h.
    static List<Tensor> secondGradients(SoftmaxGradient s, Tensor h, List<Boolean> wanted) {
        Tensor y = s.y();
        Tensor g = s.gy();
        List<Tensor> gradients = new ArrayList<>();
        if (s.log()) {
            Tensor sum = g.sumKeepingDims(-1);
            gradients.add(
                    wanted.get(0) ? Tensor.pointwise(A.times(B.exp()).times(C).unaryMinus(), h, y, sum) : null);
            Tensor share = Tensor.pointwise(A.times(B.exp()), h, y).sumKeepingDims(-1);
            gradients.add(wanted.get(1) ? h.minus(share) : null);
        } else {
            Tensor gy = g.times(y).sumKeepingDims(-1);
            Tensor hy = h.times(y).sumKeepingDims(-1);
            Expr byY = A.times(B.minus(C)).minus(B.times(D));
            gradients.add(wanted.get(0) ? Tensor.pointwise(byY, h, g, gy, hy) : null);
            gradients.add(wanted.get(1) ? gradient(false, y, h) : null);
        }
        return gradients;
    }

    static float[] numbers(Node.Softmax s) {
        float[] result = new float[s.x().shape().size()];
        int length = s.x().shape().dim(-1);
        if (result.length > 0) Softmax.of(s.log(), s.x().data(), 0, result.length / length, length, result, 0);
        return result;
    }

    static float[] numbers(SoftmaxGradient s) {
        float[] result = new float[s.y().shape().size()];
        int length = s.y().shape().dim(-1);
        if (result.length > 0) {
            Softmax.gradient(s.log(), s.y().data(), 0, s.gy().data(), 0, result.length / length, length, result, 0);
        }
        return result;
    }
}
