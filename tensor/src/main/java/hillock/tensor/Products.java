package hillock.tensor;

import hillock.tensor.Node.MatMul;
import hillock.tensor.backend.Gemm;
import hillock.tensor.backend.Matrix;
import java.util.Arrays;

/// Matrix products.
final class Products {
    private Products() {}

    /// `x · weightᵀ`, with all dimensions of `x` but the last taken as rows.
    static Tensor linear(Tensor x, Tensor weight) {
        if (weight.shape().rank() != 2
                || x.shape().rank() == 0
                || x.shape().dim(-1) != weight.shape().dim(1)) {
            throw mismatch(x.shape(), weight.shape(), "transposed");
        }
        int[] dims = x.shape().dims();
        Tensor product = matmul(x.reshape(rows(x.shape()), dims[dims.length - 1]), false, weight, true);
        dims[dims.length - 1] = weight.shape().dim(0);
        return product.reshape(dims);
    }

    static Tensor matmul(Tensor a, Tensor b) {
        checkFit(a.shape(), b.shape());
        if (a.shape().rank() == 1)
            return matmul(a.unsqueeze(0), b).squeeze(b.shape().rank() == 1 ? 0 : -2);
        if (b.shape().rank() == 1) return matmul(a, b.unsqueeze(1)).squeeze(-1);
        return b.shape().rank() == 2 ? rows(a, b) : stacks(a, b);
    }

    private static void checkFit(Shape a, Shape b) {
        boolean fit = a.rank() > 0 && b.rank() > 0 && a.dim(-1) == b.dim(b.rank() == 1 ? 0 : -2);
        if (fit && a.rank() > 2 && b.rank() > 2) fit = leading(a).broadcasts(leading(b));
        if (!fit) throw mismatch(a, b, "");
    }

    /// A stack of matrices times one matrix is one tall matrix times that matrix.
    private static Tensor rows(Tensor a, Tensor b) {
        int[] dims = a.shape().dims();
        int k = dims[dims.length - 1];
        dims[dims.length - 1] = b.shape().dim(1);
        return matmul(a.reshape(rows(a.shape()), k), false, b, false).reshape(dims);
    }

    /// All dimensions but the last, taken as one. (The size divided by the last would say nothing where that is 0.)
    private static int rows(Shape shape) {
        int rows = 1;
        for (int d = 0; d < shape.rank() - 1; d++) rows *= shape.dim(d);
        return rows;
    }

    private static Tensor stacks(Tensor a, Tensor b) {
        Shape stack = leading(a.shape()).broadcast(leading(b.shape()));
        Tensor product = matmul(flat(a, stack), false, flat(b, stack), false);
        return product.reshape(joined(stack, a.shape().dim(-2), b.shape().dim(-1)));
    }

    private static Tensor flat(Tensor t, Shape stack) {
        int rows = t.shape().dim(-2);
        int columns = t.shape().dim(-1);
        return t.expand(joined(stack, rows, columns)).reshape(stack.size(), rows, columns);
    }

    private static Shape leading(Shape shape) {
        return Shape.of(Arrays.copyOf(shape.dims(), shape.rank() - 2));
    }

    private static int[] joined(Shape stack, int rows, int columns) {
        int[] dims = Arrays.copyOf(stack.dims(), stack.rank() + 2);
        dims[stack.rank()] = rows;
        dims[stack.rank() + 1] = columns;
        return dims;
    }

    /// The product of two matrices, or of two stacks of equally many.
    static Tensor matmul(Tensor a, boolean transposeA, Tensor b, boolean transposeB) {
        int m = a.shape().dim(transposeA ? -1 : -2);
        int n = b.shape().dim(transposeB ? -2 : -1);
        Shape shape =
                a.shape().rank() == 2 ? Shape.of(m, n) : Shape.of(a.shape().dim(0), m, n);
        return Forward.compute(new MatMul(a, transposeA, b, transposeB), shape);
    }

    static float[] numbers(MatMul product, Shape shape) {
        int m = shape.dim(-2);
        int n = shape.dim(-1);
        int k = product.a().shape().dim(product.transposeA() ? -2 : -1);
        int stack = shape.rank() == 2 ? 1 : shape.dim(0);
        float[] result = new float[shape.size()];
        Matrix a = new Matrix(product.a().data(), 0, m, k, product.transposeA());
        Matrix b = new Matrix(product.b().data(), 0, k, n, product.transposeB());
        Gemm.multiply(stack, a, b, result, 0, null);
        return result;
    }

    private static IllegalArgumentException mismatch(Shape a, Shape b, String how) {
        String other = b + (how.isEmpty() ? "" : " " + how);
        return new IllegalArgumentException("cannot multiply matrices of shapes " + a + " and " + other);
    }
}
