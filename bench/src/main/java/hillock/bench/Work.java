package hillock.bench;

import hillock.bench.task.Task;
import java.util.List;

/// A line of the results: a task and who does it, Hillock first.
///
/// @param group what kind of work: `gemm`, `pointwise`, `step`, …
/// @param family works of one family are done by the same processes, one after the other
record Work(String name, String group, String family, Task task, Tolerance tolerance, List<Entrant> entrants) {
    /// Whether `--only` with this word means this work: its name, its beginning up to a hyphen, its group, or a pattern
    /// with `*`.
    boolean isMeant(String only) {
        if (only.contains("*")) return name.matches(("\\Q" + only + "\\E").replace("*", "\\E.*\\Q"));
        return name.equals(only) || name.startsWith(only + "-") || group.equals(only);
    }

    Work with(List<Entrant> others) {
        return new Work(name, group, family, task, tolerance, others);
    }
}
