package hillock.bench.task;

/// A program from the shell to its end, the start of Java or Python included.
///
/// @param program `sine` or `digits`
public record Cold(String program) implements Task {
    static final String PREFIX = "cold-";

    /// The loss that says that the program learnt.
    public double bound() {
        return program.equals("sine") ? 0.01 : 2;
    }

    @Override
    public String name() {
        return PREFIX + program;
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
