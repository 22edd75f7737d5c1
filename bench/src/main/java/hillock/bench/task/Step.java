package hillock.bench.task;

import java.util.List;

/// A step of training a network by Adam with PyTorch's settings: a batch is put together from shuffled rows, the loss
/// and
/// its gradients are computed, the weights moved. Cross-entropy for ten outputs, else the mean squared error.
public record Step(List<Integer> widths) implements Task, Network {
    /// Batches in the rows that are trained on.
    public static final int BATCHES = 8;
    /// Steps on one and the same batch whose losses are compared.
    public static final int COMPARED = 10;
    /// Adam's ε for libraries that add it to √v before v is corrected for its start at 0: what PyTorch's 1e-8, added
    /// afterwards, comes to in the first step.
    public static final double EPSILON_BEFORE = 1e-8 * Math.sqrt(1 - 0.999);

    public Step {
        widths = List.copyOf(widths);
    }

    /// Rows in a batch.
    public int batch() {
        return switch (in(0)) {
            case 1 -> 64;
            case 784 -> 128;
            default -> 256;
        };
    }

    /// Whether the targets are class numbers.
    public boolean classifies() {
        return widths.getLast() == 10;
    }

    /// Inputs of so many rows.
    public float[] x(int rows) {
        return Noise.uniform(1, rows * in(0), classifies() ? 0 : -1, 1);
    }

    /// Targets for the rows: a class, or the product of the first and the last input.
    public float[] y(int rows) {
        float[] y = new float[rows];
        float[] x = x(rows);
        float[] noise = Noise.uniform(2, rows, 0, 1);
        int columns = in(0);
        for (int i = 0; i < rows; i++) {
            y[i] = classifies() ? (int) (noise[i] * 10) : x[i * columns] * x[(i + 1) * columns - 1];
        }
        return y;
    }

    @Override
    public String name() {
        return "step-" + Task.text(widths);
    }

    /// Forward once, backward twice, but nothing flows back to the inputs.
    @Override
    public double amount() {
        return batch() * (3 * flops() - 2.0 * in(0) * out(0));
    }

    @Override
    public Unit unit() {
        return Unit.FLOPS;
    }
}
