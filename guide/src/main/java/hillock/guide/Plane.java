package hillock.guide;

import hillock.nn.Activations;
import hillock.nn.Module;
import hillock.plot.Grid;
import hillock.plot.Panel;
import hillock.plot.Points;
import hillock.plot.Range;
import hillock.plot.Region;
import hillock.tensor.Tensor;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// What a network with two inputs and one logit says about every point of a square.
final class Plane {
    private static final int CELLS = 60;

    private Plane() {}

    /// The probability of class 1 in soft colours, under the points of classes 0 and 1.
    static Panel panel(String title, Module logit, double[][] points, double[] classes, double lo, double hi) {
        double[][] centres = new double[CELLS * CELLS][];
        double step = (hi - lo) / CELLS;
        for (int i = 0; i < centres.length; i++) {
            int column = i % CELLS;
            int row = i / CELLS;
            centres[i] = new double[] {lo + (column + 0.5) * step, lo + (row + 0.5) * step};
        }
        Tensor probability = Activations.SIGMOID.apply(logit.apply(Tensor.of(centres)));
        double[] flat = probability.toDoubles();
        double[][] cells = new double[CELLS][];
        Arrays.setAll(cells, row -> Arrays.copyOfRange(flat, row * CELLS, (row + 1) * CELLS));
        Range side = new Range(lo, hi);
        Region region = new Region(List.of("0", "1"), side, side, Grid.of(cells));
        return Panel.of(title, "x1", "x2", region, points("0", points, classes, 0), points("1", points, classes, 1));
    }

    private static Points points(String name, double[][] points, double[] classes, double wanted) {
        List<double[]> chosen = new ArrayList<>();
        for (int i = 0; i < points.length; i++) if (classes[i] == wanted) chosen.add(points[i]);
        return Points.of(
                name,
                chosen.stream().mapToDouble(p -> p[0]).toArray(),
                chosen.stream().mapToDouble(p -> p[1]).toArray());
    }
}
