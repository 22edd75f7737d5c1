package hillock.bench.worker;

import hillock.bench.task.Product;
import hillock.tensor.backend.Gemm;
import hillock.tensor.backend.Matrix;

/// A matrix product by the engine: what a linear layer and its gradients call.
final class HillockProduct {
    private HillockProduct() {}

    static Job job(Product p) {
        Matrix a = new Matrix(p.left(), 0, p.rows(), p.inner(), p.leftTransposed());
        Matrix b = new Matrix(p.right(), 0, p.inner(), p.columns(), p.rightTransposed());
        float[] c = new float[p.rows() * p.columns()];
        return Job.repeating(
                () -> {
                    Gemm.multiply(1, a, b, c, 0, null);
                    return c;
                },
                result -> result);
    }
}
