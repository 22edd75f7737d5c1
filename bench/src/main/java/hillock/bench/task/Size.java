package hillock.bench.task;

/// What a program has to bring along: bytes, not seconds.
public record Size() implements Task {
    static final String NAME = "size";

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public double amount() {
        return 0;
    }

    @Override
    public Unit unit() {
        return Unit.NONE;
    }
}
