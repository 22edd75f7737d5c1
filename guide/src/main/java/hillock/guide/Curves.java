package hillock.guide;

import hillock.plot.Line;
import hillock.plot.Values;
import java.util.List;

/// Lines of measured curves.
final class Curves {
    private Curves() {}

    /// Losses over epochs, which count from 1.
    static Line losses(String name, List<Double> losses) {
        double[] values = losses.stream().mapToDouble(d -> d).toArray();
        return new Line(name, Values.counting(1, values.length), Values.of(values));
    }
}
