package hillock.nn.solve;

/// The limited-memory BFGS method: steps along `-H·g`, where H approximates the inverse of the second
/// derivatives from the last `historySize` steps and the changes of the gradient along them.
///
/// ```java
/// double[] x = {-1.2, 1};
/// Lbfgs.DEFAULT.minimise((at, gradient) -> rosenbrock(at, gradient), x, 100);
/// ```
///
/// The settings are those of
/// [torch.optim.LBFGS](https://pytorch.org/docs/stable/generated/torch.optim.LBFGS.html), and so are
/// the steps. Only `line_search_fn` is `strong_wolfe` unless asked otherwise, where PyTorch's default
/// is none. Sources: Nocedal, Wright, *Numerical Optimization*, algorithms 7.4 and 3.5.
///
/// @param lr the length of steps, or with line search the length that is tried first
/// @param maxIter iterations of each [LbfgsRun#step]
/// @param maxEval evaluations of the function after which a [LbfgsRun#step] ends
/// @param toleranceGrad no part of the gradient exceeds it: the minimum is found
/// @param toleranceChange neither the value nor any number changes by more: it is found, too
/// @param historySize how many steps are remembered
/// @param strongWolfe whether each length is searched for, so that the value falls and the slope flattens
public record Lbfgs(
        double lr,
        int maxIter,
        int maxEval,
        double toleranceGrad,
        double toleranceChange,
        int historySize,
        boolean strongWolfe)
        implements Method {
    /// PyTorch's defaults, with line search.
    public static final Lbfgs DEFAULT = new Lbfgs(1, 20, 25, 1e-7, 1e-9, 100, true);

    public Lbfgs {
        if (!(lr > 0)) throw new IllegalArgumentException("lr has to be above 0, not " + lr);
        if (historySize < 1)
            throw new IllegalArgumentException("history_size has to be at least 1, not " + historySize);
    }

    /// A smooth function: returns its value at `x` and writes its gradient.
    public interface Objective {
        double at(double[] x, double[] gradient);
    }

    /// The same method that ends at other tolerances.
    public Lbfgs tolerance(double grad, double change) {
        return new Lbfgs(lr, maxIter, maxEval, grad, change, historySize, strongWolfe);
    }

    /// The same method that remembers so many steps.
    public Lbfgs historySize(int steps) {
        return new Lbfgs(lr, maxIter, maxEval, toleranceGrad, toleranceChange, steps, strongWolfe);
    }

    /// Begins at `x`, which moves from then on.
    public LbfgsRun start(Objective f, double[] x) {
        return new LbfgsRun(this, f, x);
    }

    /// Improves `x` in place until a tolerance is reached, or for so many iterations. Returns the
    /// largest part of the gradient at the end.
    public double minimise(Objective f, double[] x, int iterations) {
        LbfgsRun run = start(f, x);
        int done = 0;
        while (done < iterations && run.iterate()) done++;
        return run.steepest();
    }
}
