package hillock.plot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/// The figures that training and teaching need, from plain arrays.
///
/// ```java
/// double[] training = {0.9, 0.5, 0.3, 0.25};
/// double[] validation = {1.0, 0.6, 0.4, 0.45};
/// System.out.print(Figures.lossCurves(training, validation, 3, Labels.ENGLISH).toText(80, 24, true));
/// ```
public final class Figures {
    // From here on the last epochs of a linear plot are one flat line.
    private static final double LOG_FROM = 20;

    private Figures() {}

    /// A function and its derivative side by side. Several: one [Figure#below] the other.
    public static Figure functionAndDerivative(
            String functionTitle, String derivativeTitle, double[] x, double[] y, double[] dydx) {
        return Figure.of(
                "",
                Panel.of(functionTitle, "x", "", Line.of("", x, y)),
                Panel.of(derivativeTitle, "x", "", Line.of("", x, dydx)));
    }

    /// Panels side by side, each with a curve for every name over the same x.
    ///
    /// @param titles of the panels
    /// @param names of the curves, for the legend
    /// @param curves for each panel, the curves in the order of the names
    public static Figure sideBySide(List<String> titles, List<String> names, double[] x, List<List<double[]>> curves) {
        List<Panel> panels = new ArrayList<>();
        for (int p = 0; p < titles.size(); p++) {
            List<Line> lines = new ArrayList<>();
            for (int i = 0; i < names.size(); i++) {
                String name = names.size() == 1 ? "" : names.get(i);
                lines.add(Line.of(name, x, curves.get(p).get(i)));
            }
            panels.add(Panel.of(titles.get(p), "x", "", lines));
        }
        return Figure.of("", panels.toArray(Panel[]::new));
    }

    /// Losses by epoch, counted from 1; the loss axis is logarithmic where the losses span more
    /// than a factor of 20.
    ///
    /// @param validation may be empty
    /// @param bestEpoch  the epoch whose weights were kept, counted from 1; 0 for none
    public static Figure lossCurves(double[] training, double[] validation, int bestEpoch, Labels labels) {
        return lossCurves(List.of(LossHistory.of(training, validation, bestEpoch)), labels);
    }

    /// The losses of networks that answer together: a thin line for each, the median of all as a thick one,
    /// and a point at each best epoch. One network alone as above.
    public static Figure lossCurves(List<LossHistory> networks, Labels labels) {
        boolean validated = networks.stream().anyMatch(LossHistory::hasValidation);
        List<Series> series = new ArrayList<>(curves(labels.training(), networks, LossHistory::training));
        if (validated) series.addAll(curves(labels.validation(), networks, LossHistory::validation));
        boolean several = networks.size() > 1;
        bestEpochs(networks, labels).ifPresent(series::add);
        String title = several ? labels.lossCurvesOf().formatted(networks.size()) : labels.lossCurves();
        Panel panel = Panel.of(title, labels.epoch(), labels.loss(), series);
        return single(panel.withLogY(spansFar(networks)));
    }

    private static List<Line> curves(String name, List<LossHistory> networks, Function<LossHistory, Values> curve) {
        Line middle = LossHistory.median(name, networks, curve);
        return networks.size() > 1 ? List.of(LossHistory.together(networks, curve), middle) : List.of(middle);
    }

    private static Optional<Series> bestEpochs(List<LossHistory> networks, Labels labels) {
        List<LossHistory> marked =
                networks.stream().filter(n -> n.bestEpoch() > 0).toList();
        if (marked.isEmpty()) return Optional.empty();
        int first = marked.getFirst().bestEpoch();
        if (networks.size() == 1) return Optional.of(Rule.vertical(labels.bestEpoch() + " " + first, first));
        double[] x = marked.stream().mapToDouble(LossHistory::bestEpoch).toArray();
        double[] y = marked.stream().mapToDouble(LossHistory::best).toArray();
        return Optional.of(Points.of(labels.bestEpochs(), x, y));
    }

    private static boolean spansFar(List<LossHistory> networks) {
        double[] finite = networks.stream()
                .flatMap(n -> Stream.of(n.training(), n.validation()))
                .flatMapToDouble(v -> Arrays.stream(v.toArray()))
                .filter(Double::isFinite)
                .toArray();
        double least = Arrays.stream(finite).min().orElse(1);
        double greatest = Arrays.stream(finite).max().orElse(1);
        return least > 0 && greatest / least > LOG_FROM;
    }

    /// The curve that a network fitted, over the rows it was trained on and those it was checked on.
    ///
    /// @param validation rows kept from training; may be without points
    public static Figure fittedCurve(
            String xLabel, String yLabel, Points training, Line curve, Points validation, Labels labels) {
        List<Series> series = new ArrayList<>(List.of(training, curve));
        if (validation.x().size() > 0) {
            series.add(validation);
        }
        return single(Panel.of(labels.fittedCurve(), xLabel, yLabel, series));
    }

    /// What was predicted for each row against what is: the closer to the dashed line, the better.
    public static Figure predictedAgainstActual(double[] actual, double[] predicted, Labels labels) {
        double[] both = Arrays.stream(new double[][] {actual, predicted})
                .flatMapToDouble(Arrays::stream)
                .filter(Double::isFinite)
                .toArray();
        double lo = Arrays.stream(both).min().orElse(0);
        double hi = Arrays.stream(both).max().orElse(1);
        double[] ends = {lo, hi};
        Panel panel = Panel.of(
                labels.predictedAgainstActual(),
                labels.actual(),
                labels.predicted(),
                Line.reference(labels.exact(), ends, ends),
                Points.of("", actual, predicted));
        return single(panel.withLegend(true)).withPanelSize(480, 460);
    }

    /// How often each class (row) was taken for each class (column). A cell is as dark as its
    /// share of its row.
    public static Figure confusionMatrix(List<String> classes, int[][] counts, Labels labels) {
        double[][] values = new double[counts.length][];
        double[][] shares = new double[counts.length][];
        for (int i = 0; i < counts.length; i++) {
            double sum = Math.max(1, Arrays.stream(counts[i]).asLongStream().sum());
            values[i] = Arrays.stream(counts[i]).asDoubleStream().toArray();
            shares[i] = Arrays.stream(values[i]).map(v -> v / sum).toArray();
        }
        HeatMap map = new HeatMap(classes, classes, Grid.of(values), Grid.of(shares));
        Panel panel = Panel.of(labels.confusionMatrix(), labels.predicted(), labels.actual(), map);
        int label =
                Math.min(26, classes.stream().mapToInt(DisplayWidth::of).max().orElse(0));
        int cells = Math.clamp(classes.size() * 52L, 260, 1400);
        return single(panel).withPanelSize(cells + 60 + 7 * label, cells + 100 + 3 * label);
    }

    /// The classes that a model gives over a plane, under the rows it was trained on.
    ///
    /// @param points one series for each class of the region, in their order
    public static Figure decisionRegions(
            String xLabel, String yLabel, Region region, List<Points> points, Labels labels) {
        List<Series> series = new ArrayList<>(List.of(region));
        series.addAll(points);
        return single(Panel.of(labels.decisionRegions(), xLabel, yLabel, series))
                .withPanelSize(500, 500);
    }

    /// How the finite values are spread.
    public static Figure histogram(String name, double[] values, int bins, Labels labels) {
        return single(Panel.of("", name, labels.count(), Bars.histogram("", values, bins)));
    }

    private static Figure single(Panel panel) {
        return Figure.of("", panel).withPanelSize(640, 420);
    }
}
