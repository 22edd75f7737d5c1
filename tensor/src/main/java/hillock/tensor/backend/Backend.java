package hillock.tensor.backend;

import hillock.expr.Kernel;
import hillock.expr.kernel.Operand;
import java.util.List;

/// The operations a device offers. They are few because all elementwise work is one of them.
///
/// The result of each depends on its arguments alone, to the last bit: never on the number of threads.
public interface Backend {
    /// This machine's processor.
    Backend CPU = new Cpu();

    /// Every output of the kernel at every position of `dims`.
    void pointwise(Kernel kernel, int[] dims, List<Operand> inputs, double[] params, float[][] results);

    /// Sums over the middle dimension of `[outer, reduced, inner]`.
    float[] sum(float[] x, int outer, int reduced, int inner);

    /// Maxima over the middle dimension of `[outer, reduced, inner]`; NaN where one is NaN.
    float[] max(float[] x, int outer, int reduced, int inner);

    /// `stack` products `[m, k] · [k, n]`; a transposed operand is stored as `[k, m]` or `[n, k]`.
    float[] matmul(int stack, int m, int k, int n, float[] a, boolean transposeA, float[] b, boolean transposeB);

    /// Reads `x[offset + Σ index·stride]` for each index of `dims` into a contiguous array.
    void read(int[] dims, float[] x, int[] strides, int offset, float[] into);

    /// Writes a contiguous array of shape `dims` to `into[offset + Σ index·stride]`.
    void write(int[] dims, float[] x, float[] into, int[] strides, int offset);
}
