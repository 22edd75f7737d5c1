package hillock.nn;

import hillock.expr.Expr;
import hillock.tensor.Tensor;
import java.util.Arrays;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;

/// Activations of whole rows, along the last dimension.
final class Rows {
    private Rows() {}

    /// A function of the last dimension along another one.
    static Tensor along(int dim, Tensor x, String name, UnaryOperator<Tensor> function) {
        int rank = x.shape().rank();
        int axis = dim < 0 ? dim + rank : dim;
        if (axis == rank - 1 || (rank == 0 && dim == -1)) return function.apply(x);
        if (axis < 0 || axis >= rank) {
            throw new IllegalArgumentException(name + "(dim=" + dim + ") has no such dimension in " + x.shape());
        }
        int[] swapped = IntStream.range(0, rank).toArray();
        swapped[axis] = rank - 1;
        swapped[rank - 1] = axis;
        return function.apply(x.permute(swapped)).permute(swapped);
    }

    /// The first half of each row times the gate of the second.
    static Tensor gated(String name, Tensor x, UnaryOperator<Tensor> gate) {
        int width = x.shape().rank() == 0 ? 1 : x.shape().dim(-1);
        if (width % 2 != 0) {
            throw new IllegalArgumentException(
                    name + " halves the rows, so their length has to be even, not that of " + x.shape());
        }
        int half = width / 2;
        return x.slice(-1, 0, half).times(gate.apply(x.slice(-1, half, width)));
    }

    /// `relu(x), relu(-x)` side by side.
    static Tensor crelu(Tensor x) {
        return Tensor.concat(
                x.shape().rank() - 1,
                x.map(v -> v.max(0)),
                x.map(v -> v.unaryMinus().max(0)));
    }

    /// `max(x - τ, 0)` with the τ for which a row sums to 1. Martins, Astudillo 2016.
    static Tensor sparsemax(Tensor x) {
        Tensor support = support(x, Rows::inSparsemax);
        Tensor count = support.sumKeepingDims(-1);
        Tensor tau = x.times(support).sumKeepingDims(-1).minus(1).div(count);
        return x.minus(tau).times(support);
    }

    /// `max(x/2 - τ, 0)²` with the τ for which a row sums to 1. Peters, Niculae, Martins 2019.
    static Tensor entmax15(Tensor x) {
        Tensor half = x.minus(x.detach().maxKeepingDims(-1)).times(0.5);
        Tensor support = support(x, Rows::inEntmax15);
        Tensor count = support.sumKeepingDims(-1);
        Tensor mean = half.times(support).sumKeepingDims(-1).div(count);
        Tensor deviation = half.minus(mean).times(support);
        Tensor spread = deviation.times(deviation).sumKeepingDims(-1);
        // 1 - spread is at least 0 but for rounding.
        Expr height =
                Expr.constant(1).minus(Expr.input(0)).max(0).div(Expr.input(1)).sqrt();
        Tensor tau = mean.minus(Tensor.pointwise(height, spread, count));
        Tensor rest = half.minus(tau).times(support);
        return rest.times(rest);
    }

    /// How many of the largest numbers of a sorted row, largest first, are above the threshold.
    private interface Count {
        int of(double[] sorted);
    }

    /// 1 where a number is above the threshold of its row, else 0: it does not change with small changes of x, so that
    /// derivatives do not see it.
    private static Tensor support(Tensor x, Count count) {
        int length = x.shape().dim(-1);
        double[] numbers = x.detach().toDoubles();
        float[] mask = new float[numbers.length];
        for (int from = 0; from < numbers.length; from += length) {
            double[] sorted = Arrays.copyOfRange(numbers, from, from + length);
            Arrays.sort(sorted);
            for (int i = 0; i < length / 2; i++) {
                double swap = sorted[i];
                sorted[i] = sorted[length - 1 - i];
                sorted[length - 1 - i] = swap;
            }
            double least = sorted[Math.max(1, count.of(sorted)) - 1];
            for (int i = from; i < from + length; i++) mask[i] = numbers[i] >= least ? 1 : 0;
        }
        return Tensor.of(mask, x.shape().dims());
    }

    private static int inSparsemax(double[] sorted) {
        double sum = 0;
        int count = 0;
        for (int k = 1; k <= sorted.length; k++) {
            sum += sorted[k - 1];
            if (1 + k * sorted[k - 1] > sum) count = k;
        }
        return count;
    }

    private static int inEntmax15(double[] sorted) {
        double sum = 0;
        double squares = 0;
        int count = 0;
        for (int k = 1; k <= sorted.length; k++) {
            double z = (sorted[k - 1] - sorted[0]) / 2;
            sum += z;
            squares += z * z;
            double mean = sum / k;
            double left = (1 - (squares - k * mean * mean)) / k;
            if (left >= 0 && z >= mean - Math.sqrt(left)) count = k;
        }
        return count;
    }
}
