package hillock.tensor;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/// While a computation is recorded every result keeps the operation it came from, so that a [Plan] can be made of it.
/// What makes a recording useless for other numbers, such as a look at a result that may decide what is computed next,
/// spoils it.
final class Recording {
    private static final ThreadLocal<Recording> CURRENT = new ThreadLocal<>();

    /// How many threads record: while none does, nobody has to ask further.
    private static volatile int running;

    private final Map<Tensor, Variable> variables = new HashMap<>();
    private String spoiled;

    private Recording() {}

    /// What the work computes, on this thread.
    ///
    /// @param variables is told the leaves that stand for variables
    /// @throws Plan.NotReplayable if the work cannot be replayed
    static List<Tensor> of(Supplier<List<Tensor>> work, Map<Tensor, Variable> variables) {
        Recording before = CURRENT.get();
        Recording recording = new Recording();
        CURRENT.set(recording);
        count(1);
        try {
            List<Tensor> results = work.get();
            if (recording.spoiled != null) throw new Plan.NotReplayable(recording.spoiled);
            variables.putAll(recording.variables);
            return results;
        } finally {
            count(-1);
            CURRENT.set(before);
        }
    }

    private static synchronized void count(int change) {
        running += change;
    }

    static boolean isRunning() {
        return running > 0 && CURRENT.get() != null;
    }

    /// Something happened that a replay would not repeat.
    static void spoil(String reason) {
        if (running == 0) return;
        Recording current = CURRENT.get();
        if (current != null && current.spoiled == null) current.spoiled = reason;
    }

    /// A variable's value was read.
    static void reads(Variable variable, Tensor value) {
        if (running == 0) return;
        Recording current = CURRENT.get();
        if (current != null) current.variables.put(value, variable);
    }
}
