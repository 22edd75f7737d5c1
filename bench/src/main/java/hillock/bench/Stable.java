package hillock.bench;

import hillock.bench.task.Cold;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.SequencedMap;

/// The processes of the libraries that take part, each started when it is first needed.
final class Stable implements AutoCloseable {
    /// @param copy tells a second process of the same library from the first
    private record Stall(Peer peer, int threads, String copy) {}

    private final Setup setup;
    private final Map<Stall, Child> children = new HashMap<>();
    private final Map<Stall, String> absent = new HashMap<>();
    private final SequencedMap<String, String> conditions = new LinkedHashMap<>();

    private String family = "";

    Stable(Setup setup) {
        this.setup = setup;
    }

    /// Before a work of this family: works of one family are done by the same processes, others begin anew, so that
    /// what a just-in-time compiler has seen in one does not slow down another.
    void settle(String next) {
        if (!family.equals(next)) close();
        family = next;
    }

    /// One who is ready for a work.
    ///
    /// @throws Racer.Absent if the library is not here, or cannot do it
    Racer racer(Entrant entrant, Work work) {
        Child child = child(entrant);
        if (work.task() instanceof Cold cold) return ColdRacer.of(entrant, cold, setup);
        return child.prepare(entrant.label(), work.task().name(), entrant.variant());
    }

    /// Versions and settings of all libraries that were started so far.
    SequencedMap<String, String> conditions() {
        return conditions;
    }

    private Child child(Entrant entrant) {
        Stall stall =
                new Stall(entrant.peer(), entrant.threads(), entrant.peer() == Peer.HILLOCK ? entrant.variant() : "");
        if (absent.containsKey(stall)) throw new Racer.Absent(absent.get(stall));
        return children.computeIfAbsent(stall, this::start);
    }

    private Child start(Stall stall) {
        try {
            Child child = new Child(setup, stall.peer(), stall.threads());
            String name = stall.peer().label() + (stall.threads() == 1 ? "" : " " + stall.threads() + " threads");
            conditions.put(name, child.conditions());
            return child;
        } catch (Racer.Absent e) {
            absent.put(stall, e.getMessage());
            throw e;
        }
    }

    /// Ends all processes; they start anew when they are needed again.
    @Override
    public void close() {
        children.values().forEach(Child::close);
        children.clear();
    }
}
