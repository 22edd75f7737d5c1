package hillock.tensor;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/// The computation graph: tensors and what they were computed from.
final class Graph {
    private Graph() {}

    /// The results and all that they depend on, as far as it is `wanted`, each after all that it was computed from.
    /// Without recursion: a graph may be deeper than the stack.
    static List<Tensor> fromLeavesUp(List<Tensor> results, Predicate<Tensor> wanted) {
        Set<Tensor> seen = new HashSet<>();
        List<Tensor> finished = new ArrayList<>();
        Deque<Visit> path = new ArrayDeque<>();
        for (Tensor result : results) {
            if (!wanted.test(result) || !seen.add(result)) continue;
            path.push(new Visit(result));
            while (!path.isEmpty()) {
                Visit visit = path.peek();
                Tensor next = visit.next();
                if (next == null) finished.add(path.pop().tensor);
                else if (wanted.test(next) && seen.add(next)) path.push(new Visit(next));
            }
        }
        return finished;
    }

    private static final class Visit {
        final Tensor tensor;
        private final List<Tensor> inputs;
        private int at;

        Visit(Tensor tensor) {
            this.tensor = tensor;
            this.inputs = tensor.node().reads();
        }

        Tensor next() {
            return at < inputs.size() ? inputs.get(at++) : null;
        }
    }
}
