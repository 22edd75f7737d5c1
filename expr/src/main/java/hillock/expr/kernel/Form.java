package hillock.expr.kernel;

/// A compiled loop over rows: see [Loop#run].
interface Form {
    void run(float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int rows, int columns);
}
