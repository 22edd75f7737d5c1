package hillock.tensor;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// Gives the buffers of a plan their places: one whose numbers nobody reads any more makes room for the next.
final class Memory {
    private final Map<Buffer, Integer> lastReads = new HashMap<>();
    private final Set<Buffer> ours = new HashSet<>();
    private final List<float[]> free = new ArrayList<>();

    private Memory() {}

    static void assign(List<Operation> operations) {
        new Memory().run(operations);
    }

    private void run(List<Operation> operations) {
        for (int i = 0; i < operations.size(); i++) {
            for (Buffer b : operations.get(i).reads()) lastReads.put(b, i);
        }
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            if (operation instanceof Operation.Product p) product(p, i);
            else if (operation instanceof Fused f) fused(f, i);
            else for (Buffer b : operation.writes()) place(b);
            for (Buffer b : operation.reads()) if (ours.contains(b) && lastReads.get(b) == i) release(b);
            for (Buffer b : operation.writes()) if (ours.contains(b) && !lastReads.containsKey(b)) release(b);
        }
    }

    private void product(Operation.Product p, int at) {
        place(p.result());
        if (p.then() == null) return;
        // What only the attached loop reads of the product may be overwritten by it, row by row.
        if (!lastReads.containsKey(p.result())) lastReads.put(p.result(), at);
        fused(p.then(), at);
    }

    private void fused(Fused f, int at) {
        for (Buffer written : f.writes()) {
            if (written.isSettled()) continue;
            for (Buffer read : f.reads()) {
                boolean dies = ours.contains(read) && lastReads.getOrDefault(read, -1) == at;
                if (dies && f.mayReplace(read)) {
                    written.settle(read.array, read.offset);
                    ours.remove(read);
                    ours.add(written);
                    break;
                }
            }
            place(written);
        }
    }

    private void place(Buffer b) {
        if (b.isSettled()) return;
        ours.add(b);
        float[] best = null;
        for (float[] array : free) {
            boolean fits = array.length >= b.size && array.length / 2 <= b.size;
            if (fits && (best == null || array.length < best.length)) best = array;
        }
        if (best != null) free.remove(best);
        b.settle(best == null ? new float[b.size] : best, 0);
    }

    private void release(Buffer b) {
        ours.remove(b);
        free.add(b.array);
    }
}
