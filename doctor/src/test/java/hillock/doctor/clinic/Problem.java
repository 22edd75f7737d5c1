package hillock.doctor.clinic;

import hillock.data.Dataset;
import hillock.tensor.Rng;
import hillock.tensor.Tensor;

/// Something to learn that a sound network learns, with inputs of mean about 0 and size about 1.
enum Problem {
    /// One wave over one input.
    SINE(1, 1, (x, rng) -> Math.sin(2 * x[0])),
    /// A product of waves over two inputs.
    WAVES(2, 1, (x, rng) -> Math.sin(1.5 * x[0]) + Math.cos(x[1])),
    /// Five inputs of which all count, with some noise.
    FIVE(5, 1, (x, rng) -> x[0] * x[1] + Math.sin(x[2]) + 0.5 * x[3] - 0.3 * x[4] + 0.1 * rng.normal()),
    /// A plane, with noise.
    PLANE(8, 1, (x, rng) -> (x[0] - x[1] + 0.5 * x[2] + 0.5 * x[5]) / 1.5 + 0.3 * rng.normal()),
    /// Inside or outside of a circle.
    CIRCLE(2, 2, (x, rng) -> x[0] * x[0] + x[1] * x[1] < 1.2 ? 1 : 0),
    /// Opposite quarters.
    XOR(2, 2, (x, rng) -> x[0] * x[1] > 0 ? 1 : 0),
    /// Three sectors.
    SECTORS(2, 3, (x, rng) -> Math.floor((Math.atan2(x[1], x[0]) / Math.PI + 1) * 1.4999)),
    /// Four classes of six inputs, overlapping.
    FOUR(6, 4, (x, rng) -> (x[0] + 0.3 * rng.normal() > 0 ? 1 : 0) + (x[1] + x[2] > 0 ? 2 : 0));

    final int inputs;
    final int classes;
    private final Target target;

    interface Target {
        double of(double[] x, Rng rng);
    }

    /// @param classes 1 for a number
    Problem(int inputs, int classes, Target target) {
        this.inputs = inputs;
        this.classes = classes;
        this.target = target;
    }

    boolean isRegression() {
        return classes == 1;
    }

    /// Outputs of the network that learns it.
    int outputs() {
        return classes > 2 ? classes : 1;
    }

    /// Rows drawn at random, as a network learns them: numbers or 0 and 1 `[n, 1]`, class numbers `[n]`.
    Dataset rows(int count, long seed) {
        Rng rng = Rng.of(seed);
        double[] x = new double[count * inputs];
        double[] y = new double[count];
        double[] one = new double[inputs];
        for (int r = 0; r < count; r++) {
            for (int c = 0; c < inputs; c++) x[r * inputs + c] = one[c] = rng.uniform(-1.73, 1.73);
            y[r] = target.of(one, rng);
        }
        Tensor targets = Tensor.of(y);
        return new Dataset(Tensor.of(x).reshape(count, inputs), outputs() == 1 ? targets.unsqueeze(1) : targets);
    }
}
