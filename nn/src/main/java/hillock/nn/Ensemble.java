package hillock.nn;

import hillock.tensor.Tensor;
import java.util.List;

/// Several modules that answer the same question: the mean of their outputs.
///
/// Where outputs are logits, that is the geometric mean of the probabilities, normalised again.
///
/// ```java
/// Module together = new Ensemble(List.of(first, second, third));
/// ```
public record Ensemble(List<Module> members) implements Module {
    public Ensemble {
        members = List.copyOf(members);
        if (members.isEmpty()) throw new IllegalArgumentException("an ensemble needs at least one member");
    }

    @Override
    public Tensor forward(Tensor x, Pass pass) {
        Tensor sum = members.getFirst().forward(x, pass);
        for (Module member : members.subList(1, members.size())) sum = sum.plus(member.forward(x, pass));
        return sum.div(members.size());
    }
}
