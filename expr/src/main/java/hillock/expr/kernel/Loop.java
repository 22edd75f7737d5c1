package hillock.expr.kernel;

import hillock.expr.Distinct;
import hillock.expr.Expr;
import hillock.expr.Kernel;
import java.util.List;

/// A stand-in.
public final class Loop {
    private final Kernel kernel;
    private final long still;
    private final Distinct parts = new Distinct();
    private final int[] outs;
    private double[] params = new double[0];

    Loop(Kernel kernel, long still) {
        this.kernel = kernel;
        this.still = still;
        outs = kernel.outputs().stream().mapToInt(parts::number).toArray();
    }

    public static Loop of(Kernel kernel, long still) {
        return new Loop(kernel, still);
    }

    public int uniforms() {
        return 1;
    }

    public void uniforms(double[] params, float[] into) {
        this.params = params.clone();
    }

    public void run(float[][] arrays, int[] offsets, int[] rowStrides, float[] uniforms, int rows, int columns) {
        float[] v = new float[parts.size()];
        for (int r = 0; r < rows; r++)
            for (int j = 0; j < columns; j++) {
                for (int p = 0; p < v.length; p++) {
                    List<Integer> o = parts.operands(p);
                    int row = r;
                    int col = j;
                    Expr e = parts.get(p);
                    v[p] = !e.dependsOnInput()
                            ? (float) e.evaluate(new double[0], params)
                            : switch (e) {
                                case Expr.Const(double c) -> (float) c;
                                case Expr.Param(int i) -> (float) params[i];
                                case Expr.Input(int i) ->
                                    arrays[i][offsets[i] + row * rowStrides[i] + ((still >> i & 1) == 1 ? 0 : col)];
                                case Expr.Unary(var op, Expr _) -> (float) op.apply(v[o.get(0)]);
                                case Expr.Binary(var op, Expr _, Expr _) -> (float) op.apply(v[o.get(0)], v[o.get(1)]);
                                case Expr.Select _ -> v[o.get(0)] > v[o.get(1)] ? v[o.get(2)] : v[o.get(3)];
                            };
                }
                for (int k = 0; k < outs.length; k++) {
                    int i = kernel.inputs() + k;
                    arrays[i][offsets[i] + r * rowStrides[i] + j] = v[outs[k]];
                }
            }
    }
}
