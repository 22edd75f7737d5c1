package hillock.bench.task;

/// Fused multiply-adds on numbers that stay in registers: what the processor can do at most.
public record Peak() implements Task {
    static final String NAME = "peak";

    /// How many vectors are added to side by side: enough to hide the latency of one.
    public static final int CHAINS = 12;
    /// Multiply-adds on each in one repetition.
    public static final int ROUNDS = 100_000;

    @Override
    public String name() {
        return NAME;
    }

    /// Of vectors of 16 numbers.
    @Override
    public double amount() {
        return 2.0 * 16 * CHAINS * ROUNDS;
    }

    @Override
    public Unit unit() {
        return Unit.FLOPS;
    }
}
