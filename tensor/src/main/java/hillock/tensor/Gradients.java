package hillock.tensor;

import hillock.tensor.Node.Leaf;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The derivatives of one number for every leaf that asked: a value that is returned, with nothing to reset.
///
/// ```java
/// Tensor w = Tensor.of(1, 2, 3).requiresGradient();
/// Gradients g = w.times(w).sum().gradients();
/// g.of(w);     // 2 4 6
/// ```
///
/// Reverse mode: the graph is walked from the result to the leaves, each node once, after all nodes that read it. A
/// tensor that is read in several places gets the sum of what flows back from each.
public final class Gradients {
    private final Map<Tensor, Tensor> byLeaf;

    private Gradients(Map<Tensor, Tensor> byLeaf) {
        this.byLeaf = byLeaf;
    }

    /// The gradient for a leaf, of the leaf's shape; zeros if the result does not depend on it.
    ///
    /// @throws IllegalArgumentException if the tensor is no leaf that asked for a gradient
    public Tensor of(Tensor leaf) {
        if (!(leaf.node() instanceof Leaf(boolean wants)) || !wants) {
            throw new IllegalArgumentException("gradients are kept for leaves that asked by requiresGradient()");
        }
        Tensor gradient = byLeaf.get(leaf);
        return gradient != null ? gradient : Tensor.zeros(leaf.shape().dims());
    }

    static Tensor seed(Tensor y) {
        if (y.shape().size() != 1) {
            throw new IllegalArgumentException(
                    "gradients are of a single number, not of shape " + y.shape() + ": sum() or mean() it first");
        }
        return Tensor.ones(y.shape().dims());
    }

    static Gradients of(Tensor y, Tensor seed, boolean differentiable) {
        Map<Tensor, Tensor> arrived = new HashMap<>();
        Map<Tensor, Tensor> leaves = new HashMap<>();
        if (y.isTracked()) arrived.put(y, seed);
        for (Tensor t : Graph.fromLeavesUp(List.of(y), Tensor::isTracked).reversed()) {
            Tensor upstream = arrived.remove(t);
            if (upstream == null) continue;
            if (t.node() instanceof Leaf) leaves.put(t, upstream);
            else flowBack(t, upstream, differentiable, arrived);
        }
        return new Gradients(leaves);
    }

    private static void flowBack(Tensor t, Tensor upstream, boolean differentiable, Map<Tensor, Tensor> arrived) {
        List<Tensor> inputs = t.node().inputs();
        // Without their history the inputs leave no graph behind in what is computed from them.
        Node node = differentiable ? t.node() : t.node().withInputs(detached(inputs));
        List<Boolean> wanted = inputs.stream().map(Tensor::isTracked).toList();
        List<Tensor> gradients = Vjp.of(node, differentiable ? t : t.detach(), upstream, wanted);
        for (int i = 0; i < inputs.size(); i++) {
            if (wanted.get(i)) arrived.merge(inputs.get(i), gradients.get(i), Tensor::plus);
        }
    }

    private static List<Tensor> detached(List<Tensor> tensors) {
        return tensors.stream().map(Tensor::detach).toList();
    }
}
