package hillock.bench.task;

import java.util.List;

/// What a task with a network starts from: the same weights for every library.
public interface Network {
    /// Inputs, hidden units, outputs.
    List<Integer> widths();

    /// How many layers there are.
    default int layers() {
        return widths().size() - 1;
    }

    default int in(int layer) {
        return widths().get(layer);
    }

    default int out(int layer) {
        return widths().get(layer + 1);
    }

    /// The weights `[out, in]` of a layer, even in ±1/√in.
    default float[] weight(int layer) {
        double bound = 1 / Math.sqrt(in(layer));
        return Noise.uniform(100 + 2 * layer, in(layer) * out(layer), -bound, bound);
    }

    /// The biases of a layer, even in ±1/√in.
    default float[] bias(int layer) {
        double bound = 1 / Math.sqrt(in(layer));
        return Noise.uniform(101 + 2 * layer, out(layer), -bound, bound);
    }

    /// tanh for the network that fits a curve, else relu.
    default String activation() {
        return widths().getFirst() == 1 ? "tanh" : "relu";
    }

    /// Multiplications and additions of one row through the network.
    default double flops() {
        double sum = 0;
        for (int i = 0; i < layers(); i++) sum += 2.0 * in(i) * out(i);
        return sum;
    }
}
