package hillock.expr;

import hillock.expr.Expr.Binary;
import hillock.expr.Expr.Const;
import hillock.expr.Expr.Input;
import hillock.expr.Expr.Param;
import hillock.expr.Expr.Select;
import hillock.expr.Expr.Unary;
import java.util.Arrays;

/// The values of formulas for many inputs at once, in double precision: the numbers of [Expr#evaluate],
/// but each operation runs along the whole array, and what several formulas share is computed once.
///
/// ```java
/// Expr y = Expr.input(0).tanh();
/// Sweep sweep = new Sweep(x);
/// double[] values = sweep.of(y);
/// double[] slopes = sweep.of(Derivative.of(y, 0));      // tanh is not computed again
/// ```
public final class Sweep {
    private final double[][] inputs;
    private final ByObject<double[]> known = new ByObject<>();

    /// A sweep over these inputs, each an array with a number for every position.
    public Sweep(double[]... inputs) {
        this.inputs = inputs;
    }

    /// The value at every position. The array is shared: it is not to be changed.
    ///
    /// @throws IllegalArgumentException if the formula has run-time parameters
    public double[] of(Expr e) {
        return switch (e) {
            case Input(int index) -> inputs[index];
            case Const _, Param _, Unary _, Binary _, Select _ -> known.of(e, this::compute);
        };
    }

    private double[] compute(Expr e) {
        double[] result = new double[inputs[0].length];
        switch (e) {
            case Input(int index) -> System.arraycopy(inputs[index], 0, result, 0, result.length);
            case Const(double value) -> Arrays.fill(result, value);
            case Param(int index) ->
                throw new IllegalArgumentException("run-time parameter " + index + " has no value");
            case Unary(Un op, Expr x) -> {
                double[] a = of(x);
                for (int i = 0; i < result.length; i++) result[i] = op.apply(a[i]);
            }
            case Binary(Bin op, Expr x, Expr y) -> {
                double[] a = of(x);
                double[] b = of(y);
                for (int i = 0; i < result.length; i++) result[i] = op.apply(a[i], b[i]);
            }
            case Select(Expr x, Expr y, Expr yes, Expr no) -> {
                double[] a = of(x);
                double[] b = of(y);
                double[] above = of(yes);
                double[] below = of(no);
                for (int i = 0; i < result.length; i++) result[i] = a[i] > b[i] ? above[i] : below[i];
            }
        }
        return result;
    }
}
