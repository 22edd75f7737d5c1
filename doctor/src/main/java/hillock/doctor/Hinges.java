package hillock.doctor;

import hillock.nn.Traits;
import hillock.plot.Region;
import java.util.ArrayList;
import java.util.List;

/// Where on a plane the sums of units cross a kink of their activation: marching squares over a grid, exact within each
/// cell
/// where a sum is linear.
final class Hinges {
    private final List<Double> low;
    private final List<Double> high;
    private final int side;
    private final List<Region.Edge> edges = new ArrayList<>();

    /// @param side points of the grid along each input, of which the first runs fastest
    Hinges(List<Double> low, List<Double> high, int side) {
        this.low = low;
        this.high = high;
        this.side = side;
    }

    List<Region.Edge> edges() {
        return edges;
    }

    /// The lines of a layer.
    ///
    /// @param sums at each point of the grid
    void add(List<Traits.Kink> kinks, Columns sums) {
        if (low.size() != 2) return;
        for (Traits.Kink kink : kinks) for (int unit = 0; unit < sums.columns(); unit++) add(kink.x(), sums, unit);
    }

    private void add(double kink, Columns sums, int unit) {
        for (int j = 0; j + 1 < side; j++)
            for (int i = 0; i + 1 < side; i++) {
                double a = sums.at(j * side + i, unit) - kink;
                double b = sums.at(j * side + i + 1, unit) - kink;
                double c = sums.at((j + 1) * side + i, unit) - kink;
                double d = sums.at((j + 1) * side + i + 1, unit) - kink;
                int above = (a > 0 ? 1 : 0) + (b > 0 ? 1 : 0) + (c > 0 ? 1 : 0) + (d > 0 ? 1 : 0);
                if (above > 0 && above < 4) cell(i, j, a, b, c, d);
            }
    }

    /// One line for each pair of sides that are crossed.
    private void cell(int i, int j, double a, double b, double c, double d) {
        double[] x = new double[4];
        double[] y = new double[4];
        int n = 0;
        if (a > 0 != b > 0) {
            x[n] = i + a / (a - b);
            y[n++] = j;
        }
        if (a > 0 != c > 0) {
            x[n] = i;
            y[n++] = j + a / (a - c);
        }
        if (b > 0 != d > 0) {
            x[n] = i + 1;
            y[n++] = j + b / (b - d);
        }
        if (c > 0 != d > 0) {
            x[n] = i + c / (c - d);
            y[n++] = j + 1;
        }
        for (int k = 0; k + 1 < n; k += 2)
            edges.add(new Region.Edge(place(0, x[k]), place(1, y[k]), place(0, x[k + 1]), place(1, y[k + 1])));
    }

    private double place(int input, double step) {
        return low.get(input) + (high.get(input) - low.get(input)) * step / (side - 1);
    }
}
