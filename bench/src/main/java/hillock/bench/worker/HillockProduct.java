package hillock.bench.worker;

import hillock.bench.task.Product;
import hillock.tensor.backend.Backend;

/// A matrix product by the engine: what a linear layer and its gradients call.
final class HillockProduct {
    private HillockProduct() {}

    static Job job(Product p) {
        float[] a = p.left();
        float[] b = p.right();
        return Job.repeating(
                () -> Backend.CPU.matmul(
                        1, p.rows(), p.inner(), p.columns(), a, p.leftTransposed(), b, p.rightTransposed()),
                c -> c);
    }
}
