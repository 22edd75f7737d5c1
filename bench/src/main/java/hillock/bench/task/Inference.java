package hillock.bench.task;

import java.util.List;

/// One row through a trained network of linear layers and relu.
public record Inference(List<Integer> widths) implements Task, Network {
    public Inference {
        widths = List.copyOf(widths);
    }

    /// The row.
    public float[] x() {
        return Noise.uniform(1, in(0), -1, 1);
    }

    @Override
    public String name() {
        return "infer-" + Task.text(widths);
    }

    @Override
    public double amount() {
        return flops();
    }

    @Override
    public Unit unit() {
        return Unit.FLOPS;
    }
}
