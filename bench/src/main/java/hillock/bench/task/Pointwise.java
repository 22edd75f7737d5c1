package hillock.bench.task;

/// An activation of so many numbers, or its value and what flows back through it.
///
/// @param function by PyTorch's name; softmax is taken over rows
/// @param gradient also `dx = g · f'(x)` for a given g
/// @param into into memory that is there already, rather than as a user writes it
public record Pointwise(String function, int size, boolean gradient, boolean into) implements Task {
    /// The length of the rows that softmax is taken over.
    public int columns() {
        return size == 1000 ? 10 : Math.min(size, 1000);
    }

    public int rows() {
        return size / columns();
    }

    /// The numbers it is applied to.
    public float[] x() {
        return Noise.uniform(1, size, -5, 5);
    }

    /// What flows back from behind it.
    public float[] upstream() {
        return Noise.uniform(2, size, -1, 1);
    }

    @Override
    public String name() {
        return function + "-1e" + Math.round(Math.log10(size)) + (gradient ? "-gradient" : "-forward")
                + (into ? "-into" : "");
    }

    @Override
    public double amount() {
        return size;
    }

    @Override
    public Unit unit() {
        return Unit.ELEMENTS;
    }
}
