package hillock.plot;

import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;

/// The losses of one network by epoch, counted from 1.
///
/// ```java
/// LossHistory one = LossHistory.of(new double[] {0.9, 0.5, 0.3}, new double[] {1.0, 0.6, 0.7}, 2);
/// Figure figure = Figures.lossCurves(List.of(one, other), Labels.ENGLISH);
/// ```
///
/// @param validation without values, or NaN, where there is none
/// @param bestEpoch the epoch whose weights were kept; 0 for none
public record LossHistory(Values training, Values validation, int bestEpoch) {
    public static LossHistory of(double[] training, double[] validation, int bestEpoch) {
        return new LossHistory(Values.of(training), Values.of(validation), bestEpoch);
    }

    /// The loss of the best epoch, where the curves have a point for it.
    double best() {
        Values curve = hasValidation() ? validation : training;
        return bestEpoch < 1 || bestEpoch > curve.size() ? Double.NaN : curve.get(bestEpoch - 1);
    }

    boolean hasValidation() {
        return IntStream.range(0, validation.size()).anyMatch(i -> Double.isFinite(validation.get(i)));
    }

    /// All curves of several networks as one line with gaps between them.
    static Line together(List<LossHistory> networks, Function<LossHistory, Values> curve) {
        double[] x = networks.stream()
                .map(curve)
                .flatMapToDouble(c -> IntStream.rangeClosed(1, c.size() + 1).asDoubleStream())
                .toArray();
        double[] y = networks.stream()
                .map(curve)
                .flatMapToDouble(c -> IntStream.rangeClosed(0, c.size()).mapToDouble(i -> orGap(c, i)))
                .toArray();
        return new Line("", Values.of(x), Values.of(y), Line.Look.FAINT);
    }

    /// The median of all curves at each epoch. A network that is done stays at its last loss.
    static Line median(String name, List<LossHistory> networks, Function<LossHistory, Values> curve) {
        List<Values> curves =
                networks.stream().map(curve).filter(c -> c.size() > 0).toList();
        int longest = curves.stream().mapToInt(Values::size).max().orElse(0);
        double[] medians = IntStream.range(0, longest)
                .mapToDouble(epoch -> median(curves, epoch))
                .toArray();
        return new Line(name, Values.counting(1, longest), Values.of(medians));
    }

    private static double median(List<Values> curves, int epoch) {
        double[] sorted = curves.stream()
                .mapToDouble(c -> c.get(Math.min(epoch, c.size() - 1)))
                .filter(Double::isFinite)
                .sorted()
                .toArray();
        int n = sorted.length;
        return n == 0 ? Double.NaN : (sorted[(n - 1) / 2] + sorted[n / 2]) / 2;
    }

    private static double orGap(Values curve, int i) {
        return i < curve.size() ? curve.get(i) : Double.NaN;
    }
}
